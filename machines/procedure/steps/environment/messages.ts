import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  noOrganization: { id: 'environment.noOrganization', defaultMessage: 'The environment has no Dataverse organization' },
  organizationUnnamed: {
    id: 'environment.organizationUnnamed',
    defaultMessage: 'The admin API does not name the Dataverse organization yet',
  },
  none: { id: 'environment.none', defaultMessage: 'none' },
  organizationUnnamedSeen: { id: 'environment.organizationUnnamedSeen', defaultMessage: 'Name: {name}. Address: {address}.' },
  waitForNames: {
    id: 'environment.waitForNames',
    defaultMessage: 'The names appear when Dataverse is ready. Wait some minutes, then check again.',
  },
  organizationNamed: { id: 'environment.organizationNamed', defaultMessage: 'The Dataverse organization is {name}' },
  notGiven: { id: 'environment.notGiven', defaultMessage: 'not given' },
  organizationNamedSeen: { id: 'environment.organizationNamedSeen', defaultMessage: '{address}, unique name {uniqueName}.' },
  typeRefused: { id: 'environment.typeRefused', defaultMessage: 'An environment of type {type} cannot use a customer-managed key' },
  typeSeen: { id: 'environment.typeSeen', defaultMessage: 'Type: {type}.' },
  typeAllowed: { id: 'environment.typeAllowed', defaultMessage: 'The type is {type}' },
  typeNotGiven: { id: 'environment.typeNotGiven', defaultMessage: 'The admin API does not give the environment’s type' },
  typeNotGivenSeen: { id: 'environment.typeNotGivenSeen', defaultMessage: 'Type: none. Microsoft excludes Trial and Teams by name.' },
  typeNotGivenRemedy: {
    id: 'environment.typeNotGivenRemedy',
    defaultMessage: 'Check the type in the admin center before you continue; the service decides when the environment is added.',
  },
  typeUnknown: { id: 'environment.typeUnknown', defaultMessage: 'No document says whether the type {type} can use a customer-managed key' },
  typeUnknownSeen: {
    id: 'environment.typeUnknownSeen',
    defaultMessage: 'Type: {type}. Microsoft excludes Trial and Teams by name and says nothing of this one.',
  },
  typeUnknownRemedy: {
    id: 'environment.typeUnknownRemedy',
    defaultMessage: 'Ask Microsoft before you rely on it; the service decides when the environment is added.',
  },
  state: { id: 'environment.state', defaultMessage: 'Management: {management}. Runtime: {runtime}.' },
  beingEncrypted: { id: 'environment.beingEncrypted', defaultMessage: 'The environment is being encrypted now; step 4 follows it' },
  noStateGiven: { id: 'environment.noStateGiven', defaultMessage: 'no state given' },
  notReady: { id: 'environment.notReady', defaultMessage: 'The environment is not ready: {state}' },
  readyButRuntime: { id: 'environment.readyButRuntime', defaultMessage: 'The environment is ready, but its runtime is {runtime}' },
  readyButRuntimeRemedy: {
    id: 'environment.readyButRuntimeRemedy',
    defaultMessage: 'Users are kept out now. Find out why before you go on; administration mode is a usual reason.',
  },
  ready: { id: 'environment.ready', defaultMessage: 'The environment is ready' },
  keyManagedBy: {
    id: 'environment.keyManagedBy',
    defaultMessage: 'Key managed by: {manager}. The environment names no encryption policy.',
  },
  noKeyYet: { id: 'environment.noKeyYet', defaultMessage: 'No key of your own is on the environment yet' },
  selfManagedKey: {
    id: 'environment.selfManagedKey',
    defaultMessage: 'A key of the earlier, self-managed kind seems to be on the environment',
  },
  anotherOperationRunning: { id: 'environment.anotherOperationRunning', defaultMessage: 'Another operation is running: {type}' },
  namedAsOngoing: { id: 'environment.namedAsOngoing', defaultMessage: 'The environment names it as its ongoing operation.' },
  noOperationKnown: {
    id: 'environment.noOperationKnown',
    defaultMessage: 'No operation is running, as far as the environment itself tells',
  },
  operationsUnread: { id: 'environment.operationsUnread', defaultMessage: 'The list of operations could not be read: {error}' },
  checkHistory: { id: 'environment.checkHistory', defaultMessage: 'Check the history of the environment in the admin center.' },
  onlyEncryptionRuns: { id: 'environment.onlyEncryptionRuns', defaultMessage: 'No operation is running besides the encryption' },
  noOtherOperation: { id: 'environment.noOtherOperation', defaultMessage: 'No other operation is running' },
  unnamedOperation: { id: 'environment.unnamedOperation', defaultMessage: 'an operation' },
  ongoingNamed: { id: 'environment.ongoingNamed', defaultMessage: 'The environment names {type} as its ongoing operation.' },
  noOngoing: { id: 'environment.noOngoing', defaultMessage: 'The environment names no ongoing operation.' },
  environmentNotedWhy: {
    id: 'environment.environmentNoted.why',
    defaultMessage:
      'The key is set on the Power Platform environment, which can have another name than the finance and operations environment. Choosing the wrong one takes another system offline.',
  },
  environmentNotedRemedy: {
    id: 'environment.environmentNoted.remedy',
    defaultMessage: 'Compare the finance and operations address with the one your users open, then confirm that this is the environment.',
  },
  environmentNotedManual1: {
    id: 'environment.environmentNoted.manual1',
    defaultMessage: 'In Lifecycle Services, open the environment’s details page.',
  },
  environmentNotedManual2: {
    id: 'environment.environmentNoted.manual2',
    defaultMessage: 'Under Power Platform environment information, read the environment name.',
  },
  environmentNotedManual3: {
    id: 'environment.environmentNoted.manual3',
    defaultMessage:
      'For a unified or migrated environment, read the name and the Finance and Operations URL on the environment’s page in the admin center.',
  },
  environmentUnread: { id: 'environment.environmentNoted.environmentUnread', defaultMessage: 'The environment could not be read' },
  isItSeenWithoutAddress: {
    id: 'environment.environmentNoted.isItSeenWithoutAddress',
    defaultMessage: 'Environment {displayName}, id {id}. Finance and operations: no address given; see its page in the admin center.',
  },
  isItSeen: {
    id: 'environment.environmentNoted.isItSeen',
    defaultMessage: 'Environment {displayName}, id {id}. Finance and operations: {address}.',
  },
  isItDifferently: {
    id: 'environment.environmentNoted.isItDifferently',
    defaultMessage: 'Is {displayName} the environment? Its finance and operations name differs',
  },
  isIt: { id: 'environment.environmentNoted.isIt', defaultMessage: 'Is {displayName} the environment?' },
  organizationNamedWhy: {
    id: 'environment.organizationNamed.why',
    defaultMessage: 'The name of the Dataverse organization is what Lifecycle Services shows and what the policy is applied to.',
  },
  organizationNamedRemedy: {
    id: 'environment.organizationNamed.remedy',
    defaultMessage: 'Finish step 1 first: the name appears once integration is complete.',
  },
  regionKnownWhy: {
    id: 'environment.regionKnown.why',
    defaultMessage:
      'The policy must be created for the environment’s region, by a word of Power Platform’s own that is not an Azure region.',
  },
  regionKnownRemedy: {
    id: 'environment.regionKnown.remedy',
    defaultMessage: 'Compare the region with Microsoft’s list of policy locations, then confirm that this region is on it.',
  },
  regions: { id: 'environment.regionKnown.regions', defaultMessage: 'Region {location}, Azure region {azureRegion}.' },
  regionUnknown: {
    id: 'environment.regionKnown.regionUnknown',
    defaultMessage: 'The region {location} is in none of the lists that this wizard knows',
  },
  regionKnown: { id: 'environment.regionKnown.regionKnown', defaultMessage: 'The region is {region}' },
  policysLocation: { id: 'environment.regionKnown.policysLocation', defaultMessage: 'The policy’s location is {policyLocation}.' },
  typeAllowedWhy: {
    id: 'environment.typeAllowed.why',
    defaultMessage: 'Microsoft excludes Trial and Teams environments by name, and the admin API disallows it for the Default environment.',
  },
  typeAllowedRemedy: { id: 'environment.typeAllowed.remedy', defaultMessage: 'Choose a production or sandbox environment.' },
  noSelfManagedKeyWhy: {
    id: 'environment.noSelfManagedKey.why',
    defaultMessage:
      'The earlier way to bring a key to Dataverse ended on 6 January 2026. Its key is still needed for restores after the environment has come into a policy.',
  },
  noSelfManagedKeyRemedy: {
    id: 'environment.noSelfManagedKey.remedy',
    defaultMessage:
      'Go on: adding the environment to a policy is Microsoft’s way out of it. Keep the earlier key for at least 28 days afterwards.',
  },
  environmentReadyWhy: {
    id: 'environment.environmentReady.why',
    defaultMessage: 'The service starts an operation only on an environment that is ready.',
  },
  environmentReadyRemedy: {
    id: 'environment.environmentReady.remedy',
    defaultMessage: 'Wait until the admin center shows the environment as ready, then check again.',
  },
  noOtherOperationWhy: {
    id: 'environment.noOtherOperation.why',
    defaultMessage: 'An environment runs one operation at a time; another one is refused with a conflict.',
  },
  noOtherOperationRemedy: {
    id: 'environment.noOtherOperation.remedy',
    defaultMessage: 'Wait until it has ended, then check again. Nothing is lost.',
  },
  noOtherOperationManual1: {
    id: 'environment.noOtherOperation.manual1',
    defaultMessage: 'In the admin center, open the environment and select History to see what runs and since when.',
  },
  existingPolicyWhy: {
    id: 'environment.existingPolicyWhy',
    defaultMessage: 'An environment is in one encryption policy at a time, and its data is encrypted with the key of that policy.',
  },
  existingPolicyRemedy: {
    id: 'environment.existingPolicyRemedy',
    defaultMessage:
      'There are two ways. Use it: choose this policy, its key vault, and its key in step 3. For another key: continue with this policy now, and change to another policy after the link, with two outages.',
  },
  inNoPolicy: { id: 'environment.inNoPolicy', defaultMessage: 'The environment is in no encryption policy' },
  linkStatus: { id: 'environment.linkStatus', defaultMessage: 'Link status: {status}.' },
  inPolicyOf: { id: 'environment.inPolicyOf', defaultMessage: 'This environment is in policy {name} of subscription {subscriptionId}' },
  inPolicy: { id: 'environment.inPolicy', defaultMessage: 'This environment is in an encryption policy' },
  rowName: { id: 'environment.rowName', defaultMessage: 'Environment name' },
  rowNameHint: {
    id: 'environment.rowNameHint',
    defaultMessage: 'This is the name for the next steps, not the finance and operations name',
  },
  rowId: { id: 'environment.rowId', defaultMessage: 'Environment id' },
  rowOrganization: { id: 'environment.rowOrganization', defaultMessage: 'Dataverse organization' },
  rowOrganizationAddress: { id: 'environment.rowOrganizationAddress', defaultMessage: 'Organization address' },
  rowAddress: { id: 'environment.rowAddress', defaultMessage: 'Finance and operations address' },
  rowAddressHint: { id: 'environment.rowAddressHint', defaultMessage: 'Named differently from the environment' },
  rowRegion: { id: 'environment.rowRegion', defaultMessage: 'Region' },
  rowType: { id: 'environment.rowType', defaultMessage: 'Type' },
  noteNameAndId: { id: 'environment.noteNameAndId', defaultMessage: 'Name and id' },
  unnamedKind: {
    id: 'environment.unnamedKind',
    defaultMessage: 'of a kind the service does not name',
    description: 'Stands where the kind of an operation would stand, as in “Another operation is running: …”',
  },
  startedAt: { id: 'environment.startedAt', defaultMessage: 'Started {at, date, moment}, not ended yet.' },
  startedAtWord: { id: 'environment.startedAtWord', defaultMessage: 'Started {since}, not ended yet.' },
  policyAndStatus: { id: 'environment.policyAndStatus', defaultMessage: '{policy} ({status}).' },
  noStatus: { id: 'environment.noStatus', defaultMessage: 'no status' },
  regionAndAzureRegion: { id: 'environment.regionAndAzureRegion', defaultMessage: '{region}, {azureRegion}' },
})
