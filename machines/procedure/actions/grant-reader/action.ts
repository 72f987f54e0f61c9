import { nameIn } from '../../../engine/action.ts'
import { oneOf, optional, type Stored, text } from '../../../engine/stored.ts'
import { type DisplayText, verbatim } from '../../../messages/message.ts'
import { policyId } from '../../ids.ts'
import { AZURE_ROLES, ROLES_THAT_READ } from '../../roles.ts'
import type { Definition } from '../definition.ts'
import { created } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { grantRole } from '../roles.ts'
import { messages } from './messages.ts'

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

const titleOf = (policyName: string, person: string | undefined): DisplayText =>
  person === undefined ? messages.title({ policyName }) : messages.titleFor({ policyName, person })

export const grantReader: Definition<GrantReader> = {
  kind: 'grant-reader',
  stored,
  why: { text: messages.why, source: 'power-platform-keys' },
  part: 'reader',
  describe: ({ policyName, principalId }, names) => ({
    title: titleOf(policyName, nameIn(names, principalId)),
    resource: verbatim('Reader'),
    before: messages.before,
    after: messages.after,
    undo: messages.undo,
    reversible: 'yes',
    usersCutOff: false,
    takes: actionMessages.seconds,
    owner: 'key-vault-administrator',
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
