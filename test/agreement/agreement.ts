import type { SituationKind } from '#machines/engine/situation/situation.ts'
import type { WizardView } from '#messages/view.ts'

/*
 * Compares what the voices of one moment say of an environment: heading, card, list of steps, map, lines above the page, and the record, from
 * which Home, the command line, and the notifications speak.
 */

interface Voices {
  readonly view: WizardView
  /** Of the record that would be saved now; absent where none is kept. */
  readonly recorded?: readonly SituationKind[] | undefined
}

/** Kinds beside which the map may show the closed lock: everything that was read is in order. */
// `unread` still differs: the map keeps its lock while an operation reads anew.
const BESIDE_THE_LOCK: readonly SituationKind[] = ['failed', 'stopped', 'at-microsoft', 'writing', 'scheduled', 'unread', 'done']
/** Kinds of which the map has a headline of its own. */
const ABOVE_A_FAILURE = ['locked', 'encrypting', 'leaving', 'failed']

/** What they say differently, in sentences; none when they agree. */
export function disagreements({ view, recorded }: Voices): readonly string[] {
  const { situation, keyMap, emergency, otherPolicy, stepper } = view
  if (situation === undefined) return []
  const { kind, part, place, headline, card } = situation
  const entry = stepper.find(({ id }) => id === part)
  const isKind = (...kinds: readonly SituationKind[]): boolean => kinds.includes(kind)
  const found: readonly (readonly [isWrong: boolean, what: string])[] = [
    // What another person started is in the record once it is followed.
    [recorded !== undefined && !recorded.includes(kind) && kind !== 'at-microsoft', `the record says ${recorded?.join(' or ')}`],
    [emergency !== undefined && kind !== 'locked', 'the line above the page says locked'],
    [kind === 'locked' && keyMap !== undefined && keyMap.headline !== 'locked', `the map says “${keyMap?.sentence}”`],
    [otherPolicy !== undefined && !isKind('locked', 'failed', 'stopped', 'wrong-policy'), 'the line above the page says another policy'],
    [kind === 'wrong-policy' && keyMap !== undefined && otherPolicy === undefined, `the map says “${keyMap?.sentence}”`],
    [keyMap?.headline === 'encrypted' && !isKind(...BESIDE_THE_LOCK), `the map says “${keyMap?.sentence}”`],
    [keyMap?.headline === 'failed' && kind !== 'failed', `the map says “${keyMap?.sentence}”`],
    [
      kind === 'failed' && place === stepper.length && keyMap !== undefined && !ABOVE_A_FAILURE.includes(keyMap.headline),
      `the map says “${keyMap?.sentence}”`,
    ],
    [
      kind === 'failed' &&
        entry !== undefined &&
        entry.state !== 'closed' &&
        headline !== undefined &&
        entry.asks?.state !== 'action-required',
      `the list of steps says “${entry?.asks?.text ?? entry?.note}”`,
    ],
    [
      kind === 'done' && stepper.some(({ asks }) => asks !== undefined),
      `the list of steps says “${stepper.map(({ asks }) => asks?.text).join(' ')}”`,
    ],
    [card !== undefined && headline === undefined, 'a card has no heading'],
  ]
  const where = `${view.page} ${view.step?.id ?? ''} ${view.step?.phase ?? ''}`
  return found.flatMap(([isWrong, what]) =>
    isWrong ? [`It is ${kind}${part === undefined ? '' : ` in ${part}`}, and ${what}: ${where}`] : [],
  )
}
