import { type Action, type Actions, needsTypedName, type Pending, type Receipt } from '../action.ts'
import type { Choices } from '../choices.ts'
import type { Ending } from './ending-words.ts'
import type { Attestation, SequenceId } from './finding.ts'
import type { MaintenanceWindow } from './maintenance-window.ts'
import type { Poll } from './poll.ts'
import type { Problem } from './problems.ts'
import type { Reading } from './proof.ts'
import type { Schedule, ScheduleEnd, Unstarted } from './scheduled.ts'
import type { SentChange } from './sent.ts'

export interface StepInput {
  readonly stepId: SequenceId
  readonly choices: Choices
  /** Shown in the form, though a choice has been made. */
  readonly browsed?: string
  readonly attestations: readonly Attestation[]
  /** Still running when the step was left; polled again. */
  readonly pending?: Pending
  /** The last reading, shown greyed until the new one is there. */
  readonly reading?: Reading
  /** Stated when what runs was confirmed. */
  readonly window?: MaintenanceWindow
  /** Confirmed before, to begin by itself. */
  readonly schedule?: Schedule
  /** Was scheduled before, and did not start. */
  readonly unstarted?: Unstarted
  /** When a restored schedule was resumed, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly openedAt?: number
  /** The earlier steps as they were read last. */
  readonly before?: readonly Reading[]
  /** A change since the earlier steps were read; they are read again with this step. */
  readonly changed?: 'ended'
  /** User name of who is signed in. */
  readonly account?: string
  /** Receipts of this step's earlier runs. */
  readonly earlier?: readonly Receipt[]
  /** Changes whose answer was lost, until a reading shows what came of them. */
  readonly sent?: readonly SentChange[]
  /** Only if the last run ended early. */
  readonly ending?: Ending
  /** True in a recording, where no plan can be applied. */
  readonly readOnly?: true
}

export interface StepContext
  extends Omit<StepInput, 'pending' | 'reading' | 'window' | 'ending' | 'schedule' | 'unstarted' | 'before' | 'changed'> {
  /** The form is to be shown, though a choice has been made. */
  readonly editing: boolean
  readonly reading?: Reading | undefined
  /** The earlier steps as they were read last, at the latest before the first write. */
  readonly before?: readonly Reading[] | undefined
  /** A change by this loop since its last reading; dependent facts are read again with it. */
  readonly changed?: 'written' | 'ended' | undefined
  readonly problem?: Problem | undefined
  /** Said before the page read again by itself, and still to be said then. */
  readonly stays?: Problem | undefined
  readonly ending?: Ending | undefined
  /** Part of the confirmation, where users are cut off or something cannot be taken back. */
  readonly window?: MaintenanceWindow | undefined
  /** Confirmed, and not begun yet. */
  readonly schedule?: Schedule | undefined
  readonly unstarted?: Unstarted | undefined
  /** Another time was asked for. */
  readonly isTimeAsked?: true | undefined
  /** The person has canceled it, and nothing else since. */
  readonly isJustCanceled?: true | undefined
  readonly scheduleEnd?: ScheduleEnd | undefined
  /** Last look at the clock while a start is scheduled. */
  readonly lookedAt?: number | undefined
  /** The confirmed plan while it is carried out. */
  readonly queue: readonly Action[]
  readonly position: number
  readonly actionStartedAt: number
  readonly attempts: number
  readonly retryAt?: number | undefined
  readonly stopAsked: boolean
  /** Receipts of the queue, in its order. */
  readonly receipts: readonly Receipt[]
  readonly pending?: Pending | undefined
  readonly polls: number
  readonly lastPoll?: Poll | undefined
  readonly lastPollAt?: number | undefined
  readonly nextPollAt?: number | undefined
  /** Since when no look has got any answer. */
  readonly outOfReachSince?: number | undefined
}

/** Statement before the first write. The window is required only if a name is typed too. */
export interface Confirmation {
  readonly typedName: string
  readonly window?: MaintenanceWindow
}

/** Requests of the person to the loop. */
export type StepEvent =
  /** Back to the form or the list, keeping what was chosen. */
  | { readonly type: 'CHANGE_CHOICES' }
  | { readonly type: 'CHECK_AGAIN' }
  | { readonly type: 'ATTEST'; readonly attestation: Attestation }
  /** Shows the confirmation beside the button that writes. */
  | { readonly type: 'REVIEW_PLAN' }
  | ({ readonly type: 'CONFIRM' } & Confirmation)
  /** The same, to begin by itself when the window begins. */
  | ({ readonly type: 'SCHEDULE' } & Confirmation)
  | { readonly type: 'CANCEL_SCHEDULE' }
  /** Asks when to begin instead of at the time that is scheduled: that is confirmed like any start. */
  | { readonly type: 'START_NOW' }
  /** The same, with a later start chosen already. */
  | { readonly type: 'CHANGE_TIME' }
  | { readonly type: 'CANCEL' }
  /** Finishes the change that runs and starts no other. */
  | { readonly type: 'STOP_AFTER_THIS' }
  | { readonly type: 'POLL_NOW' }
  /** Holds the next try of a refused change back until the person says when. */
  | { readonly type: 'PAUSE' }
  /** The sign-in shows what a service asked for: the refused change is made next. Never from the window. */
  | { readonly type: 'SIGNED_IN' }

/** Latest reading of another step, from the sequence. */
export interface ReadBeside {
  readonly type: 'READ_BESIDE'
  readonly reading: Reading | undefined
}

/** A run that has not begun: nothing is queued, tried or waited for. */
export const resetRun = {
  queue: [],
  position: 0,
  attempts: 0,
  retryAt: undefined,
  stopAsked: false,
  receipts: [],
  pending: undefined,
  polls: 0,
  lastPoll: undefined,
  lastPollAt: undefined,
  nextPollAt: undefined,
  outOfReachSince: undefined,
} as const

/** The name to type before a plan that cuts users off or cannot be taken back; nothing for any other plan. */
export const typedNameFor = (actions: Actions, reading: Reading | undefined): string | undefined =>
  reading && needsTypedName(actions, reading.plan) ? reading.environment?.displayName : undefined
