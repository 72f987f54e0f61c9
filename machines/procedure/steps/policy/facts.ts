import { defined } from '#machines/defined.ts'
import type { Answer, Refusal } from '#machines/engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { parseResourceId, resourceGroupId, sameId, policyId as toPolicyId } from '../../ids.ts'
import type { KeyChain } from '../../key-chain/key-chain.ts'
import { readKeyIn } from '../../key-chain/reading.ts'
import { answersForKeys, readLocalAccess, readStore, storeId } from '../../key-store.ts'
import type { Proposal } from '../../pilot/proposal.ts'
import { UNREGISTERED } from '../../refusals.ts'
import { keyScope } from '../../rights/local-roles.ts'
import type {
  EnterprisePolicy,
  Environment,
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
  VaultName,
} from '../../services/services.ts'
import type { Template } from '../../templates/template.ts'
import { isHeld } from '../membership/link.ts'
import { readWished, readWishedLocks, type WishedLock, type WishedProtection } from './wished.ts'

/** Readings of step 3; absent without a choice or if their resource is missing. */
export interface PolicyFacts extends KeyChain {
  readonly choices?: PolicyChoices
  readonly accountObjectId: string
  readonly accountUserName: string
  readonly tenantId: string
  readonly tenantName?: string
  readonly template?: Template
  readonly proposal?: Proposal
  /** The account's own tenant, if different. */
  readonly homeTenantId?: string
  readonly directoryRoles?: readonly string[]
  readonly isApplication?: true
  readonly subscriptions: Answer<readonly Subscription[]>
  /** Only for display names. */
  readonly regions?: Answer<readonly Region[]>
  readonly provider?: Answer<ResourceProvider>
  readonly resourceGroup?: Answer<ResourceGroup>
  readonly vaults?: Answer<readonly ListedVault[]>
  readonly managedHsms?: Answer<readonly ListedVault[]>
  readonly policies?: Answer<readonly EnterprisePolicy[]>
  /** Read only if the vault is missing. A Managed HSM is never created here. */
  readonly vaultName?: Answer<VaultName>
  /** Read only if the vault is missing: whether the subscription can create one. */
  readonly vaultProvider?: Answer<ResourceProvider>
  /** Absent: no private endpoint. */
  readonly privateZones?: Answer<readonly string[]>
  /** Assignments of the Power Platform administrator at the policy. */
  readonly readers?: Answer<readonly RoleAssignment[]>
  /** The Reader's name; optional, because not every sign-in may read the directory. */
  readonly administrator?: Answer<Person>
  /** The Reader's ID isn't a person's, and groups were unreadable. */
  readonly readerKindUnread?: Refusal
  readonly permissions?: PolicyPermissions
  /** By local roles assigned to the account itself. */
  readonly localPermissions?: Answer<readonly Permission[]>
  /** The environment's location from a handoff; absent if read here. */
  readonly toldLocation?: { readonly location: string; readonly by: string }
  /** Requester of this step: the Power Platform administrator, who adds the environment in step 4. */
  readonly askedBy?: string
  readonly wishedLocks?: readonly WishedLock[]
  readonly wished?: WishedProtection
  readonly turnOnPurgeProtection?: true
}

export type Reader = Pick<PolicyChoices, 'administratorObjectId' | 'administratorIsGroup'>

/** Permissions per place, including inherited ones. A missing place answers so, or with what it will inherit. */
export interface PolicyPermissions {
  readonly subscription: Answer<readonly Permission[]>
  readonly resourceGroup: Answer<readonly Permission[]>
  /** Absent: the vault is in the policy's resource group. */
  readonly vaultResourceGroup?: Answer<readonly Permission[]>
  readonly vault: Answer<readonly Permission[]>
  readonly policy: Answer<readonly Permission[]>
}

/**
 * Reads everything of step 3, in parallel where independent.
 * @param browsed subscription to preview in the form
 * @param suggested Reader until one is chosen
 * @param proposal of a pilot
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
  // If a group's assignments are unreadable, those of a person with this ID prove nothing.
  const ofGroup = await readersOfGroup(services, chosen, ofChosen, ofReader.administrator, signal)
  return {
    accountObjectId: account.objectId,
    accountUserName: account.userName,
    tenantId: account.tenantId,
    tenantName: account.tenantName,
    ...defined({ homeTenantId: account.homeTenantId, isApplication: account.isApplication }),
    directoryRoles: account.directoryRoles,
    subscriptions,
    ...defined({ choices: chosen, environment }),
    ...toldLocation(environment, choices),
    ...askedBy(choices),
    ...ofSubscription,
    ...found,
    ...(ofGroup ?? defined({ readers })),
    ...ofReader,
    ...defined({ permissions, wishedLocks, wished }),
    ...(choices.turnOnPurgeProtection ? { turnOnPurgeProtection: true as const } : {}),
  }
}

/** The account's name is in its sign-in; others are in the directory. */
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

