import { byFact } from '#machines/engine/fact.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, refusedForAnotherReason, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf, regionInGeography } from '../../geography.ts'
import { sameId } from '../../ids.ts'
import { couldNotRead } from '../../refusals.ts'
import { serviceWord } from '../../service-words.ts'
import type { PolicyFacts } from './facts.ts'
import { type Registration, registrationOf } from './registration.ts'
import { messages } from './vault-messages.ts'

const part = 'subscription'

function groupGeography({ environment, resourceGroup }: PolicyFacts): Observation | undefined {
  const group = valueIn(resourceGroup)
  const location = valueIn(environment)?.location
  const inside = group && location !== undefined ? regionInGeography(location, group.location) : undefined
  if (!group || location === undefined || inside === undefined) return undefined
  const named = { group: group.name, title: geographyOf(location)?.title ?? location }
  return {
    status: inside ? 'pass' : 'warning',
    title: (inside ? messages.groupInGeography.inside : messages.groupInGeography.outside)(named),
    seen: messages.groupInGeography.found({ group: group.location, environment: location }),
  }
}

export const subscriptionChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'subscription-usable',
    aboutAccount: 'reaches',
    id: 'F-303',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.subscriptionUsable),
    link: 'azure-resource-providers',
    source: 'enterprise-policy-scripts',
    judge: ({ choices, subscriptions }) => {
      if (!choices) return undefined
      const refusal = refusalOf(subscriptions)
      if (refusal) return couldNotRead(messages.subscriptionUsable.subscriptionsUnread, refusal)
      const subscription = valueIn(subscriptions)?.find((candidate) => sameId(candidate.id, choices.subscriptionId))
      if (!subscription) return fail(messages.subscriptionUsable.subscriptionNotFound, verbatim(choices.subscriptionId))
      const seen = messages.subscriptionUsable.found({
        name: subscription.displayName,
        id: subscription.id,
        state: serviceWord(subscription.state),
      })
      switch (subscription.state.toLowerCase()) {
        case 'enabled':
          return pass(messages.subscriptionUsable.subscriptionEnabled({ subscription: subscription.displayName }), seen)
        case 'warned':
        case 'pastdue':
          return warning(messages.subscriptionUsable.subscriptionBillingProblem({ subscription: subscription.displayName }), seen, {
            remedy: messages.subscriptionUsable.subscriptionBillingRemedy,
          })
        case 'disabled':
        case 'deleted':
          return fail(
            messages.subscriptionUsable.subscriptionCannotUsed({
              subscription: subscription.displayName,
              state: serviceWord(subscription.state),
            }),
            seen,
          )
        default:
          return question(
            messages.subscriptionUsable.subscriptionStateUnknown({
              subscription: subscription.displayName,
              state: serviceWord(subscription.state),
            }),
            seen,
            { remedy: messages.subscriptionUsable.subscriptionStateRemedy },
          )
      }
    },
  },
  {
    key: 'provider-registered',
    id: 'F-301',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.providerRegistered),
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    heading: 'Enable the Power Platform enterprise policies service for your Azure subscription',
    judge: ({ choices, provider }) => {
      if (!choices) return undefined
      const refusal = refusalOf(provider)
      if (refusal) return couldNotRead(messages.providerRegistered.registrationUnread, refusal)
      const value = valueIn(provider)
      if (!value) return undefined
      const seen = messages.providerRegistered.found({ state: serviceWord(value.registrationState) })
      const isUnknown = () => question(messages.providerRegistered.isRegistered, seen)
      return byFact<Registration, Observation>(registrationOf(value), {
        known: (registration) =>
          registration === 'registered'
            ? pass(messages.providerRegistered.providerRegistered, seen)
            : fail(messages.providerRegistered.providerNotRegistered, seen, { putRightBy: ['register-provider'] }),
        absent: isUnknown,
        unknown: isUnknown,
      })
    },
  },
  {
    key: 'resource-group-readable',
    id: 'F-302',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.resourceGroupReadable),
    source: 'power-platform-keys',
    heading: 'Create an Azure paid subscription and key vault',
    judge: ({ choices, resourceGroup }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(resourceGroup)
      if (refusal)
        return couldNotRead(messages.resourceGroupReadable.resourceGroupUnread({ resourceGroup: choices.resourceGroup }), refusal)
      const group = valueIn(resourceGroup)
      return (
        group &&
        pass(
          messages.resourceGroupReadable.resourceGroupExists({ group: group.name }),
          messages.resourceGroupReadable.location({ location: group.location }),
        )
      )
    },
  },
  {
    key: 'resource-group-in-geography',
    id: 'F-503',
    part,
    owner: 'key-vault-administrator',
    why: messages.vaultInGeography.why,
    remedy: messages.groupInGeography.remedy,
    source: 'power-platform-keys',
    heading: 'Create an Azure paid subscription and key vault',
    judge: groupGeography,
  },
]
