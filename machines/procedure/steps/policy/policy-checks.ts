import { inUtc } from '../../../engine/moment.ts'
import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import { geographyOf, isPolicyLocationInferred, locationWord, policyLocationFor, sameGeography } from '../../geography.ts'
import { sameId, vaultId } from '../../ids.ts'
import { ACCESS_SPREADS_IN, ROLES_THAT_READ, ROLES_THAT_WRAP, roleName } from '../../roles.ts'
import type { Answer, EnterprisePolicy, Refusal, RoleAssignment, Vault } from '../../services.ts'
import type { PolicyFacts } from './facts.ts'
import { keyPermissionsOf, missingKeyPermissions } from './key-permissions.ts'

/** The policy, when it is one for encryption. Of a policy of another kind only that is said: nothing else about it matters. */
export function encryptionPolicyIn(answer: Answer<EnterprisePolicy> | undefined): EnterprisePolicy | undefined {
  const policy = valueIn(answer)
  return policy?.kind.toLowerCase() === 'encryption' ? policy : undefined
}

/** The environment is kept from the account: its region is somebody's word, which a person confirms and a policy elsewhere refutes. */
function locationTold(refusal: Refusal, told: NonNullable<PolicyFacts['toldLocation']>, policy: EnterprisePolicy | undefined): Observation {
  const { location, by } = told
  const unread = couldNotRead('The environment, whose region decides,', refusal, 'power-platform-administrator')
  if (policy && !sameGeography(location, policy.location))
    return {
      ...unread,
      status: 'fail',
      title: `The policy ${policy.name} is in ${policy.location}, the environment, as ${by} says, in ${location}`,
    }
  return {
    ...unread,
    title: `Is the environment in ${geographyOf(location)?.title ?? location}? Your account may not read it`,
    remedy: `${by} handed over that it is in ${location}. Ask them by another way than the file, then confirm it. A policy’s location cannot be changed later.`,
    owner: 'you',
    attestable: true,
  }
}

function location({ choices, environment: answer, policy: policyAnswer, provider, toldLocation }: PolicyFacts): Observation | undefined {
  const refusal = refusalOf(answer)
  if (choices && refusal && toldLocation) return locationTold(refusal, toldLocation, encryptionPolicyIn(policyAnswer))
  // Said here because nothing else in this step would: without the environment's region no policy is planned and none is judged.
  if (choices && refusal) return couldNotRead('The environment, whose region decides,', refusal, 'power-platform-administrator')
  const environment = valueIn(answer)
  const policy = encryptionPolicyIn(policyAnswer)
  if (!environment || !policy) return undefined
  const wanted = policyLocationFor(environment.location, valueIn(provider)?.policyLocations ?? [])
  const seen = `Policy: ${policy.location}. Environment: ${environment.location}, which needs a policy in ${wanted}.`
  if (sameGeography(environment.location, policy.location))
    return { status: 'pass', title: `The policy is in ${geographyOf(environment.location)?.title ?? environment.location}`, seen }
  return { status: 'fail', title: `The policy ${policy.name} is in ${policy.location}, the environment in ${environment.location}`, seen }
}

function locationOffered({ choices, environment: answer, provider: providerAnswer, policy }: PolicyFacts): Observation | undefined {
  const environment = valueIn(answer)
  const provider = valueIn(providerAnswer)
  if (!choices || !environment || valueIn(policy)) return undefined
  const offered = provider?.policyLocations ?? []
  const wanted = policyLocationFor(environment.location, offered)
  if (offered.length === 0)
    return isPolicyLocationInferred(environment.location, offered)
      ? {
          status: 'warning',
          title: `The location word ${wanted} is inferred, not documented`,
          seen: `Environment: ${environment.location}. Neither the document nor the subscription names a policy location for it.`,
          remedy: 'Register Microsoft.PowerPlatform, then check again: the subscription then lists the words it takes.',
        }
      : undefined
  const seen = `Needed: ${wanted}${isPolicyLocationInferred(environment.location, offered) ? ' (inferred, not documented)' : ''}. Offered to this subscription: ${offered.join(', ')}.`
  if (offered.map(locationWord).includes(wanted)) return { status: 'pass', title: `A policy can be created in ${wanted}`, seen }
  return { status: 'fail', title: `This subscription offers no policy location for ${environment.location}`, seen }
}

function target({ choices, policy: answer, vault }: PolicyFacts): Observation | undefined {
  const policy = encryptionPolicyIn(answer)
  if (!choices || !policy) return undefined
  const wanted = valueIn(vault)?.id ?? vaultId(choices.subscriptionId, choices.vaultResourceGroup, choices.vaultName)
  const seen = `Vault ${policy.vaultId ?? 'none'}, key ${policy.keyName ?? 'none'}.`
  if (!sameId(policy.vaultId, wanted)) return { status: 'fail', title: `The policy ${policy.name} points at another vault`, seen }
  if (policy.keyName?.toLowerCase() !== choices.keyName.toLowerCase())
    return { status: 'fail', title: `The policy ${policy.name} points at another key`, seen }
  if (policy.encryptionState !== undefined && policy.encryptionState.toLowerCase() !== 'enabled')
    return { status: 'fail', title: `Encryption in the policy ${policy.name} is ${policy.encryptionState}`, seen }
  return { status: 'pass', title: 'The policy points at the vault and key chosen here', seen }
}

