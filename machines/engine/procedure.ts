import type { DisplayText, Message } from '../messages/message.ts'
import { type Action, type ActionDefinition, type Actions, needsTypedName } from './action.ts'
import type { Choices } from './choices.ts'
import type { ChosenThing } from './chosen.ts'
import type { DecisionDefinition } from './decisions.ts'
import type { Said } from './handoff/hand-over.ts'
import type { LetterWords, OwnerDefinition } from './owners.ts'
import type { References } from './references.ts'
import type { CarriedOut } from './situation/carried-out.ts'
import type { Attestation, Check, Finding, OperationId, SequenceId, SourceId, StepId } from './step/finding.ts'
import type { Guide, OperationGuide } from './step/guide.ts'
import type { Reading } from './step/proof.ts'
import type { Fields } from './stored.ts'

/*
 * A procedure provides steps and operations by ID, actions (`action.ts`) and decisions (`decisions.ts`) by kind. The engine never
 * distinguishes them.
 */

/**
 * Eager part of a step or operation; readings and judgments load with a tenant.
 * Decision 0096: no ID and no word of one procedure in the engine.
 */
export interface SequenceOutline<Words extends Guide = Guide> {
  readonly id: SequenceId
  readonly guide: Words
  /** Causes downtime, so that a plan may wait for its maintenance window. */
  readonly mayBeScheduled?: true
}

export interface StepOutline extends SequenceOutline {
  /** Its services answer "not found" for hidden resources. */
  readonly isHiddenAsMissing?: true
}

export interface OperationOutline extends SequenceOutline<OperationGuide> {
  /** Choices to remember on opening. @param environment last reading */
  readonly opened: (choices: Choices, environment: Reading['environment']) => Choices
  /** Updates a step's choices once the operation is done. */
  readonly follows?: { readonly of: StepId; readonly choices: (choices: Choices, done: Reading) => Choices }
  /** Opens after this step and returns to it. Others wait for the last step. */
  readonly opensAfter?: StepId
  /** Its own subject, if chosen: confirmations, waits and results are kept per subject. */
  readonly about?: (choices: Choices) => string | undefined
  /** For several subjects: choices without and with one, and all listed. */
  readonly each?: {
    readonly none: (choices: Choices) => Choices
    readonly with: (choices: Choices, id: string) => Choices
    readonly of: (list: Reading) => readonly { readonly id: string; readonly name: string }[]
  }
}

/** A step or operation. `Observing`: input of its reading. */
export interface SequenceDefinition<Observing> extends SequenceOutline {
  /** In order of display. */
  readonly checks: readonly Check<never>[]
  /** Reads, judges and plans. Changes nothing. */
  observe(observing: Observing): Promise<Reading>
}

export interface AcknowledgedGap extends Said {
  readonly key: string
  /** Meaning of the acknowledgment, if worded. */
  readonly known?: DisplayText
}

export interface CoverageQuestions {
  readonly isAnswered: (choices: Choices) => boolean
  readonly openGaps: (choices: Choices) => number
  readonly openQuestions: (choices: Choices, attestations: readonly Attestation[]) => number
  readonly acknowledged: (choices: Choices) => readonly AcknowledgedGap[]
}

/** Names of own pages and texts about all steps. */
export interface ProcedureWords {
  readonly coverage: DisplayText
  readonly landscape: DisplayText
  /** Operations page: name, why closed, announcement. */
  readonly operations: DisplayText
  readonly operationsClosed: DisplayText
  readonly chooseOperation: DisplayText
  readonly checkingAll: DisplayText
  allVerified(of: { readonly title: DisplayText }): DisplayText
}

export interface ReportTable {
  readonly heading: DisplayText
  /** Undefined without relevant findings. */
  of(findings: readonly Pick<Finding, 'key' | 'status' | 'title' | 'seen' | 'causes'>[]):
    | {
        readonly lead: readonly DisplayText[]
        /** Optionally with width in percent. */
        readonly columns: readonly (DisplayText | readonly [DisplayText, number])[]
        readonly rows: readonly (readonly (readonly DisplayText[])[])[]
      }
    | undefined
}

/** A step or an operation as a record has it last. */
export interface RecordedPart extends CarriedOut {
  readonly id: SequenceId
  /** A step's place, from 1. */
  readonly place?: number
  readonly isProved: boolean
  readonly planned: number
}

/** Input of the executive page. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface ExecutiveFacts {
  readonly madeAt: number
  readonly environmentId: string
  readonly choices: Choices
  /** The steps, then the operations that changed something. */
  readonly parts: readonly RecordedPart[]
  /** The environment as the newest reading shows it. Absent in older records. */
  readonly environment?: Pick<NonNullable<Reading['environment']>, 'heldBy' | 'locked' | 'linked'> & { readonly at: number }
  /** Of the newest readings. */
  readonly findings: readonly RecordedFinding[]
  /** Absent: incomplete. */
  readonly verifiedAt?: number
  readonly doneAt?: number
  readonly acknowledged: readonly DisplayText[]
}

export interface RecordedFinding extends Pick<Finding, 'key' | 'status' | 'title' | 'seen' | 'endsAt'> {
  readonly part: SequenceId
  readonly at: number
  readonly isConfirmed: boolean
  /** A later reading shows the environment otherwise. */
  readonly isOld: boolean
}

