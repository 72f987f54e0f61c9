import { defineMessages } from '../../../messages/message.ts'

/** Texts of rotate. */
export const messages = defineMessages({
  guideTitle: { id: 'rotate.guide.title', defaultMessage: 'Rotate the key' },
  guideOutcome: { id: 'rotate.guide.outcome', defaultMessage: 'The key is rotated; keep the version before it' },
  guideWhat: {
    id: 'rotate.guide.what',
    defaultMessage: 'Add a new version to the key. Every environment on the policy goes over to it by itself.',
  },
  guideWhy: {
    id: 'rotate.guide.why',
    defaultMessage: 'This is the way to renew a key: there is no downtime, and nothing has to be done in Power Platform.',
  },
  whyNotAnotherKey: { id: 'rotate.guide.whyNotAnotherKey.heading', defaultMessage: 'Why not another key?' },
  whyNotAnotherKeyText: {
    id: 'rotate.guide.whyNotAnotherKey.text',
    defaultMessage:
      'Another key means another policy: the environment is removed from the old one and added to the new one, with an outage each time. A new version of the same key means none.',
  },
  howLongDoesTake: { id: 'rotate.guide.howLongDoesTake.heading', defaultMessage: 'How long does it take?' },
  howLongDoesTakeText: {
    id: 'rotate.guide.howLongDoesTake.text',
    defaultMessage: 'Up to 24 hours in the background. Until then, and for some time after, both versions are needed.',
  },
  howLongOldVersion: { id: 'rotate.guide.howLongOldVersion.heading', defaultMessage: 'How long is the old version kept?' },
  howLongOldVersionText: {
    id: 'rotate.guide.howLongOldVersion.text',
    defaultMessage:
      'Enabled for at least 28 days, as Microsoft’s article says; it speaks of 30 days elsewhere, so this wizard counts 30. Disabled earlier, it takes every environment on the key offline.',
  },
  nextRotation: { id: 'rotate.guide.nextRotation.heading', defaultMessage: 'What of the next rotation?' },
  nextRotationText: {
    id: 'rotate.guide.nextRotation.text',
    defaultMessage:
      'The wizard plans none while the version before is still to be kept. If a key has been exposed, renew it manually at once: each older version then has its own 30 days.',
  },
  newVersion: { id: 'rotate.guide.newVersion.heading', defaultMessage: 'New version' },
  newVersionClick1: { id: 'rotate.guide.newVersion.click1', defaultMessage: 'In the Azure portal, open the vault, Keys, the key.' },
  newVersionClick2: {
    id: 'rotate.guide.newVersion.click2',
    defaultMessage: 'Select New Version, keep RSA and the size, leave Enabled at Yes, create.',
  },
  newVersionClick3: {
    id: 'rotate.guide.newVersion.click3',
    defaultMessage: 'Come back here and check again: the wizard counts the day and the 30 days.',
  },
  rotationItself: { id: 'rotate.guide.rotationItself.heading', defaultMessage: 'Rotation by itself' },
  rotationItselfClick1: { id: 'rotate.guide.rotationItself.click1', defaultMessage: 'On the key, open Rotation policy.' },
  rotationItselfClick2: {
    id: 'rotate.guide.rotationItself.click2',
    defaultMessage: 'Turn on automatic rotation and set it well before any expiry, with a notification that reaches both administrators.',
  },
  doNot: { id: 'rotate.guide.doNot.heading', defaultMessage: 'Do not' },
  doNotText: {
    id: 'rotate.guide.doNot.text',
    defaultMessage: 'Do not disable or delete any version of the key, and do not change the vault or its access.',
  },
  nobodyCutOff: { id: 'rotate.guide.nobodyCutOff.heading', defaultMessage: 'No downtime' },
  nobodyCutOffText: {
    id: 'rotate.guide.nobodyCutOff.text',
    defaultMessage: 'The environment stays open. You need not do anything in the admin center.',
  },
  nothingToRotate: {
    id: 'rotate.inUse.environmentNotCustomerManaged',
    defaultMessage: 'The environment is not on a customer-managed key, so there is nothing to rotate',
  },
  switchedOff: { id: 'rotate.inUse.environmentSwitchedOffUsers', defaultMessage: 'The environment is switched off for its users' },
  findOutWhyFirst: {
    id: 'rotate.inUse.findOutWhyFirst',
    defaultMessage:
      'Find out why first. A new version does not bring back an environment that lost access to its key: restore that access.',
  },
  onKeyAndOpen: { id: 'rotate.inUse.environmentKeyOpen', defaultMessage: 'The environment is on the key and open' },
  kindUnsupported: { id: 'rotate.latest.keyNotKindService', defaultMessage: 'The key is not of a kind that the service takes' },
  latestDisabled: { id: 'rotate.latest.latestVersionKeyDisabled', defaultMessage: 'The latest version of the key is disabled' },
  enableFirst: {
    id: 'rotate.latest.enableVersionFirstEnvironment',
    defaultMessage: 'Enable that version first: every environment on it is locked or about to be.',
  },
  latestEnabled: {
    id: 'rotate.latest.latestVersionEnabledKey',
    defaultMessage: 'The latest version is an enabled {type} key of {size} bit',
  },
  oldDisabled: {
    id: 'rotate.oldVersion.versionBeforeDisabledBut',
    defaultMessage: 'The version before is disabled, but has to be kept until {keepUntil, date, moment}',
  },
  oldExpiresEarly: {
    id: 'rotate.oldVersion.versionBeforeExpiresBefore',
    defaultMessage: 'The version before expires on {expires, date, moment}, before its 30 days are over',
  },
  oldEnabled: {
    id: 'rotate.oldVersion.versionBeforeEnabledKeep',
    defaultMessage: 'The version before is enabled; keep it so until {keepUntil, date, moment}',
  },
  versionMadeMoreThan: {
    id: 'rotate.pickedUp.versionMadeMoreThan',
    defaultMessage: 'Version {version}, made {at, date, moment}, more than 24 hours ago.',
  },
  historySaysMoved: {
    id: 'rotate.pickedUp.environmentsHistorySaysMoved',
    defaultMessage: 'The environment’s history says that it moved to the new version',
  },
  doesEverythingWork: {
    id: 'rotate.pickedUp.doesEverythingWorkNew',
    defaultMessage: 'Does everything work on the new version of the key?',
  },
  notInHistory: {
    id: 'rotate.pickedUp.noOperationEnvironmentsHistory',
    defaultMessage: '{seen} No operation in the environment’s history tells which version is in use.',
  },
  readableWhy: {
    id: 'rotate.readable.why',
    defaultMessage:
      'The environment leads to its policy, the policy to the vault and the key. Rotating needs all of them, and the key’s versions.',
  },
  readableRemedy: {
    id: 'rotate.readable.remedy',
    defaultMessage: 'Ask for Key Vault Crypto Officer on the vault and Reader on the policy, then check again.',
  },
  inUseWhy: {
    id: 'rotate.inUse.why',
    defaultMessage: 'A new version is picked up only by environments that are in the policy and have access to the key.',
  },
  inUseRemedy: { id: 'rotate.inUse.remedy', defaultMessage: 'Add the environment to the policy first: that is step 4.' },
  notPinnedWhy: {
    id: 'rotate.notPinned.why',
    defaultMessage: 'A policy that names one version of the key stays with that version, and a policy that is in use cannot be changed.',
  },
  notPinnedRemedy: {
    id: 'rotate.notPinned.remedy',
    defaultMessage: 'Rotating does not help here. Change to another policy that names the key without a version: that takes two outages.',
  },
  followsNewVersion: {
    id: 'rotate.notPinned.policyNamesKeyWithout',
    defaultMessage: 'The policy names the key without a version, so it follows a new one',
  },
  pinned: {
    id: 'rotate.notPinned.policyFixedOneVersion',
    defaultMessage: 'The policy is fixed on one version of the key and would not follow a new one',
  },
  latestWhy: {
    id: 'rotate.latest.why',
    defaultMessage: 'The new version gets the kind and size of the latest one, which must therefore fit and be in order.',
  },
  latestRemedy: { id: 'rotate.latest.remedy', defaultMessage: 'Put the latest version in order, or change to another key.' },
  oldVersionKeptWhy: {
    id: 'rotate.oldVersionKept.why',
    defaultMessage:
      'Data and backups may still stand under the version before. Microsoft asks to keep it enabled for at least 28 days; the article says 30 elsewhere, so 30 is the safe figure.',
  },
  oldVersionKeptRemedy: {
    id: 'rotate.oldVersionKept.remedy',
    defaultMessage: 'Enable the version again and leave it enabled until that date.',
  },
  oldVersionKeptManual1: {
    id: 'rotate.oldVersionKept.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, and the version before the current one.',
  },
  oldVersionKeptManual2: { id: 'rotate.oldVersionKept.manual2', defaultMessage: 'Set Enabled to Yes, save.' },
  pickedUpWhy: {
    id: 'rotate.pickedUp.why',
    defaultMessage:
      'The services go over to a new version by themselves within 24 hours. No document names a place that shows which version is in use.',
  },
  pickedUpRemedy: { id: 'rotate.pickedUp.remedy', defaultMessage: 'Look at the encryption status, use the environment, then confirm.' },
  pickedUpManual1: {
    id: 'rotate.pickedUp.manual1',
    defaultMessage:
      'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy: the encryption status must read Encrypted.',
  },
  pickedUpManual2: {
    id: 'rotate.pickedUp.manual2',
    defaultMessage: 'Open the environment and finance and operations, and see that both work.',
  },
  linkAndRuntime: { id: 'rotate.inUse.read', defaultMessage: 'Link status: {status}. Runtime: {runtime}.' },
  noPolicyNamed: { id: 'rotate.inUse.noPolicyNamed', defaultMessage: 'no policy named' },
  keyRead: { id: 'rotate.latest.read', defaultMessage: '{id}: {type}, {size} bit, {enabled, select, true {enabled} other {disabled}}.' },
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
    defaultMessage: 'The key {key} and its {count, plural, one {# version} other {# versions}} can be read',
  },
  guideWhen: {
    id: 'rotate.guide.when',
    defaultMessage:
      'To renew the key: before it expires, on schedule, or by your own rules. Choose this over another key wherever you can.',
  },
  guideTakes: { id: 'rotate.guide.takes', defaultMessage: 'Up to 24 hours, in the background' },
})
