import type { DisplayText } from '../messages/message.ts'
import { type Action, type ActionDefinition, type Actions, needsTypedName } from './action.ts'
import type { Choices } from './choices.ts'
import type { ChosenThing } from './chosen.ts'
import type { DecisionDefinition } from './decisions.ts'
import type { Said } from './handoff/hand-over.ts'
import type { LetterWords, OwnerDefinition } from './owners.ts'
import type { References } from './references.ts'
import type { Attestation, Check, Finding, OperationId, SequenceId, SourceId, StepId } from './step/finding.ts'
import type { Guide, OperationGuide } from './step/guide.ts'
import type { Reading } from './step/proof.ts'
import type { Fields } from './stored.ts'

/*
 * What a procedure gives the engine: each step and operation is one object, found by its ID, and so is each action (`action.ts`) and each
 * thing to decide (`decisions.ts`). The engine never asks which one it is.
 */

/**
 * What the machines and the view know of a step or an operation. What reads and judges it is loaded when a tenant is opened.
 * Decision 0096: no ID and no word of one procedure in the engine.
 */
export interface SequenceOutline<Words extends Guide = Guide> {
  readonly id: SequenceId
  readonly guide: Words
  /** It takes the environment away, so that a confirmed plan may wait for its maintenance window and begin by itself. */
  readonly mayBeScheduled?: true
}

export interface StepOutline extends SequenceOutline {
  /** Its services answer “not found” also for what they hide from the account. */
  readonly isHiddenAsMissing?: true
}

export interface OperationOutline extends SequenceOutline<OperationGuide> {
  /** What is kept in mind once it has been opened. @param environment as it was read last */
  readonly opened: (choices: Choices, environment: Reading['environment']) => Choices
  /** Where it changes what the choices of a step are about: what is chosen once the reading shows that it is done. */
  readonly follows?: { readonly of: StepId; readonly choices: (choices: Choices, done: Reading) => Choices }
  /** It can be opened as soon as this step is proved, and leads back to it. The others wait for what the steps lead to. */
  readonly opensAfter?: StepId
  /** ID of what it is about, where that is chosen in it: what is confirmed, waited for and done is kept for each apart. */
  readonly about?: (choices: Choices) => string | undefined
  /** Where it can be about one thing after another: the choices without any and with one, and all of them as they were listed. */
  readonly each?: {
    readonly none: (choices: Choices) => Choices
    readonly with: (choices: Choices, id: string) => Choices
    readonly of: (list: Reading) => readonly { readonly id: string; readonly name: string }[]
  }
}

/** One documented step, or one operation after them. `Observing`: what the procedure reads with. */
export interface SequenceDefinition<Observing> extends SequenceOutline {
  /** Everything it is judged with, in the order in which it is looked at. */
  readonly checks: readonly Check<never>[]
  /** Reads everything it depends on, judges it and plans what is left to write. Changes nothing. */
  observe(observing: Observing): Promise<Reading>
}

/** A gap that a person said they know of. */
export interface AcknowledgedGap extends Said {
  readonly key: string
  /** What they said that they know, where there are words for it. */
  readonly known?: DisplayText
}

/** What a procedure asks about what it reaches. */
export interface CoverageQuestions {
  readonly isAnswered: (choices: Choices) => boolean
  /** How many gaps aren’t acknowledged yet. */
  readonly openGaps: (choices: Choices) => number
  /** How many questions about the answers no one has confirmed yet. */
  readonly openQuestions: (choices: Choices, attestations: readonly Attestation[]) => number
  /** The gaps that a person said they know of. */
  readonly acknowledged: (choices: Choices) => readonly AcknowledgedGap[]
}

/** What a procedure calls its own pages, and what is said of all its steps together. */
export interface ProcedureWords {
  /** The page about what it reaches. */
  readonly coverage: DisplayText
  /** The page of the environments around the chosen one. */
  readonly landscape: DisplayText
  /** The page of its operations, where they are closed, and what the live region says of it. */
  readonly operations: DisplayText
  readonly operationsClosed: DisplayText
  readonly chooseOperation: DisplayText
  readonly checkingAll: DisplayText
  allVerified(of: { readonly title: DisplayText }): DisplayText
}

/** What a report says of a procedure beside what it says of every procedure. */
/** A table of a procedure's own in the report, from what was found last. */
export interface ReportTable {
  readonly heading: DisplayText
  /** Nothing where the findings give no reason for it. */
  of(findings: readonly Pick<Finding, 'key' | 'status' | 'title' | 'seen' | 'causes'>[]):
    | {
        readonly lead: readonly DisplayText[]
        /** Some with their share of the width, in percent. */
        readonly columns: readonly (DisplayText | readonly [DisplayText, number])[]
        /** Each cell in as many lines as it has. */
        readonly rows: readonly (readonly (readonly DisplayText[])[])[]
      }
    | undefined
}

/** What is known for those who read no further than the first page. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface ExecutiveFacts {
  /** As they were read last. */
  readonly findings: readonly (Pick<Finding, 'key' | 'status' | 'title' | 'seen' | 'endsAt'> & { readonly isConfirmed: boolean })[]
  /** When everything was verified last; absent where something is left. */
  readonly verifiedAt?: number
  /** When the last step's change was made here. */
  readonly doneAt?: number
  /** Gaps that a person said they know of. */
  readonly acknowledged: readonly DisplayText[]
}

/** The first page of a report. */
export interface Executive {
  readonly state: 'pass' | 'warning' | 'fail'
  readonly verdict: DisplayText
  readonly facts: readonly { readonly term: DisplayText; readonly value: DisplayText }[]
  readonly notReached: { readonly heading: DisplayText; readonly none: DisplayText; readonly list: readonly DisplayText[] }
  /** What is to be done, the first thing first. */
  readonly toDo: readonly { readonly until?: DisplayText; readonly what: DisplayText; readonly text?: DisplayText }[]
}

