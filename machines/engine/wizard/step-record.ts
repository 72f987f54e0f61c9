import type { Pending, Receipt } from '../action.ts'
import type { Challenge } from '../answer.ts'
import type { Ending } from '../step/ending-words.ts'
import type { MaintenanceWindow } from '../step/maintenance-window.ts'
import type { Reading } from '../step/proof.ts'
import type { Schedule, ScheduleEnd, Unstarted } from '../step/scheduled.ts'
import type { SentChange } from '../step/sent.ts'
import type { StepPhase } from './view-of-step.ts'

/** State of a step while another is on screen. The reading is in memory only, and repeated before it counts. */
export interface StepRecord {
  /** Phase in the latest snapshot of the step's machine. */
  readonly phase: StepPhase
  readonly reading?: Reading | undefined
  /** What services ask of the sign-in. Memory only. */
  readonly challenges?: readonly Challenge[] | undefined
  /** The same as its own loop said it last. */
  readonly own?: Reading | undefined
  readonly pending?: Pending | undefined
  readonly receipts: readonly Receipt[]
  /** The maintenance window that was stated last for this step. */
  readonly window?: MaintenanceWindow | undefined
  /** Confirmed, to begin by itself. */
  readonly schedule?: Schedule | undefined
  /** Was scheduled, and did not start. Memory only. */
  readonly unstarted?: Unstarted | undefined
  /** End of the last schedule, for the journal. */
  readonly scheduleEnd?: ScheduleEnd | undefined
  /** Changes whose answer was lost. */
  readonly sent?: readonly SentChange[] | undefined
  /** Changes of the run that haven't started and will: none once the person stops it. Memory only. */
  readonly left?: number | undefined
  /** Number of changes of the last run, until all are shown as made. */
  readonly confirmed?: number | undefined
  /** Only if the last run ended early. */
  readonly ending?: Ending | undefined
}
