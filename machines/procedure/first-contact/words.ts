import { GEOGRAPHIES } from '../geography.ts'

/*
 * Which members of the services’ answers hold a word of Microsoft’s. Whatever else is text is taken for the tenant’s own and replaced.
 * A member is named by the end of its path.
 */

/** Words that the wizard goes by, beside those that the practice tenant sends. */
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

/** Words whose list no code goes by: kept, and never a difference. Versions, durations and names of operations are among them. */
const KEPT: readonly string[] = [
  ...['type', '@odata.type', 'authorizationsource', 'error.detailurltype', 'error.innererror.code', 'key.key_ops', 'keyops', 'key.e'],
  ...['location', 'locations', 'azureregion', 'namespace', 'resourcetype', 'apiversions', 'defaultapiversion', 'registrationpolicy'],
  ...['creationtype', 'databasetype', 'healthstatus', 'type.id', 'reason.type', 'backgroundoperationsstate', 'platformsku', 'schematype'],
  ...['linkedenvironmentmetadata.version', 'conditionversion', 'createdby.type', 'requestedby.type', 'sku.family', 'sku.name'],
  ...['runtimereasoncode', 'trialscenariotype', 'updatecadence.id', 'stages.id', 'stages.name', 'category', 'categorygroup'],
  ...['includedeventtypes', 'membertype', 'spendinglimit', 'permissions.keys', 'actions', 'notactions', 'dataactions', 'notdataactions'],
  ...['timeaftercreate', 'timebeforeexpiry', 'expirytime', 'retentionperiod', 'duration', 'autoextendduration', 'typedisplayname'],
]

/** Members whose names are given by a person. */
const DICTIONARIES: readonly string[] = ['tags', 'userassignedidentities']

/** Members whose names are words, of which no list is known. */
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

/** A path as the lists above have it. */
export const plainPath = (path: string): string => path.replaceAll('[]', '').toLowerCase()

const endIn = (path: string, ends: readonly string[]): string | undefined => {
  const plain = plainPath(path)
  return ends.filter((end) => plain === end || plain.endsWith(`.${end}`)).toSorted((one, other) => other.length - one.length)[0]
}

/** Lists of which each word is known. */
export const WORD_LISTS_GONE_BY = Object.keys(GOES_BY)

/** The list of words that a member’s value is from, by the end of its path. */
export const listOf = (path: string): string | undefined => endIn(path, WORD_LISTS_GONE_BY)

/** Whether a member’s value is a word at all. */
export const isWordMember = (path: string): boolean => listOf(path) !== undefined || endIn(path, KEPT) !== undefined

/** Lists of members have names of their own. */
const isObjectAt = (path: string, ends: readonly string[]): boolean => !path.endsWith('[]') && endIn(path, ends) !== undefined

export const isDictionary = (path: string): boolean => isObjectAt(path, DICTIONARIES)
export const isWordList = (path: string): boolean => isObjectAt(path, WORD_LISTS)

/** The words of a list that the code goes by. */
export const wordsIn = (list: string): readonly string[] => GOES_BY[list] ?? []

/** Names of places are the only words with spaces in them. */
export const looksLikeWord = (path: string, text: string): boolean =>
  (endIn(path, ['locations', 'typedisplayname']) === undefined ? /^[#*\w][\w.*/+#-]{0,99}$/ : /^[A-Z][\w ()-]{0,59}$/i).test(text)
