import type { Answer, Refusal } from '#machines/engine/answer.ts'
import { byFact, wordIn } from '#machines/engine/fact.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, refusedForAnotherReason, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import type { Pending } from '../../action.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf, isPolicyLocationInferred, locationWord, policyLocationFor, sameGeography } from '../../geography.ts'
import { sameId } from '../../ids.ts'
import { storeId } from '../../key-store.ts'
import { nameOfPerson } from '../../people/name.ts'
import { couldNotRead } from '../../refusals.ts'
import { keyPermissionsOf, missingKeyPermissions } from '../../rights/key-permissions.ts'
import { LOCAL_ROLES, LOCAL_ROLES_THAT_WRAP } from '../../rights/local-roles.ts'
import { ACCESS_SPREADS_IN, ROLES_THAT_READ, ROLES_THAT_WRAP, roleName } from '../../rights/roles.ts'
import type { EnterprisePolicy, RoleAssignment, Vault } from '../../services/services.ts'
import { isHeld, isOff } from '../membership/link.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { momentOf } from './moments.ts'
import { messages } from './policy-messages.ts'

/** The policy if its kind is encryption. For another kind, only the kind is reported. */
export function encryptionPolicyIn(answer: Answer<EnterprisePolicy> | undefined): EnterprisePolicy | undefined {
  const policy = valueIn(answer)
  return policy?.kind.toLowerCase() === 'encryption' ? policy : undefined
}

/** The environment is unreadable: its region comes from a handoff, which a person confirms and a policy elsewhere refutes. */
function locationTold(refusal: Refusal, told: NonNullable<PolicyFacts['toldLocation']>, policy: EnterprisePolicy | undefined): Observation {
  const { location, by } = told
  const kept = couldNotRead(messages.policyLocation.environmentUnread, refusal, 'power-platform-administrator')
  if (policy && !sameGeography(location, policy.location))
    return {
      ...kept,
      status: 'fail',
      title: messages.policyLocation.elsewhereAsTold({ policy: policy.name, policyLocation: policy.location, location, by }),
    }
  return {
    ...kept,
    title: messages.policyLocation.toldRegion({ geography: geographyOf(location)?.title ?? location }),
    remedy: messages.policyLocation.toldRegionRemedy({ by, location }),
    owner: 'you',
    attestable: true,
  }
}

function location({ choices, environment: answer, policy: policyAnswer, provider, toldLocation }: PolicyFacts): Observation | undefined {
  const refusal = refusalOf(answer)
  if (choices && refusal && toldLocation) return locationTold(refusal, toldLocation, encryptionPolicyIn(policyAnswer))
  // Reported here, because without the region no policy is planned or judged.
  if (choices && refusal) return couldNotRead(messages.policyLocation.environmentUnread, refusal, 'power-platform-administrator')
  const environment = valueIn(answer)
  const policy = encryptionPolicyIn(policyAnswer)
  if (!environment || !policy) return undefined
  const wanted = policyLocationFor(environment.location, valueIn(provider)?.policyLocations ?? [])
  const seen = messages.policyLocation.bothLocations({ policyLocation: policy.location, location: environment.location, wanted })
  if (sameGeography(environment.location, policy.location))
    return pass(messages.policyLocation.policyIn({ geography: geographyOf(environment.location)?.title ?? environment.location }), seen)
  return fail(
    messages.policyLocation.elsewhere({ policy: policy.name, policyLocation: policy.location, location: environment.location }),
    seen,
  )
}

function locationOffered({ choices, environment: answer, provider: providerAnswer, policy }: PolicyFacts): Observation | undefined {
  const environment = valueIn(answer)
  const provider = valueIn(providerAnswer)
  if (!choices || !environment || valueIn(policy)) return undefined
  const offered = provider?.policyLocations ?? []
  const wanted = policyLocationFor(environment.location, offered)
  if (offered.length === 0)
    return isPolicyLocationInferred(environment.location, offered)
      ? warning(
          messages.policyLocationOffered.inferred({ wanted }),
          messages.policyLocationOffered.inferredFound({ location: environment.location }),
          { remedy: messages.policyLocationOffered.inferredRemedy },
        )
      : undefined
  const seen = (
    isPolicyLocationInferred(environment.location, offered)
      ? messages.policyLocationOffered.neededInferred
      : messages.policyLocationOffered.needed
  )({ wanted, offered })
  if (offered.map(locationWord).includes(wanted)) return pass(messages.policyLocationOffered.offered({ wanted }), seen)
  return fail(messages.policyLocationOffered.notOffered({ location: environment.location }), seen)
}

