import { GEOGRAPHIES } from '../geography.ts'

/* Answer members that hold Microsoft's words. All other text belongs to the tenant and is replaced.
   Members are matched by the end of their path. */

/** Words that code depends on, beside those of the practice tenant. */
const GOES_BY: Readonly<Record<string, readonly string[]>> = {
  'states.management.id': ['Ready', 'NotReady'],
  'states.runtime.id': ['Enabled', 'Disabled'],
  'customermanagedkeys.linkstatus': ['Linked', 'Linking', 'Unlinking', 'NotLinked', 'LinkFailed', 'Failed'],
  'protectionstatus.keymanagedby': ['Microsoft', 'Customer', 'CustomerViaMicrosoft'],
  'governanceconfiguration.protectionlevel': ['Basic', 'Standard'],
  environmentsku: ['Production', 'Sandbox', 'Trial', 'Developer', 'Default', 'Teams', 'SubscriptionBasedTrial', 'Support'],
  'linkedenvironmentmetadata.instancestate': ['Ready'],
  'linkedappmetadata.type': ['Linked', 'Internal', 'Unlinked'],
  'state.id': ['NotStarted', 'Running', 'Succeeded', 'Failed', 'Canceled', 'Cancelled', 'Skipped'],
  'properties.provisioningstate': ['Succeeded', 'Creating', 'Updating', 'Deleting', 'Failed', 'Canceled', 'RegisteringDns', 'Accepted'],
  publicnetworkaccess: ['Enabled', 'Disabled', 'SecuredByPerimeter'],
  'networkacls.bypass': ['AzureServices', 'None'],
  'networkacls.defaultaction': ['Allow', 'Deny'],
  'privatelinkserviceconnectionstate.status': ['Approved', 'Pending', 'Rejected', 'Disconnected'],
  'properties.sku.name': ['standard', 'premium'],
  kty: ['RSA', 'RSA-HSM', 'EC', 'EC-HSM', 'oct', 'oct-HSM'],
  recoverylevel: [
    'Purgeable',
    'Recoverable',
    'Recoverable+Purgeable',
    'Recoverable+ProtectedSubscription',
    'CustomizedRecoverable',
    'CustomizedRecoverable+Purgeable',
    'CustomizedRecoverable+ProtectedSubscription',
  ],
  'encryption.state': ['Enabled', 'Disabled'],
  kind: ['Encryption', 'Identity', 'NetworkInjection', 'Lockbox', 'PrivateEndpoint'],
  'identity.type': ['SystemAssigned', 'None'],
  registrationstate: ['Registered', 'NotRegistered', 'Registering', 'Unregistering', 'Unregistered'],
  state: ['Enabled', 'Disabled', 'Warned', 'PastDue', 'Deleted'],
  principaltype: ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device'],
  'properties.level': ['CanNotDelete', 'ReadOnly', 'NotSpecified'],
  'action.type': ['Rotate', 'Notify'],
  'securitydomainproperties.activationstatus': ['Active', 'NotActivated', 'Failed', 'Unknown'],
  reason: ['AlreadyExists', 'AccountNameInvalid'],
  'destination.endpointtype': [
    'MonitorAlert',
    'AzureFunction',
    'EventHub',
    'StorageQueue',
    'WebHook',
    'ServiceBusQueue',
    'ServiceBusTopic',
  ],
  status: [
    'active',
    'expiring',
    'expired',
    'terminated',
    'terminating',
    'terminationRequested',
    'created',
    'approvalPending',
    'activating',
    'Enabled',
    'Disabled',
    'NotSpecified',
  ],
  'properties.type': ['BuiltInRole', 'CustomRole', 'AKVBuiltInRole'],
  'error.code': [
    'AuthorizationFailed',
    'Forbidden',
    'ResourceNotFound',
    'ResourceGroupNotFound',
    'SubscriptionNotFound',
    'TooManyRequests',
  ],
}

/** Words that no code depends on, such as versions, durations and operations: kept, never a difference. */
const KEPT: readonly string[] = [
  ...['type', '@odata.type', 'authorizationsource', 'error.detailurltype', 'error.innererror.code', 'key.key_ops', 'keyops', 'key.e'],
  ...['location', 'locations', 'azureregion', 'namespace', 'resourcetype', 'apiversions', 'defaultapiversion', 'registrationpolicy'],
  ...['creationtype', 'databasetype', 'healthstatus', 'type.id', 'reason.type', 'backgroundoperationsstate', 'platformsku', 'schematype'],
  ...['linkedenvironmentmetadata.version', 'conditionversion', 'createdby.type', 'requestedby.type', 'sku.family', 'sku.name'],
  ...['runtimereasoncode', 'trialscenariotype', 'updatecadence.id', 'stages.id', 'stages.name', 'category', 'categorygroup'],
  ...['includedeventtypes', 'membertype', 'spendinglimit', 'permissions.keys', 'actions', 'notactions', 'dataactions', 'notdataactions'],
  ...['timeaftercreate', 'timebeforeexpiry', 'expirytime', 'retentionperiod', 'duration', 'autoextendduration', 'typedisplayname'],
]

const DICTIONARIES: readonly string[] = ['tags', 'userassignedidentities']

const WORD_LISTS: readonly string[] = ['properties.permissions']

const REGIONS: ReadonlySet<string> = new Set(
  GEOGRAPHIES.flatMap(({ location, policyLocation, olderPolicyLocation, regions }) => [
    location,
    policyLocation,
    ...(olderPolicyLocation === undefined ? [] : [olderPolicyLocation]),
    ...regions,
  ]),
)

export const isRegion = (text: string): boolean => REGIONS.has(text.toLowerCase())

export const plainPath = (path: string): string => path.replaceAll('[]', '').toLowerCase()

const endIn = (path: string, ends: readonly string[]): string | undefined => {
  const plain = plainPath(path)
  return ends.filter((end) => plain === end || plain.endsWith(`.${end}`)).toSorted((one, other) => other.length - one.length)[0]
}

export const WORD_LISTS_GONE_BY = Object.keys(GOES_BY)

export const listOf = (path: string): string | undefined => endIn(path, WORD_LISTS_GONE_BY)

export const isWordMember = (path: string): boolean => listOf(path) !== undefined || endIn(path, KEPT) !== undefined

/** Array elements are matched separately. */
const isObjectAt = (path: string, ends: readonly string[]): boolean => !path.endsWith('[]') && endIn(path, ends) !== undefined

export const isDictionary = (path: string): boolean => isObjectAt(path, DICTIONARIES)
export const isWordList = (path: string): boolean => isObjectAt(path, WORD_LISTS)

export const wordsIn = (list: string): readonly string[] => GOES_BY[list] ?? []

/** Only names of places contain spaces. */
export const looksLikeWord = (path: string, text: string): boolean =>
  (endIn(path, ['locations', 'typedisplayname']) === undefined ? /^[#*\w][\w.*/+#-]{0,99}$/ : /^[A-Z][\w ()-]{0,59}$/i).test(text)
