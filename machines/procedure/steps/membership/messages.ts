import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  nothingForbids: { id: 'membership.nothingForbids', defaultMessage: 'The service names nothing that forbids it' },
  nothingForbidsSeen: {
    id: 'membership.nothingForbidsSeen',
    defaultMessage: 'NewCustomerManagedKey is not among the operations it disallows. Its own check comes when the environment is added.',
  },
  serviceForbids: { id: 'membership.serviceForbids', defaultMessage: 'The service itself says that this environment cannot be added now' },
  noReason: { id: 'membership.noReason', defaultMessage: 'no reason given' },
  serviceForbidsSeen: { id: 'membership.serviceForbidsSeen', defaultMessage: 'NewCustomerManagedKey is disallowed: {reason}.' },
  withoutId: { id: 'membership.withoutId', defaultMessage: 'without an id' },
  notGiven: { id: 'membership.notGiven', defaultMessage: 'not given' },
  policyAndStatus: { id: 'membership.policyAndStatus', defaultMessage: 'Policy {policy}, status {status}.' },
  noPolicyNamed: { id: 'membership.noPolicyNamed', defaultMessage: 'The environment names no encryption policy.' },
  linked: { id: 'membership.linked', defaultMessage: 'The environment says it is linked to {policy}' },
  notFinished: { id: 'membership.notFinished', defaultMessage: 'Adding the environment did not finish' },
  succeededUnseen: {
    id: 'membership.succeededUnseen',
    defaultMessage: 'The operation succeeded, but the environment does not say it is linked',
  },
  succeededUnseenRemedy: {
    id: 'membership.succeededUnseenRemedy',
    defaultMessage: 'Wait some minutes and check again. If it stays, give the operation id to Microsoft support.',
  },
  beingRemoved: { id: 'membership.beingRemoved', defaultMessage: 'The environment is being removed from the policy' },
  beingRemovedRemedy: {
    id: 'membership.beingRemovedRemedy',
    defaultMessage: 'Wait until it has been removed, then check again. It can be added again after that.',
  },
  serviceGaveNoReason: { id: 'membership.serviceGaveNoReason', defaultMessage: 'The service gave no reason.' },
  switchedOff: { id: 'membership.switchedOff', defaultMessage: 'The environment is in the policy, but it is switched off' },
  switchedOn: { id: 'membership.switchedOn', defaultMessage: 'The environment is switched on' },
  keyManagedBy: { id: 'membership.keyManagedBy', defaultMessage: 'Key managed by: {manager}.' },
  keyManagedByYou: { id: 'membership.keyManagedByYou', defaultMessage: 'The environment says its key is managed by you' },
  keyNotYetManagedByYou: {
    id: 'membership.keyNotYetManagedByYou',
    defaultMessage: 'The environment is linked; it does not say yet that its key is managed by you',
  },
  accessLongEnough: { id: 'membership.accessLongEnough', defaultMessage: 'The policy has had access to the vault for at least 5 minutes' },
  accessTooNew: { id: 'membership.accessTooNew', defaultMessage: 'The policy got access to the vault less than 5 minutes ago' },
  membershipReadableWhy: {
    id: 'membership.membershipReadable.why',
    defaultMessage: 'Both the environment and the policy must be readable by the account that adds the one to the other.',
  },
  membershipReadableRemedy: {
    id: 'membership.membershipReadable.remedy',
    defaultMessage: 'Ask for the role Power Platform administrator, and for Reader on the policy, then sign in again.',
  },
  environmentUnread: { id: 'membership.membershipReadable.environmentUnread', defaultMessage: 'The environment could not be read' },
  policyUnread: { id: 'membership.membershipReadable.policyUnread', defaultMessage: 'The policy could not be read' },
  noSystemId: { id: 'membership.membershipReadable.noSystemId', defaultMessage: 'The policy {policy} has no system id yet' },
  noSystemIdRemedy: {
    id: 'membership.membershipReadable.noSystemIdRemedy',
    defaultMessage: 'Wait a minute, then check again. The environment is added by that id.',
  },
  bothCanBeRead: {
    id: 'membership.membershipReadable.bothCanBeRead',
    defaultMessage: 'The account can read the environment and the policy',
  },
  managedEnvironmentWhy: {
    id: 'membership.managedEnvironment.why',
    defaultMessage: 'Only Managed Environments can be added to the policy. It changes which licenses the apps in the environment need.',
  },
  managedEnvironmentRemedy: {
    id: 'membership.managedEnvironment.remedy',
    defaultMessage: 'Enable Managed Environments for this environment. Its other options can stay as they are.',
  },
  managedEnvironmentManual1: {
    id: 'membership.managedEnvironment.manual1',
    defaultMessage: 'In the admin center, open Manage, Environments, the environment.',
  },
  managedEnvironmentManual2: {
    id: 'membership.managedEnvironment.manual2',
    defaultMessage: 'Select Enable Managed Environments, then Enable. Options can stay as they are.',
  },
  notGivenMeansUnmanaged: {
    id: 'membership.managedEnvironment.notGivenMeansUnmanaged',
    defaultMessage: 'not given, which means not managed',
  },
  protectionLevel: { id: 'membership.managedEnvironment.protectionLevel', defaultMessage: 'Protection level: {level}.' },
  managed: { id: 'membership.managedEnvironment.managed', defaultMessage: 'The environment is a Managed Environment' },
  notManaged: { id: 'membership.managedEnvironment.notManaged', defaultMessage: 'The environment is not a Managed Environment' },
  managedUnknown: {
    id: 'membership.managedEnvironment.managedUnknown',
    defaultMessage: 'Whether the environment is a Managed Environment is not known',
  },
  managedUnknownRemedy: {
    id: 'membership.managedEnvironment.managedUnknownRemedy',
    defaultMessage: 'Check the environment in the admin center. If Managed Environments is off, enable it. Then confirm.',
  },
  licencesInPlaceWhy: { id: 'membership.licencesInPlace.why', defaultMessage: 'No service tells the wizard who has which.' },
  licencesInPlaceRemedy: {
    id: 'membership.licencesInPlace.remedy',
    defaultMessage: 'Check the licenses of the environment’s users, then confirm.',
  },
  licencesInPlaceManual1: {
    id: 'membership.licencesInPlace.manual1',
    defaultMessage: 'In the Microsoft 365 admin center, open Billing, Licenses.',
  },
  licencesInPlaceManual2: {
    id: 'membership.licencesInPlace.manual2',
    defaultMessage: 'Compare with the users of the environment and the licenses named here.',
  },
  haveUsersLicenses: {
    id: 'membership.licencesInPlace.haveUsersLicenses',
    defaultMessage: 'Do the environment’s users have the licenses this needs?',
  },
  licensesNotRead: { id: 'membership.licencesInPlace.licensesNotRead', defaultMessage: 'Licences cannot be read by the wizard.' },
  notInAnotherPolicyWhy: {
    id: 'membership.notInAnotherPolicy.why',
    defaultMessage: 'An environment belongs to one encryption policy at a time. Changing it means two outages.',
  },
  notInAnotherPolicyRemedy: {
    id: 'membership.notInAnotherPolicy.remedy',
    defaultMessage: 'Choose the policy the environment is in, or remove it from that one first and keep the old key for 30 days.',
  },
  inAnotherPolicy: {
    id: 'membership.notInAnotherPolicy.inAnotherPolicy',
    defaultMessage: 'The environment is in another encryption policy',
  },
  inNoOtherPolicy: {
    id: 'membership.notInAnotherPolicy.inNoOtherPolicy',
    defaultMessage: 'The environment is in no other encryption policy',
  },
  namesNone: { id: 'membership.notInAnotherPolicy.namesNone', defaultMessage: 'It names none.' },
  serviceAllowsKeyWhy: {
    id: 'membership.serviceAllowsKey.why',
    defaultMessage: 'The admin API lists what it will refuse on this environment, with its reason.',
  },
  serviceAllowsKeyRemedy: {
    id: 'membership.serviceAllowsKey.remedy',
    defaultMessage: 'Put right what the service names, then check again.',
  },
  membershipRegionWhy: { id: 'membership.membershipRegion.why', defaultMessage: 'Only environments of the policy’s region can be added.' },
  membershipRegionRemedy: {
    id: 'membership.membershipRegion.remedy',
    defaultMessage: 'Go back to step 3 and choose a policy in the environment’s region.',
  },
  regions: { id: 'membership.membershipRegion.regions', defaultMessage: 'Environment {ofEnvironment}, policy {ofPolicy}.' },
  sameRegion: { id: 'membership.membershipRegion.sameRegion', defaultMessage: 'Environment and policy are both in {region}' },
  differentRegions: {
    id: 'membership.membershipRegion.differentRegions',
    defaultMessage: 'Environment and policy are in different regions',
  },
  membershipIdleWhy: { id: 'membership.membershipIdle.why', defaultMessage: 'An environment runs one operation at a time.' },
  membershipIdleRemedy: { id: 'membership.membershipIdle.remedy', defaultMessage: 'Wait until it has ended, then check again.' },
  accessOldEnoughWhy: {
    id: 'membership.accessOldEnough.why',
    defaultMessage:
      'A new role counts everywhere only after up to 5 minutes. Adding the environment earlier can fail for that reason alone.',
  },
  accessOldEnoughRemedy: {
    id: 'membership.accessOldEnough.remedy',
    defaultMessage: 'Go back to step 3, which waits until the 5 minutes have passed, or check again then.',
  },
  linkedToPolicyWhy: {
    id: 'membership.linkedToPolicy.why',
    defaultMessage: 'The environment’s own word is the proof; an operation that ended well is not.',
  },
  linkedToPolicyRemedy: {
    id: 'membership.linkedToPolicy.remedy',
    defaultMessage:
      'Add the environment again: it continues where it stopped. Do not revert; data not yet converted stays on the Microsoft key and is safe. If it fails again, give the operation id to Microsoft support.',
  },
  linkedToPolicyManual1: {
    id: 'membership.linkedToPolicy.manual1',
    defaultMessage: 'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy.',
  },
  linkedToPolicyManual2: {
    id: 'membership.linkedToPolicy.manual2',
    defaultMessage: 'Check the encryption status of the environment, then run Add environments again.',
  },
  keyInUseWhy: {
    id: 'membership.keyInUse.why',
    defaultMessage:
      'Encryption takes up to four days. Public payloads of linked environments can still name Microsoft, so this is a second sign and not the proof.',
  },
  keyInUseRemedy: {
    id: 'membership.keyInUse.remedy',
    defaultMessage: 'Check the encryption status in the admin center. After four days ask Microsoft support.',
  },
  environmentRunningWhy: {
    id: 'membership.environmentRunning.why',
    defaultMessage:
      'An environment that lost its key stays locked when the key is back, for example after a deleted vault was recovered. A locked sandbox is deleted after 7 days, a production environment after 30.',
  },
  environmentRunningRemedy: {
    id: 'membership.environmentRunning.remedy',
    defaultMessage:
      'If it was added a few minutes ago, wait and check again. Otherwise restore the key access in step 3, then re-enable the environment.',
  },
  environmentRunningManual1: {
    id: 'membership.environmentRunning.manual1',
    defaultMessage:
      'In the admin center, open Manage, Environments, the environment, and select Re-enable environment. It takes up to 5 minutes.',
  },
  environmentRunningManual2: {
    id: 'membership.environmentRunning.manual2',
    defaultMessage: 'Repeat it for every environment on the policy.',
  },
  settingsInGroupWhy: {
    id: 'membership.settingsInGroup.why',
    defaultMessage:
      'An environment in an environment group takes its settings from the group, and they are locked on the environment itself. The service can refuse the change with a conflict that looks like a busy environment.',
  },
  settingsInGroupRemedy: {
    id: 'membership.settingsInGroup.remedy',
    defaultMessage:
      'Have the group’s owner look at its settings first. If the change is refused, make it in the group, or take the environment out of the group.',
  },
  groupSeen: { id: 'membership.settingsInGroup.groupSeen', defaultMessage: 'In an environment group; protection level {level}.' },
  groupKeepsManaged: {
    id: 'membership.settingsInGroup.groupKeepsManaged',
    defaultMessage: 'The environment group keeps the environment managed',
  },
  groupMayLock: {
    id: 'membership.settingsInGroup.groupMayLock',
    defaultMessage: 'The environment is in an environment group, which may lock this setting',
  },
  licencesForAppsWhy: {
    id: 'membership.licencesForApps.why',
    defaultMessage:
      'In a Managed Environment everyone who uses an app, flow, bot or site needs a license with premium rights. Rights that come with Microsoft 365 alone end there.',
  },
  licencesForAppsRemedy: {
    id: 'membership.licencesForApps.remedy',
    defaultMessage: 'Before the change, assign licenses to those who use the environment with Microsoft 365 rights only.',
  },
  licencesForAppsManual1: {
    id: 'membership.licencesForApps.manual1',
    defaultMessage: 'List who uses apps, flows, bots and sites in this environment.',
  },
  licencesForAppsManual2: {
    id: 'membership.licencesForApps.manual2',
    defaultMessage:
      'In the Microsoft 365 admin center, open Billing, Licenses, and compare: Finance, Supply Chain Management, Commerce, Human Resources and Project Operations licenses count, and premium ones.',
  },
  levelAndLicenses: {
    id: 'membership.licencesForApps.levelAndLicenses',
    defaultMessage: 'Protection level: {level}. Licences cannot be read by the wizard.',
  },
  licenseRuleApplies: {
    id: 'membership.licencesForApps.licenseRuleApplies',
    defaultMessage: 'The license rule of Managed Environments applies already',
  },
  licenseRuleBegins: {
    id: 'membership.licencesForApps.licenseRuleBegins',
    defaultMessage: 'The environment becomes a Managed Environment: users without premium rights lose access to its apps',
  },
  licenseRuleUnknown: {
    id: 'membership.licencesForApps.licenseRuleUnknown',
    defaultMessage: 'Whether the license rule of Managed Environments applies already is not known',
  },
  expiryUnread: { id: 'membership.expiryUnread', defaultMessage: 'The expiry date of the key could not be read' },
  keyOutlastsEncryptionWhy: {
    id: 'membership.keyOutlastsEncryption.why',
    defaultMessage:
      'When the key expires, every environment on it goes offline. An encryption can take four days, and a new version of the key 24 hours more.',
  },
  keyOutlastsEncryptionRemedy: {
    id: 'membership.keyOutlastsEncryption.remedy',
    defaultMessage: 'Create a new version of the key with a later expiry date, or with none, then check again.',
  },
  keyOutlastsEncryptionManual1: {
    id: 'membership.keyOutlastsEncryption.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, and select New Version.',
  },
  keyOutlastsEncryptionManual2: {
    id: 'membership.keyOutlastsEncryption.manual2',
    defaultMessage: 'Set a later expiry date, or none. Leave the version enabled and create it.',
  },
  policyRecreatedWhy: {
    id: 'membership.policyRecreatedWhy',
    defaultMessage:
      'A policy that is deleted and created again keeps its name and its ID in Azure. It is another policy all the same: it has another identity and another system ID, and the environment is not in it. This is inferred from the two system IDs; no page from Microsoft describes the case.',
  },
  policyRecreatedRemedy: {
    id: 'membership.policyRecreatedRemedy',
    defaultMessage:
      'Change nothing. Open a support request with Microsoft, give both system IDs, and ask how the environment gets back to a policy that exists. Keep the key, the vault and all access to it.',
  },
  inEarlierPolicy: {
    id: 'membership.inEarlierPolicy',
    defaultMessage: 'The environment is in an earlier policy named {policy}, not in the one that is there now',
  },
  sameSystemId: { id: 'membership.sameSystemId', defaultMessage: 'The environment names the policy {policy} by the same system ID' },
  signInAsAdministrator: {
    id: 'membership.signInAsAdministrator',
    defaultMessage: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
  },
  mayEnableManagedEnvironmentWhy: {
    id: 'membership.mayEnableManagedEnvironment.why',
    defaultMessage:
      'Only a Power Platform administrator or a Dynamics 365 administrator can make an environment a Managed Environment; an environment administrator and a delegated administrator cannot. Adding it to the policy takes the same role.',
  },
  makeManagedAndAdd: {
    id: 'membership.mayEnableManagedEnvironment.makeManagedAndAdd',
    defaultMessage: 'make the environment a Managed Environment and add it to the policy',
  },
  mayAddEnvironmentWhy: {
    id: 'membership.mayAddEnvironment.why',
    defaultMessage:
      'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on the policy can add an environment to it.',
  },
  addToPolicy: { id: 'membership.mayAddEnvironment.addToPolicy', defaultMessage: 'add the environment to the policy' },
  rowEnvironment: { id: 'membership.rowEnvironment', defaultMessage: 'Environment' },
  rowPolicy: { id: 'membership.rowPolicy', defaultMessage: 'Policy' },
  rowLink: { id: 'membership.rowLink', defaultMessage: 'Link' },
  rowEarlierPolicy: { id: 'membership.rowEarlierPolicy', defaultMessage: 'To an earlier policy of this name' },
  rowNotAdded: { id: 'membership.rowNotAdded', defaultMessage: 'Not added' },
  rowKeyManagedBy: { id: 'membership.rowKeyManagedBy', defaultMessage: 'Key managed by' },
  noteEarlierPolicy: { id: 'membership.noteEarlierPolicy', defaultMessage: 'In an earlier policy of this name' },
  noteNotAdded: { id: 'membership.noteNotAdded', defaultMessage: 'Not added yet' },
  ended: { id: 'membership.linkedToPolicy.ended', defaultMessage: 'Operation {id} ended {word}.' },
  endedInStage: { id: 'membership.linkedToPolicy.endedInStage', defaultMessage: 'Operation {id} ended {word} in stage {stage}.' },
  accessSince: { id: 'membership.accessOldEnough.since', defaultMessage: 'Since {at, date, moment}.' },
  accessCountsBy: { id: 'membership.accessOldEnough.countsBy', defaultMessage: 'It counts everywhere by {at, date, moment}.' },
  bothReadable: { id: 'membership.membershipReadable.seen', defaultMessage: '{environment}; {policy}' },
  bothSystemIds: {
    id: 'membership.policyRecreated.bothSystemIds',
    defaultMessage: 'System ID in the environment: {before}. System ID of the policy that is there now: {now}.',
  },
  isKeyValid: {
    id: 'membership.keyOutlastsEncryption.isKeyValid',
    defaultMessage: 'Is the key valid until {until, date, moment}? Its expiry date could not be read here',
  },
  askForExpiry: {
    id: 'membership.keyOutlastsEncryption.askForExpiry',
    defaultMessage:
      'Ask {person} for the expiry date of the key: an encryption that begins now can need it until {until, date, moment}. Then confirm.',
  },
  keyVaultAdministrator: { id: 'membership.keyOutlastsEncryption.keyVaultAdministrator', defaultMessage: 'the key vault administrator' },
  expiryNotRead: {
    id: 'membership.keyOutlastsEncryption.expiryNotRead',
    defaultMessage:
      'The expiry date of the key was not read here. An encryption that begins now can need the key until {until, date, moment}.',
  },
  noteLinked: { id: 'membership.noteLinked', defaultMessage: '{status} to {policy}' },
  noteStatus: { id: 'membership.noteStatus', defaultMessage: '{status}: {policy}' },
  runtime: { id: 'membership.environmentRunning.runtime', defaultMessage: 'Runtime: {runtime}.' },
})
