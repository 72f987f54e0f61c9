import type { Situation, SituationOf } from '../../engine/situation/situation.ts'
import type { UnderWay } from '../../engine/situation/under-way.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'

const messages = defineMessages('situation', {
  made: '{made, plural, one {# of {of, number} changes is made} other {# of {of, number} changes are made}}, {left, plural, one {# hasn’t started} other {# haven’t started}}',
  unknown: 'The changes stopped. It isn’t known yet which of the {of, number} are made',
  oneUnknown: 'The change stopped. It isn’t known yet whether it’s made',
  failedInShort: 'Failed at Microsoft',
  madeInShort: '{made, number} of {of, number} made',
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
