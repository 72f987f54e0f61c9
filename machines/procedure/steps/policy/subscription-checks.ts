import { refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import { verbatim } from '../../../messages/message.ts'
import type { Check } from '../../check.ts'
import { sameId } from '../../ids.ts'
import { couldNotRead } from '../../refusals.ts'
import type { PolicyFacts } from './facts.ts'
import { messages } from './vault-messages.ts'

const part = 'subscription'

export const subscriptionChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'subscription-usable',
    aboutAccount: true,
    id: 'F-303',
    part,
    owner: 'key-vault-administrator',
    why: messages.subscriptionUsableWhy,
    remedy: messages.subscriptionUsableRemedy,
    link: 'azure-resource-providers',
    source: 'enterprise-policy-scripts',
    judge: ({ choices, subscriptions }) => {
      if (!choices) return undefined
      const refusal = refusalOf(subscriptions)
      if (refusal) return couldNotRead(messages.subscriptionsUnread, refusal)
      const subscription = valueIn(subscriptions)?.find((candidate) => sameId(candidate.id, choices.subscriptionId))
      if (!subscription) return { status: 'fail', title: messages.subscriptionNotFound, seen: verbatim(choices.subscriptionId) }
      const seen = messages.subscriptionFound({ name: subscription.displayName, id: subscription.id, state: subscription.state })
      switch (subscription.state.toLowerCase()) {
        case 'enabled':
          return { status: 'pass', title: messages.subscriptionEnabled({ subscription: subscription.displayName }), seen }
        case 'warned':
        case 'pastdue':
          return {
            status: 'warning',
            title: messages.subscriptionBillingProblem({ subscription: subscription.displayName }),
            seen,
            remedy: messages.subscriptionBillingRemedy,
          }
        default:
          return {
            status: 'fail',
            title: messages.subscriptionCannotUsed({ subscription: subscription.displayName, state: subscription.state }),
            seen,
          }
      }
    },
  },
  {
    key: 'provider-registered',
    id: 'F-301',
    part,
    owner: 'key-vault-administrator',
    why: messages.providerRegisteredWhy,
    remedy: messages.providerRegisteredRemedy,
    byHand: [messages.providerRegisteredManual1, messages.providerRegisteredManual2, messages.providerRegisteredManual3],
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    judge: ({ choices, provider }) => {
      if (!choices) return undefined
      const refusal = refusalOf(provider)
      if (refusal) return couldNotRead(messages.registrationUnread, refusal)
      const value = valueIn(provider)
      if (!value) return undefined
      const seen = messages.registrationState({ state: value.registrationState })
      if (value.registrationState.toLowerCase() === 'registered') return { status: 'pass', title: messages.providerRegistered, seen }
      return {
        status: 'fail',
        title: messages.providerNotRegistered,
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
    why: messages.resourceGroupReadableWhy,
    remedy: messages.resourceGroupReadableRemedy,
    source: 'power-platform-keys',
    judge: ({ choices, resourceGroup }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(resourceGroup)
      if (refusal) return couldNotRead(messages.resourceGroupUnread({ resourceGroup: choices.resourceGroup }), refusal)
      const group = valueIn(resourceGroup)
      return (
        group && {
          status: 'pass',
          title: messages.resourceGroupExists({ group: group.name }),
          seen: messages.groupLocation({ location: group.location }),
        }
      )
    },
  },
]
