import type { DecisionDefinition } from '../../../engine/decisions.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId } from '../../ids.ts'

/** The policy to change to, of an environment that is in another one. */
export interface ChooseNextPolicy {
  readonly kind: 'choose-next-policy'
  /** Azure resource id. */
  readonly policyId: string
}

export const chooseNextPolicy: DecisionDefinition<ChooseNextPolicy> = {
  kind: 'choose-next-policy',
  place: 'change',
  may: (_, { policyId }) => parseResourceId(policyId) !== undefined,
  make({ choices, attestations }, { policyId }) {
    const next: Choices = { ...choices, nextPolicyId: policyId }
    // What was confirmed of the one before says nothing of it.
    return { choices: next, attestations: attestations.filter(({ key }) => !key.startsWith('change-')) }
  },
}
