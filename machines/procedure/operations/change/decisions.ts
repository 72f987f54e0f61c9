import type { DecisionDefinition } from '#machines/engine/decisions.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId } from '../../ids.ts'

/** Target policy for an environment that is in another. */
export interface ChooseNextPolicy {
  readonly kind: 'choose-next-policy'
  readonly policyId: string
}

export const chooseNextPolicy: DecisionDefinition<ChooseNextPolicy> = {
  kind: 'choose-next-policy',
  place: 'change',
  may: (_, { policyId }) => parseResourceId(policyId) !== undefined,
  make({ choices, attestations }, { policyId }) {
    const next: Choices = { ...choices, nextPolicyId: policyId }
    return { choices: next, attestations: attestations.filter(({ key }) => !key.startsWith('change-')) }
  },
}
