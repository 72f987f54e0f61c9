import type { Choices } from './choices.ts'
import type { Decision } from './decision.ts'
import type { Attestation, OperationId, SequenceId, StepId } from './step/finding.ts'
import type { Tenant } from './step/ports.ts'
import type { StepRecord } from './wizard/step-record.ts'

export interface DecisionBasis {
  readonly tenant: Tenant
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly steps: Readonly<Record<StepId, StepRecord>>
  readonly operations: Readonly<Record<OperationId, StepRecord>>
  /** Shown in the form, which stays open for it. */
  readonly browsed?: string | undefined
}

/** Place of a decision: a step, an operation, or the coverage page while or after answering. */
export type DecisionPlace = SequenceId | { readonly coverage: 'answering' | 'assessed' }

/**
 * A decision. In a step or operation it restarts the loop.
 * Methods, so that all kinds fit one list; a decision is only passed to the definition of its `kind`.
 */
export interface DecisionDefinition<Of extends Decision = Decision> {
  readonly kind: Of['kind']
  readonly place: DecisionPlace
  /** Replaces an earlier choice: readings and confirmations from its step on are void. */
  readonly replaces?: true
  /** Possible while an earlier choice is waited for; that work continues and is followed when chosen again. */
  readonly whileWaiting?: true
  /** Whether such a decision is open now. Absent: always. */
  isOpen?(basis: DecisionBasis): boolean
  /** Whether it is valid: within services' rules and about something existing. */
  may(basis: DecisionBasis, decision: Of): boolean
  /** @param now milliseconds since 1970-01-01T00:00:00Z */
  make(basis: DecisionBasis, decision: Of, now: number): Partial<Omit<DecisionBasis, 'tenant' | 'operations'>>
}

export const decisionsIn = (definitions: readonly DecisionDefinition[], place: DecisionPlace): readonly DecisionDefinition[] =>
  definitions.filter((each) =>
    typeof place === 'string' || typeof each.place === 'string' ? each.place === place : each.place.coverage === place.coverage,
  )

export const isOpen = (definition: DecisionDefinition, basis: DecisionBasis): boolean => definition.isOpen?.(basis) ?? true

/** Definition of a decision's kind, if known and permitted. */
export const definitionFor = (
  definitions: readonly DecisionDefinition[],
  basis: DecisionBasis,
  decision: Decision,
): DecisionDefinition | undefined => definitions.find((each) => each.kind === decision.kind && each.may(basis, decision))
