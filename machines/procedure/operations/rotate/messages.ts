import { defineMessages } from '../../../messages/message.ts'

/** Texts of rotate. */
export const messages = defineMessages({
  guideTitle: { id: 'rotate.guide.title', defaultMessage: 'Rotate the key' },
  guideOutcome: { id: 'rotate.guide.outcome', defaultMessage: 'The key is rotated; keep the previous version' },
  guideWhat: {
    id: 'rotate.guide.what',
    defaultMessage: 'Add a new version to the key',
  },
  guideHappens: { id: 'rotate.guide.happens', defaultMessage: 'Every environment on the policy moves to it automatically.' },
  guideWhy: {
    id: 'rotate.guide.why',
    defaultMessage: 'Renew a key this way: there’s no downtime, and you don’t change anything in Power Platform.',
  },
  whyNotAnotherKey: { id: 'rotate.guide.whyNotAnotherKey.heading', defaultMessage: 'Why not another key?' },
  whyNotAnotherKeyText: {
    id: 'rotate.guide.whyNotAnotherKey.text',
    defaultMessage:
      'Another key needs another policy, with one outage to leave the old policy and one to join the new one. A new version of the same key causes none.',
  },
  howLongDoesTake: { id: 'rotate.guide.howLongDoesTake.heading', defaultMessage: 'How long does it take?' },
  howLongDoesTakeText: {
    id: 'rotate.guide.howLongDoesTake.text',
    defaultMessage: 'Up to 24 hours in the background. You need both versions until then, and for some time after.',
  },
  howLongOldVersion: { id: 'rotate.guide.howLongOldVersion.heading', defaultMessage: 'How long do you keep the old version?' },
  howLongOldVersionText: {
    id: 'rotate.guide.howLongOldVersion.text',
    defaultMessage:
      'Keep it enabled for at least 28 days, according to Microsoft’s article. It says 30 elsewhere, so the wizard counts 30. Disabling it earlier takes every environment on the key offline.',
  },
  nextRotation: { id: 'rotate.guide.nextRotation.heading', defaultMessage: 'What about the next rotation?' },
  nextRotationText: {
    id: 'rotate.guide.nextRotation.text',
    defaultMessage:
      'The wizard plans none while you need the previous version. If a key is exposed, rotate it manually at once. Each older version then has its own 30 days.',
  },
  newVersion: { id: 'rotate.guide.newVersion.heading', defaultMessage: 'New version' },
  newVersionClick1: {
    id: 'rotate.guide.newVersion.click1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key.',
  },
  newVersionClick2: {
    id: 'rotate.guide.newVersion.click2',
    defaultMessage: 'Select New Version, keep RSA and the size, leave Enabled at Yes, and select Create.',
  },
  newVersionClick3: {
    id: 'rotate.guide.newVersion.click3',
    defaultMessage: 'Come back here and check again. The wizard counts the day and the 30 days.',
  },
  rotationItself: { id: 'rotate.guide.rotationItself.heading', defaultMessage: 'Automatic rotation' },
  rotationItselfClick1: { id: 'rotate.guide.rotationItself.click1', defaultMessage: 'On the key, open Rotation policy.' },
  rotationItselfClick2: {
    id: 'rotate.guide.rotationItself.click2',
    defaultMessage: 'Turn on automatic rotation, set it well before any expiration date, and add a notification that reaches both admins.',
  },
  doNot: { id: 'rotate.guide.doNot.heading', defaultMessage: 'What not to do' },
  doNotText: {
    id: 'rotate.guide.doNot.text',
    defaultMessage: 'Don’t disable or delete any key version, and don’t change the key vault or its access.',
  },
  nobodyCutOff: { id: 'rotate.guide.nobodyCutOff.heading', defaultMessage: 'No downtime' },
  nobodyCutOffText: {
    id: 'rotate.guide.nobodyCutOff.text',
    defaultMessage: 'The environment stays available. You don’t need to do anything in the admin center.',
  },
  nothingToRotate: {
    id: 'rotate.inUse.environmentNotCustomerManaged',
    defaultMessage: 'The environment isn’t on a customer-managed key, so there’s nothing to rotate',
  },
  switchedOff: { id: 'rotate.inUse.environmentSwitchedOffUsers', defaultMessage: 'The environment is disabled for users' },
  findOutWhyFirst: {
    id: 'rotate.inUse.findOutWhyFirst',
    defaultMessage: 'Find out why first. If the environment lost access to its key, a new version doesn’t help. Restore that access.',
  },
  onKeyAndOpen: { id: 'rotate.inUse.environmentKeyOpen', defaultMessage: 'The environment is on the key and enabled' },
  kindUnsupported: { id: 'rotate.latest.keyNotKindService', defaultMessage: 'The service doesn’t support this type of key' },
  latestDisabled: { id: 'rotate.latest.latestVersionKeyDisabled', defaultMessage: 'The latest key version is disabled' },
  enableFirst: {
    id: 'rotate.latest.enableVersionFirstEnvironment',
    defaultMessage: 'Enable that version first. Every environment on it is locked or about to be.',
  },
  latestEnabled: {
    id: 'rotate.latest.latestVersionEnabledKey',
    defaultMessage: 'The latest version is an enabled {size}-bit {type} key',
  },
  oldDisabled: {
    id: 'rotate.oldVersion.versionBeforeDisabledBut',
    defaultMessage: 'The previous version is disabled, but you must keep it until {keepUntil, date, moment}',
  },
  oldExpiresEarly: {
    id: 'rotate.oldVersion.versionBeforeExpiresBefore',
    defaultMessage: 'The previous version expires on {expires, date, moment}, before its 30 days are over',
  },
  oldEnabled: {
    id: 'rotate.oldVersion.versionBeforeEnabledKeep',
    defaultMessage: 'The previous version is enabled; keep it enabled until {keepUntil, date, moment}',
  },
  versionMadeMoreThan: {
    id: 'rotate.pickedUp.versionMadeMoreThan',
    defaultMessage: 'Version {version}, created {at, date, moment}, more than 24 hours ago.',
  },
  historySaysMoved: {
    id: 'rotate.pickedUp.environmentsHistorySaysMoved',
    defaultMessage: 'The environment’s history shows that it moved to the new version',
  },
  doesEverythingWork: {
    id: 'rotate.pickedUp.doesEverythingWorkNew',
    defaultMessage: 'Does everything work on the new key version?',
  },
  notInHistory: {
    id: 'rotate.pickedUp.noOperationEnvironmentsHistory',
    defaultMessage: '{seen} No operation in the environment’s history shows which version is in use.',
  },
  readableWhy: {
    id: 'rotate.readable.why',
    defaultMessage: 'Rotation needs the environment’s policy, its key vault, its key, and the key versions.',
  },
  readableRemedy: {
    id: 'rotate.readable.remedy',
    defaultMessage: 'Ask for Key Vault Crypto Officer on the key vault and Reader on the policy, then check again.',
  },
  inUseWhy: {
    id: 'rotate.inUse.why',
    defaultMessage: 'Only environments that are in the policy and have access to the key pick up a new version.',
  },
  inUseRemedy: { id: 'rotate.inUse.remedy', defaultMessage: 'Add the environment to the policy first (step 4).' },
  notPinnedWhy: {
    id: 'rotate.notPinned.why',
    defaultMessage: 'A policy with a fixed key version stays on that version, and you can’t change a policy that’s in use.',
  },
  notPinnedRemedy: {
    id: 'rotate.notPinned.remedy',
    defaultMessage: 'Rotating doesn’t help here. Change to another policy without a fixed key version, with two outages.',
  },
  followsNewVersion: {
    id: 'rotate.notPinned.policyNamesKeyWithout',
    defaultMessage: 'The policy has no fixed key version, so it follows a new one',
  },
  pinned: {
    id: 'rotate.notPinned.policyFixedOneVersion',
    defaultMessage: 'The policy has a fixed key version and doesn’t follow a new one',
  },
  latestWhy: {
    id: 'rotate.latest.why',
    defaultMessage: 'The new version gets the latest version’s type and size, so that version must be supported and enabled.',
  },
  latestRemedy: { id: 'rotate.latest.remedy', defaultMessage: 'Fix the latest version, or change to another key.' },
  oldVersionKeptWhy: {
    id: 'rotate.oldVersionKept.why',
    defaultMessage:
      'Data and backups might still use the previous version. Microsoft asks you to keep it enabled for at least 28 days, and says 30 elsewhere; 30 is safe.',
  },
  oldVersionKeptRemedy: {
    id: 'rotate.oldVersionKept.remedy',
    defaultMessage: 'Enable the version again and keep it enabled until that date.',
  },
  oldVersionKeptManual1: {
    id: 'rotate.oldVersionKept.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > the version before the current one.',
  },
  oldVersionKeptManual2: { id: 'rotate.oldVersionKept.manual2', defaultMessage: 'Set Enabled to Yes and save.' },
  pickedUpWhy: {
    id: 'rotate.pickedUp.why',
    defaultMessage:
      'The services move to a new version automatically within 24 hours. Where to see which version is in use isn’t documented.',
  },
  pickedUpRemedy: { id: 'rotate.pickedUp.remedy', defaultMessage: 'Check the encryption status, use the environment, then confirm.' },
  pickedUpManual1: {
    id: 'rotate.pickedUp.manual1',
    defaultMessage:
      'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy. The encryption status must be Encrypted.',
  },
  pickedUpManual2: {
    id: 'rotate.pickedUp.manual2',
    defaultMessage: 'Open the environment and finance and operations, and check that both work.',
  },
  linkAndRuntime: { id: 'rotate.inUse.read', defaultMessage: 'Link status: {status}. Runtime: {runtime}.' },
  noPolicyNamed: { id: 'rotate.inUse.noPolicyNamed', defaultMessage: 'no policy' },
  keyRead: { id: 'rotate.latest.read', defaultMessage: '{id}: {type}, {size}-bit, {enabled, select, true {enabled} other {disabled}}.' },
  keyReadWithoutSize: {
    id: 'rotate.latest.readWithoutSize',
    defaultMessage: '{id}: {type}, {enabled, select, true {enabled} other {disabled}}.',
  },
  oldVersionRead: {
    id: 'rotate.oldVersion.read',
    defaultMessage: 'Version {version}, {enabled, select, true {enabled} other {disabled}}. Rotated {at, date, moment}.',
  },
  keyAndVersionsReadable: {
    id: 'rotate.readable.keyAndVersions',
    defaultMessage: 'The key {key} and its {count, plural, one {# version} other {# versions}} are readable',
  },
  guideWhen: {
    id: 'rotate.guide.when',
    defaultMessage: 'The usual way to renew the key.',
  },
  guideTakes: { id: 'rotate.guide.takes', defaultMessage: 'Up to 24 hours' },
  withinNetworkWhy: {
    id: 'rotate.withinNetwork.why',
    defaultMessage: 'A new version is created inside the key vault, which lets in only the networks it allows.',
  },
  withinNetworkRemedy: {
    id: 'rotate.withinNetwork.remedy',
    defaultMessage: 'Ask someone in such a network to create the version, then check again. The wizard follows it from there.',
  },
  outsideNetwork: {
    id: 'rotate.withinNetwork.outside',
    defaultMessage: 'This computer’s network can’t create a new version in the key vault',
  },
  insideNetwork: { id: 'rotate.withinNetwork.inside', defaultMessage: 'The key vault lets this computer’s network in' },
  originWhy: {
    id: 'rotate.origin.why',
    defaultMessage:
      'A new version that Key Vault creates doesn’t come from your HSM. If your rules ask for that, import each version yourself.',
  },
  originRemedy: {
    id: 'rotate.origin.remedy',
    defaultMessage: 'If the key came from your HSM, import its next version by the manual steps, then check again. Otherwise confirm.',
  },
  importNextVersion: { id: 'rotate.origin.importNextVersion', defaultMessage: 'Import the next version of the key {key} from your HSM' },
  wasKeyCreated: { id: 'rotate.origin.wasKeyCreated', defaultMessage: 'Was the key {key} created in the key vault, not imported?' },
})