export interface ReportWords {
  readonly heading: DisplayText
  pageTitle(of: { readonly environment: DisplayText | string }): DisplayText
  /** Above what was done in an operation. */
  operation(of: { readonly title: DisplayText }): DisplayText
  /** Above the gaps that a person said they know of. */
  readonly acknowledged: DisplayText
  /** The page before the evidence; absent where a procedure has none. */
  readonly executive?: (facts: ExecutiveFacts) => Executive
  /** What may come, after the steps and operations; absent where a procedure says nothing of it. */
  readonly outlook?: ReportTable
  /** Above the polls of what ran at the services. */
  readonly waits: DisplayText
  /** The document that an entry of the failure catalogue is judged by; nothing for an entry that there is not. */
  ruleOf(id: string): SourceId | undefined
}

export interface Procedure {
  /** In the document's own order. */
  readonly steps: readonly StepOutline[]
  /** What can be done after the last step; what causes no downtime comes first, the way out last. */
  readonly operations: readonly OperationOutline[]
  readonly actions: Actions
  /** What a person decides beside the environment. */
  readonly decisions: readonly DecisionDefinition[]
  /** The environment that everything is about: which IDs there are, and what stays of the choices when another one is chosen. */
  readonly environment: { readonly isId: (id: string) => boolean; readonly keptForAnother: (choices: Choices) => Choices }
  /**
   * How the record keeps what a person decides beside the environment. `chosen` goes to another person with a handoff as well.
   */
  readonly stored: { readonly chosen: Fields; readonly choices: Fields }
  readonly chosen?: ChosenThing
  /** The questions about what it reaches, where it doesn't reach everything. */
  readonly coverage?: CoverageQuestions
  /** Other environments are read beside the chosen one: `Ports.landscape` gives them. */
  readonly hasLandscape?: true
  /** What the steps lead to is there, or is known to have been: operations are open then, also where no step can be proved any more. */
  readonly isInPlace: (choices: Choices, environment: Reading['environment']) => boolean
  /** Keys of findings on which a step may rest on someone's word and still be handed over as proved. */
  readonly provableOnWord: readonly string[]
  readonly references: References
  /** Who can put findings right, in the order in which a page lists them. */
  readonly owners: readonly OwnerDefinition[]
  readonly letter: LetterWords
  readonly words: ProcedureWords
  /** Files that are given away begin with it. */
  readonly fileName: string
  /** Loaded with the first report. */
  readonly reportWords: () => Promise<ReportWords>
  /**
   * Names of what checks read, by the check's key. `values` stay as they are unless they are changed: another one is a change, even where
   * both are in order. Of `statuses` only the status is compared. While a check of `urgent` is among the changes for the worse, none of
   * those can be snoozed.
   */
  readonly drift: {
    readonly values: Readonly<Record<string, DisplayText>>
    readonly statuses: Readonly<Record<string, DisplayText>>
    readonly urgent: readonly string[]
  }
}

export function guideOf({ steps, operations }: Procedure, id: SequenceId): Guide {
  const found = [...steps, ...operations].find((each) => each.id === id)
  if (!found) throw new Error(`The procedure has no ${id}`)
  return found.guide
}

/** Whether a plan may begin by itself at a later time: only where a window is stated for it. */
export const mayBeScheduled = ({ steps, operations, actions }: Procedure, id: SequenceId, plan: readonly Action[]): boolean =>
  [...steps, ...operations].some((each) => each.id === id && each.mayBeScheduled === true) && needsTypedName(actions, plan)

export const stepIds = ({ steps }: Pick<Procedure, 'steps'>): readonly StepId[] => steps.map(({ id }) => id)

export const operationIds = ({ operations }: Pick<Procedure, 'operations'>): readonly OperationId[] => operations.map(({ id }) => id)

/** The operations that open right after a step, and lead back to it. */
export const besideStep = ({ operations }: Pick<Procedure, 'operations'>, step: StepId): readonly OperationId[] =>
  operations.filter(({ opensAfter }) => opensAfter === step).map(({ id }) => id)

/** The place of a step in the document's order, counted from one; nothing for an operation. */
export function placeOf({ steps }: Pick<Procedure, 'steps'>, id: SequenceId): number | undefined {
  const index = steps.findIndex((step) => step.id === id)
  return index === -1 ? undefined : index + 1
}

export const isStep = (procedure: Pick<Procedure, 'steps'>, id: SequenceId): boolean => placeOf(procedure, id) !== undefined

/** The steps that must hold before anything is written: the earlier ones for a step, none for an operation, which reads all it stands on itself. */
export const stepsBefore = (procedure: Pick<Procedure, 'steps'>, id: SequenceId): readonly StepId[] =>
  stepIds(procedure).slice(0, (placeOf(procedure, id) ?? 1) - 1)

/** The step whose parts an action belongs to. */
export function stepWith({ steps }: Pick<Procedure, 'steps'>, { part }: Pick<ActionDefinition, 'part'>): StepId {
  const step = steps.find(({ guide }) => guide.parts.some((each) => each.part === part))
  if (!step) throw new Error(`No step lists the part ${part}`)
  return step.id
}

/** Steps that start what takes the environment away for a while: meanwhile earlier steps may not be readable. */
export const unsettlingSteps = (procedure: Procedure): readonly StepId[] =>
  stepIds(procedure).filter((id) => procedure.actions.all.some((action) => action.wait?.unsettles && stepWith(procedure, action) === id))
