import type { Answer, Refusal } from '../../../engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { parseResourceId, resourceGroupId, sameId, policyId as toPolicyId } from '../../ids.ts'
import { answersForKeys, readLocalAccess, readStore, storeId } from '../../key-store.ts'
import { keyScope } from '../../local-roles.ts'
import type { Proposal } from '../../pilot/proposal.ts'
import { readKeyIn } from '../../reading-keys.ts'
import { UNREGISTERED } from '../../refusals.ts'
import type {
  Deleted,
  EnterprisePolicy,
  Environment,
  KeyRotation,
  KeyVersion,
  ListedVault,
  Permission,
  Person,
  PrivateEndpointConnection,
  Region,
  ResourceGroup,
  ResourceProvider,
  RoleAssignment,
  Services,
  Subscription,
  Vault,
  VaultKey,
  VaultName,
} from '../../services.ts'
import type { Template } from '../../templates/template.ts'
import { readWished, readWishedLocks, type WishedLock, type WishedProtection } from './wished.ts'

/** What step 3 reads. Members are absent when there is nothing to ask yet: no choice made, or what they hang on does not exist. */
export interface PolicyFacts {
  readonly choices?: PolicyChoices
  readonly accountObjectId: string
  readonly accountUserName: string
  readonly tenantId: string
  readonly tenantName?: string
  /** What names are proposed by; absent: the built-in ones. */
  readonly template?: Template
  /** What a pilot's choices propose here. */
  readonly proposal?: Proposal
  /** The tenant that the account belongs to, where it is another one. */
  readonly homeTenantId?: string
  /** Role template ids in the account's sign-in. */
  readonly directoryRoles?: readonly string[]
  readonly isApplication?: true
  readonly environment?: Answer<Environment>
  readonly subscriptions: Answer<readonly Subscription[]>
  /** What Azure calls its regions; only names hang on it. */
  readonly regions?: Answer<readonly Region[]>
  readonly provider?: Answer<ResourceProvider>
  readonly resourceGroup?: Answer<ResourceGroup>
  readonly vaults?: Answer<readonly ListedVault[]>
  readonly policies?: Answer<readonly EnterprisePolicy[]>
  readonly vault?: Answer<Vault>
  /** Whether the name is free; asked only when there is no such vault. A Managed HSM is never made here. */
  readonly vaultName?: Answer<VaultName>
  /** Whether a vault can be created in the subscription; asked only when there is no such vault. */
  readonly vaultProvider?: Answer<ResourceProvider>
  readonly key?: Answer<VaultKey>
  readonly keyVersions?: Answer<readonly KeyVersion[]>
  readonly keyRotation?: Answer<KeyRotation>
  /** Asked only when there is no such key. */
  readonly deletedKey?: Answer<Deleted>
  /** The vault's network keeps this computer out: what is said of the key is from Azure Resource Manager, or it is not known. */
  readonly keyShutOut?: Refusal
  /** Names of the private DNS zones of its private endpoints; absent where no endpoint leads to the vault. */
  readonly privateZones?: Answer<readonly string[]>
  readonly policy?: Answer<EnterprisePolicy>
  /** Assignments that reach the policy's identity at the vault, or at the key of a Managed HSM. */
  readonly keyAccess?: Answer<readonly RoleAssignment[]>
  /** Assignments that reach the Power Platform administrator at the policy. */
  readonly readers?: Answer<readonly RoleAssignment[]>
  /** Who is to get Reader, by name; not every sign-in may read the directory, and nothing depends on it. */
  readonly administrator?: Answer<Person>
  /** No person has the ID that is to get Reader, and whether a group has it could not be read. */
  readonly readerKindUnread?: Refusal
  /** What the account may do at the places of this step; absent until they are chosen. */
  readonly permissions?: PolicyPermissions
  /** What the account may do with the key of a Managed HSM, by local roles given to itself. */
  readonly localPermissions?: Answer<readonly Permission[]>
  /** Where the environment is, on the word of whoever handed over; absent where that is read here. */
  readonly toldLocation?: { readonly location: string; readonly by: string }
  /** Who asked for this step: the Power Platform administrator who can't do it, and adds the environment in step 4. */
  readonly askedBy?: string
  /** Locks that the person wished, as they stand. */
  readonly wishedLocks?: readonly WishedLock[]
  /** What else the person wished to protect the key with. */
  readonly wished?: WishedProtection
  /** The person asked for purge protection on the vault. */
  readonly turnOnPurgeProtection?: true
}

