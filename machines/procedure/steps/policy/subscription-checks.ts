import type { Check } from '../../../engine/step/finding.ts'
import { couldNotRead, refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import { sameId } from '../../ids.ts'
import type { PolicyFacts } from './facts.ts'

const part = 'subscription'

export const subscriptionChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'subscription-usable',
    id: 'F-303',
    part,
    owner: 'key-vault-administrator',
    why: 'The vault and the policy live in this subscription for as long as the key is used. When it is disabled, the key is out of reach.',
    remedy: 'Choose an enabled subscription that the account can see, or ask its owner to put it in order.',
    link: 'azure-resource-providers',
    source: 'enterprise-policy-scripts',
    look: ({ choices, subscriptions }) => {
      if (!choices) return undefined
      const refusal = refusalOf(subscriptions)
      if (refusal) return couldNotRead('The list of subscriptions', refusal)
      const subscription = valueIn(subscriptions)?.find((candidate) => sameId(candidate.id, choices.subscriptionId))
      if (!subscription)
        return { status: 'fail', title: 'The subscription is not among those the account can see', seen: choices.subscriptionId }
      const seen = `${subscription.displayName} (${subscription.id}): ${subscription.state}.`
      switch (subscription.state.toLowerCase()) {
        case 'enabled':
          return { status: 'pass', title: `The subscription ${subscription.displayName} is enabled`, seen }
        case 'warned':
        case 'pastdue':
          return {
            status: 'warning',
            title: `The subscription ${subscription.displayName} has a billing problem`,
            seen,
            remedy: 'Have its owner settle it: a subscription that gets disabled takes every environment on the key offline.',
          }
        default:
          return { status: 'fail', title: `The subscription ${subscription.displayName} cannot be used: ${subscription.state}`, seen }
      }
    },
  },
  {
    key: 'provider-registered',
    id: 'F-301',
    part,
    owner: 'key-vault-administrator',
    why: 'Enterprise policies can only be created where the subscription is registered for Power Platform.',
    remedy: 'Register Microsoft.PowerPlatform in the subscription. An owner or contributor of the subscription can.',
    byHand: [
      'In the Azure portal, open the subscription.',
      'Open Resource providers, find Microsoft.PowerPlatform, select Register.',
      'Wait until it says Registered.',
    ],
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    look: ({ choices, provider }) => {
      if (!choices) return undefined
      const refusal = refusalOf(provider)
      if (refusal) return couldNotRead('The registration of Microsoft.PowerPlatform', refusal)
      const value = valueIn(provider)
      if (!value) return undefined
      const seen = `Microsoft.PowerPlatform: ${value.registrationState}.`
      if (value.registrationState.toLowerCase() === 'registered')
        return { status: 'pass', title: 'Microsoft.PowerPlatform is registered', seen }
      return {
        status: 'fail',
        title: `Microsoft.PowerPlatform is not registered in the subscription`,
        seen,
        putRightBy: ['register-provider'],
      }
    },
  },
  {
    key: 'resource-group-readable',
    id: 'F-302',
    part,
    owner: 'key-vault-administrator',
    why: 'The policy is created in this resource group.',
    remedy: 'Ask the owner of the subscription for Contributor on the resource group.',
    source: 'power-platform-keys',
    look: ({ choices, resourceGroup }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(resourceGroup)
      if (refusal) return couldNotRead(`The resource group ${choices.resourceGroup}`, refusal)
      const group = valueIn(resourceGroup)
      return group && { status: 'pass', title: `The resource group ${group.name} exists`, seen: `Location ${group.location}.` }
    },
  },
]
