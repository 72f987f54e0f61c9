import { defined } from '#machines/defined.ts'
import { operationIds, type Procedure, stepIds } from '#machines/engine/procedure.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import type { ScheduledStart } from '#machines/engine/wizard/view-of-side-pages.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Line } from '../engagement/journal/chain.ts'
import { type ContentOf, type Recorded, readEntry } from '../engagement/journal/entry.ts'

/** A scheduled start: who, when, changes, outcome. */
export interface ToldSchedule {
  readonly line: number
  readonly at: number
  readonly by?: string
  readonly start: number
  readonly confirmedAt?: number
  readonly changes: readonly { readonly title: DisplayText; readonly resource: DisplayText }[]
  /** Absent if not in the journal. */
  readonly end?: ScheduleOutcome
}

export interface ScheduleOutcome {
  readonly at: number
  readonly line: number
  readonly by?: string
  /** `replaced`: by another schedule. */
  readonly how: 'started' | 'started-now' | 'canceled' | 'not-started' | 'replaced'
  readonly why?: DisplayText
}

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { readonly kind: Kind }>
type Confirmed = Of<'confirmed'>

const startOf = (window: ContentOf<'confirmed'>['maintenanceWindow']): number | undefined =>
  typeof window === 'object' ? window.from : undefined

/** Schedules of a step or operation, in order. @param entries of the whole journal */
export function schedulesOf(step: SequenceId, entries: readonly Recorded[]): readonly ToldSchedule[] {
  const confirmed = entries.filter((entry): entry is Confirmed => entry.kind === 'confirmed' && entry.content.step === step)
  const told = entries.filter((entry): entry is Of<'schedule'> => entry.kind === 'schedule' && entry.content.step === step)
  const begun = entries.filter((entry): entry is Of<'apply-started'> => entry.kind === 'apply-started' && entry.content.step === step)
  const taken = new Set<Confirmed>()
  return told.flatMap((set, place): readonly ToldSchedule[] => {
    const { state, start } = set.content
    if (state !== 'set' || start === undefined) return []
    const confirmation = nearest(
      confirmed.filter((each) => !taken.has(each) && startOf(each.content.maintenanceWindow) === start),
      set.sequence,
    )
    if (confirmation) taken.add(confirmation)
    return [
      {
        line: set.sequence,
        at: set.at,
        ...defined({ by: set.content.by }),
        start,
        ...defined({ confirmedAt: confirmation?.at }),
        changes: confirmation?.content.plan.map(({ description: { title, resource } }) => ({ title, resource })) ?? [],
        ...defined({ end: endOf(set, told[place + 1], begun) }),
      },
    ]
  })
}

/** Line kinds with schedules and their outcomes; confirmations are in others. */
export const SCHEDULE_KINDS: ReadonlySet<string> = new Set<Recorded['kind']>(['schedule', 'apply-started'])

/** Schedules of all steps and operations. @param lines at least of those kinds */
export function schedulesIn(procedure: Procedure, lines: readonly Line[]): readonly ScheduledStart[] {
  const entries = lines.flatMap((line) => {
    const read = readEntry(procedure, line)
    return read.ok ? [read.entry] : []
  })
  return [...stepIds(procedure), ...operationIds(procedure)].flatMap((step) =>
    schedulesOf(step, entries).map(({ start, end }) => ({ step, start, ...(end ? { end: { how: end.how } } : {}) })),
  )
}

/** A schedule's line is adjacent to its confirmation's, in either order. */
const nearest = (confirmed: readonly Confirmed[], line: number): Confirmed | undefined =>
  confirmed.toSorted((one, other) => Math.abs(one.sequence - line) - Math.abs(other.sequence - line))[0]

function endOf(set: Of<'schedule'>, next: Of<'schedule'> | undefined, begun: readonly Of<'apply-started'>[]): ScheduleOutcome | undefined {
  if (next && next.content.state !== 'set') {
    const { state, by, why } = next.content
    return { at: next.at, line: next.sequence, how: state, ...defined({ by, why }) }
  }
  // The wizard may end between the first change and the line about the start.
  const first = begun.find(({ sequence }) => sequence > set.sequence && (!next || sequence < next.sequence))
  if (first) return { at: first.at, line: first.sequence, how: 'started' }
  return next && { at: next.at, line: next.sequence, how: 'replaced', ...defined({ by: next.content.by }) }
}
