import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { type Action, type Actions, type AnotherEachTime, describeAction, type Receipt, wishOf } from '../action.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './proof.ts'
import type { SentChange } from './sent.ts'

const messages = defineMessages('step.madeUnseen', {
  question: 'Are you sure that this wasn’t done? {title}',
  made: '{service} gave it the ID {id} on {at, date, moment}, but this check doesn’t show it.',
  asked: 'It was requested on {at, date, moment}. The answer was lost, and this check doesn’t show it.',
})

/** An accepted change appears within minutes. After this time it counts as lost. */
export const SHOWS_WITHIN = 60 * 60_000

/**
 * A reading in which a change that must not be made twice is held back, while it was made, or may have been, and is not to be seen:
 * as something that a person has to confirm.
 * Decision 0088: another key or version would move everything that uses it.
 * @param receipts of this step, also of earlier runs
 * @param sent changes whose answer was lost
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function holdingBack(
  actions: Actions,
  reading: Reading,
  receipts: readonly Receipt[],
  sent: readonly SentChange[],
  now: number,
): Reading {
  const held = reading.plan.flatMap((action): readonly Finding[] => {
    const another = actions.definitionOf(action).createsAnother
    if (!another) return []
    // A receipt of an older version does not say what it was for: its kind is enough to ask.
    const made = receipts.find(
      ({ kind, written, wish, at }) =>
        kind === action.kind && written && [undefined, wishOf(actions, action)].includes(wish) && now - at < SHOWS_WITHIN,
    )
    const doubted = sent.find((each) => each.action.kind === action.kind && now - each.at < SHOWS_WITHIN)
    if (made) {
      const { resourceId: id, at } = made
      return [findingFor(actions, action, another, at, messages.made({ service: another.service, id, at }))]
    }
    return doubted ? [findingFor(actions, action, another, doubted.at, messages.asked({ at: doubted.at }))] : []
  })
  // A reading that was judged already is judged again where it is handed on.
  const others = reading.findings.filter(({ key }) => !held.some((each) => each.key === key))
  return held.length === 0 ? reading : { ...reading, findings: [...held, ...others] }
}

const findingFor = (
  actions: Actions,
  action: Action,
  { service: _, ...words }: AnotherEachTime,
  at: number,
  seen: DisplayText,
): Finding => ({
  ...words,
  key: `made-unseen:${action.kind}:${at}`,
  status: 'unknown',
  attestable: true,
  title: messages.question({ title: describeAction(actions, action).title }),
  seen,
  owner: 'you',
})
