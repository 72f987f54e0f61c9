import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass } from '#machines/engine/step/observations.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import type { Action } from '../../action.ts'
import { namespaceOf } from '../../actions/register-provider/action.ts'
import { type Check, textsOf } from '../../check.ts'
import type { PolicyChoices } from '../../choices.ts'
import { policyId, resourceGroupId, sameId } from '../../ids.ts'
import { storeId } from '../../key-store.ts'
import { identified } from '../../people/identified.ts'
import { couldNotRead, isOutsideNetwork } from '../../refusals.ts'
import { addKeyPermissions, judgeKeyPermissions, SETS_ACCESS_POLICIES } from '../../rights/access-policies.ts'
import { createGroup, giveRole, registerWith } from '../../rights/commands.ts'
import { type Demand, judgeDemand } from '../../rights/demand.ts'
import { accountNames, isOfAnotherTenant } from '../../rights/home-tenant.ts'
import { KEY_PERMISSIONS as IDENTITY_PERMISSIONS } from '../../rights/key-permissions.ts'
import { GIVES_ROLES, type Right } from '../../rights/permissions.ts'
import { nearestOf, type Place, type Places } from '../../rights/places.ts'
import { AZURE_ROLES } from '../../rights/roles.ts'
import type { PolicyFacts, PolicyPermissions } from './facts.ts'
import { givingLocalRoles, usingKeysOfHsm } from './hsm-rights.ts'
import { planPolicy } from './plan.ts'
import { encryptionPolicyIn } from './policy-checks.ts'
import { messages } from './rights-messages.ts'

const manage = (action: string): readonly Right[] => [{ plane: 'management', action }]

const USES_KEYS: readonly Right[] = ['create/action', 'read'].map((what) => ({
  plane: 'data',
  action: `Microsoft.KeyVault/vaults/keys/${what}`,
}))

/** The same outside the vault's network, regardless of its permission model. */
const MAKES_KEYS_THROUGH_AZURE = ['write', 'read'].flatMap((what) => manage(`Microsoft.KeyVault/vaults/keys/${what}`))

/** Equivalents in access policies. */
const KEY_PERMISSIONS = ['create', 'get']

interface PolicyPlaces {
  readonly subscription: Places
  readonly resourceGroup: Places
  readonly vault: Places
  readonly policy: Places
}

function placesOf(facts: PolicyFacts, chosen: PolicyChoices, permissions: PolicyPermissions): PolicyPlaces {
  const { subscriptionId } = chosen
  const named = valueIn(facts.subscriptions)?.find(({ id }) => sameId(id, subscriptionId))?.displayName
  const subscription: Place = {
    id: `/subscriptions/${subscriptionId}`,
    kind: 'subscription',
    name: named ?? subscriptionId,
    absent: false,
    permissions: permissions.subscription,
  }
  const group: Place = {
    id: resourceGroupId(subscriptionId, chosen.resourceGroup),
    kind: 'resourceGroup',
    name: chosen.resourceGroup,
    absent: isAbsent(facts.resourceGroup),
    permissions: permissions.resourceGroup,
  }
  const vaultGroup: Place = permissions.vaultResourceGroup
    ? {
        id: resourceGroupId(subscriptionId, chosen.vaultResourceGroup),
        kind: 'resourceGroup',
        name: chosen.vaultResourceGroup,
        absent: isAbsent(permissions.vaultResourceGroup),
        permissions: permissions.vaultResourceGroup,
      }
    : group
  const vault: Place = {
    id: valueIn(facts.vault)?.id ?? storeId(chosen),
    kind: 'vault',
    name: chosen.vaultName,
    absent: isAbsent(facts.vault),
    permissions: permissions.vault,
  }
  const policy: Place = {
    id: valueIn(facts.policy)?.id ?? policyId(subscriptionId, chosen.resourceGroup, chosen.policyName),
    kind: 'policy',
    name: chosen.policyName,
    absent: isAbsent(facts.policy),
    permissions: permissions.policy,
  }
  return {
    subscription: [subscription],
    resourceGroup: [group, subscription],
    vault: [vault, vaultGroup, subscription],
    policy: [policy, group, subscription],
  }
}

