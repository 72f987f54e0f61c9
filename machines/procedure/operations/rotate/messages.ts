import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('rotate', {
  guide: {
    title: 'Rotate the key',
    outcome: 'The key is rotated; keep the previous version',
    what: 'Add a new version to the key',
    happens: 'Every environment on the policy moves to it automatically.',
    why: 'Renew a key this way: there’s no downtime, and you don’t change anything in Power Platform.',
    whyNotAnotherKey: {
      heading: 'Why not another key?',
      text: 'Another key needs another policy, with one outage to leave the old policy and one to join the new one. A new version of the same key causes none.',
    },
    howLongDoesTake: {
      heading: 'How long does it take?',
      text: 'Up to 24 hours in the background. You need both versions until then, and for some time after.',
    },
    howLongOldVersion: {
      heading: 'How long do you keep the old version?',
      text: 'Keep it enabled for at least 28 days, according to Microsoft’s article. It says 30 elsewhere, so the wizard counts 30. Disabling it earlier can take every environment on the key offline.',
    },
    nextRotation: {
      heading: 'What about the next rotation?',
      text: 'The wizard plans none while you need the previous version. If a key is exposed, rotate it manually at once. Each older version then has its own 30 days.',
    },
    newVersion: {
      heading: 'New version',
      click1: 'In the Azure portal, go to the key store > Keys > the key.',
      click2: 'Select New Version, keep RSA and the size, leave Enabled at Yes, and select Create.',
      click3: 'Come back here and check again. The wizard counts the day and the 30 days.',
    },
    rotationItself: {
      heading: 'Automatic rotation',
      click1: 'On the key, open Rotation policy.',
      click2: 'Turn on automatic rotation, set it well before any expiration date, and add a notification that reaches both admins.',
    },
    doNot: {
      heading: 'Keep all versions enabled',
      text: 'Don’t disable or delete any key version, and don’t change the key store or its access.',
    },
    nobodyCutOff: {
      heading: 'No downtime',
      text: 'The environment stays available. You don’t need to do anything in the admin center.',
    },
    takes: 'Up to 24 hours',
  },
  nothingToRotate: {
    id: 'rotate.inUse.environmentNotCustomerManaged',
    defaultMessage: 'The environment isn’t on a customer-managed key, so there’s nothing to rotate',
  },
  switchedOff: { id: 'rotate.inUse.environmentSwitchedOffUsers', defaultMessage: 'The environment is disabled for users' },
  inUse: {
    findOutWhyFirst: 'Find out why first. If the environment lost access to its key, a new version doesn’t help. Restore that access.',
    why: 'Only environments that are in the policy and have access to the key pick up a new version.',
    remedy: 'Add the environment to the policy first (step 4).',
    read: 'Link status: {status}. Runtime: {runtime}.',
    noPolicyNamed: 'no policy',
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
  runtimeUnsaid: 'Power Platform doesn’t say whether users can open the environment',
  latestUnsaid: 'It’s unknown whether the latest key version is enabled',
  oldUnsaid: 'It’s unknown whether the previous key version is enabled',
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
  pickedUp: {
    versionMadeMoreThan: 'Version {version}, created {at, date, moment}, more than 24 hours ago.',
    why: 'The services move to a new version automatically within 24 hours. Where to see which version is in use isn’t documented.',
    remedy: 'Check the encryption status, use the environment, then confirm.',
    manual1:
      'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy. The encryption status must be Encrypted.',
    manual2: 'Open the environment and finance and operations, and check that both work.',
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
  readable: {
    why: 'Rotation needs the environment’s policy, its key store, its key, and the key versions.',
    remedy: 'Ask for Key Vault Crypto Officer on the key vault and Reader on the policy, then check again.',
  },
  notPinned: {
    why: 'A policy with a fixed key version probably stays on that version: that’s our conclusion from Microsoft’s scripts. You can’t change a policy that’s in use.',
    remedy: 'Rotating probably doesn’t help here. Changing to another policy without a fixed key version does, with two outages.',
  },
  followsNewVersion: {
    id: 'rotate.notPinned.policyNamesKeyWithout',
    defaultMessage: 'The policy has no fixed key version, so it follows a new one',
  },
  pinned: {
    id: 'rotate.notPinned.policyFixedOneVersion',
    defaultMessage: 'The policy has a fixed key version and probably doesn’t follow a new one',
  },
  latest: {
    why: 'The new version gets the latest version’s type and size, so that version must be supported and enabled.',
    remedy: 'Fix the latest version, or change to another key.',
    read: '{id}: {type}, {size}-bit, {enabled, select, true {enabled} false {disabled} other {unknown whether enabled}}.',
    readWithoutSize: '{id}: {type}, {enabled, select, true {enabled} false {disabled} other {unknown whether enabled}}.',
  },
  oldVersionKept: {
    why: 'Data and backups might still use the previous version. Microsoft asks you to keep it enabled for at least 28 days, and says 30 elsewhere; 30 is safe.',
    remedy: 'Enable the version again and keep it enabled until that date.',
    manual1: 'In the Azure portal, go to the key vault > Keys > the key > the version before the current one.',
    manual2: 'Set Enabled to Yes and save.',
  },
  oldVersion: {
    read: 'Version {version}, {enabled, select, true {enabled} false {disabled} other {unknown whether enabled}}. Rotated {at, date, moment}.',
  },
  keyAndVersionsReadable: {
    id: 'rotate.readable.keyAndVersions',
    defaultMessage: 'The key {key} and its {count, plural, one {# version} other {# versions}} are readable',
  },
  withinNetwork: {
    why: 'A new version is created inside the key store, which lets in only the networks it allows.',
    remedy: 'Ask someone in such a network to create the version, then check again. The wizard follows it from there.',
    outside: 'This computer’s network can’t create a new version in the key vault',
    inside: 'The key store lets this computer’s network in',
  },
  origin: {
    why: 'A new version that Key Vault creates doesn’t come from your HSM. If your rules ask for that, import each version yourself.',
    remedy: 'If the key came from your HSM, import its next version by the manual steps, then check again. Otherwise confirm.',
    importNextVersion: 'Import the next version of the key {key} from your HSM',
    wasKeyCreated: 'Was the key {key} created in the key vault, not imported?',
  },
})
