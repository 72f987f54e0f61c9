import type { Procedure } from '../../machines/engine/procedure.ts'
import type { ScheduledStart } from '../../machines/engine/wizard/view-of-side-pages.ts'
import type { Line } from '../engagement/journal/chain.ts'
import type { Journal } from '../engagement/journal/journal.ts'
import { SCHEDULE_KINDS, schedulesIn } from './schedules.ts'

/** The scheduled starts of the open journal. A long journal is read for them once, and not again for each line. */
export interface KnownSchedules {
  /** Nothing until the journal was read. */
  of(journal: Journal | undefined): readonly ScheduledStart[] | undefined
  /** Reads the journal, unless it is followed already, and takes up each line that is stored from now on. Another journal is let go of. */
  follow(journal: Journal | undefined): void
}

interface Followed {
  readonly journal: Journal
  readonly leave: () => void
  /** Of the kinds that count. */
  lines: readonly Line[]
  known?: readonly ScheduledStart[]
  /** The journal was set aside, and another one begun: what was read of it counts no more. */
  isAnew: boolean
}

/** @param changed called when something else is known */
export function createKnownSchedules(procedure: Procedure, changed: () => void): KnownSchedules {
  let followed: Followed | undefined

  function settle(of: Followed): void {
    // What precedes the first schedule ends none; most journals have none at all.
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
    // While the journal is being read, what precedes the line isn't known.
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
    // A line that was on its way to the disk when the reading began has come meanwhile, and may have been read as well.
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