/** All states in Microsoft's definition of the interface. */
const ENCRYPTION: Readonly<Record<string, 'on' | 'off'>> = { enabled: 'on', disabled: 'off', notconfigured: 'off' }

function target({ choices, policy: answer, vault }: PolicyFacts): Observation | undefined {
  const policy = encryptionPolicyIn(answer)
  if (!choices || !policy) return undefined
  const wanted = valueIn(vault)?.id ?? storeId(choices)
  const seen = sentences(
    policy.vaultId === undefined ? messages.policyTarget.noVault : messages.policyTarget.vault({ vault: policy.vaultId }),
    policy.keyName === undefined ? messages.policyTarget.noKey : messages.policyTarget.key({ key: policy.keyName }),
  )
  if (!sameId(policy.vaultId, wanted)) return fail(messages.policyTarget.anotherVault({ policy: policy.name }), seen)
  if (policy.keyName?.toLowerCase() !== choices.keyName.toLowerCase())
    return fail(messages.policyTarget.anotherKey({ policy: policy.name }), seen)
  const { encryptionState } = policy
  // A policy that says nothing of it is as it was created.
  if (encryptionState === undefined) return pass(messages.policyTarget.asChosen, seen)
  const named = { policy: policy.name, encryptionState }
  const isUnknown = () => question(messages.policyTarget.isEncryptionOn(named), seen)
  return byFact<'on' | 'off', Observation>(wordIn(ENCRYPTION, encryptionState), {
    known: (word) =>
      word === 'on' ? pass(messages.policyTarget.asChosen, seen) : fail(messages.policyTarget.encryptionState(named), seen),
    absent: isUnknown,
    unknown: isUnknown,
  })
}

/**
 * Whether the policy pins a key version. Not forbidden: Microsoft's scripts allow it and check it, and its Terraform
 * sample does it. That such a policy ignores new versions is our conclusion.
 */
function pinnedVersion({ choices, policy: answer, keyVersions }: PolicyFacts, now: number): Observation | undefined {
  const policy = encryptionPolicyIn(answer)
  if (!policy?.keyName) return undefined
  const { keyVersion: version, keyName } = policy
  if (!version) return pass(messages.policyFollowsRotation.followsVersions, messages.policyFollowsRotation.noVersion)
  const seen = messages.policyFollowsRotation.version({ version })
  // The versions are the chosen key's; a policy with another key has its own finding.
  const versions = keyName.toLowerCase() === choices?.keyName.toLowerCase() ? valueIn(keyVersions) : undefined
  const found = versions?.find((each) => each.version === version)
  if (!versions || (found && found.enabled === undefined))
    return question(messages.policyFollowsRotation.fixedVersion, sentences(seen, messages.policyFollowsRotation.versionUnread), {
      subject: version,
      remedy: messages.policyFollowsRotation.versionRemedy,
    })
  if (!found) return fail(messages.policyFollowsRotation.fixedVersionGone, seen, { remedy: messages.policyFollowsRotation.versionRemedy })
  const isUsable = found.enabled && (found.expires === undefined || found.expires > now)
  return isUsable
    ? warning(messages.policyFollowsRotation.fixedVersion, seen)
    : fail(messages.policyFollowsRotation.fixedVersionUnusable, seen, { remedy: messages.policyFollowsRotation.versionRemedy })
}

function accessByPolicies(vault: Vault, principalId: string): Observation {
  const has = keyPermissionsOf(vault, principalId)
  const missing = missingKeyPermissions(vault, principalId)
  const whose = { vault: vault.name, identity: principalId }
  const found =
    has === undefined
      ? messages.keyAccess.noAccessPolicy(whose)
      : has.length === 0
        ? messages.keyAccess.emptyAccessPolicy(whose)
        : messages.keyAccess.accessPolicy({ ...whose, permissions: has })
  const seen = sentences(found, messages.keyAccess.sinceUnknown)
  return missing.length === 0
    ? pass(messages.keyAccess.mayUseKeys, seen)
    : fail(messages.keyAccess.lacksPermissions({ permissions: missing }), seen, { putRightBy: ['grant-key-access'] })
}