/** Who is to get Reader on the policy. */
export type Reader = Pick<PolicyChoices, 'administratorObjectId' | 'administratorIsGroup'>

/** What the account may do, place by place, rights from above included. A place that does not exist answers so, or with what it will inherit. */
export interface PolicyPermissions {
  readonly subscription: Answer<readonly Permission[]>
  readonly resourceGroup: Answer<readonly Permission[]>
  /** Absent where the vault lives in the policy's own resource group. */
  readonly vaultResourceGroup?: Answer<readonly Permission[]>
  readonly vault: Answer<readonly Permission[]>
  readonly policy: Answer<readonly Permission[]>
}

/**
 * Reads everything of step 3 in parallel where nothing hangs on anything.
 * @param browsed a subscription the person looks into before deciding the rest of the form
 * @param suggested who is suggested for Reader while no one is chosen
 * @param proposal what a pilot's choices propose
 */
export async function observePolicy(
  services: Services,
  choices: Choices,
  browsed: string | undefined,
  signal: AbortSignal,
  suggested?: Reader,
  proposal?: Proposal,
): Promise<PolicyFacts> {
  const { account, azure, powerPlatform } = services
  const chosen = choices.policy
  const reading = Promise.all([
    choices.environmentId === undefined ? undefined : powerPlatform.readEnvironment(choices.environmentId, signal),
    azure.listSubscriptions(signal),
  ])
  const subscription = async () => {
    const subscriptionId = chosen?.subscriptionId ?? browsed ?? obviousSubscription(...(await reading), proposal?.subscriptionId)
    return subscriptionId === undefined ? undefined : observeSubscription(services, subscriptionId, chosen, signal)
  }
  const [[environment, subscriptions], ofSubscription, ofChosen, permissions, ofReader, wishedLocks, wished] = await Promise.all([
    reading,
    subscription(),
    chosen && observeChosen(services, chosen, signal),
    chosen && observePermissions(services, chosen, signal),
    observeAdministrator(services, chosen ?? suggested, signal),
    chosen && choices.protection && readWishedLocks(azure, chosen, choices.protection, signal),
    chosen && choices.protection && readWished(azure, chosen, choices.protection, signal),
  ])
  const { readers, ...found }: Partial<PolicyFacts> = ofChosen ?? {}
  // Where a group's can't be read, what was given to a person of that ID says nothing.
  const ofGroup = await readersOfGroup(services, chosen, ofChosen, ofReader.administrator, signal)
  return {
    accountObjectId: account.objectId,
    accountUserName: account.userName,
    tenantId: account.tenantId,
    tenantName: account.tenantName,
    ...present({ homeTenantId: account.homeTenantId, isApplication: account.isApplication }),
    directoryRoles: account.directoryRoles,
    subscriptions,
    ...present({ choices: chosen, environment }),
    ...toldLocation(environment, choices),
    ...askedBy(choices),
    ...ofSubscription,
    ...found,
    ...(ofGroup ?? present({ readers })),
    ...ofReader,
    ...present({ permissions, wishedLocks, wished }),
    ...(choices.turnOnPurgeProtection ? { turnOnPurgeProtection: true as const } : {}),
  }
}