function accessByPolicies(vault: Vault, principalId: string): Observation {
  const has = keyPermissionsOf(vault, principalId)
  const missing = missingKeyPermissions(vault, principalId)
  const seen = `Access policies of ${vault.name}, identity ${principalId}: ${has ? has.join(', ') || 'no key permission' : 'no entry'}. Key Vault does not say since when.`
  return missing.length === 0
    ? { status: 'pass', title: 'The policy may get, wrap and unwrap keys', seen }
    : { status: 'fail', title: `The policy lacks ${missing.join(', ')} on the vault’s keys`, seen, putRightBy: ['grant-key-access'] }
}

/** When an assignment was given, in milliseconds since 1970-01-01T00:00:00Z; without a readable date it counts as long given. */
const givenAt = ({ createdAt }: RoleAssignment): number => {
  const at = createdAt === undefined ? Number.NaN : Date.parse(createdAt)
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at
}

/** The role that has let an identity wrap and unwrap for the longest; nothing when none does. */
export function oldestWrappingRole(
  assignments: readonly RoleAssignment[],
): { readonly role: RoleAssignment; readonly since: number } | undefined {
  const wrapping = assignments.filter((assignment) => ROLES_THAT_WRAP.includes(assignment.roleId.toLowerCase()))
  const [oldest] = wrapping.map((role) => ({ role, since: givenAt(role) })).sort((a, b) => a.since - b.since)
  return oldest
}

/**
 * Until when a role that was just given may not count everywhere; nothing once it does, or where the service does not say since when.
 * @param now milliseconds since 1970-01-01T00:00:00Z, as is the answer
 */
export function spreadsUntil(assignments: readonly RoleAssignment[], now: number): number | undefined {
  const since = oldestWrappingRole(assignments)?.since
  // A date far ahead is another clock's: it would be waited for without end.
  return since !== undefined && Math.abs(now - since) < ACCESS_SPREADS_IN ? since + ACCESS_SPREADS_IN : undefined
}

/** A role that was just given is waited out, whoever gave it, before the environment is added. */
export function accessUnderway({ vault, keyAccess }: PolicyFacts, now: number): Pending | undefined {
  const until = valueIn(vault)?.roleBasedAccess ? spreadsUntil(valueIn(keyAccess) ?? [], now) : undefined
  return until === undefined ? undefined : { kind: 'access-spreading', since: until - ACCESS_SPREADS_IN, until }
}

function access({ policy: policyAnswer, vault: vaultAnswer, keyAccess }: PolicyFacts, now: number): Observation | undefined {
  const principalId = encryptionPolicyIn(policyAnswer)?.principalId
  const vault = valueIn(vaultAnswer)
  if (!principalId || !vault) return undefined
  if (!vault.roleBasedAccess) return accessByPolicies(vault, principalId)
  const refusal = refusalOf(keyAccess)
  if (refusal) return couldNotRead('The roles of the policy’s identity on the vault', refusal)
  const grant = oldestWrappingRole(valueIn(keyAccess) ?? [])
  if (!grant)
    return {
      status: 'fail',
      title: 'The policy’s identity may not use the key',
      seen: `Identity ${principalId} has no role on ${vault.name} that lets it wrap and unwrap.`,
      putRightBy: ['grant-key-access'],
    }
  const since = Number.isFinite(grant.since)
    ? `Since ${inUtc(grant.since)}.`
    : 'The service does not say since when; a new role can take up to 5 minutes to count.'
  const seen = `Identity ${principalId}, role ${roleName(grant.role.roleId)} at ${grant.role.scope}. ${since}`
  if (spreadsUntil([grant.role], now) !== undefined)
    return {
      status: 'warning',
      title: 'The policy was given access to the key a moment ago; it can take 5 minutes to count everywhere',
      seen,
      remedy: 'Wait until 5 minutes have passed before you add the environment.',
      owner: 'you',
    }
  return { status: 'pass', title: 'The policy may get, wrap and unwrap keys', seen }
}

function reader({ choices, policy, readers }: PolicyFacts): Observation | undefined {
  if (!choices || !encryptionPolicyIn(policy)) return undefined
  const refusal = refusalOf(readers)
  if (refusal) return couldNotRead('The administrator’s roles on the policy', refusal)
  const role = valueIn(readers)?.find((assignment) => ROLES_THAT_READ.includes(assignment.roleId.toLowerCase()))
  if (!role)
    return {
      status: 'fail',
      title: 'The Power Platform administrator has no Reader role on the policy',
      seen: `Object id ${choices.administratorObjectId}: no role that reads the policy.`,
      putRightBy: ['grant-reader'],
    }
  return {
    status: 'pass',
    title: 'The Power Platform administrator can read the policy',
    seen: `Object id ${choices.administratorObjectId}, role ${roleName(role.roleId)} at ${role.scope}.`,
  }
}