interface Situation {
  readonly facts: PolicyFacts
  readonly chosen: PolicyChoices
  readonly places: PolicyPlaces
}

type Judging<Kind extends Action['kind']> = (action: Extract<Action, { kind: Kind }>, situation: Situation) => Observation | undefined

const isOfKind =
  <Kind extends Action['kind']>(kind: Kind) =>
  (action: Action): action is Extract<Action, { kind: Kind }> =>
    action.kind === kind

function situationOf(facts: PolicyFacts): Situation | undefined {
  const { choices: chosen, permissions } = facts
  return chosen && permissions && { facts, chosen, places: placesOf(facts, chosen, permissions) }
}

const planned = (facts: PolicyFacts, policy: PolicyChoices): readonly Action[] =>
  planPolicy(facts, { policy, ...(facts.turnOnPurgeProtection ? { turnOnPurgeProtection: true } : {}) })

/** Checks a right only if something planned needs it. */
function whenPlanned<Kind extends Action['kind']>(kind: Kind, judging: Judging<Kind>): (facts: PolicyFacts) => Observation | undefined {
  return (facts) => {
    const situation = situationOf(facts)
    const action = situation && planned(facts, situation.chosen).find(isOfKind(kind))
    return action && judging(action, situation)
  }
}

const accountOf = (facts: PolicyFacts): Demand['account'] =>
  accountNames({ ...facts, objectId: facts.accountObjectId, userName: facts.accountUserName })

const demanded = ({ facts }: Situation, demand: Omit<Demand, 'account'>): Observation | undefined =>
  judgeDemand({ ...demand, account: accountOf(facts) })

/** An unreadable key isn't planned, because it may exist: the finding asks for the right to read it. */
export const keyIsKept = ({ key }: PolicyFacts): boolean => {
  const refusal = refusalOf(key)
  return refusal?.reason === 'forbidden' && !isOutsideNetwork(refusal)
}

export function usingKeys(facts: PolicyFacts): Observation | undefined {
  const situation = situationOf(facts)
  if (!situation) return undefined
  const { chosen, places } = situation
  const creates = planned(facts, chosen).some(isOfKind('create-key'))
  const isRefused = keyIsKept(facts)
  if (!creates && !isRefused) return undefined
  if (chosen.keyStore) return usingKeysOfHsm(facts, chosen.vaultName)
  const doing = messages.workWithKeys({ vault: chosen.vaultName })
  if (facts.keyShutOut) return demanded(situation, { doing, rights: MAKES_KEYS_THROUGH_AZURE, places: places.vault })
  const vault = valueIn(facts.vault)
  if (!vault || vault.roleBasedAccess) return demanded(situation, { doing, rights: USES_KEYS, places: places.vault })
  return judgeKeyPermissions({
    vault,
    account: accountOf(facts),
    needed: KEY_PERMISSIONS,
    doing,
    places: places.vault,
    identities: [...(valueIn(facts.policies) ?? []), valueIn(facts.policy)].flatMap((policy) => policy?.principalId ?? []),
    isRefused,
  })
}

const givingKeyAccess: Judging<'grant-key-access'> = ({ byAccessPolicy }, situation) => {
  const { facts, chosen, places } = situation
  if (chosen.keyStore) return givingLocalRoles(facts, chosen.vaultName)
  const identity = encryptionPolicyIn(facts.policy)?.principalId
  const vault = valueIn(facts.vault)
  if (byAccessPolicy && vault) {
    return demanded(situation, {
      doing: messages.setAccessPolicies({ vault: vault.name }),
      rights: SETS_ACCESS_POLICIES,
      places: places.vault,
      ...(identity ? { instead: verbatim(addKeyPermissions(vault, identity, IDENTITY_PERMISSIONS)) } : {}),
    })
  }
  const role = AZURE_ROLES['key-vault-crypto-service-encryption-user']
  const scope = places.vault[0].id
  return demanded(situation, {
    doing: messages.giveRolesOnVault({ vault: chosen.vaultName }),
    rights: [GIVES_ROLES],
    places: places.vault,
    roleToGive: role,
    ...(identity ? { instead: verbatim(giveRole({ principalId: identity, principalType: 'ServicePrincipal', role, scope })) } : {}),
  })
}

