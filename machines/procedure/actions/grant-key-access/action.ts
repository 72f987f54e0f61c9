import { oneOf, optional, type Stored, type StoredAs, text, time } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { inStore, readStore, storeId } from '../../key-store.ts'
import { KEY_PERMISSIONS, missingKeyPermissions } from '../../rights/key-permissions.ts'
import { ALL_KEYS, LOCAL_ROLES, LOCAL_ROLES_THAT_WRAP } from '../../rights/local-roles.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_WRAP, roleName } from '../../rights/roles.ts'
import type { Services, Vault } from '../../services/services.ts'
import { WAITS } from '../../waits.ts'
import type { Definition, Written } from '../definition.ts'
import { chosen, created } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { grantRole } from '../roles.ts'
import { waitedOut } from '../timed-wait.ts'
import { done, idOf } from '../writing.ts'

const stored = {
  ...inStore,
  policyResourceGroup: text,
  policyName: text,
  /** The vault uses access policies instead of Azure roles. */
  byAccessPolicy: optional(oneOf(true)),
}

export type GrantKeyAccess = Stored<'grant-key-access', typeof stored>

/** A new role takes some minutes to take effect. No service can tell, so the time is waited out. */
const spreading = { kind: 'access-spreading', fields: { since: time, until: time } } as const

export type AccessSpreading = StoredAs<typeof spreading>

/** Assigns the Managed HSM's own role, unless a sufficient one exists. */
async function grantLocally(azure: Services['azure'], { vaultUri }: Vault, principalId: string, signal: AbortSignal): Promise<Written> {
  const existing = await azure.listLocalRoles(vaultUri, ALL_KEYS, principalId, signal)
  if (!existing.ok) return existing
  const found = existing.value.find(({ roleId }) => LOCAL_ROLES_THAT_WRAP.includes(roleId))
  if (found) return { ok: true, resourceId: found.id, written: false }
  const wanted = { scope: ALL_KEYS, roleId: LOCAL_ROLES['crypto-service-encryption-user'], principalId }
  return done(await azure.assignLocalRole(vaultUri, wanted, signal), idOf, true)
}

async function grant(action: GrantKeyAccess, azure: Services['azure'], signal: AbortSignal): Promise<Written> {
  const { subscriptionId, vaultResourceGroup, vaultName, policyResourceGroup, policyName } = action
  const [policy, vault] = await Promise.all([
    azure.readPolicy(subscriptionId, policyResourceGroup, policyName, signal),
    readStore(azure, action, signal),
  ])
  if (!policy.ok) return policy
  if (!vault.ok) return vault
  const { principalId } = policy.value
  if (principalId === undefined) {
    return {
      ok: false,
      refusal: {
        reason: 'not-ready',
        request: `GET ${policy.value.id}`,
        message: actionMessages.noIdentityYet,
        retryAfterSeconds: 15,
      },
    }
  }
  if (vault.value.managedHsm) return grantLocally(azure, vault.value, principalId, signal)
  if (!vault.value.roleBasedAccess) {
    const entryOf = ({ id }: Vault): string => `${id}/accessPolicies/${principalId}`
    if (missingKeyPermissions(vault.value, principalId).length === 0) return done(vault, entryOf, false)
    return done(await azure.addKeyAccessPolicy(subscriptionId, vaultResourceGroup, vaultName, principalId, signal), entryOf, true)
  }
  return grantRole(
    azure,
    {
      scope: storeId(action),
      subscriptionId,
      roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
      principalId,
      principalType: 'ServicePrincipal',
    },
    ROLES_THAT_WRAP,
    signal,
  )
}

const roleIn = (keyStore: GrantKeyAccess['keyStore']): string =>
  keyStore ? LOCAL_ROLES['crypto-service-encryption-user'] : AZURE_ROLES['key-vault-crypto-service-encryption-user']

const messages = defineMessages('action.grantKeyAccess', {
  why: {
    id: 'scripts.reason.grantKeyAccess',
    defaultMessage:
      'The identity of the policy must get, wrap, and unwrap with the key. By Microsoft’s scripts, new access takes up to 5 minutes to take effect.',
  },
  title: 'Let the policy {policyName} use the key in {vaultName}',
  before: 'The policy’s identity has no access to the key vault',
  beforeInHsm: 'The policy’s identity has no local role for all keys',
  after: 'It can get, wrap, and unwrap keys',
  undo: 'Yes, until you add an environment. After that, it takes environments offline',
  f604Meaning: 'The account can’t give access to the key vault. Contributor isn’t enough.',
  f604Remedy:
    'Ask an Owner, User Access Administrator, or Key Vault Data Access Administrator of the key vault to assign this role or to give you that right. In a Managed HSM, ask a Managed HSM Administrator. Then check again.',
  f602Meaning: 'The policy’s new identity isn’t available everywhere yet.',
  f602Remedy: 'Wait two minutes, then apply the rest.',
  waitTitle: 'Waiting for the role assignment to take effect',
  waitRange:
    'By Microsoft’s scripts, a new role assignment can take up to 5 minutes to take effect. No service reports when it does, so the wizard waits.',
  spreading: 'Waiting for the role assignment to take effect',
  resource: 'Vault access policy: Get, Wrap Key, Unwrap Key',
})

export const grantKeyAccess: Definition<GrantKeyAccess, AccessSpreading> = {
  kind: 'grant-key-access',
  stored,
  why: { text: messages.why, source: 'enterprise-policy-scripts', heading: 'Grant enterprise policy permissions to access key vault' },
  part: 'access',
  describe: ({ policyName, vaultName, keyStore, byAccessPolicy }) => ({
    title: messages.title({ policyName, vaultName }),
    resource: byAccessPolicy ? messages.resource : verbatim(roleName(roleIn(keyStore))),
    before: keyStore ? messages.beforeInHsm : messages.before,
    after: messages.after,
    reversible: 'until-linked',
    undo: messages.undo,
    usersCutOff: false,
    takes: WAITS['role-assignment'].takes,
    owner: 'key-vault-administrator',
  }),
  fields(action) {
    const id = storeId(action)
    if (action.byAccessPolicy) return created(id, ['properties.accessPolicies.permissions.keys', KEY_PERMISSIONS.toSorted().join(', ')])
    return [chosen(id, `roleAssignments.${roleIn(action.keyStore)}`)]
  },
  /** Waits for the new role to take effect, so that the next step doesn't fail. */
  async apply(action, { azure }, now, signal) {
    const outcome = await grant(action, azure, signal)
    return outcome.ok && outcome.written
      ? { ...outcome, pending: { kind: 'access-spreading', since: now, until: now + ACCESS_SPREADS_IN } }
      : outcome
  },
  details: ({ policyName }) => [policyName],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    known('F-604', isForbidden, { meaning: messages.f604Meaning, remedy: messages.f604Remedy }),
    known('F-602', ({ reason }) => reason === 'not-ready', { meaning: messages.f602Meaning, remedy: messages.f602Remedy }, 'microsoft'),
  ),
  wait: {
    stored: spreading,
    follows: (pending) => pending.kind === 'access-spreading',
    // Names no vault, so it can't be matched to an action.
    isOf: () => false,
    title: messages.waitTitle,
    range: messages.waitRange,
    takesDays: false,
    unsettles: false,
    poll: async (pending, _services, now) => waitedOut(pending, messages.spreading, now),
  },
}