export const policyChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'policy-readable',
    id: 'F-702',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'The policy carries the address of the key and the identity that uses it.',
    remedy: 'Ask for Reader on the policy, sign in again, then check again.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: ({ choices, policy }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(policy)
      if (refusal) return couldNotRead(`The policy ${choices.policyName}`, refusal)
      const value = valueIn(policy)
      return value && { status: 'pass', title: `The policy ${value.name} can be read`, seen: value.id }
    },
  },
  {
    key: 'policy-kind',
    id: 'F-505',
    part: 'policy',
    owner: 'you',
    why: 'Enterprise policies of other kinds govern networks, identities or support access. Only one of kind Encryption holds a key.',
    remedy: 'Choose an encryption policy, or another name for a new one.',
    link: 'azure-policy',
    source: 'enterprise-policy-scripts',
    look: ({ policy }) => {
      const value = valueIn(policy)
      if (!value) return undefined
      return value.kind.toLowerCase() === 'encryption'
        ? { status: 'pass', title: `The policy ${value.name} is an encryption policy`, seen: value.id }
        : { status: 'fail', title: `The policy ${value.name} is of kind ${value.kind}, not Encryption`, seen: value.id }
    },
  },
  {
    key: 'policy-identity',
    id: 'F-602',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'The service reads the key as the policy’s own identity.',
    remedy: 'Create the policy again with a system-assigned identity; one that just appeared can take about 90 seconds to be known.',
    link: 'azure-policy',
    source: 'terraform-provider',
    look: ({ policy }) => {
      const value = encryptionPolicyIn(policy)
      if (!value) return undefined
      const seen = `Identity ${value.identityType ?? 'none'}, object id ${value.principalId ?? 'none yet'}.`
      return value.identityType?.toLowerCase() === 'systemassigned' && value.principalId
        ? { status: 'pass', title: 'The policy has its own identity', seen }
        : { status: 'fail', title: 'The policy has no system-assigned identity', seen }
    },
  },
  {
    key: 'policy-location-offered',
    id: 'F-502',
    part: 'policy',
    owner: 'microsoft',
    why: 'A policy’s location is a word of Power Platform’s own. The spelling of two of them changed between editions, and Microsoft opens locations one after the other.',
    remedy: 'Ask Microsoft whether the feature has reached this region.',
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    look: locationOffered,
  },
  {
    key: 'policy-location',
    id: 'F-503',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'Only environments of the policy’s own region can be added to it, and its location cannot be changed.',
    remedy: 'Choose another name to create a policy in the environment’s region, or choose a policy that is there.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: location,
  },
  {
    key: 'policy-target',
    id: 'F-504',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'A policy that environments use cannot be pointed elsewhere any more, so it has to be right before the first one is added.',
    remedy: 'Choose the vault and key that the policy names, or another name for a new policy.',
    link: 'azure-policy',
    source: 'enterprise-policy-scripts',
    look: target,
  },
  {
    key: 'policy-follows-rotation',
    id: 'F-A03',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'A policy without a fixed version picks up a new version of the key within 24 hours. With one it stays on the old version, and disabling that takes environments offline.',
    remedy: 'Create the policy without a key version, before an environment is added.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: ({ policy }) => {
      const value = encryptionPolicyIn(policy)
      if (!value?.keyName) return undefined
      return value.keyVersion
        ? { status: 'fail', title: 'The policy is fixed to one version of the key', seen: `Version ${value.keyVersion}.` }
        : { status: 'pass', title: 'The policy follows new versions of the key', seen: 'No version is fixed.' }
    },
  },
  {
    key: 'key-access',
    id: 'F-601',
    part: 'access',
    owner: 'key-vault-administrator',
    why: 'Without the right to get, wrap and unwrap, the service cannot use the key, and adding the environment fails.',
    remedy:
      'Give the policy’s identity the role Key Vault Crypto Service Encryption User on the vault (or the key permissions Get, Wrap Key and Unwrap Key). Contributor may not give roles: it takes Owner, User Access Administrator or Key Vault Data Access Administrator.',
    byHand: [
      'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
      'Choose Key Vault Crypto Service Encryption User, then Select members and search the policy by its name.',
      'Review and assign. Wait 5 minutes.',
    ],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: access,
  },
  {
    key: 'reader-on-policy',
    id: 'F-701',
    part: 'reader',
    owner: 'key-vault-administrator',
    why: 'Without Reader the Power Platform administrator sees an error when adding the environment.',
    remedy:
      'Give the administrator the role Reader on the policy. Contributor may not give roles: it takes Owner or User Access Administrator.',
    byHand: [
      'In Entra, open Users, the administrator, and copy the object id.',
      'In the Azure portal, open the policy, Access control (IAM), Add role assignment, Reader, and choose the administrator.',
    ],
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: reader,
  },
]