export interface Executive {
  readonly state: 'pass' | 'warning' | 'fail'
  readonly verdict: DisplayText
  /** When what the verdict rests on was checked; absent if it never was. */
  readonly checkedAt?: number
  readonly facts: readonly { readonly term: DisplayText; readonly value: DisplayText }[]
  readonly notReached: { readonly heading: DisplayText; readonly none: DisplayText; readonly list: readonly DisplayText[] }
  readonly toDo: readonly { readonly until?: DisplayText; readonly what: DisplayText; readonly text?: DisplayText }[]
}

export interface ReportWords {
  readonly heading: DisplayText
  pageTitle(of: { readonly environment: DisplayText | string }): DisplayText
  operation(of: { readonly title: DisplayText }): DisplayText
  readonly acknowledged: DisplayText
  /** Absent: no executive page. */
  readonly executive?: (facts: ExecutiveFacts) => Executive
  /** Outlook after steps and operations, if any. */
  readonly outlook?: ReportTable
  readonly waits: DisplayText
  /** Document of a catalogue entry; undefined if unknown. */
  ruleOf(id: string): SourceId | undefined
}

export interface Procedure {
  /** In document order. */
  readonly steps: readonly StepOutline[]
  /** Operations after the last step: without downtime first, the way out last. */
  readonly operations: readonly OperationOutline[]
  readonly actions: Actions
  readonly decisions: readonly DecisionDefinition[]
  /** The environment: valid IDs, and choices kept for another one. */
  readonly environment: { readonly isId: (id: string) => boolean; readonly keptForAnother: (choices: Choices) => Choices }
  /** Stored form of choices. `chosen` is also part of handoffs. */
  readonly stored: { readonly chosen: Fields; readonly choices: Fields }
  readonly chosen?: ChosenThing
  /** Absent: everything is covered. */
  readonly coverage?: CoverageQuestions
  /** Reads other environments through `Ports.landscape`. */
  readonly hasLandscape?: true
  /** Whether the result exists or existed: opens operations even if steps can't be verified anymore. */
  readonly isInPlace: (choices: Choices, environment: Reading['environment']) => boolean
  /** Findings that may be confirmed by claims in a handed-over, verified step. */
  readonly provableOnWord: readonly string[]
  readonly references: References
  readonly owners: readonly OwnerDefinition[]
  readonly letter: LetterWords
  readonly words: ProcedureWords
  readonly fileName: string
  /** Loaded with the first report. */
  readonly reportWords: () => Promise<ReportWords>
  /**
   * Display names by check key. `values` are constant unless changed: any difference is drift. `statuses` compare only
   * the status. Where a check of `subjects` is missing, its subject is gone. `cautions` warn of what the steps lead to: neither a new one nor a
   * missing one is better or worse. While an `urgent` check got worse, no worse change can be snoozed. `wordOf`: the service's word that a
   * message stands for, which older records hold.
   */
  readonly drift: {
    readonly values: Readonly<Record<string, DisplayText>>
    readonly statuses: Readonly<Record<string, DisplayText>>
    readonly subjects: readonly string[]
    readonly cautions: readonly string[]
    readonly urgent: readonly string[]
    readonly wordOf: (message: Message) => string | undefined
  }
}

export function guideOf({ steps, operations }: Procedure, id: SequenceId): Guide {
  const found = [...steps, ...operations].find((each) => each.id === id)
  if (!found) throw new Error(`The procedure has no ${id}`)
  return found.guide
}

/** Only plans with a maintenance window can be scheduled. */
export const mayBeScheduled = ({ steps, operations, actions }: Procedure, id: SequenceId, plan: readonly Action[]): boolean =>
  [...steps, ...operations].some((each) => each.id === id && each.mayBeScheduled === true) && needsTypedName(actions, plan)

export const stepIds = ({ steps }: Pick<Procedure, 'steps'>): readonly StepId[] => steps.map(({ id }) => id)

export const operationIds = ({ operations }: Pick<Procedure, 'operations'>): readonly OperationId[] => operations.map(({ id }) => id)

/** Operations that open after a step and return to it. */
export const besideStep = ({ operations }: Pick<Procedure, 'operations'>, step: StepId): readonly OperationId[] =>
  operations.filter(({ opensAfter }) => opensAfter === step).map(({ id }) => id)

/** One-based place of a step; undefined for an operation. */
export function placeOf({ steps }: Pick<Procedure, 'steps'>, id: SequenceId): number | undefined {
  const index = steps.findIndex((step) => step.id === id)
  return index === -1 ? undefined : index + 1
}

export const isStep = (procedure: Pick<Procedure, 'steps'>, id: SequenceId): boolean => placeOf(procedure, id) !== undefined

/** Steps that must hold before a write: earlier ones for a step, none for an operation, which reads its own dependencies. */
export const stepsBefore = (procedure: Pick<Procedure, 'steps'>, id: SequenceId): readonly StepId[] =>
  stepIds(procedure).slice(0, (placeOf(procedure, id) ?? 1) - 1)

export function stepWith({ steps }: Pick<Procedure, 'steps'>, { part }: Pick<ActionDefinition, 'part'>): StepId {
  const step = steps.find(({ guide }) => guide.parts.some((each) => each.part === part))
  if (!step) throw new Error(`No step lists the part ${part}`)
  return step.id
}

/** Steps that start an outage, during which earlier steps may be unreadable. */
export const unsettlingSteps = (procedure: Procedure): readonly StepId[] =>
  stepIds(procedure).filter((id) => procedure.actions.all.some((action) => action.wait?.unsettles && stepWith(procedure, action) === id))