/** Whether the Reader is a group: as chosen, otherwise per the directory, otherwise no. */
export const isGroup = (administrator: PolicyFacts['administrator'], chosen: PolicyChoices): boolean => {
  const found = valueIn(administrator)
  return chosen.administratorIsGroup === true || (found?.isGroup === true && sameId(found.id, chosen.administratorObjectId))
}

/** Readers of the policy, read again once the Reader is known to be a group. */
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

/** Replaces the environment for a key holder who can't read it. */
function toldLocation(environment: Answer<Environment> | undefined, { told, environmentId }: Choices): Pick<PolicyFacts, 'toldLocation'> {
  const location = told?.environment.location
  const reason = refusalOf(environment)?.reason
  if (!told || location === undefined || !sameId(told.environment.id, environmentId)) return {}
  return reason === 'forbidden' || reason === 'not-found' ? { toldLocation: { location, by: told.by } } : {}
}

/** A request for another step doesn't make its sender the Power Platform administrator. */
export const askedBy = ({ told, environmentId }: Choices): Pick<PolicyFacts, 'askedBy'> =>
  told?.askedBy !== undefined && told.step === 'policy' && sameId(told.environment.id, environmentId) ? { askedBy: told.askedBy } : {}

/** Subscription of the environment's policy, otherwise the only usable one. */
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
): Promise<Pick<PolicyFacts, 'regions' | 'provider' | 'resourceGroup' | 'vaults' | 'managedHsms' | 'policies'>> {
  const [regions, provider, vaults, managedHsms, policies, resourceGroup] = await Promise.all([
    azure.listRegions(subscriptionId, signal),
    azure.readProvider(subscriptionId, 'Microsoft.PowerPlatform', signal),
    azure.listVaults(subscriptionId, signal),
    azure.listManagedHsms(subscriptionId, signal),
    azure.listPolicies(subscriptionId, signal),
    chosen && azure.readResourceGroup(subscriptionId, chosen.resourceGroup, signal),
  ])
  return { regions, provider, vaults, managedHsms, policies, ...defined({ resourceGroup }) }
}

/** What can hold the key. If one list is refused, what the other has remains, and the form says what is missing. */
export const listedStores = ({ vaults, managedHsms }: Pick<PolicyFacts, 'vaults' | 'managedHsms'>): readonly ListedVault[] => [
  ...(valueIn(vaults) ?? []),
  ...(valueIn(managedHsms) ?? []),
]

/** Reads vault and policy in parallel, and their dependents as soon as possible. */
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
  return { ...ofVault, ...ofPolicy, ...defined({ keyAccess }) }
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
    // Azure may not check the name before the registration, which the plan then contains.
    const isUnasked = refusalOf(name)?.code === UNREGISTERED
    return { vault, vaultProvider, ...(isUnasked ? {} : { vaultName: name }) }
  }
  const found = valueIn(vault)
  if (!found || !answersForKeys(found)) return { vault }
  const { vaultUri, managedHsm } = found
  const [ofKey, localPermissions, privateZones] = await Promise.all([
    readKeyIn(azure, chosen, vaultUri, keyName, signal),
    managedHsm && azure.readLocalPermissions(vaultUri, keyScope(keyName), signal),
    observePrivateZones(azure, found, signal),
  ])
  return { vault, ...ofKey, ...defined({ localPermissions, privateZones }) }
}

/** Zones of approved endpoints only. */
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

/** Also with access policies: the roles show what would remain after a switch. */
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

/** Permissions in parallel, independent of other answers. */
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
  return { subscription, resourceGroup, ...defined({ vaultResourceGroup }), vault, policy }
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
  // A new policy inherits assignments from its subscription and group, not from their other resources.
  const given = await azure.listRoleAssignments(`/subscriptions/${subscriptionId}`, administratorObjectId, signal, ofGroup)
  return given.ok ? { policy, readers: { ...given, value: given.value.filter(({ scope }) => reaches(scope, id)) } } : { policy }
}

const reaches = (scope: string, resourceId: string): boolean =>
  `${resourceId.toLowerCase()}/`.startsWith(`${scope.toLowerCase().replace(/\/+$/, '')}/`)

/** Whether the environment uses the chosen policy's key, or is on its way there or back. */
export function isInUse({ choices, environment: answer }: PolicyFacts): boolean {
  const environment = valueIn(answer)
  const link = environment?.encryptionPolicy
  if (!choices || !environment || !link) return false
  const { subscriptionId, resourceGroup, policyName } = choices
  return isHeld(environment) && sameId(link.id, toPolicyId(subscriptionId, resourceGroup, policyName))
}