/** Time of an assignment, in milliseconds since 1970-01-01T00:00:00Z; long ago without a readable date. */
const givenAt = ({ createdAt }: RoleAssignment): number => {
  const at = createdAt === undefined ? Number.NaN : Date.parse(createdAt)
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at
}

/** The longest-standing role with wrap and unwrap; undefined if none. */
export function oldestWrappingRole(
  assignments: readonly RoleAssignment[],
): { readonly role: RoleAssignment; readonly since: number } | undefined {
  const wrapping = assignments.filter(({ roleId }) => [...ROLES_THAT_WRAP, ...LOCAL_ROLES_THAT_WRAP].includes(roleId.toLowerCase()))
  const [oldest] = wrapping.map((role) => ({ role, since: givenAt(role) })).sort((a, b) => a.since - b.since)
  return oldest
}

/**
 * Until when a new role may not have taken effect; undefined afterwards or without a date.
 * @param now milliseconds since 1970-01-01T00:00:00Z, as is the result
 */
export function spreadsUntil(assignments: readonly RoleAssignment[], now: number): number | undefined {
  const since = oldestWrappingRole(assignments)?.since
  // A date far ahead is from a wrong clock and would be waited for forever.
  return since !== undefined && Math.abs(now - since) < ACCESS_SPREADS_IN ? since + ACCESS_SPREADS_IN : undefined
}

/** Waits for a new role, from anyone, before the environment is added. */
export function accessUnderway({ vault, keyAccess }: PolicyFacts, now: number): Pending | undefined {
  const until = valueIn(vault)?.roleBasedAccess ? spreadsUntil(valueIn(keyAccess) ?? [], now) : undefined
  return until === undefined ? undefined : { kind: 'access-spreading', since: until - ACCESS_SPREADS_IN, until }
}

/** The environment may use a Managed HSM's key: the policy's role may come through a group, which local roles don't show. */
export function mayComeByGroup({ environment: answer, vault }: Pick<PolicyFacts, 'environment' | 'vault'>): boolean {
  const environment = valueIn(answer)
  if (!environment || !valueIn(vault)?.managedHsm) return false
  // Where it is unknown whether it is off, nothing shows that it lost the key.
  return isHeld(environment) && isOff(environment) !== true
}

function localRoleMissing(facts: PolicyFacts, principal: string, seen: DisplayText): Observation {
  const byHand = [ofHsm.hsm.openLocalRoles({ role: roleName(LOCAL_ROLES['crypto-service-encryption-user']), principal })]
  if (isInUse(facts) && mayComeByGroup(facts)) return question(ofHsm.hsm.roleByGroup, seen, { remedy: ofHsm.hsm.roleByGroupRemedy, byHand })
  return fail(messages.keyAccess.mayNotUseKey, seen, { remedy: ofHsm.hsm.accessRemedy, byHand, putRightBy: ['grant-key-access'] })
}

function access(facts: PolicyFacts, now: number): Observation | undefined {
  const { policy: policyAnswer, vault: vaultAnswer, keyAccess } = facts
  const principalId = encryptionPolicyIn(policyAnswer)?.principalId
  const vault = valueIn(vaultAnswer)
  if (!principalId || !vault) return undefined
  if (!vault.roleBasedAccess) return accessByPolicies(vault, principalId)
  const refusal = refusalOf(keyAccess)
  if (refusal) return couldNotRead(vault.managedHsm ? ofHsm.hsm.rolesUnread : messages.keyAccess.rolesUnread, refusal)
  if (vault.managedHsm && !keyAccess) return undefined
  const grant = oldestWrappingRole(valueIn(keyAccess) ?? [])
  if (!grant) {
    const seen = messages.keyAccess.noRole({ principalId, vault: vault.name })
    return vault.managedHsm
      ? localRoleMissing(facts, principalId, sentences(seen, ofHsm.hsm.groupsUnseen))
      : fail(messages.keyAccess.mayNotUseKey, seen, { putRightBy: ['grant-key-access'] })
  }
  const since = Number.isFinite(grant.since)
    ? messages.keyAccess.since({ moment: momentOf(grant.since) })
    : messages.keyAccess.roleSinceUnknown
  const seen = sentences(
    messages.keyAccess.identityRole({ identity: principalId, role: roleName(grant.role.roleId), scope: grant.role.scope }),
    since,
  )
  if (spreadsUntil([grant.role], now) !== undefined)
    return warning(messages.keyAccess.justGiven, seen, { remedy: messages.keyAccess.justGivenRemedy, owner: 'you' })
  return pass(messages.keyAccess.mayUseKeys, seen)
}

