import type { DecisionDefinition } from '#machines/engine/decisions.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { validateTags } from '../../tag-rules.ts'
import { brokenRules, validateSubscriptionId } from './names.ts'

export interface ChoosePolicy {
  readonly kind: 'choose-policy'
  readonly policy: PolicyChoices
}

/** Requested protections end with their key store; everything else stays. */
function withPolicy(choices: Choices, policy: PolicyChoices): Choices {
  const { turnOnPurgeProtection: _, nextPolicyId: __, changedFromPolicyId: ___, protection: ____, ...kept } = choices
  return { ...kept, policy }
}

export const choosePolicy: DecisionDefinition<ChoosePolicy> = {
  kind: 'choose-policy',
  place: 'policy',
  replaces: true,
  may: (_, { policy }) => Object.keys(brokenRules(policy)).length === 0 && validateTags(policy.tags ?? []) === undefined,
  make: ({ choices }, { policy }) => ({ choices: withPolicy(choices, policy) }),
}

export interface BrowseSubscription {
  readonly kind: 'browse-subscription'
  readonly subscriptionId: string
}

export const browseSubscription: DecisionDefinition<BrowseSubscription> = {
  kind: 'browse-subscription',
  place: 'policy',
  may: (_, { subscriptionId }) => validateSubscriptionId(subscriptionId) === undefined,
  make: (_, { subscriptionId }) => ({ browsed: subscriptionId }),
}

/** For an existing vault: permanent, so never planned unasked. */
export interface TurnOnPurgeProtection {
  readonly kind: 'turn-on-purge-protection'
}

const isChosen = ({ policy }: Choices): boolean => policy !== undefined

export const turnOnPurgeProtection: DecisionDefinition<TurnOnPurgeProtection> = {
  kind: 'turn-on-purge-protection',
  place: 'policy',
  isOpen: ({ choices }) => isChosen(choices),
  may: () => true,
  make({ choices }) {
    const wished: Choices = { ...choices, turnOnPurgeProtection: true }
    return { choices: wished }
  },
}
