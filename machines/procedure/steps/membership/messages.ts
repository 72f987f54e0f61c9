import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  nothingForbids: { id: 'membership.nothingForbids', defaultMessage: 'The service allows adding the environment' },
  nothingForbidsSeen: {
    id: 'membership.nothingForbidsSeen',
    defaultMessage: 'NewCustomerManagedKey isn’t among the disallowed operations. The service checks again when you add the environment.',
  },
  serviceForbids: { id: 'membership.serviceForbids', defaultMessage: 'The service doesn’t allow adding this environment now' },
  noReason: { id: 'membership.noReason', defaultMessage: 'no reason given' },
  serviceForbidsSeen: { id: 'membership.serviceForbidsSeen', defaultMessage: 'NewCustomerManagedKey is disallowed: {reason}.' },
  withoutId: { id: 'membership.withoutId', defaultMessage: 'without an ID' },
  notGiven: { id: 'membership.notGiven', defaultMessage: 'not available' },
  policyAndStatus: { id: 'membership.policyAndStatus', defaultMessage: 'Policy {policy}, status {status}.' },
  noPolicyNamed: { id: 'membership.noPolicyNamed', defaultMessage: 'No encryption policy on the environment.' },
  linked: { id: 'membership.linked', defaultMessage: 'The environment is linked to {policy}' },
  notFinished: { id: 'membership.notFinished', defaultMessage: 'Adding the environment didn’t finish' },
  succeededUnseen: {
    id: 'membership.succeededUnseen',
    defaultMessage: 'The operation succeeded, but the environment doesn’t show the link',
  },
  succeededUnseenRemedy: {
    id: 'membership.succeededUnseenRemedy',
    defaultMessage: 'Wait a few minutes and check again. If this continues, give Microsoft support the operation ID.',
  },
  beingRemoved: { id: 'membership.beingRemoved', defaultMessage: 'The environment is being removed from the policy' },
  beingRemovedRemedy: {
    id: 'membership.beingRemovedRemedy',
    defaultMessage: 'Wait until it’s removed and check again. Then you can add it again.',
  },
  serviceGaveNoReason: { id: 'membership.serviceGaveNoReason', defaultMessage: 'The service gave no reason.' },
  switchedOff: { id: 'membership.switchedOff', defaultMessage: 'The environment is in the policy but disabled' },
  switchedOn: { id: 'membership.switchedOn', defaultMessage: 'The environment is enabled' },
  keyManagedBy: { id: 'membership.keyManagedBy', defaultMessage: 'Key managed by: {manager}.' },
  keyManagedByYou: { id: 'membership.keyManagedByYou', defaultMessage: 'The environment’s key is managed by you' },
  keyNotYetManagedByYou: {
    id: 'membership.keyNotYetManagedByYou',
    defaultMessage: 'The environment is linked, but doesn’t show yet that you manage its key',
  },
  accessLongEnough: { id: 'membership.accessLongEnough', defaultMessage: 'The policy has had key vault access for at least 5 minutes' },
  accessTooNew: { id: 'membership.accessTooNew', defaultMessage: 'The policy got key vault access less than 5 minutes ago' },
  membershipReadableWhy: {
    id: 'membership.membershipReadable.why',
    defaultMessage: 'The account that adds the environment must be able to read both the environment and the policy.',
  },
  membershipReadableRemedy: {
    id: 'membership.membershipReadable.remedy',
    defaultMessage: 'Ask for the Power Platform Administrator role and for Reader on the policy, then sign in again.',
  },
  environmentUnread: { id: 'membership.membershipReadable.environmentUnread', defaultMessage: 'Couldn’t read the environment' },
  policyUnread: { id: 'membership.membershipReadable.policyUnread', defaultMessage: 'Couldn’t read the policy' },
  noSystemId: { id: 'membership.membershipReadable.noSystemId', defaultMessage: 'The policy {policy} has no system ID yet' },
  noSystemIdRemedy: {
    id: 'membership.membershipReadable.noSystemIdRemedy',
    defaultMessage: 'Wait a minute, then check again. The wizard needs that ID to add the environment.',
  },
  bothCanBeRead: {
    id: 'membership.membershipReadable.bothCanBeRead',
    defaultMessage: 'The account can read the environment and the policy',
  },
  managedEnvironmentWhy: {
    id: 'membership.managedEnvironment.why',
    defaultMessage: 'You can add only Managed Environments to the policy. This changes which licenses the environment’s apps need.',
  },
  managedEnvironmentRemedy: {
    id: 'membership.managedEnvironment.remedy',
    defaultMessage: 'Enable Managed Environments for this environment. You can leave the other options as they are.',
  },
  managedEnvironmentManual1: {
    id: 'membership.managedEnvironment.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Manage > Environments > the environment.',
  },
  managedEnvironmentManual2: {
    id: 'membership.managedEnvironment.manual2',
    defaultMessage: 'Select Enable Managed Environments, then Enable. Leave the options as they are.',
  },
  notGivenMeansUnmanaged: {
    id: 'membership.managedEnvironment.notGivenMeansUnmanaged',
    defaultMessage: 'not available, which means not managed',
  },
  protectionLevel: { id: 'membership.managedEnvironment.protectionLevel', defaultMessage: 'Protection level: {level}.' },
  managed: { id: 'membership.managedEnvironment.managed', defaultMessage: 'The environment is a Managed Environment' },
  notManaged: { id: 'membership.managedEnvironment.notManaged', defaultMessage: 'The environment isn’t a Managed Environment' },
  managedUnknown: {
    id: 'membership.managedEnvironment.managedUnknown',
    defaultMessage: 'It’s unknown whether the environment is a Managed Environment',
  },
  managedUnknownRemedy: {
    id: 'membership.managedEnvironment.managedUnknownRemedy',
    defaultMessage: 'Check the environment in the admin center. If Managed Environments is off, enable it. Then confirm.',
  },
  licencesInPlaceWhy: { id: 'membership.licencesInPlace.why', defaultMessage: 'No service tells the wizard who has which license.' },
  licencesInPlaceRemedy: {
    id: 'membership.licencesInPlace.remedy',
    defaultMessage: 'Check the licenses of the environment’s users, then confirm.',
  },
  licencesInPlaceManual1: {
    id: 'membership.licencesInPlace.manual1',
    defaultMessage: 'In the Microsoft 365 admin center, go to Billing > Licenses.',
  },
  licencesInPlaceManual2: {
    id: 'membership.licencesInPlace.manual2',
    defaultMessage: 'Compare the environment’s users with the licenses listed here.',
  },
  haveUsersLicenses: {
    id: 'membership.licencesInPlace.haveUsersLicenses',
    defaultMessage: 'Do the environment’s users have the required licenses?',
  },
  licensesNotRead: { id: 'membership.licencesInPlace.licensesNotRead', defaultMessage: 'The wizard can’t read licenses.' },
  notInAnotherPolicyWhy: {
    id: 'membership.notInAnotherPolicy.why',
    defaultMessage: 'An environment can be in one encryption policy at a time. Changing it causes two outages.',
  },
  notInAnotherPolicyRemedy: {
    id: 'membership.notInAnotherPolicy.remedy',
    defaultMessage: 'Choose the environment’s current policy. Or remove the environment from it first, and keep the old key for 30 days.',
  },
  inAnotherPolicy: {
    id: 'membership.notInAnotherPolicy.inAnotherPolicy',
    defaultMessage: 'The environment is in another encryption policy',
  },
  inNoOtherPolicy: {
    id: 'membership.notInAnotherPolicy.inNoOtherPolicy',
    defaultMessage: 'The environment isn’t in another encryption policy',
  },
  namesNone: { id: 'membership.notInAnotherPolicy.namesNone', defaultMessage: 'No other policy.' },
  serviceAllowsKeyWhy: {
    id: 'membership.serviceAllowsKey.why',
    defaultMessage: 'The admin API lists what it refuses on this environment, with the reason.',
  },
  serviceAllowsKeyRemedy: {
    id: 'membership.serviceAllowsKey.remedy',
    defaultMessage: 'Fix what the service reports, then check again.',
  },
  membershipRegionWhy: { id: 'membership.membershipRegion.why', defaultMessage: 'You can add only environments in the policy’s region.' },
  membershipRegionRemedy: {
    id: 'membership.membershipRegion.remedy',
    defaultMessage: 'Go back to step 3 and choose a policy in the environment’s region.',
  },
  regions: { id: 'membership.membershipRegion.regions', defaultMessage: 'Environment {ofEnvironment}, policy {ofPolicy}.' },
  sameRegion: { id: 'membership.membershipRegion.sameRegion', defaultMessage: 'The environment and the policy are both in {region}' },
  differentRegions: {
    id: 'membership.membershipRegion.differentRegions',
    defaultMessage: 'The environment and the policy are in different regions',
  },
  membershipIdleWhy: { id: 'membership.membershipIdle.why', defaultMessage: 'An environment runs one operation at a time.' },
  membershipIdleRemedy: { id: 'membership.membershipIdle.remedy', defaultMessage: 'Wait until the operation ends, then check again.' },
  accessOldEnoughWhy: {
    id: 'membership.accessOldEnough.why',
    defaultMessage:
      'A new role assignment can take up to 5 minutes to take effect. Adding the environment earlier can fail for that reason alone.',
  },
  accessOldEnoughRemedy: {
    id: 'membership.accessOldEnough.remedy',
    defaultMessage: 'Check again after the 5 minutes, or go back to step 3, which waits for you.',
  },
  linkedToPolicyWhy: {
    id: 'membership.linkedToPolicy.why',
    defaultMessage: 'Only the environment’s own status proves the link. A successful operation doesn’t.',
  },
  linkedToPolicyRemedy: {
    id: 'membership.linkedToPolicy.remedy',
    defaultMessage:
      'Add the environment again to resume the operation. Don’t revert: data that isn’t converted yet is safe on the Microsoft key. If it fails again, give Microsoft support the operation ID.',
  },
  linkedToPolicyManual1: {
    id: 'membership.linkedToPolicy.manual1',
    defaultMessage: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy.',
  },
  linkedToPolicyManual2: {
    id: 'membership.linkedToPolicy.manual2',
    defaultMessage: 'Check the encryption status of the environment, then run Add environments again.',
  },
  keyInUseWhy: {
    id: 'membership.keyInUse.why',
    defaultMessage:
      'Encryption takes up to four days. Linked environments can still show Microsoft here, so this is a second sign, not proof.',
  },
  keyInUseRemedy: {
    id: 'membership.keyInUse.remedy',
    defaultMessage: 'Check the encryption status in the admin center. After four days, ask Microsoft support.',
  },
  environmentRunningWhy: {
    id: 'membership.environmentRunning.why',
    defaultMessage:
      'An environment that lost its key stays locked even when the key is back, for example in a recovered vault. A locked sandbox is deleted after 7 days, a production environment after 30.',
  },
  environmentRunningRemedy: {
    id: 'membership.environmentRunning.remedy',
    defaultMessage:
      'If you added it a few minutes ago, wait and check again. Otherwise, restore the key access in step 3, then re-enable the environment.',
  },
  environmentRunningManual1: {
    id: 'membership.environmentRunning.manual1',
    defaultMessage:
      'In the Power Platform admin center, go to Manage > Environments > the environment > Re-enable environment. It takes up to 5 minutes.',
  },
  environmentRunningManual2: {
    id: 'membership.environmentRunning.manual2',
    defaultMessage: 'Repeat for every environment on the policy.',
  },
  settingsInGroupWhy: {
    id: 'membership.settingsInGroup.why',
    defaultMessage:
      'An environment in an environment group gets its settings from the group, which locks them. The service might refuse the change with the same conflict as for a busy environment.',
  },
  settingsInGroupRemedy: {
    id: 'membership.settingsInGroup.remedy',
    defaultMessage:
      'Ask the group’s owner to check its settings. If the service refuses the change, make it in the group, or remove the environment from the group.',
  },
  groupSeen: { id: 'membership.settingsInGroup.groupSeen', defaultMessage: 'In an environment group; protection level {level}.' },
  groupKeepsManaged: {
    id: 'membership.settingsInGroup.groupKeepsManaged',
    defaultMessage: 'The environment group keeps the environment managed',
  },
  groupMayLock: {
    id: 'membership.settingsInGroup.groupMayLock',
    defaultMessage: 'The environment is in an environment group, which might lock this setting',
  },
  licencesForAppsWhy: {
    id: 'membership.licencesForApps.why',
    defaultMessage:
      'In a Managed Environment, everyone who uses an app, flow, bot, or site needs a license with premium rights. Microsoft 365 rights aren’t enough.',
  },
  licencesForAppsRemedy: {
    id: 'membership.licencesForApps.remedy',
    defaultMessage: 'Before the change, assign licenses to users who have only Microsoft 365 rights.',
  },
  licencesForAppsManual1: {
    id: 'membership.licencesForApps.manual1',
    defaultMessage: 'List the users of apps, flows, bots, and sites in this environment.',
  },
  licencesForAppsManual2: {
    id: 'membership.licencesForApps.manual2',
    defaultMessage:
      'In the Microsoft 365 admin center, go to Billing > Licenses and compare. Premium licenses count, and so do Finance, Supply Chain Management, Commerce, Human Resources, and Project Operations.',
  },
  levelAndLicenses: {
    id: 'membership.licencesForApps.levelAndLicenses',
    defaultMessage: 'Protection level: {level}. The wizard can’t read licenses.',
  },
  licenseRuleApplies: {
    id: 'membership.licencesForApps.licenseRuleApplies',
    defaultMessage: 'The Managed Environments license rule already applies',
  },
  licenseRuleBegins: {
    id: 'membership.licencesForApps.licenseRuleBegins',
    defaultMessage: 'Users without premium rights lose access to apps when this becomes a Managed Environment',
  },
  licenseRuleUnknown: {
    id: 'membership.licencesForApps.licenseRuleUnknown',
    defaultMessage: 'It’s unknown whether the Managed Environments license rule already applies',
  },
  expiryUnread: { id: 'membership.expiryUnread', defaultMessage: 'Couldn’t read the key’s expiration date' },
  keyOutlastsEncryptionWhy: {
    id: 'membership.keyOutlastsEncryption.why',
    defaultMessage:
      'When the key expires, every environment on it goes offline. Encryption can take four days, and a new key version 24 more hours.',
  },
  keyOutlastsEncryptionRemedy: {
    id: 'membership.keyOutlastsEncryption.remedy',
    defaultMessage: 'Create a new key version with a later expiration date, or with none, then check again.',
  },
  keyOutlastsEncryptionManual1: {
    id: 'membership.keyOutlastsEncryption.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > New Version.',
  },
  keyOutlastsEncryptionManual2: {
    id: 'membership.keyOutlastsEncryption.manual2',
    defaultMessage: 'Set a later expiration date, or none. Leave the version enabled and select Create.',
  },
  policyRecreatedWhy: {
    id: 'membership.policyRecreatedWhy',
    defaultMessage:
      'A policy that’s deleted and re-created keeps its name and Azure ID, but gets a new identity and system ID. The environment isn’t in it. This is inferred from the two system IDs, not documented by Microsoft.',
  },
  policyRecreatedRemedy: {
    id: 'membership.policyRecreatedRemedy',
    defaultMessage:
      'Change nothing. Open a Microsoft support request with both system IDs, and ask how to get the environment into an existing policy. Keep the key, the key vault, and all access to it.',
  },
  inEarlierPolicy: {
    id: 'membership.inEarlierPolicy',
    defaultMessage: 'The environment is in an earlier policy named {policy}, not in the current one',
  },
  sameSystemId: { id: 'membership.sameSystemId', defaultMessage: 'The environment and the policy {policy} have the same system ID' },
  signInAsAdministrator: {
    id: 'membership.signInAsAdministrator',
    defaultMessage: 'Sign in as a Power Platform admin of the tenant that owns the environment, then check again.',
  },
  mayEnableManagedEnvironmentWhy: {
    id: 'membership.mayEnableManagedEnvironment.why',
    defaultMessage:
      'Only a Power Platform admin or Dynamics 365 admin can enable Managed Environments and add the environment to the policy. Environment and delegated admins can’t.',
  },
  makeManagedAndAdd: {
    id: 'membership.mayEnableManagedEnvironment.makeManagedAndAdd',
    defaultMessage: 'make the environment a Managed Environment and add it to the policy',
  },
  mayAddEnvironmentWhy: {
    id: 'membership.mayAddEnvironment.why',
    defaultMessage: 'Only a Power Platform admin or Dynamics 365 admin with Reader on the policy can add an environment to it.',
  },
  addToPolicy: { id: 'membership.mayAddEnvironment.addToPolicy', defaultMessage: 'add the environment to the policy' },
  rowEnvironment: { id: 'membership.rowEnvironment', defaultMessage: 'Environment' },
  rowPolicy: { id: 'membership.rowPolicy', defaultMessage: 'Policy' },
  rowLink: { id: 'membership.rowLink', defaultMessage: 'Link' },
  rowEarlierPolicy: { id: 'membership.rowEarlierPolicy', defaultMessage: 'To an earlier policy with this name' },
  rowNotAdded: { id: 'membership.rowNotAdded', defaultMessage: 'Not added' },
  rowKeyManagedBy: { id: 'membership.rowKeyManagedBy', defaultMessage: 'Key managed by' },
  noteEarlierPolicy: { id: 'membership.noteEarlierPolicy', defaultMessage: 'In an earlier policy with this name' },
  noteNotAdded: { id: 'membership.noteNotAdded', defaultMessage: 'Not added yet' },
  ended: { id: 'membership.linkedToPolicy.ended', defaultMessage: 'Operation {id} ended: {word}.' },
  endedInStage: { id: 'membership.linkedToPolicy.endedInStage', defaultMessage: 'Operation {id} ended: {word}, in stage {stage}.' },
  accessSince: { id: 'membership.accessOldEnough.since', defaultMessage: 'Since {at, date, moment}.' },
  accessCountsBy: { id: 'membership.accessOldEnough.countsBy', defaultMessage: 'It takes effect by {at, date, moment}.' },
  bothReadable: { id: 'membership.membershipReadable.seen', defaultMessage: '{environment}; {policy}' },
  bothSystemIds: {
    id: 'membership.policyRecreated.bothSystemIds',
    defaultMessage: 'System ID in the environment: {before}. System ID of the current policy: {now}.',
  },
  isKeyValid: {
    id: 'membership.keyOutlastsEncryption.isKeyValid',
    defaultMessage: 'Is the key valid until {until, date, moment}? Couldn’t read its expiration date',
  },
  askForExpiry: {
    id: 'membership.keyOutlastsEncryption.askForExpiry',
    defaultMessage:
      'Ask {person} for the key’s expiration date. If encryption starts now, it can need the key until {until, date, moment}. Then confirm.',
  },
  keyVaultAdministrator: { id: 'membership.keyOutlastsEncryption.keyVaultAdministrator', defaultMessage: 'the key vault admin' },
  expiryNotRead: {
    id: 'membership.keyOutlastsEncryption.expiryNotRead',
    defaultMessage:
      'The key’s expiration date wasn’t read here. If encryption starts now, it can need the key until {until, date, moment}.',
  },
  noteLinked: { id: 'membership.noteLinked', defaultMessage: '{status} to {policy}' },
  noteStatus: { id: 'membership.noteStatus', defaultMessage: '{status}: {policy}' },
  runtime: { id: 'membership.environmentRunning.runtime', defaultMessage: 'Runtime: {runtime}.' },
})
