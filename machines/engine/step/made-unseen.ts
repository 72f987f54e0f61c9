import { type Action, describeAction, type Receipt } from '../../procedure/action.ts'
import { definitionOf } from '../../procedure/actions/registry.ts'
import type { AnotherEachTime } from '../action.ts'
import { inUtc } from '../moment.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './proof.ts'
import type { SentChange } from './sent.ts'

/** What a service took shows itself within minutes; after this time it is not late any more, it is gone. */
export const SHOWS_WITHIN = 60 * 60_000

/**
 * A reading in which a change that must not be made twice is held back, while it was made, or may have been, and is not to be seen:
 * as something that a person has to confirm.
 * @param receipts of this step, also of earlier runs
 * @param sent changes whose answer was lost
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function holdingBack(reading: Reading, receipts: readonly Receipt[], sent: readonly SentChange[], now: number): Reading {
  const held = reading.plan.flatMap((action): readonly Finding[] => {
    const another = definitionOf(action).createsAnother
    if (!another) return []
    const made = receipts.find(
      ({ kind, written, title, at }) =>
        kind === action.kind && written && title === describeAction(action).title && now - at < SHOWS_WITHIN,
    )
    const doubted = sent.find((each) => each.action.kind === action.kind && now - each.at < SHOWS_WITHIN)
    if (made)
      return [
        findingFor(
          action,
          another,
          made.at,
          `${another.service} gave it the id ${made.resourceId} at ${inUtc(made.at)}, and does not show it to this reading.`,
        ),
      ]
    return doubted
      ? [
          findingFor(
            action,
            another,
            doubted.at,
            `It was asked for at ${inUtc(doubted.at)}; the answer was lost, and this reading does not show it.`,
          ),
        ]
      : []
  })
  return held.length === 0 ? reading : { ...reading, findings: [...held, ...reading.findings] }
}

const findingFor = (action: Action, { service: _, ...words }: AnotherEachTime, at: number, seen: string): Finding => ({
  ...words,
  key: `made-unseen:${action.kind}:${at}`,
  status: 'unknown',
  attestable: true,
  title: `Is it certain that this was not done? ${describeAction(action).title}`,
  seen,
  owner: 'you',
})
