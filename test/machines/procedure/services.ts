import type {
  AzureService,
  DataverseService,
  DirectoryService,
  PowerPlatformService,
  Services,
} from '../../../machines/procedure/services.ts'
import { absent, account, ok } from '../facts.ts'

type Ports = PowerPlatformService & DataverseService & AzureService & DirectoryService

/** The account may do everything, unless a test says otherwise: rights have separate tests. */
const mayDoEverything = async () => ok([{ actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }])

/** As in a subscription where nothing was ever deleted. */
const nameIsFree = async () => ok({ available: true })
const noVersions = async () => ok([])
const inNoZone = async () => ok([])
const doesNotRotate = async () => ok({ rotates: false })
const nothingDeleted = async () => absent
/** As where the sign-in may not read the directory. */
const noNames = async () => absent

const noAlerts = async () => ok([])

/** No subscription here has a Managed HSM, unless a test says otherwise. */
const noHsms = async () => ok([])

/** What was asked of the services, in order: the port's name and its arguments, without the abort signal. */
export interface Call {
  readonly port: keyof Ports
  readonly arguments: readonly unknown[]
}

const WRITES: readonly (keyof Ports)[] = [
  'createLock',
  'sendAuditLog',
  'mailAlerts',
  'alertNearExpiry',
  'setKeyRotation',
  'registerProvider',
  'createResourceGroup',
  'createVault',
  'turnOnPurgeProtection',
  'addKeyAccessPolicy',
  'createKey',
  'createKeyVersion',
  'createKeyResource',
  'createPolicy',
  'assignRole',
  'assignLocalRole',
  'enableManagedEnvironment',
  'linkEncryptionPolicy',
  'unlinkEncryptionPolicy',
]

export interface Recording {
  readonly services: Services
  readonly calls: readonly Call[]
  /** Names of all ports that were called, in order. */
  ports(): readonly (keyof Ports)[]
  /** Only the calls that write. */
  writes(): readonly Call[]
}

/** Services that answer as configured and keep a record. A port without an answer fails the test that calls it. */
export function servicesThat(answers: Partial<Ports>): Recording {
  const calls: Call[] = []
  const port =
    <Arguments extends readonly unknown[], Result>(name: keyof Ports, answer: ((...given: Arguments) => Promise<Result>) | undefined) =>
    (...given: Arguments): Promise<Result> => {
      calls.push({ port: name, arguments: given.filter((argument) => !(argument instanceof AbortSignal)) })
      if (!answer) throw new Error(`${name} was not expected to be called`)
      return answer(...given)
    }
  const services: Services = {
    account,
    powerPlatform: {
      listEnvironments: port('listEnvironments', answers.listEnvironments),
      readEnvironment: port('readEnvironment', answers.readEnvironment),
      enableManagedEnvironment: port('enableManagedEnvironment', answers.enableManagedEnvironment),
      linkEncryptionPolicy: port('linkEncryptionPolicy', answers.linkEncryptionPolicy),
      unlinkEncryptionPolicy: port('unlinkEncryptionPolicy', answers.unlinkEncryptionPolicy),
      readOperation: port('readOperation', answers.readOperation),
      listOperations: port('listOperations', answers.listOperations),
    },
    dataverse: { readIntegration: port('readIntegration', answers.readIntegration) },
    directory: {
      searchPeople: port('searchPeople', answers.searchPeople),
      searchGroups: port('searchGroups', answers.searchGroups),
      readPerson: port('readPerson', answers.readPerson ?? noNames),
      readGroupName: port('readGroupName', answers.readGroupName ?? noNames),
      listGroupMembers: port('listGroupMembers', answers.listGroupMembers ?? noNames),
      listPartnerRelationships: port('listPartnerRelationships', answers.listPartnerRelationships),
    },
    azure: {
      listSubscriptions: port('listSubscriptions', answers.listSubscriptions),
      listRegions: port('listRegions', answers.listRegions ?? noNames),
      readProvider: port('readProvider', answers.readProvider),
      registerProvider: port('registerProvider', answers.registerProvider),
      readResourceGroup: port('readResourceGroup', answers.readResourceGroup),
      createResourceGroup: port('createResourceGroup', answers.createResourceGroup),
      listVaults: port('listVaults', answers.listVaults),
      readVault: port('readVault', answers.readVault),
      listManagedHsms: port('listManagedHsms', answers.listManagedHsms ?? noHsms),
      readManagedHsm: port('readManagedHsm', answers.readManagedHsm),
      listLocalRoles: port('listLocalRoles', answers.listLocalRoles),
      readLocalPermissions: port('readLocalPermissions', answers.readLocalPermissions),
      assignLocalRole: port('assignLocalRole', answers.assignLocalRole),
      createVault: port('createVault', answers.createVault),
      turnOnPurgeProtection: port('turnOnPurgeProtection', answers.turnOnPurgeProtection),
      addKeyAccessPolicy: port('addKeyAccessPolicy', answers.addKeyAccessPolicy),
      readVaultName: port('readVaultName', answers.readVaultName ?? nameIsFree),
      readKey: port('readKey', answers.readKey),
      createKey: port('createKey', answers.createKey),
      listKeyVersions: port('listKeyVersions', answers.listKeyVersions ?? noVersions),
      readKeyRotation: port('readKeyRotation', answers.readKeyRotation ?? doesNotRotate),
      readKeyResource: port('readKeyResource', answers.readKeyResource),
      listKeyResourceVersions: port('listKeyResourceVersions', answers.listKeyResourceVersions ?? noVersions),
      createKeyResource: port('createKeyResource', answers.createKeyResource),
      listPrivateDnsZones: port('listPrivateDnsZones', answers.listPrivateDnsZones ?? inNoZone),
      readDeletedKey: port('readDeletedKey', answers.readDeletedKey ?? nothingDeleted),
      createKeyVersion: port('createKeyVersion', answers.createKeyVersion),
      listPolicies: port('listPolicies', answers.listPolicies),
      readPolicy: port('readPolicy', answers.readPolicy),
      createPolicy: port('createPolicy', answers.createPolicy),
      listRoleAssignments: port('listRoleAssignments', answers.listRoleAssignments),
      setKeyRotation: port('setKeyRotation', answers.setKeyRotation),
      listDiagnosticSettings: port('listDiagnosticSettings', answers.listDiagnosticSettings),
      sendAuditLog: port('sendAuditLog', answers.sendAuditLog),
      listWorkspaces: port('listWorkspaces', answers.listWorkspaces),
      listNearExpiryAlerts: port('listNearExpiryAlerts', answers.listNearExpiryAlerts ?? noAlerts),
      alertNearExpiry: port('alertNearExpiry', answers.alertNearExpiry),
      readActionGroup: port('readActionGroup', answers.readActionGroup),
      mailAlerts: port('mailAlerts', answers.mailAlerts),
      listLocks: port('listLocks', answers.listLocks),
      listRoleHolders: port('listRoleHolders', answers.listRoleHolders),
      listEligibleRoles: port('listEligibleRoles', answers.listEligibleRoles),
      listRoleDefinitions: port('listRoleDefinitions', answers.listRoleDefinitions),
      createLock: port('createLock', answers.createLock),
      assignRole: port('assignRole', answers.assignRole),
      readPermissions: port('readPermissions', answers.readPermissions ?? mayDoEverything),
    },
  }
  return {
    services,
    calls,
    ports: () => calls.map((call) => call.port),
    writes: () => calls.filter((call) => WRITES.includes(call.port)),
  }
}
