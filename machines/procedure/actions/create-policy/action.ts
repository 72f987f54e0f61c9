import { policyId } from '../../ids.ts'
import type { NewPolicy } from '../../services.ts'
import type { Definition } from '../definition.ts'
import { chosen, created } from '../fields.ts'
import { hasCode, inAzure } from '../refusals.ts'
import { createAbsent, idOf } from '../writing.ts'

export interface CreatePolicy {
  readonly kind: 'create-policy'
  readonly policy: NewPolicy
}

export const createPolicy: Definition<CreatePolicy> = {
  kind: 'create-policy',
  part: 'policy',
  describe: ({ policy: { name, location, keyName } }) => ({
    title: `Create the enterprise policy ${name} in ${location}`,
    resource: 'Microsoft.PowerPlatform/enterprisePolicies',
    before: 'Does not exist',
    after: `Encryption policy that uses the latest version of the key ${keyName}`,
    reversible: 'until-linked',
    undo: 'Until an environment is added',
    usersCutOff: false,
    takes: 'Seconds',
    owner: 'key-vault-administrator',
  }),
  fields({ policy: { subscriptionId, resourceGroup, name, location, vaultId, keyName } }) {
    const id = policyId(subscriptionId, resourceGroup, name)
    return [
      ...created(id, ['location', location], {
        kind: 'Encryption',
        'identity.type': 'SystemAssigned',
        'properties.encryption.state': 'Enabled',
        'properties.encryption.keyVault.id': vaultId,
        'properties.encryption.keyVault.key.name': keyName,
      }),
      chosen(id, 'identity.principalId'),
      chosen(id, 'properties.systemId'),
    ]
  },
  async apply({ policy }, { azure }, _now, signal) {
    const present = await azure.readPolicy(policy.subscriptionId, policy.resourceGroup, policy.name, signal)
    return createAbsent(present, () => azure.createPolicy(policy, signal), idOf)
  },
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    {
      id: 'F-301',
      when: hasCode('MissingSubscriptionRegistration'),
      says: () => ({
        meaning: 'The subscription is not registered for Power Platform, or the registration has not reached every server yet.',
        remedy: 'Check again: the registration is then part of the plan. If it says Registered, wait some minutes and apply the rest.',
        owner: 'key-vault-administrator',
      }),
    },
    {
      id: 'F-502',
      when: hasCode('LocationNotAvailableForResourceType', 'InvalidResourceLocation', 'NoRegisteredProviderFound'),
      says: () => ({
        meaning:
          'Azure does not take this location for a policy. Two words changed between editions of Microsoft’s article: brazil was southamerica, uae was unitedarabemirates.',
        remedy:
          'Check again, so that the wizard reads the locations this subscription offers. If it stays, ask Microsoft about the region.',
        owner: 'microsoft',
      }),
    },
    {
      id: 'F-504',
      when: hasCode('EnterprisePolicyUpdateNotAllowed'),
      says: () => ({
        meaning: 'The policy exists and environments use it. Such a policy can be neither changed nor deleted.',
        remedy: 'Choose another name for a new policy, or use this one as it is.',
        owner: 'key-vault-administrator',
      }),
    },
  ),
}
