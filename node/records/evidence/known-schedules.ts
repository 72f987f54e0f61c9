import type { Procedure } from '#machines/engine/procedure.ts'
import type { ScheduledStart } from '#machines/engine/wizard/view-of-side-pages.ts'
import type { Line } from '../engagement/journal/chain.ts'
import type { Journal } from '../engagement/journal/journal.ts'
import { SCHEDULE_KINDS, schedulesIn } from './schedules.ts'

/** Schedules of the open journal. A long journal is scanned once. */
export interface KnownSchedules {
  /** Undefined until the journal was read. */
  of(journal: Journal | undefined): readonly ScheduledStart[] | undefined
  /** Reads the journal once and follows new lines; drops the previous one. */
  follow(journal: Journal | undefined): void
}

interface Followed {
  readonly journal: Journal
  readonly leave: () => void
  lines: readonly Line[]
  known?: readonly ScheduledStart[]
  /** The journal was replaced: earlier lines don't count. */
  isAnew: boolean
}

/** @param changed called on changes */
export function createKnownSchedules(procedure: Procedure, changed: () => void): KnownSchedules {
  let followed: Followed | undefined

  function settle(of: Followed): void {
    // Lines before the first schedule end none; most journals have none.
    const first = of.lines.findIndex(({ kind }) => kind === 'schedule')
    of.lines = first === -1 ? [] : of.lines.slice(first)
    const before = of.known
    of.known = schedulesIn(procedure, of.lines)
    if (before === undefined || before.length > 0 || of.known.length > 0) changed()
  }

  function take(of: Followed, line: Line): void {
    if (line.sequence === 1) {
      of.lines = []
      of.isAnew = true
    }
    if (SCHEDULE_KINDS.has(line.kind)) of.lines = [...of.lines, line]
    else if (line.sequence > 1) return
    // Until the journal is read, earlier lines are unknown.
    if (of.known) settle(of)
  }

  async function read(of: Followed): Promise<void> {
    let stored: readonly Line[] = []
    try {
      stored = await of.journal.linesOf(SCHEDULE_KINDS)
    } catch (error) {
      console.error('The log could not be read for scheduled starts:', error)
    }
    if (of !== followed) return
    // A line may arrive during the reading and be read twice.
    const since = of.lines[0]?.sequence ?? Number.POSITIVE_INFINITY
    if (!of.isAnew) of.lines = [...stored.filter(({ sequence }) => sequence < since), ...of.lines]
    settle(of)
  }

  return {
    of: (journal) => (journal !== undefined && journal === followed?.journal ? followed.known : undefined),
    follow(journal) {
      if (journal === followed?.journal) return
      followed?.leave()
      followed = undefined
      if (!journal) return
      const begun: Followed = { journal, leave: journal.follow((line) => take(begun, line)), lines: [], isAnew: false }
      followed = begun
      void read(begun)
    },
  }
}