function reader({ choices, policy, readers, administrator }: PolicyFacts): Observation | undefined {
  if (!choices || !encryptionPolicyIn(policy)) return undefined
  const refusal = refusalOf(readers)
  if (refusal) return couldNotRead(messages.readerOnPolicy.readersUnread, refusal)
  // Compares only the ID: names may be unreadable at times.
  const named = valueIn(administrator)
  const person = named && nameOfPerson(named)
  const role = valueIn(readers)?.find((assignment) => ROLES_THAT_READ.includes(assignment.roleId.toLowerCase()))
  if (!role)
    return fail(
      person === undefined ? messages.readerOnPolicy.noReader : messages.readerOnPolicy.namedLacksReader({ person }),
      messages.readerOnPolicy.noReaderFound({ objectId: choices.administratorObjectId }),
      { putRightBy: ['grant-reader'] },
    )
  return pass(
    person === undefined ? messages.readerOnPolicy.readerCanRead : messages.readerOnPolicy.namedCanRead({ person }),
    messages.readerOnPolicy.role({ objectId: choices.administratorObjectId, role: roleName(role.roleId), scope: role.scope }),
  )
}

export const policyChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'policy-readable',
    id: 'F-702',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.policyReadable),
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: 'Separation of duty to mitigate the risk',
    judge: ({ choices, policy }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(policy)
      if (refusal) return couldNotRead(messages.policyReadable.policyUnread({ policyName: choices.policyName }), refusal)
      const value = valueIn(policy)
      return value && pass(messages.policyReadable.policyReadable({ policy: value.name }), verbatim(value.id))
    },
  },
  {
    key: 'policy-kind',
    id: 'F-505',
    part: 'policy',
    owner: 'you',
    ...textsOf(messages.policyKind),
    link: 'azure-policy',
    source: 'enterprise-policy-scripts',
    judge: ({ policy }) => {
      const value = valueIn(policy)
      if (!value) return undefined
      return value.kind.toLowerCase() === 'encryption'
        ? pass(messages.policyKind.isEncryptionPolicy({ policy: value.name }), verbatim(value.id))
        : fail(messages.policyKind.isOfOtherKind({ policy: value.name, kind: value.kind }), verbatim(value.id))
    },
  },
  {
    key: 'policy-identity',
    id: 'F-602',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.policyIdentity),
    link: 'azure-policy',
    source: 'terraform-provider',
    judge: ({ policy }) => {
      const value = encryptionPolicyIn(policy)
      if (!value) return undefined
      const { identityType: type, principalId } = value
      const seen = sentences(
        type === undefined ? messages.policyIdentity.noType : messages.policyIdentity.type({ type }),
        principalId === undefined ? messages.noIdentityYet : messages.policyIdentity.objectId({ objectId: principalId }),
      )
      return value.identityType?.toLowerCase() === 'systemassigned' && value.principalId
        ? pass(messages.policyIdentity.hasIdentity, seen)
        : fail(messages.policyIdentity.hasNoIdentity, seen)
    },
  },
  {
    key: 'policy-location-offered',
    id: 'F-502',
    part: 'policy',
    owner: 'microsoft',
    ...textsOf(messages.policyLocationOffered),
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    heading: 'Field definitions for JSON template',
    judge: locationOffered,
  },
  {
    key: 'policy-location',
    id: 'F-503',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.policyLocation),
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: 'Field definitions for JSON template',
    judge: location,
  },
  {
    key: 'policy-target',
    id: 'F-504',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.policyTarget),
    link: 'azure-policy',
    source: 'enterprise-policy-scripts',
    heading: 'Update CMK Enterprise Policy',
    judge: target,
  },
  {
    key: 'policy-follows-rotation',
    id: 'F-A03',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.policyFollowsRotation),
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: 'Enterprise policy json template',
    judge: pinnedVersion,
  },
  {
    key: 'key-access',
    id: 'F-601',
    part: 'access',
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyAccess),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Grant enterprise policy permissions to access key vault',
    judge: access,
  },
  {
    key: 'reader-on-policy',
    id: 'F-701',
    part: 'reader',
    owner: 'key-vault-administrator',
    ...textsOf(messages.readerOnPolicy),
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: 'Grant the Power Platform admin privilege to read enterprise policy',
    judge: reader,
  },
]
