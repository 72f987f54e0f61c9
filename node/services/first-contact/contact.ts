import { setMaxListeners } from 'node:events'
import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { Answer } from '#machines/engine/answer.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { Heard, Recording } from '#machines/procedure/first-contact/recording.ts'
import { recordingOf } from '#machines/procedure/first-contact/structure.ts'
import { parseResourceId, policyId, resourceGroupId } from '#machines/procedure/ids.ts'
import { readStore, storeId } from '#machines/procedure/key-store.ts'
import { readLandscape } from '#machines/procedure/landscape/reading.ts'
import { CUSTOMER_MANAGED_KEYS, OPERATION_IDS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { ALL_KEYS } from '#machines/procedure/rights/local-roles.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { EnterprisePolicy, Environment, Services, Vault } from '#machines/procedure/services/services.ts'
import { version } from '../../../package.json'
import { whileOnlyReading } from '../azure/reads-only.ts'
import { watched } from '../azure/trail.ts'
import type { OpenTenant } from '../open-tenant.ts'
import { observeIn } from '../ports.ts'
import { known } from './known.ts'

/**
 * Reads everything that the wizard reads of an environment and its key, or of the tenant without a choice, and keeps
 * each answer's structure. Read-only mode.
 * @param subscriptionId in which step 3 suggests the key; absent: the obvious one
 */
export async function makeFirstContact(
  open: OpenTenant,
  choices: Choices,
  signal: AbortSignal,
  subscriptionId?: string,
): Promise<Recording> {
  const heard: Heard[] = []
  const at = open.clock.now()
  const decided = await whileOnlyReading(() =>
    watched(
      (...exchange) => void heard.push(...heardIn(...exchange)),
      () => readAll(open, choices, signal, subscriptionId),
    ),
  )
  const { account } = open.services
  const practice = open.recorded ? open.recorded.practice : open.tenant.practice && (true as const)
  return recordingOf({ wizard: version, cloud: open.cloud.id, practice, account, choices: decided, at, heard }, known)
}

/** A request without an answer says nothing about the service. */
function heardIn(request: PipelineRequest, response: PipelineResponse | undefined): readonly Heard[] {
  if (response === undefined) return []
  const { method, url, headers } = request
  const { status, bodyAsText } = response
  return [{ method, url, signedIn: headers.has('authorization'), status, headers: response.headers.toJSON(), text: bodyAsText ?? '' }]
}

/** @returns choices used, including step 3's suggestions */
async function readAll(open: OpenTenant, given: Choices, signal: AbortSignal, subscriptionId: string | undefined): Promise<Choices> {
  setMaxListeners(0, signal)
  const now = (): number => open.clock.now()
  const reads = new Map<string, Promise<unknown>>()
  const observe: Parameters<typeof readEverything>[1]['observe'] = (id, choices, browsed, aborted) =>
    observeIn(open, now, id, choices, browsed ?? subscriptionId, aborted, reads)
  const { assumed } = await readEverything(CUSTOMER_MANAGED_KEYS, { observe }, given, STEP_IDS, undefined, signal)
  const choices: Choices = { ...given, ...assumed }
  const others: readonly SequenceId[] = choices.environmentId === undefined ? [] : OPERATION_IDS
  await Promise.all(others.map((id) => observe(id, choices, undefined, signal)))
  const { services } = open
  await Promise.all([readLandscape(services, choices, signal), ofPeople(services, signal), ofEnvironment(open, choices, signal)])
  await ofKey(services, choices, signal)
  return choices
}

async function ofPeople({ directory, account }: Services, signal: AbortSignal): Promise<void> {
  const [groups] = await Promise.all([
    directory.searchGroups('key', signal),
    directory.searchPeople(account.userName, signal),
    directory.readPerson(account.objectId, signal),
    directory.listPartnerRelationships(account.tenantId, signal),
  ])
  const [group] = valueIn(groups) ?? []
  if (group) await Promise.all([directory.readGroupName(group.id, signal), directory.listGroupMembers(group.id, signal)])
}

async function ofEnvironment({ services, cloud }: OpenTenant, { environmentId }: Choices, signal: AbortSignal): Promise<void> {
  if (environmentId === undefined) return
  const { powerPlatform, dataverse } = services
  const [environment, operations] = await Promise.all([
    powerPlatform.readEnvironment(environmentId, signal),
    powerPlatform.listOperations(environmentId, signal),
  ])
  const url = valueIn<Environment>(environment)?.dataverse?.instanceUrl
  if (url !== undefined) await dataverse.readIntegration(url, signal)
  const [last] = valueIn(operations) ?? []
  const address = `${cloud.powerPlatform.url}/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/${last?.id}?api-version=${API_VERSIONS.operations}`
  if (last) await powerPlatform.readOperation(address, signal)
}

async function ofKey({ azure, account }: Services, { policy: chosen }: Choices, signal: AbortSignal): Promise<void> {
  if (chosen === undefined) return
  const { subscriptionId, resourceGroup, vaultResourceGroup, vaultName, keyName, policyName } = chosen
  const place = { subscriptionId, resourceGroup: vaultResourceGroup, name: vaultName }
  const scope = storeId(chosen)
  const [store, policy] = await Promise.all([
    readStore(azure, chosen, signal),
    azure.readPolicy(subscriptionId, resourceGroup, policyName, signal),
    ...[azure.listSubscriptions(signal), azure.listRegions(subscriptionId, signal), azure.readVaultName(subscriptionId, vaultName, signal)],
    ...[
      azure.listVaults(subscriptionId, signal),
      azure.listManagedHsms(subscriptionId, signal),
      azure.listPolicies(subscriptionId, signal),
    ],
    ...[azure.listWorkspaces(subscriptionId, signal), azure.readProvider(subscriptionId, 'Microsoft.KeyVault', signal)],
    azure.readProvider(subscriptionId, 'Microsoft.PowerPlatform', signal),
    ...[azure.readKeyResource(place, keyName, signal), azure.listKeyResourceVersions(place, keyName, signal)],
    azure.readResourceGroup(subscriptionId, resourceGroup, signal),
    ...[scope, policyId(subscriptionId, resourceGroup, policyName), resourceGroupId(subscriptionId, resourceGroup)].flatMap(
      (each): readonly Promise<Answer<unknown>>[] => [
        azure.readPermissions(each, signal),
        azure.listLocks(each, signal),
        azure.listRoleHolders(each, signal),
        azure.listEligibleRoles(each, signal),
      ],
    ),
    ...[azure.listRoleDefinitions(scope, signal), azure.listDiagnosticSettings(scope, signal)],
  ])
  const principal = valueIn<EnterprisePolicy>(policy)?.principalId ?? account.objectId
  await Promise.all([
    azure.listRoleAssignments(scope, principal, signal),
    ofAlerts(azure, scope, keyName, signal),
    ofStore(azure, valueIn<Vault>(store), keyName, principal, signal),
  ])
}

async function ofStore(
  azure: Services['azure'],
  store: Vault | undefined,
  keyName: string,
  principal: string,
  signal: AbortSignal,
): Promise<void> {
  if (store === undefined) return
  const { vaultUri, managedHsm, privateEndpoints = [] } = store
  await Promise.all([
    ...[azure.readKey(vaultUri, keyName, signal), azure.listKeyVersions(vaultUri, keyName, signal)],
    ...[azure.readKeyRotation(vaultUri, keyName, signal), azure.readDeletedKey(vaultUri, keyName, signal)],
    ...(managedHsm
      ? [azure.listLocalRoles(vaultUri, ALL_KEYS, principal, signal), azure.readLocalPermissions(vaultUri, ALL_KEYS, signal)]
      : []),
    ...privateEndpoints.flatMap(({ endpointId }) => {
      const endpoint = parseResourceId(endpointId ?? '')
      return endpoint ? [azure.listPrivateDnsZones(endpoint, signal)] : []
    }),
  ])
}

async function ofAlerts(azure: Services['azure'], scope: string, keyName: string, signal: AbortSignal): Promise<void> {
  const alerts = valueIn(await azure.listNearExpiryAlerts(scope, keyName, signal)) ?? []
  await Promise.all(alerts.flatMap(({ actionGroups }) => actionGroups).map((group) => azure.readActionGroup(group, signal)))
}