/** The account's own name is in its sign-in; anyone else's in the directory. */
async function observeAdministrator(
  { account, directory }: Services,
  reader: Reader | undefined,
  signal: AbortSignal,
): Promise<Pick<PolicyFacts, 'administrator' | 'readerKindUnread'>> {
  const id = reader?.administratorObjectId ?? ''
  if (id === '') return {}
  const { objectId, displayName, userName } = account
  if (sameId(id, objectId)) return { administrator: { ok: true, value: { id, displayName, userName } } }
  const person = reader?.administratorIsGroup ? undefined : await directory.readPerson(id, signal)
  if (person && !isAbsent(person)) return { administrator: person }
  const group = await directory.readGroupName(id, signal)
  if (group.ok) return { administrator: { ...group, value: { id, displayName: group.value, userName: '', isGroup: true } } }
  if (isAbsent(group)) return { administrator: person ?? group }
  return { administrator: group, ...(person ? { readerKindUnread: group.refusal } : {}) }
}

/** Whether Reader goes to a group: as it was chosen, else by the directory. Where that can't be read, it is taken for a person. */
export const isGroup = (administrator: PolicyFacts['administrator'], chosen: PolicyChoices): boolean => {
  const found = valueIn(administrator)
  return chosen.administratorIsGroup === true || (found?.isGroup === true && sameId(found.id, chosen.administratorObjectId))
}

/** Who may read the policy, once it is known that they were asked of as a person and are a group. */
async function readersOfGroup(
  { azure }: Services,
  chosen: PolicyChoices | undefined,
  ofChosen: Pick<PolicyFacts, 'policy'> | undefined,
  administrator: PolicyFacts['administrator'],
  signal: AbortSignal,
): Promise<Pick<PolicyFacts, 'policy' | 'readers'> | undefined> {
  const policy = ofChosen?.policy
  if (!chosen || chosen.administratorIsGroup || !policy || !isGroup(administrator, chosen)) return undefined
  return observeReaders(azure, chosen, policy, signal, true)
}

/** Who holds the key only may not read the environment. What was handed over stands in for it, where it is kept from the account. */
function toldLocation(environment: Answer<Environment> | undefined, { told, environmentId }: Choices): Pick<PolicyFacts, 'toldLocation'> {
  const location = told?.environment.location
  const reason = refusalOf(environment)?.reason
  if (!told || location === undefined || !sameId(told.environment.id, environmentId)) return {}
  return reason === 'forbidden' || reason === 'not-found' ? { toldLocation: { location, by: told.by } } : {}
}

/** Only of this step: who asks for another one is no Power Platform administrator by that. */
export const askedBy = ({ told, environmentId }: Choices): Pick<PolicyFacts, 'askedBy'> =>
  told?.askedBy !== undefined && told.step === 'policy' && sameId(told.environment.id, environmentId) ? { askedBy: told.askedBy } : {}

/** The subscription to look into unasked: the one of the policy the environment has, else the only one that can be used. */
export function obviousSubscription(
  environment: Answer<Environment> | undefined,
  subscriptions: Answer<readonly Subscription[]>,
  proposed?: string,
): string | undefined {
  const linked = parseResourceId(valueIn(environment)?.encryptionPolicy?.id ?? '')?.subscriptionId
  const usable = (valueIn(subscriptions) ?? []).filter((subscription) => subscription.state.toLowerCase() === 'enabled')
  return linked ?? usable.find(({ id }) => sameId(id, proposed))?.id ?? (usable.length === 1 ? usable[0]?.id : undefined)
}

async function observeSubscription(
  { azure }: Services,
  subscriptionId: string,
  chosen: PolicyChoices | undefined,
  signal: AbortSignal,
): Promise<Pick<PolicyFacts, 'regions' | 'provider' | 'resourceGroup' | 'vaults' | 'policies'>> {
  const [regions, provider, vaults, hsms, policies, resourceGroup] = await Promise.all([
    azure.listRegions(subscriptionId, signal),
    azure.readProvider(subscriptionId, 'Microsoft.PowerPlatform', signal),
    azure.listVaults(subscriptionId, signal),
    azure.listManagedHsms(subscriptionId, signal),
    azure.listPolicies(subscriptionId, signal),
    chosen && azure.readResourceGroup(subscriptionId, chosen.resourceGroup, signal),
  ])
  return { regions, provider, vaults: listedTogether(vaults, hsms), policies, ...present({ resourceGroup }) }
}

