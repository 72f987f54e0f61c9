import type { DisplayText } from '../../messages/message.ts'
import type { Pending, Receipt } from '../action.ts'
import type { Choices } from '../choices.ts'
import type { Baseline } from '../drift/baseline.ts'
import type { Attestation, Finding, OperationId, StepId } from '../step/finding.ts'
import type { MaintenanceWindow } from '../step/maintenance-window.ts'
import type { Schedule } from '../step/scheduled.ts'
import type { SentChange } from '../step/sent.ts'
import type { Said } from './said.ts'

/** An engagement's stored state when it was opened: unobservable data, and the last observations. */
export interface Remembered {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly savedAt: number
  readonly account: string
  readonly reached: StepId | 'closing'
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly steps: Readonly<Record<StepId, RememberedStep>>
  /** After the link: those that something was done in. */
  readonly operations: Readonly<Partial<Record<OperationId, CarriedOut>>>
  /** Damage found and its repair, as sentences. */
  readonly recovered: readonly DisplayText[]
  /** Statements made here that it has already. */
  readonly known?: readonly Said[]
  /** State at the end, if reached. */
  readonly end?: Baseline
}

/** Unobservable data of a running step or operation. */
export interface CarriedOut {
  readonly pending?: Pending
  readonly receipts: readonly Receipt[]
  /** The maintenance window that was stated last. */
  readonly window?: MaintenanceWindow
  /** Confirmed, to begin by itself. */
  readonly schedule?: Schedule
  /** Changes whose answer was lost. */
  readonly sent?: readonly SentChange[]
  /** Number of changes of the last run, until all are shown as made. */
  readonly confirmed?: number
}

export interface RememberedStep extends CarriedOut {
  readonly proved: boolean
  readonly findings: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
}

/** Something that reads otherwise than when it was recorded. */
export interface Difference {
  readonly step: StepId
  readonly key: string
  readonly title: DisplayText
  readonly was: DisplayText
  readonly is: DisplayText
}