const givingReader: Judging<'grant-reader'> = ({ principalId, principalType, policyName }, situation) => {
  const { facts, places } = situation
  const [{ id: scope }] = places.policy
  const exists = encryptionPolicyIn(facts.policy) !== undefined
  return demanded(situation, {
    doing: messages.giveRolesOnPolicy({ policy: policyName }),
    rights: [GIVES_ROLES],
    places: places.policy,
    roleToGive: AZURE_ROLES.reader,
    ...(exists ? { instead: verbatim(giveRole({ principalId, principalType: principalType ?? 'User', role: 'Reader', scope })) } : {}),
  })
}

/** Checked early: only the last change would reveal that Azure takes the ID for another kind. */
const kindOfReader: Judging<'grant-reader'> = ({ principalId }, { facts: { readerKindUnread } }) => {
  if (!readerKindUnread) return undefined
  const { seen, ...unread } = couldNotRead(messages.readerIsPersonOrGroup.unread, readerKindUnread)
  const isForbidden = readerKindUnread.reason === 'forbidden' || readerKindUnread.reason === 'unauthenticated'
  return {
    ...unread,
    seen: sentences(messages.readerIsPersonOrGroup.noPersonHasId({ objectId: principalId }), seen),
    ...(isForbidden ? { owner: 'you', remedy: messages.readerIsPersonOrGroup.remedy } : {}),
  }
}

/** All providers at once: a custom role may allow only one of them. */
function registering(facts: PolicyFacts): Observation | undefined {
  const situation = situationOf(facts)
  const actions = situation ? planned(facts, situation.chosen).filter(isOfKind('register-provider')) : []
  if (!situation || actions.length === 0) return undefined
  const providers = actions.map(namespaceOf)
  return demanded(situation, {
    doing: actions.some(({ namespace }) => namespace !== undefined) ? messages.registerProviders({ providers }) : messages.registerProvider,
    rights: providers.flatMap((provider) => manage(`${provider}/register/action`)),
    places: situation.places.subscription,
    instead: verbatim(actions.map((action) => registerWith(namespaceOf(action), action.subscriptionId)).join(' && ')),
  })
}

/** Known from the token before any write: the service would refuse it after creating everything else. */
const ownIdOfAnotherTenant: Judging<'grant-reader'> = ({ principalId }, { facts, places }) => {
  const { homeTenantId } = facts
  if (homeTenantId === undefined || !isOfAnotherTenant(facts)) return undefined
  const person = identified(principalId, valueIn(facts.administrator))
  if (!sameId(principalId, facts.accountObjectId)) return pass(messages.readerOfThisTenant.readerIsAnotherAccount, person)
  const { kind, name: place, id: scope } = nearestOf(places.policy)
  return fail(
    messages.readerOfThisTenant.readerIsPartner,
    messages.readerOfThisTenant.bothTenants({ principalId: person, homeTenantId, tenantId: facts.tenantId }),
    {
      byHand: [
        messages.readerOfThisTenant.findAdministrator,
        messages.readerOfThisTenant.enterAdministrator,
        messages.readerOfThisTenant.guestGetsReader({ kind, place }),
        verbatim(giveRole({ principalId, role: 'Reader', scope })),
      ],
    },
  )
}

/** Default remedy of observations without their own, as every blocking one has. */
const right = { aboutAccount: true, owner: 'key-vault-administrator', remedy: messages.mayDo.giveRight } as const

