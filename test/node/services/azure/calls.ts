import type { Answer } from '#machines/engine/answer.ts'
import type {
  AzureService,
  DataverseService,
  DirectoryService,
  PowerPlatformService,
  Services,
} from '#machines/procedure/services/services.ts'
import { account, ENVIRONMENT, OPERATION_ADDRESS, PRINCIPAL, SUBSCRIPTION, VAULT_ID } from './stand-in.ts'

const KV = 'https://kv1.vault.azure.net/'
const HSM = 'https://hsm1.managedhsm.azure.net/'
const PLACE = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'kv1' }
const GROUP = { name: 'rg', location: 'westeurope' }
const ACTION_GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/customer-managed-key`
const ROLE = { roleId: 'e147488a-f6f5-4113-8e2d-b22465e65bf6', principalId: PRINCIPAL }
const ASSIGNMENT = { ...ROLE, scope: VAULT_ID, subscriptionId: SUBSCRIPTION, principalType: 'ServicePrincipal' } as const

/** Every call of a port: one that is missing does not compile. */
type CallsOf<Port> = { readonly [Name in keyof Port]: (port: Port, signal?: AbortSignal) => Promise<Answer<unknown>> }

const powerPlatform: CallsOf<PowerPlatformService> = {
  listEnvironments: (port, signal) => port.listEnvironments(signal),
  readEnvironment: (port, signal) => port.readEnvironment(ENVIRONMENT, signal),
  enableManagedEnvironment: (port, signal) => port.enableManagedEnvironment(ENVIRONMENT, signal),
  linkEncryptionPolicy: (port, signal) => port.linkEncryptionPolicy(ENVIRONMENT, '/regions/europe/x', signal),
  unlinkEncryptionPolicy: (port, signal) => port.unlinkEncryptionPolicy(ENVIRONMENT, '/regions/europe/x', signal),
  readOperation: (port, signal) => port.readOperation(OPERATION_ADDRESS, signal),
  listOperations: (port, signal) => port.listOperations(ENVIRONMENT, signal),
}

const dataverse: CallsOf<DataverseService> = {
  readIntegration: (port, signal) => port.readIntegration('https://contoso.crm4.dynamics.com/', signal),
}

const directory: CallsOf<DirectoryService> = {
  searchPeople: (port, signal) => port.searchPeople('Avery', signal),
  searchGroups: (port, signal) => port.searchGroups('Keys', signal),
  readPerson: (port, signal) => port.readPerson(PRINCIPAL, signal),
  readGroupName: (port, signal) => port.readGroupName(PRINCIPAL, signal),
  listGroupMembers: (port, signal) => port.listGroupMembers(PRINCIPAL, signal),
  listPartnerRelationships: (port, signal) => port.listPartnerRelationships(PRINCIPAL, signal),
}

const azure: CallsOf<AzureService> = {
  listSubscriptions: (port, signal) => port.listSubscriptions(signal),
  listRegions: (port, signal) => port.listRegions(SUBSCRIPTION, signal),
  readProvider: (port, signal) => port.readProvider(SUBSCRIPTION, 'Microsoft.PowerPlatform', signal),
  registerProvider: (port, signal) => port.registerProvider(SUBSCRIPTION, 'Microsoft.PowerPlatform', signal),
  readResourceGroup: (port, signal) => port.readResourceGroup(SUBSCRIPTION, 'rg', signal),
  createResourceGroup: (port, signal) => port.createResourceGroup(SUBSCRIPTION, GROUP, signal),
  listVaults: (port, signal) => port.listVaults(SUBSCRIPTION, signal),
  readVault: (port, signal) => port.readVault(SUBSCRIPTION, 'rg', 'kv1', signal),
  createVault: (port, signal) => port.createVault({ ...PLACE, location: 'westeurope', tenantId: account.tenantId }, signal),
  turnOnPurgeProtection: (port, signal) => port.turnOnPurgeProtection(SUBSCRIPTION, 'rg', 'kv1', signal),
  addKeyAccessPolicy: (port, signal) => port.addKeyAccessPolicy(SUBSCRIPTION, 'rg', 'kv1', PRINCIPAL, signal),
  readVaultName: (port, signal) => port.readVaultName(SUBSCRIPTION, 'kv1', signal),
  listManagedHsms: (port, signal) => port.listManagedHsms(SUBSCRIPTION, signal),
  readManagedHsm: (port, signal) => port.readManagedHsm(SUBSCRIPTION, 'rg', 'hsm1', signal),
  readKey: (port, signal) => port.readKey(KV, 'cmk-key', signal),
  createKey: (port, signal) => port.createKey(KV, 'cmk-key', { size: 2048, inHardware: false }, signal),
  createKeyVersion: (port, signal) => port.createKeyVersion(KV, 'cmk-key', { size: 3072, inHardware: false }, signal),
  listKeyVersions: (port, signal) => port.listKeyVersions(KV, 'cmk-key', signal),
  readKeyRotation: (port, signal) => port.readKeyRotation(KV, 'cmk-key', signal),
  setKeyRotation: (port, signal) =>
    port.setKeyRotation(KV, 'cmk-key', { rotateAfter: 'P18M', notifyBefore: 'P30D', newVersionsLast: 'P2Y' }, signal),
  readDeletedKey: (port, signal) => port.readDeletedKey(KV, 'cmk-key', signal),
  readKeyResource: (port, signal) => port.readKeyResource(PLACE, 'cmk-key', signal),
  listKeyResourceVersions: (port, signal) => port.listKeyResourceVersions(PLACE, 'cmk-key', signal),
  createKeyResource: (port, signal) => port.createKeyResource(PLACE, 'cmk-key', 3072, signal),
  listPrivateDnsZones: (port, signal) => port.listPrivateDnsZones({ ...PLACE, name: 'pe1' }, signal),
  listPolicies: (port, signal) => port.listPolicies(SUBSCRIPTION, signal),
  readPolicy: (port, signal) => port.readPolicy(SUBSCRIPTION, 'rg', 'policy', signal),
  createPolicy: (port, signal) =>
    port.createPolicy({ ...PLACE, name: 'policy', location: 'europe', vaultId: VAULT_ID, keyName: 'cmk-key' }, signal),
  listRoleAssignments: (port, signal) => port.listRoleAssignments(VAULT_ID, PRINCIPAL, signal),
  assignRole: (port, signal) => port.assignRole(ASSIGNMENT, signal),
  readPermissions: (port, signal) => port.readPermissions(VAULT_ID, signal),
  listRoleHolders: (port, signal) => port.listRoleHolders(VAULT_ID, signal),
  listEligibleRoles: (port, signal) => port.listEligibleRoles(VAULT_ID, signal),
  listRoleDefinitions: (port, signal) => port.listRoleDefinitions(VAULT_ID, signal),
  listDiagnosticSettings: (port, signal) => port.listDiagnosticSettings(VAULT_ID, signal),
  sendAuditLog: (port, signal) => port.sendAuditLog({ resourceId: VAULT_ID, name: 's', workspaceId: ACTION_GROUP }, signal),
  listWorkspaces: (port, signal) => port.listWorkspaces(SUBSCRIPTION, signal),
  listGroupResources: (port, signal) => port.listGroupResources(SUBSCRIPTION, 'rg', signal),
  listKeyNames: (port, signal) => port.listKeyNames(PLACE, signal),
  listSecretNames: (port, signal) => port.listSecretNames(PLACE, signal),
  listLocks: (port, signal) => port.listLocks(VAULT_ID, signal),
  createLock: (port, signal) => port.createLock({ scope: VAULT_ID, name: 'kept', notes: 'Kept.' }, signal),
  listLocalRoles: (port, signal) => port.listLocalRoles(HSM, '/keys', PRINCIPAL, signal),
  readLocalPermissions: (port, signal) => port.readLocalPermissions(HSM, '/keys', signal),
  assignLocalRole: (port, signal) => port.assignLocalRole(HSM, { ...ROLE, scope: '/keys' }, signal),
  listNearExpiryAlerts: (port, signal) => port.listNearExpiryAlerts(VAULT_ID, 'cmk-key', signal),
  alertNearExpiry: (port, signal) => port.alertNearExpiry({ vaultId: VAULT_ID, name: 's', actionGroup: ACTION_GROUP }, signal),
  readActionGroup: (port, signal) => port.readActionGroup(ACTION_GROUP, signal),
  mailAlerts: (port, signal) => port.mailAlerts(ACTION_GROUP, ['ada@contoso.example'], signal),
}

export type PortCall = (services: Services, signal?: AbortSignal) => Promise<Answer<unknown>>

const through = <Port>(of: (services: Services) => Port, calls: CallsOf<Port>): readonly (readonly [name: string, call: PortCall])[] =>
  Object.entries<CallsOf<Port>[keyof Port]>(calls).map(([name, call]) => [name, (services, signal) => call(of(services), signal)])

/** Every call of every port, with arguments that are in order. */
export const PORT_CALLS: readonly (readonly [name: string, call: PortCall])[] = [
  ...through((services) => services.powerPlatform, powerPlatform),
  ...through((services) => services.dataverse, dataverse),
  ...through((services) => services.directory, directory),
  ...through((services) => services.azure, azure),
]
