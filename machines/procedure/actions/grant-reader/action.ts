import { policyId } from '../../ids.ts'
import { AZURE_ROLES, ROLES_THAT_READ } from '../../roles.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { inAzure, isForbidden } from '../refusals.ts'
import { grantRole } from '../roles.ts'

export interface GrantReader {
  readonly kind: 'grant-reader'
  readonly subscriptionId: string
  readonly policyResourceGroup: string
  readonly policyName: string
  readonly principalId: string
}

const policyOf = ({ subscriptionId, policyResourceGroup, policyName }: GrantReader): string =>
  policyId(subscriptionId, policyResourceGroup, policyName)

export const grantReader: Definition<GrantReader> = {
  kind: 'grant-reader',
  part: 'reader',
  describe: ({ policyName, principalId }) => ({
    title: `Give the Power Platform administrator Reader on the policy ${policyName}`,
    resource: 'Reader',
    before: `${principalId} has no role on the policy`,
    after: `${principalId} can read the policy`,
    undo: 'Yes, any time',
    reversible: 'yes',
    usersCutOff: false,
    takes: 'Seconds',
    owner: 'key-vault-administrator',
  }),
  fields: (action) => created(policyOf(action), [`roleAssignments.${AZURE_ROLES.reader}`, action.principalId]),
  apply(action, { azure }, _now, signal) {
    const { subscriptionId, principalId } = action
    const wanted = { scope: policyOf(action), subscriptionId, roleId: AZURE_ROLES.reader, principalId, principalType: 'User' } as const
    return grantRole(azure, wanted, ROLES_THAT_READ, signal)
  },
  details: ({ policyName, principalId }) => [policyName, principalId],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    {
      // Key Vault Data Access Administrator gives the roles of vaults, not Reader.
      id: 'F-604',
      when: isForbidden,
      says: () => ({
        meaning: 'The account may not give roles on the policy. Contributor is not enough.',
        remedy:
          'Ask somebody with Owner or User Access Administrator on the policy to give this role, or to give you that right. Then check again.',
        owner: 'key-vault-administrator',
      }),
    },
    {
      id: 'F-703',
      when: ({ reason }) => reason === 'not-ready',
      says: () => ({
        meaning:
          'The directory does not know this object id. A partner’s account that is here by delegated administration (GDAP) has no user object and cannot be given a role.',
        remedy:
          'Name an administrator of your own tenant, or invite the partner’s account as a guest and use the guest’s object id. Somebody who was added a moment ago is known in some minutes.',
        owner: 'you',
      }),
    },
  ),
}