/** Few subscriptions have a Managed HSM: where those can't be listed, there are still the vaults to choose from. */
function listedTogether(vaults: Answer<readonly ListedVault[]>, hsms: Answer<readonly ListedVault[]>): Answer<readonly ListedVault[]> {
  return vaults.ok && hsms.ok && hsms.value.length > 0 ? { ...vaults, value: [...vaults.value, ...hsms.value] } : vaults
}

/** Vault and policy at once, and what hangs on either as soon as that one is known. */
async function observeChosen(
  services: Services,
  chosen: PolicyChoices,
  signal: AbortSignal,
): Promise<VaultFacts & Pick<PolicyFacts, 'policy' | 'readers' | 'keyAccess'>> {
  const { azure } = services
  const { subscriptionId, resourceGroup, policyName } = chosen
  const vault = readStore(azure, chosen, signal)
  const policy = azure.readPolicy(subscriptionId, resourceGroup, policyName, signal)
  const [ofVault, ofPolicy, keyAccess] = await Promise.all([
    observeVault(services, chosen, vault, signal),
    observePolicyItself(services, chosen, policy, signal),
    observeKeyAccess(services, chosen, { vault, policy }, signal),
  ])
  return { ...ofVault, ...ofPolicy, ...present({ keyAccess }) }
}

type VaultFacts = Pick<
  PolicyFacts,
  | 'vault'
  | 'vaultName'
  | 'vaultProvider'
  | 'key'
  | 'keyVersions'
  | 'keyRotation'
  | 'deletedKey'
  | 'keyShutOut'
  | 'localPermissions'
  | 'privateZones'
>

async function observeVault(
  { azure }: Services,
  chosen: PolicyChoices,
  reading: Promise<Answer<Vault>>,
  signal: AbortSignal,
): Promise<VaultFacts> {
  const { subscriptionId, vaultName, keyName, keyStore } = chosen
  const vault = await reading
  if (isAbsent(vault) && keyStore === undefined) {
    const [name, vaultProvider] = await Promise.all([
      azure.readVaultName(subscriptionId, vaultName, signal),
      azure.readProvider(subscriptionId, 'Microsoft.KeyVault', signal),
    ])
    // Azure may not say whether the name is free before the registration, which the plan then holds.
    const isUnasked = refusalOf(name)?.code === UNREGISTERED
    return { vault, vaultProvider, ...(isUnasked ? {} : { vaultName: name }) }
  }
  const found = valueIn(vault)
  if (!found || !answersForKeys(found)) return { vault }
  const { vaultUri, managedHsm } = found
  const [{ shutOut: keyShutOut, ...ofKey }, localPermissions, privateZones] = await Promise.all([
    readKeyIn(azure, chosen, vaultUri, keyName, signal),
    managedHsm && azure.readLocalPermissions(vaultUri, keyScope(keyName), signal),
    observePrivateZones(azure, found, signal),
  ])
  return { vault, ...ofKey, ...present({ keyShutOut, localPermissions, privateZones }) }
}

/** Of the endpoints that lead to the vault; no one is asked about one that waits or was turned away. */
async function observePrivateZones(
  azure: Services['azure'],
  { privateEndpoints = [] }: Vault,
  signal: AbortSignal,
): Promise<PolicyFacts['privateZones']> {
  const places = privateEndpoints.filter(isApproved).flatMap(({ endpointId }) => parseResourceId(endpointId ?? '') ?? [])
  if (places.length === 0) return undefined
  const answers = await Promise.all(places.map((place) => azure.listPrivateDnsZones(place, signal)))
  const refused = answers.find((answer) => !answer.ok)
  return (
    refused ?? {
      ok: true,
      value: answers.flatMap((answer) => valueIn(answer) ?? []),
      evidence: answers.flatMap(({ evidence = [] }) => evidence),
    }
  )
}

