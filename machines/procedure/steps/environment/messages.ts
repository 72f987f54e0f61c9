import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  noOrganization: { id: 'environment.noOrganization', defaultMessage: 'The environment has no Dataverse organization' },
  organizationUnnamed: {
    id: 'environment.organizationUnnamed',
    defaultMessage: 'The admin API doesn’t show the Dataverse organization yet',
  },
  none: { id: 'environment.none', defaultMessage: 'none' },
  organizationUnnamedSeen: { id: 'environment.organizationUnnamedSeen', defaultMessage: 'Name: {name}. Address: {address}.' },
  waitForNames: {
    id: 'environment.waitForNames',
    defaultMessage: 'The names appear when Dataverse is ready. Wait a few minutes, then check again.',
  },
  organizationNamed: { id: 'environment.organizationNamed', defaultMessage: 'The Dataverse organization is {name}' },
  notGiven: { id: 'environment.notGiven', defaultMessage: 'not available' },
  organizationNamedSeen: { id: 'environment.organizationNamedSeen', defaultMessage: '{address}, unique name {uniqueName}.' },
  typeRefused: { id: 'environment.typeRefused', defaultMessage: 'Environments of type {type} can’t use a customer-managed key' },
  typeSeen: { id: 'environment.typeSeen', defaultMessage: 'Type: {type}.' },
  typeAllowed: { id: 'environment.typeAllowed', defaultMessage: 'The type is {type}' },
  typeNotGiven: { id: 'environment.typeNotGiven', defaultMessage: 'The admin API doesn’t return the environment’s type' },
  typeNotGivenSeen: { id: 'environment.typeNotGivenSeen', defaultMessage: 'Type: none. Microsoft excludes Trial and Teams environments.' },
  typeNotGivenRemedy: {
    id: 'environment.typeNotGivenRemedy',
    defaultMessage: 'Check the type in the admin center before you continue. The service decides when you add the environment.',
  },
  typeUnknown: {
    id: 'environment.typeUnknown',
    defaultMessage: 'It’s not documented whether {type} environments can use a customer-managed key',
  },
  typeUnknownSeen: {
    id: 'environment.typeUnknownSeen',
    defaultMessage: 'Type: {type}. Microsoft excludes Trial and Teams environments and doesn’t mention this type.',
  },
  typeUnknownRemedy: {
    id: 'environment.typeUnknownRemedy',
    defaultMessage: 'Ask Microsoft before you rely on it. The service decides when you add the environment.',
  },
  state: { id: 'environment.state', defaultMessage: 'Management: {management}. Runtime: {runtime}.' },
  beingEncrypted: { id: 'environment.beingEncrypted', defaultMessage: 'The environment is being encrypted; step 4 tracks it' },
  noStateGiven: { id: 'environment.noStateGiven', defaultMessage: 'no state available' },
  notReady: { id: 'environment.notReady', defaultMessage: 'The environment isn’t ready: {state}' },
  readyButRuntime: { id: 'environment.readyButRuntime', defaultMessage: 'The environment is ready, but its runtime is {runtime}' },
  readyButRuntimeRemedy: {
    id: 'environment.readyButRuntimeRemedy',
    defaultMessage: 'Users can’t get in right now. Find out why before you continue. Administration mode is a common reason.',
  },
  ready: { id: 'environment.ready', defaultMessage: 'The environment is ready' },
  keyManagedBy: {
    id: 'environment.keyManagedBy',
    defaultMessage: 'Key managed by: {manager}. No encryption policy on the environment.',
  },
  noKeyYet: { id: 'environment.noKeyYet', defaultMessage: 'The environment isn’t on a key of your own yet' },
  selfManagedKey: {
    id: 'environment.selfManagedKey',
    defaultMessage: 'The environment seems to have an earlier, self-managed key (BYOK)',
  },
  anotherOperationRunning: { id: 'environment.anotherOperationRunning', defaultMessage: 'Another operation is running: {type}' },
  namedAsOngoing: { id: 'environment.namedAsOngoing', defaultMessage: 'The environment shows it as its current operation.' },
  noOperationKnown: {
    id: 'environment.noOperationKnown',
    defaultMessage: 'The environment shows no running operation',
  },
  operationsUnread: { id: 'environment.operationsUnread', defaultMessage: 'Couldn’t read the list of operations: {error}' },
  checkHistory: { id: 'environment.checkHistory', defaultMessage: 'Check the environment’s history in the admin center.' },
  onlyEncryptionRuns: { id: 'environment.onlyEncryptionRuns', defaultMessage: 'Only the encryption is running' },
  noOtherOperation: { id: 'environment.noOtherOperation', defaultMessage: 'No other operation is running' },
  unnamedOperation: { id: 'environment.unnamedOperation', defaultMessage: 'an operation' },
  ongoingNamed: { id: 'environment.ongoingNamed', defaultMessage: 'The environment’s current operation: {type}.' },
  noOngoing: { id: 'environment.noOngoing', defaultMessage: 'The environment shows no current operation.' },
  environmentNotedWhy: {
    id: 'environment.environmentNoted.why',
    defaultMessage:
      'The key goes on the Power Platform environment, whose name can differ from the finance and operations name. Choosing the wrong one takes another system offline.',
  },
  environmentNotedRemedy: {
    id: 'environment.environmentNoted.remedy',
    defaultMessage: 'Compare its finance and operations address with the one your users open.',
  },
  environmentNotedManual1: {
    id: 'environment.environmentNoted.manual1',
    defaultMessage: 'In Lifecycle Services, open the environment’s details page.',
  },
  environmentNotedManual2: {
    id: 'environment.environmentNoted.manual2',
    defaultMessage: 'Under Power Platform environment information, find the environment name.',
  },
  environmentNotedManual3: {
    id: 'environment.environmentNoted.manual3',
    defaultMessage:
      'For a unified or migrated environment, find the name and the Finance and Operations URL on its page in the Power Platform admin center.',
  },
  environmentUnread: { id: 'environment.environmentNoted.environmentUnread', defaultMessage: 'Couldn’t read the environment' },
  isItSeenWithoutAddress: {
    id: 'environment.environmentNoted.isItSeenWithoutAddress',
    defaultMessage:
      'Environment {displayName}, ID {id}. Finance and operations: no address available; check the environment’s page in the admin center.',
  },
  isItSeen: {
    id: 'environment.environmentNoted.isItSeen',
    defaultMessage: 'Environment {displayName}, ID {id}. Finance and operations: {address}.',
  },
  isItDifferently: {
    id: 'environment.environmentNoted.isItDifferently',
    defaultMessage: 'Is {displayName} the right environment? Its finance and operations name differs',
  },
  isIt: { id: 'environment.environmentNoted.isIt', defaultMessage: 'Is {displayName} the right environment?' },
  organizationNamedWhy: {
    id: 'environment.organizationNamed.why',
    defaultMessage: 'Lifecycle Services shows the Dataverse organization’s name, and you apply the policy to it.',
  },
  organizationNamedRemedy: {
    id: 'environment.organizationNamed.remedy',
    defaultMessage: 'Finish step 1 first. The name appears when the integration is complete.',
  },
  regionKnownWhy: {
    id: 'environment.regionKnown.why',
    defaultMessage: 'The policy’s location must match the environment’s region. It’s a Power Platform location, not an Azure region.',
  },
  regionKnownRemedy: {
    id: 'environment.regionKnown.remedy',
    defaultMessage: 'Look for the region in Microsoft’s list of policy locations. If it’s there, confirm.',
  },
  regions: { id: 'environment.regionKnown.regions', defaultMessage: 'Region {location}, Azure region {azureRegion}.' },
  regionUnknown: {
    id: 'environment.regionKnown.regionUnknown',
    defaultMessage: 'The region {location} isn’t in any list this wizard has',
  },
  regionKnown: { id: 'environment.regionKnown.regionKnown', defaultMessage: 'The region is {region}' },
  policysLocation: { id: 'environment.regionKnown.policysLocation', defaultMessage: 'Policy location: {policyLocation}.' },
  typeAllowedWhy: {
    id: 'environment.typeAllowed.why',
    defaultMessage: 'Microsoft excludes Trial and Teams environments, and the admin API excludes the Default environment.',
  },
  typeAllowedRemedy: { id: 'environment.typeAllowed.remedy', defaultMessage: 'Choose a production or sandbox environment.' },
  noSelfManagedKeyWhy: {
    id: 'environment.noSelfManagedKey.why',
    defaultMessage:
      'Self-managed keys (BYOK) for Dataverse ended on January 6, 2026. Restores still need that key after the environment joins a policy.',
  },
  noSelfManagedKeyRemedy: {
    id: 'environment.noSelfManagedKey.remedy',
    defaultMessage:
      'Continue: adding the environment to a policy is Microsoft’s migration path. Step 4 says what differs. Microsoft keeps the earlier key for at least 28 days afterward.',
  },
  environmentReadyWhy: {
    id: 'environment.environmentReady.why',
    defaultMessage: 'The service starts an operation only on a ready environment.',
  },
  environmentReadyRemedy: {
    id: 'environment.environmentReady.remedy',
    defaultMessage: 'Wait until the admin center shows the environment as ready, then check again.',
  },
  noOtherOperationWhy: {
    id: 'environment.noOtherOperation.why',
    defaultMessage: 'An environment runs one operation at a time and refuses another with a conflict.',
  },
  noOtherOperationRemedy: {
    id: 'environment.noOtherOperation.remedy',
    defaultMessage: 'Wait until it ends, then check again. Nothing is lost.',
  },
  noOtherOperationManual1: {
    id: 'environment.noOtherOperation.manual1',
    defaultMessage: 'In the Power Platform admin center, open the environment and select History to see what’s running.',
  },
  existingPolicyWhy: {
    id: 'environment.existingPolicyWhy',
    defaultMessage: 'An environment can be in one encryption policy at a time. That policy’s key encrypts its data.',
  },
  existingPolicyRemedy: {
    id: 'environment.existingPolicyRemedy',
    defaultMessage:
      'To use this policy, choose it, its key vault, and its key in step 3. For another key, continue with this policy now and change the policy after encryption, with two outages.',
  },
  inNoPolicy: { id: 'environment.inNoPolicy', defaultMessage: 'The environment isn’t in an encryption policy' },
  linkStatus: { id: 'environment.linkStatus', defaultMessage: 'Link status: {status}.' },
  inPolicyOf: { id: 'environment.inPolicyOf', defaultMessage: 'The environment is in policy {name} of subscription {subscriptionId}' },
  inPolicy: { id: 'environment.inPolicy', defaultMessage: 'The environment is in an encryption policy' },
  rowName: { id: 'environment.rowName', defaultMessage: 'Environment name' },
  rowId: { id: 'environment.rowId', defaultMessage: 'Environment ID' },
  rowOrganization: { id: 'environment.rowOrganization', defaultMessage: 'Dataverse organization' },
  rowOrganizationAddress: { id: 'environment.rowOrganizationAddress', defaultMessage: 'Organization address' },
  rowAddress: { id: 'environment.rowAddress', defaultMessage: 'Finance and operations address' },
  rowRegion: { id: 'environment.rowRegion', defaultMessage: 'Region' },
  rowType: { id: 'environment.rowType', defaultMessage: 'Type' },
  noteNameAndId: { id: 'environment.noteNameAndId', defaultMessage: 'Name and ID' },
  unnamedKind: {
    id: 'environment.unnamedKind',
    defaultMessage: 'unknown type',
    description: 'Stands where the kind of an operation would stand, as in “Another operation is running: …”',
  },
  startedAt: { id: 'environment.startedAt', defaultMessage: 'Started {at, date, moment}, still running.' },
  startedAtWord: { id: 'environment.startedAtWord', defaultMessage: 'Started {since}, still running.' },
  policyAndStatus: { id: 'environment.policyAndStatus', defaultMessage: '{policy} ({status}).' },
  noStatus: { id: 'environment.noStatus', defaultMessage: 'no status' },
  regionAndAzureRegion: { id: 'environment.regionAndAzureRegion', defaultMessage: '{region}, {azureRegion}' },
})
