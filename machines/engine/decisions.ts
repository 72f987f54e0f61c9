import type { Choices } from './choices.ts'
import type { Decision } from './decision.ts'
import type { Attestation, OperationId, SequenceId, StepId } from './step/finding.ts'
import type { Tenant } from './step/ports.ts'
import type { StepRecord } from './wizard/step-record.ts'

/** What a decision is made on, and what it may change. */
export interface DecisionBasis {
  readonly tenant?: Tenant | undefined
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly steps: Readonly<Record<StepId, StepRecord>>
  readonly operations: Readonly<Record<OperationId, StepRecord>>
  /** The form stays on screen, though a choice was made. */
  readonly editing: boolean
  /** What the form shows before it is decided. */
  readonly browsed?: string | undefined
}

/** Where a decision is made: in a step or an operation, or on the page about coverage, while it is answered or after it was. */
export type DecisionPlace = SequenceId | { readonly coverage: 'answering' | 'assessed' }

/**
 * One thing that a person can decide. In a step or an operation every decision starts its loop anew.
 *
 * Members that take a decision are methods, so that the objects of all kinds fit one list. A decision is only ever given to the object of
 * its own kind: it is looked up by the decision's `kind`.
 */
export interface DecisionDefinition<Of extends Decision = Decision> {
  readonly kind: Of['kind']
  readonly place: DecisionPlace
  /** Another choice than before: what was read and confirmed for the one before says nothing any more, from its step on. */
  readonly replaces?: true
  /** Also while what was chosen before is waited for, which continues at the services and is followed again once it is chosen again. */
  readonly whileWaiting?: true
  /** Whether there is something of this kind to decide now. Absent where there always is. */
  isOpen?(basis: DecisionBasis): boolean
  /** Whether this one may be made: that it keeps to the services' rules, and is about something that is there. */
  may(basis: DecisionBasis, decision: Of): boolean
  /** What it changes. @param now milliseconds since 1970-01-01T00:00:00Z */
  make(basis: DecisionBasis, decision: Of, now: number): Partial<Omit<DecisionBasis, 'tenant' | 'operations'>>
}

export const decisionsIn = (definitions: readonly DecisionDefinition[], place: DecisionPlace): readonly DecisionDefinition[] =>
  definitions.filter((each) =>
    typeof place === 'string' || typeof each.place === 'string' ? each.place === place : each.place.coverage === place.coverage,
  )

/** Whether there is something of this kind to decide now. */
export const isOpen = (definition: DecisionDefinition, basis: DecisionBasis): boolean => definition.isOpen?.(basis) ?? true

/** The object of a decision's own kind, which alone this decision may be given to; nothing where it is not among these, or may not be made. */
export const definitionFor = (
  definitions: readonly DecisionDefinition[],
  basis: DecisionBasis,
  decision: Decision,
): DecisionDefinition | undefined => definitions.find((each) => each.kind === decision.kind && each.may(basis, decision))
