import type { Services, SignedInAccount } from '../../machines/procedure/services.ts'
import type { Connection } from './connection.ts'
import { lazily } from './lazily.ts'

/**
 * The ports made real: each service through its official client, or over Microsoft's own HTTP pipeline where none exists.
 *
 * Nothing is loaded here. Each service's client, and the SDK behind it, comes with the first call that needs it, so that
 * the window opens without them.
 * @param connection the cloud, the sign-in, the clock every wait goes through, and for tests who answers the requests
 */
export function connectServices({ account, ...connection }: Connection & { readonly account: SignedInAccount }): Services {
  const powerPlatform = lazily(async () => (await import('../power-platform/power-platform.ts')).connectPowerPlatform(connection))
  const dataverse = lazily(async () => (await import('./dataverse.ts')).connectDataverse(connection))
  const subscriptions = lazily(async () => (await import('../resource-manager/subscriptions.ts')).connectSubscriptions(connection))
  const resources = lazily(async () => (await import('../resource-manager/resources.ts')).connectResources(connection))
  const vaults = lazily(async () => (await import('../resource-manager/vaults.ts')).connectVaults(connection))
  const keys = lazily(async () => (await import('./key-vault.ts')).connectKeys(connection))
  const localRoles = lazily(async () => (await import('./managed-hsm.ts')).connectLocalRoles(connection, account))
  const keyResources = lazily(async () => (await import('../resource-manager/vault-keys.ts')).connectKeyResources(connection))
  const endpoints = lazily(async () => (await import('../resource-manager/private-endpoints.ts')).connectPrivateEndpoints(connection))
  const policies = lazily(async () => (await import('../resource-manager/policies.ts')).connectPolicies(connection))
  const roles = lazily(async () => (await import('../resource-manager/role-assignments.ts')).connectRoleAssignments(connection))
  const directory = lazily(async () => (await import('./directory.ts')).connectDirectory(connection))
  const permissions = lazily(async () => (await import('../resource-manager/permissions.ts')).connectPermissions(connection))
  const locks = lazily(async () => (await import('../resource-manager/locks.ts')).connectLocks(connection))
  const holders = lazily(async () => (await import('../resource-manager/holders.ts')).connectHolders(connection))
  const auditLogs = lazily(async () => (await import('../resource-manager/audit-logs.ts')).connectAuditLogs(connection))
  const alerts = lazily(async () => (await import('../resource-manager/alerts.ts')).connectAlerts(connection))
  const contents = lazily(async () => (await import('../resource-manager/contents.ts')).connectContents(connection))
  return {
    account,
    powerPlatform: {
      listEnvironments: async (...asked) => (await powerPlatform()).listEnvironments(...asked),
      readEnvironment: async (...asked) => (await powerPlatform()).readEnvironment(...asked),
      enableManagedEnvironment: async (...asked) => (await powerPlatform()).enableManagedEnvironment(...asked),
      linkEncryptionPolicy: async (...asked) => (await powerPlatform()).linkEncryptionPolicy(...asked),
      unlinkEncryptionPolicy: async (...asked) => (await powerPlatform()).unlinkEncryptionPolicy(...asked),
      readOperation: async (...asked) => (await powerPlatform()).readOperation(...asked),
      listOperations: async (...asked) => (await powerPlatform()).listOperations(...asked),
    },
    dataverse: {
      readIntegration: async (...asked) => (await dataverse()).readIntegration(...asked),
    },
    directory: {
      searchPeople: async (...asked) => (await directory()).searchPeople(...asked),
      searchGroups: async (...asked) => (await directory()).searchGroups(...asked),
      readPerson: async (...asked) => (await directory()).readPerson(...asked),
      readGroupName: async (...asked) => (await directory()).readGroupName(...asked),
      listGroupMembers: async (...asked) => (await directory()).listGroupMembers(...asked),
      listPartnerRelationships: async (...asked) => (await directory()).listPartnerRelationships(...asked),
    },
    azure: {
      listSubscriptions: async (...asked) => (await subscriptions()).listSubscriptions(...asked),
      listRegions: async (...asked) => (await subscriptions()).listRegions(...asked),
      readProvider: async (...asked) => (await resources()).readProvider(...asked),
      registerProvider: async (...asked) => (await resources()).registerProvider(...asked),
      readResourceGroup: async (...asked) => (await resources()).readResourceGroup(...asked),
      createResourceGroup: async (...asked) => (await resources()).createResourceGroup(...asked),
      listVaults: async (...asked) => (await vaults()).listVaults(...asked),
      readVault: async (...asked) => (await vaults()).readVault(...asked),
      listManagedHsms: async (...asked) => (await vaults()).listManagedHsms(...asked),
      readManagedHsm: async (...asked) => (await vaults()).readManagedHsm(...asked),
      createVault: async (...asked) => (await vaults()).createVault(...asked),
      turnOnPurgeProtection: async (...asked) => (await vaults()).turnOnPurgeProtection(...asked),
      addKeyAccessPolicy: async (...asked) => (await vaults()).addKeyAccessPolicy(...asked),
      readVaultName: async (...asked) => (await vaults()).readVaultName(...asked),
      readKey: async (...asked) => (await keys()).readKey(...asked),
      createKey: async (...asked) => (await keys()).createKey(...asked),
      listKeyVersions: async (...asked) => (await keys()).listKeyVersions(...asked),
      readKeyRotation: async (...asked) => (await keys()).readKeyRotation(...asked),
      setKeyRotation: async (...asked) => (await keys()).setKeyRotation(...asked),
      readDeletedKey: async (...asked) => (await keys()).readDeletedKey(...asked),
      createKeyVersion: async (...asked) => (await keys()).createKeyVersion(...asked),
      readKeyResource: async (...asked) => (await keyResources()).readKeyResource(...asked),
      listKeyResourceVersions: async (...asked) => (await keyResources()).listKeyResourceVersions(...asked),
      createKeyResource: async (...asked) => (await keyResources()).createKeyResource(...asked),
      listPrivateDnsZones: async (...asked) => (await endpoints()).listPrivateDnsZones(...asked),
      listPolicies: async (...asked) => (await policies()).listPolicies(...asked),
      readPolicy: async (...asked) => (await policies()).readPolicy(...asked),
      createPolicy: async (...asked) => (await policies()).createPolicy(...asked),
      listRoleAssignments: async (...asked) => (await roles()).listRoleAssignments(...asked),
      readPermissions: async (...asked) => (await permissions()).readPermissions(...asked),
      listRoleHolders: async (...asked) => (await holders()).listRoleHolders(...asked),
      listEligibleRoles: async (...asked) => (await holders()).listEligibleRoles(...asked),
      listRoleDefinitions: async (...asked) => (await holders()).listRoleDefinitions(...asked),
      listDiagnosticSettings: async (...asked) => (await auditLogs()).listDiagnosticSettings(...asked),
      sendAuditLog: async (...asked) => (await auditLogs()).sendAuditLog(...asked),
      listWorkspaces: async (...asked) => (await auditLogs()).listWorkspaces(...asked),
      listNearExpiryAlerts: async (...asked) => (await alerts()).listNearExpiryAlerts(...asked),
      alertNearExpiry: async (...asked) => (await alerts()).alertNearExpiry(...asked),
      readActionGroup: async (...asked) => (await alerts()).readActionGroup(...asked),
      mailAlerts: async (...asked) => (await alerts()).mailAlerts(...asked),
      listGroupResources: async (...asked) => (await contents()).listGroupResources(...asked),
      listKeyNames: async (...asked) => (await contents()).listKeyNames(...asked),
      listSecretNames: async (...asked) => (await contents()).listSecretNames(...asked),
      listLocks: async (...asked) => (await locks()).listLocks(...asked),
      createLock: async (...asked) => (await locks()).createLock(...asked),
      assignRole: async (...asked) => (await roles()).assignRole(...asked),
      listLocalRoles: async (...asked) => (await localRoles()).listLocalRoles(...asked),
      readLocalPermissions: async (...asked) => (await localRoles()).readLocalPermissions(...asked),
      assignLocalRole: async (...asked) => (await localRoles()).assignLocalRole(...asked),
    },
  }
}