/** Checked before the first write, because a refusal would come in the middle of the plan. */
export const policyRightsChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'may-register-provider',
    ...right,
    id: 'F-302',
    part: 'subscription',
    why: messages.mayRegisterProvider.why,
    link: 'azure-resource-providers',
    source: 'power-platform-keys',
    heading: 'Enable the Power Platform enterprise policies service for your Azure subscription',
    judge: registering,
  },
  {
    key: 'may-create-resource-group',
    ...right,
    id: 'F-302',
    part: 'subscription',
    why: messages.mayCreateResourceGroup.why,
    source: 'power-platform-keys',
    judge: whenPlanned('create-resource-group', ({ subscriptionId, name, location }, situation) =>
      demanded(situation, {
        doing: messages.createResourceGroup({ group: name }),
        rights: manage('Microsoft.Resources/subscriptions/resourceGroups/write'),
        places: situation.places.resourceGroup,
        instead: verbatim(createGroup(subscriptionId, name, location)),
      }),
    ),
  },
  {
    key: 'may-create-vault',
    ...right,
    id: 'F-302',
    part: 'vault',
    why: messages.mayCreateVaultWhy,
    link: 'azure-vaults',
    source: 'power-platform-keys',
    judge: whenPlanned('create-vault', ({ vault: { name } }, situation) =>
      demanded(situation, {
        doing: messages.createVault({ vault: name }),
        rights: manage('Microsoft.KeyVault/vaults/write'),
        places: situation.places.vault,
      }),
    ),
  },
  {
    key: 'may-change-vault',
    ...right,
    id: 'F-302',
    part: 'vault',
    why: messages.mayChangeVaultWhy,
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: whenPlanned('turn-on-purge-protection', ({ name }, situation) =>
      demanded(situation, {
        doing: messages.changeVault({ vault: name }),
        rights: manage('Microsoft.KeyVault/vaults/write'),
        places: situation.places.vault,
      }),
    ),
  },
  {
    key: 'may-use-keys',
    ...right,
    id: 'F-402',
    part: 'key',
    why: messages.mayUseKeys.why,
    link: 'azure-vault',
    source: 'vault-roles',
    heading: 'Azure built-in roles for Key Vault data plane operations',
    judge: (facts) => (keyIsKept(facts) ? undefined : usingKeys(facts)),
  },
  {
    key: 'may-create-policy',
    ...right,
    id: 'F-302',
    part: 'policy',
    why: messages.mayCreatePolicyWhy,
    link: 'azure-policy',
    source: 'power-platform-keys',
    judge: whenPlanned('create-policy', ({ policy: { name } }, situation) =>
      demanded(situation, {
        doing: messages.createPolicy({ policy: name }),
        rights: manage('Microsoft.PowerPlatform/enterprisePolicies/write'),
        places: situation.places.policy,
      }),
    ),
  },
  {
    key: 'may-give-key-access',
    ...right,
    id: 'F-604',
    part: 'access',
    why: messages.mayGiveKeyAccess.why,
    link: 'azure-vault',
    source: 'vault-roles',
    heading: 'Prerequisites',
    judge: whenPlanned('grant-key-access', givingKeyAccess),
  },
  {
    key: 'reader-of-this-tenant',
    id: 'F-703',
    part: 'reader',
    owner: 'you',
    ...textsOf(messages.readerOfThisTenant),
    // Its way to assign Reader uses the tenant's user list, which lacks partner accounts.
    source: 'power-platform-keys',
    heading: 'Grant reader role to a Power Platform administrator',
    judge: whenPlanned('grant-reader', ownIdOfAnotherTenant),
  },
  {
    key: 'reader-is-person-or-group',
    id: 'F-703',
    part: 'reader',
    owner: 'you',
    ...textsOf(messages.readerIsPersonOrGroup),
    source: 'power-platform-keys',
    heading: 'Grant reader role to a Power Platform administrator',
    judge: whenPlanned('grant-reader', kindOfReader),
  },
  {
    key: 'may-give-reader',
    ...right,
    id: 'F-604',
    part: 'reader',
    why: messages.mayGiveReader.why,
    link: 'azure-policy',
    source: 'vault-roles',
    heading: 'Prerequisites',
    judge: whenPlanned('grant-reader', givingReader),
  },
]
