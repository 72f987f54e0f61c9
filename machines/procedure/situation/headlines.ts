import type { Run, Situation, SituationOf } from '../../engine/situation/situation.ts'
import type { UnderWay } from '../../engine/situation/under-way.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { ENCRYPTION_TAKES_UP_TO, PICKED_UP_IN } from '../waits.ts'

const messages = defineMessages('situation', {
  made: '{made, plural, one {# of {of, number} changes is made} other {# of {of, number} changes are made}}, {left, plural, one {# hasn’t started} other {# haven’t started}}',
  unknown: 'The changes stopped. It isn’t known yet which of the {of, number} are made',
  oneUnknown: 'The change stopped. It isn’t known yet whether it’s made',
  failedInShort: 'Failed at Microsoft',
  madeInShort: '{made, number} of {of, number} made',
  doneBy: 'Done by {at, date, near} at the latest',
  rotatedBy: 'Rotated by {at, date, near} at the latest',
  late: 'Should have ended {at, date, near}',
  starts: 'Starts {at, date, near}',
})

export const FAILED = messages.failedInShort
export const MADE = messages.madeInShort

/** What has failed, by what ran at the services. */
const failed: Readonly<Record<UnderWay, DisplayText>> = defineMessages('situation.failed', {
  encrypting: 'Encryption failed at Microsoft',
  managing: 'Enabling Managed Environments failed at Microsoft',
  removing: 'Removing the environment from its policy failed at Microsoft',
  rotating: 'Switching to the new key version failed at Microsoft',
  registering: 'Registering the resource provider failed in Azure',
  assigning: 'The role assignment failed in Azure',
})

function stoppedHeadline({ of, made }: SituationOf<'stopped'>): DisplayText {
  if (made !== undefined) return messages.made({ made, of, left: of - made })
  return of === 1 ? messages.oneUnknown : messages.unknown({ of })
}

const failedHeadline = ({ run }: SituationOf<'failed'>): DisplayText => failed[run.kind]

/** In place of a step's own title, on its page and in lists; undefined for a situation without one. */
export function headlineOf(situation: Situation): DisplayText | undefined {
  if (situation.kind === 'failed') return failedHeadline(situation)
  return situation.kind === 'stopped' ? stoppedHeadline(situation) : undefined
}

/** Of the page of a scheduled start. @param at milliseconds since 1970-01-01T00:00:00Z */
export const startHeadline = (at: number): DisplayText => messages.starts({ at })

/** Longest documented time, in milliseconds. */
const TAKES_UP_TO: Partial<Record<UnderWay, number>> = { encrypting: ENCRYPTION_TAKES_UP_TO, rotating: PICKED_UP_IN }

/** The latest end of what runs at the services. */
export interface LatestEnd {
  readonly headline: DisplayText
  /** It has passed. */
  readonly isLate?: true
}

/** @param now milliseconds since 1970-01-01T00:00:00Z @returns nothing where no end is documented */
export function latestEndOf({ kind, since }: Run, now: number): LatestEnd | undefined {
  const takes = TAKES_UP_TO[kind]
  if (takes === undefined) return undefined
  const at = since + takes
  if (now > at) return { headline: messages.late({ at }), isLate: true }
  return { headline: kind === 'rotating' ? messages.rotatedBy({ at }) : messages.doneBy({ at }) }
}
