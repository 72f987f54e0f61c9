import { nameIn } from '#machines/engine/action.ts'
import { oneOf, optional, type Stored, text } from '#machines/engine/stored.ts'
import { type DisplayText, defineMessages, verbatim } from '#machines/messages/message.ts'
import { policyId } from '../../ids.ts'
import { AZURE_ROLES, ROLES_THAT_READ } from '../../rights/roles.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { IN_SECONDS } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { grantRole } from '../roles.ts'

const stored = {
  subscriptionId: text,
  policyResourceGroup: text,
  policyName: text,
  principalId: text,
  /** Absent: a user. */
  principalType: optional(oneOf('Group')),
}

export type GrantReader = Stored<'grant-reader', typeof stored>

const policyOf = ({ subscriptionId, policyResourceGroup, policyName }: GrantReader): string =>
  policyId(subscriptionId, policyResourceGroup, policyName)

const messages = defineMessages('action.grantReader', {
  why: {
    id: 'scripts.reason.grantReader',
    defaultMessage: 'The person who adds the environment must be able to read the policy.',
  },
  title: 'Assign Reader on the policy {policyName} to the Power Platform admin',
  titleFor: 'Assign Reader on the policy {policyName} to {person}',
  before: 'This person or group has no role on the policy',
  after: 'This person or group can read the policy',
  undo: 'Yes, any time',
  f604Meaning: 'The account can’t assign roles on the policy. Contributor isn’t enough.',
  f604Remedy: 'Ask an Owner or User Access Administrator of the policy to assign this role or to give you that right. Then check again.',
  f703Meaning:
    'The directory doesn’t recognize this object ID. A partner account with delegated admin privileges (GDAP) has no user object, so it can’t get a role.',
  f703Remedy:
    'Choose an admin of your own tenant, or invite the partner as a guest and use the guest’s object ID. A new account can take a few minutes to appear.',
})

const titleOf = (policyName: string, person: string | undefined): DisplayText =>
  person === undefined ? messages.title({ policyName }) : messages.titleFor({ policyName, person })

export const grantReader: Definition<GrantReader> = {
  kind: 'grant-reader',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Grant the Power Platform admin privilege to read enterprise policy' },
  part: 'reader',
  describe: ({ policyName, principalId }, names) => ({
    title: titleOf(policyName, nameIn(names, principalId)),
    resource: verbatim('Reader'),
    before: messages.before,
    after: messages.after,
    undo: messages.undo,
    reversible: 'yes',
    ...IN_SECONDS,
  }),
  fields: (action) => created(policyOf(action), [`roleAssignments.${AZURE_ROLES.reader}`, action.principalId]),
  apply(action, { azure }, _now, signal) {
    const { subscriptionId, principalId } = action
    const principalType = action.principalType ?? ('User' as const)
    const wanted = { scope: policyOf(action), subscriptionId, roleId: AZURE_ROLES.reader, principalId, principalType }
    return grantRole(azure, wanted, ROLES_THAT_READ, signal)
  },
  details: ({ policyName, principalId }) => [policyName, principalId],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    // Key Vault Data Access Administrator assigns vaults' roles, not Reader.
    known('F-604', isForbidden, { meaning: messages.f604Meaning, remedy: messages.f604Remedy }),
    known('F-703', ({ reason }) => reason === 'not-ready', { meaning: messages.f703Meaning, remedy: messages.f703Remedy }, 'you'),
  ),
}