export const isApproved = ({ state }: PrivateEndpointConnection): boolean => state.toLowerCase() === 'approved'

/** Also of a vault that goes by access policies: the roles say what would be left if it were switched. */
async function observeKeyAccess(
  { azure }: Services,
  chosen: PolicyChoices,
  reading: { readonly vault: Promise<Answer<Vault>>; readonly policy: Promise<Answer<EnterprisePolicy>> },
  signal: AbortSignal,
): Promise<PolicyFacts['keyAccess']> {
  const [vault, policy] = await Promise.all([reading.vault, reading.policy])
  const principalId = valueIn(policy)?.principalId
  if (!valueIn(vault) || !principalId) return undefined
  return chosen.keyStore
    ? readLocalAccess(azure, valueIn(vault), chosen.keyName, principalId, signal)
    : azure.listRoleAssignments(storeId(chosen), principalId, signal)
}

/** All at once and of nothing else's answer: what the account may do is known no later than the rest. */
async function observePermissions({ azure }: Services, chosen: PolicyChoices, signal: AbortSignal): Promise<PolicyPermissions> {
  const at = (scope: string) => azure.readPermissions(scope, signal)
  const { subscriptionId } = chosen
  const [subscription, resourceGroup, vaultResourceGroup, vault, policy] = await Promise.all([
    at(`/subscriptions/${subscriptionId}`),
    at(resourceGroupId(subscriptionId, chosen.resourceGroup)),
    sameId(chosen.vaultResourceGroup, chosen.resourceGroup) ? undefined : at(resourceGroupId(subscriptionId, chosen.vaultResourceGroup)),
    at(storeId(chosen)),
    at(toPolicyId(subscriptionId, chosen.resourceGroup, chosen.policyName)),
  ])
  return { subscription, resourceGroup, ...present({ vaultResourceGroup }), vault, policy }
}

async function observePolicyItself(
  { azure }: Services,
  chosen: PolicyChoices,
  reading: Promise<Answer<EnterprisePolicy>>,
  signal: AbortSignal,
): Promise<Pick<PolicyFacts, 'policy' | 'readers'>> {
  return observeReaders(azure, chosen, await reading, signal, chosen.administratorIsGroup === true)
}

async function observeReaders(
  azure: Services['azure'],
  chosen: PolicyChoices,
  policy: Answer<EnterprisePolicy>,
  signal: AbortSignal,
  ofGroup: boolean,
): Promise<Pick<PolicyFacts, 'policy' | 'readers'>> {
  const { subscriptionId, administratorObjectId } = chosen
  const id = toPolicyId(subscriptionId, chosen.resourceGroup, chosen.policyName)
  if (policy.ok) return { policy, readers: await azure.listRoleAssignments(id, administratorObjectId, signal, ofGroup) }
  if (!isAbsent(policy)) return { policy }
  // A policy that is yet to be created inherits what is given on its subscription and group; what is given elsewhere below is not its own.
  const given = await azure.listRoleAssignments(`/subscriptions/${subscriptionId}`, administratorObjectId, signal, ofGroup)
  return given.ok ? { policy, readers: { ...given, value: given.value.filter(({ scope }) => reaches(scope, id)) } } : { policy }
}

const reaches = (scope: string, resourceId: string): boolean =>
  `${resourceId.toLowerCase()}/`.startsWith(`${scope.toLowerCase().replace(/\/+$/, '')}/`)

/** Whether the environment is on the key of the policy chosen here, or on its way there or back. */
export function isInUse({ choices, environment: answer }: PolicyFacts): boolean {
  const link = valueIn(answer)?.encryptionPolicy
  if (!choices || !link) return false
  const { subscriptionId, resourceGroup, policyName } = choices
  return (
    sameId(link.id, toPolicyId(subscriptionId, resourceGroup, policyName)) &&
    !['notlinked', 'linkfailed', 'failed'].includes(link.linkStatus?.toLowerCase() ?? '')
  )
}
