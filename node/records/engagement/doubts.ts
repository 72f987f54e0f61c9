import { type Action, actionKey, knowsAction } from '#machines/engine/action.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { SentChange } from '#machines/engine/step/sent.ts'
import { type Engagement, NEVER_READ } from './engagement.ts'
import type { ContentOf, Recorded } from './journal/entry.ts'
import { recoveredMessages } from './messages.ts'

/** The line before a change of which no line says how it ended. */
export type Begun = Extract<Recorded, { kind: 'apply-started' }>

/** @param lines of the journal, in order */
export function unendedIn(lines: readonly Recorded[]): readonly Begun[] {
  const begun = new Map<number, Begun>()
  for (const entry of lines) {
    if (entry.kind === 'apply-started') begun.set(entry.sequence, entry)
    if (entry.kind === 'applied' || entry.kind === 'refused' || entry.kind === 'interrupted') begun.delete(entry.content.started)
  }
  return [...begun.values()]
}

/** The last line that calls changes in doubt; 0 if none. */
export const lastDoubtIn = (lines: readonly Recorded[]): number =>
  lines.findLast((entry) => entry.kind === 'recovered' && entry.content.what === 'write-in-doubt')?.sequence ?? 0

export const doubtAbout = ({ content }: Begun): ContentOf<'recovered'> => ({
  what: 'write-in-doubt',
  detail: recoveredMessages.writeInDoubt({ title: content.description.title }),
})

const isOf = (sent: { readonly action: Action; readonly at: number }, { at, content }: Begun): boolean =>
  sent.at === at && actionKey(sent.action) === actionKey(content.action)

const sentIn = ({ steps, operations }: Engagement, id: string): readonly SentChange[] => (steps[id] ?? operations[id])?.sent ?? []

/** True if the saved engagement has it among the changes whose answer was lost. */
export const isKept = (saved: Engagement, begun: Begun): boolean => sentIn(saved, begun.content.step).some((sent) => isOf(sent, begun))

/** The engagement with these among the changes whose answer was lost; the same one if it has them all. */
export function withUnanswered(saved: Engagement, procedure: Procedure, begun: readonly Begun[]): Engagement {
  const added = begun.filter((each) => knowsAction(procedure.actions, each.content.action) && !isKept(saved, each))
  if (added.length === 0) return saved
  const [steps, operations] = [{ ...saved.steps }, { ...saved.operations }]
  for (const { at, content } of added) {
    const { step, action } = content
    const sent = [...((steps[step] ?? operations[step])?.sent ?? []), { action, at }]
    if (procedure.steps.some(({ id }) => id === step)) steps[step] = { ...(steps[step] ?? NEVER_READ), sent }
    else operations[step] = { ...(operations[step] ?? { receipts: [] }), sent }
  }
  return { ...saved, steps, operations }
}
