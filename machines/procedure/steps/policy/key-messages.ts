import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  typeNotListed: {
    id: 'policy.keyKind.typeNotListed',
    defaultMessage: 'The key type is {type}; Microsoft lists RSA and RSA-HSM',
  },
  kindListed: { id: 'policy.keyKind.kindListed', defaultMessage: 'The key is {type}, {size}-bit' },
  notValidYetRemedy: {
    id: 'policy.keyInItsDates.notValidYetRemedy',
    defaultMessage: 'Wait for that date, or create a key without an activation date.',
  },
  noExpiry: { id: 'policy.keyInItsDates.noExpiry', defaultMessage: 'The key has no expiration date' },
  renew: {
    id: 'policy.keyInItsDates.renew',
    defaultMessage: 'Create a new key version with a later expiration date, or with none.',
  },
  renewThenCheck: {
    id: 'policy.keyInItsDates.renewThenCheck',
    defaultMessage: 'Create a new key version with a later expiration date, or with none, then check again.',
  },
  confirmedInStep4: { id: 'policy.keyInItsDates.confirmedInStep4', defaultMessage: 'Step 4 asks you to confirm it.' },
  rotationUnread: { id: 'policy.keyRenewed.rotationUnread', defaultMessage: 'Couldn’t read the key’s rotation policy' },
  renewsItself: { id: 'policy.keyRenewed.renewsItself', defaultMessage: 'Key Vault rotates the key automatically' },
  neitherExpiresNorRenews: {
    id: 'policy.keyRenewed.neitherExpiresNorRenews',
    defaultMessage: 'The key has no expiration date and no automatic rotation; rotate it by your own rules',
  },
  notRenewed: {
    id: 'policy.keyRenewed.notRenewed',
    defaultMessage: 'No automatic rotation before the key expires',
  },
  doesNotRotate: { id: 'policy.keyRenewed.doesNotRotate', defaultMessage: 'No rotation.' },
  recoveryLevel: { id: 'policy.keyRecoverable.recoveryLevel', defaultMessage: 'Recovery level: {level}.' },
  purgeableDespiteVault: {
    id: 'policy.keyRecoverable.purgeableDespiteVault',
    defaultMessage: 'Purge protection is on, but the key reports that it can be purged',
  },
  recoverable: {
    id: 'policy.keyRecoverable.recoverable',
    defaultMessage: 'The key can be recovered and can’t be purged',
  },
  keyReadableWhy: { id: 'policy.keyReadable.why', defaultMessage: 'The key’s type, size, and dates determine whether you can use it.' },
  keyReadableRemedy: {
    id: 'policy.keyReadable.remedy',
    defaultMessage:
      'With Azure RBAC, ask for Key Vault Crypto Officer on the key vault; Contributor gives no access to keys. With access policies, ask for the Get key permission.',
  },
  keyUnread: { id: 'policy.keyReadable.keyUnread', defaultMessage: 'Couldn’t read the key {key}' },
  keyReadable: { id: 'policy.keyReadable.keyReadable', defaultMessage: 'The key {key} is readable' },
  keyWithinNetworkWhy: {
    id: 'policy.keyWithinNetwork.why',
    defaultMessage:
      'A key vault with a firewall or private endpoint shows its keys only to networks it allows. Microsoft’s service has its own path; this computer doesn’t.',
  },
  keyWithinNetworkRemedy: {
    id: 'policy.keyWithinNetwork.remedy',
    defaultMessage:
      'Connect to a network that the key vault allows, then check again. Or ask someone there whether the key exists, is 2048-bit or 3072-bit RSA, enabled, and valid, then confirm. A role doesn’t help.',
  },
  keyWithinNetworkManual1: {
    id: 'policy.keyWithinNetwork.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Networking, and find the networks and addresses it allows.',
  },
  keyWithinNetworkManual2: {
    id: 'policy.keyWithinNetwork.manual2',
    defaultMessage: 'Connect to one of them, for example by VPN, then check again here.',
  },
  notShownToNetwork: {
    id: 'policy.keyWithinNetwork.notShownToNetwork',
    defaultMessage: 'Is the key ready to use? The key vault blocks this computer’s network',
  },
  keyKindWhy: {
    id: 'policy.keyKind.why',
    defaultMessage:
      'Microsoft lists RSA and RSA-HSM keys of 2048 or 3072 bits. Whether the service refuses other keys isn’t verified, and the wizard doesn’t try it.',
  },
  keyKindRemedy: { id: 'policy.keyKind.remedy', defaultMessage: 'Create another key: RSA or RSA-HSM, 2048 or 3072 bits.' },
  keyKindManual1: {
    id: 'policy.keyKind.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > Generate/Import.',
  },
  keyKindManual2: {
    id: 'policy.keyKind.manual2',
    defaultMessage: 'Choose RSA and 2048 or 3072, leave activation and expiration empty, and select Create.',
  },
  keyEnabledWhy: { id: 'policy.keyEnabled.why', defaultMessage: 'A disabled key takes every environment on it offline at once.' },
  keyEnabledRemedy: { id: 'policy.keyEnabled.remedy', defaultMessage: 'Enable the key.' },
  keyEnabledManual1: {
    id: 'policy.keyEnabled.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > its current version.',
  },
  keyEnabledManual2: { id: 'policy.keyEnabled.manual2', defaultMessage: 'Set Enabled to Yes and save.' },
  keyEnabled: { id: 'policy.keyEnabled.keyEnabled', defaultMessage: 'The key is enabled' },
  keyDisabled: { id: 'policy.keyEnabled.keyDisabled', defaultMessage: 'The key is disabled' },
  keyInItsDatesWhy: {
    id: 'policy.keyInItsDates.why',
    defaultMessage: 'When the key expires, every environment on it goes offline at once, with no warning to the Power Platform admin.',
  },
  keyInItsDatesRemedy: {
    id: 'policy.keyInItsDates.remedy',
    defaultMessage: 'Before you continue, set an expiration alert that reaches both admins, or a rotation policy.',
  },
  keyInItsDatesManual1: {
    id: 'policy.keyInItsDates.manual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key > Rotation policy.',
  },
  keyInItsDatesManual2: {
    id: 'policy.keyInItsDates.manual2',
    defaultMessage: 'Set automatic rotation well before the expiration date, and a notification.',
  },
  keyRenewedWhy: {
    id: 'policy.keyRenewed.why',
    defaultMessage: 'Environments pick up a new key version within 24 hours, with no outage. If the key expires first, they go offline.',
  },
  keyRenewedRemedy: {
    id: 'policy.keyRenewed.remedy',
    defaultMessage:
      'Set a rotation policy that renews the key well before it expires, and subscribe both admins to the near-expiry event. Keep the previous version enabled for 30 days.',
  },
  keyRenewedManual1: {
    id: 'policy.keyRenewed.manual1',
    defaultMessage:
      'In the Azure portal, go to the key vault > Keys > the key > Rotation policy. Enable automatic rotation and set the time.',
  },
  keyRenewedManual2: {
    id: 'policy.keyRenewed.manual2',
    defaultMessage: 'Go to the key vault > Events, and email “Key Near Expiry” to the key vault admin and the Power Platform admin.',
  },
  keyRecoverableWhy: {
    id: 'policy.keyRecoverable.why',
    defaultMessage: 'If the key is purged, the environment’s data is lost for good.',
  },
  keyRecoverableRemedy: {
    id: 'policy.keyRecoverable.remedy',
    defaultMessage: 'Purge protection might be new. Wait a few minutes and check again. If this continues, ask Microsoft support.',
  },
  takesADayMore: {
    id: 'policy.keyExpiry.takesADayMore',
    defaultMessage: 'A new key version can take 24 more hours to take effect.',
  },
  rotationCanComeLate: {
    id: 'policy.keyExpiry.rotationCanComeLate',
    defaultMessage: 'The next automatic rotation might be too late: a new version can take 24 hours to take effect.',
  },
  goesOfflineUnlessRenewed: {
    id: 'policy.keyExpiry.goesOfflineUnlessRenewed',
    defaultMessage: 'The environment goes offline on that date unless you renew the key.',
  },
  doesNotExpire: { id: 'policy.keyExpiry.doesNotExpire', defaultMessage: 'The key {name} doesn’t expire' },
  foundNoExpiry: { id: 'policy.keyExpiry.foundNoExpiry', defaultMessage: '{name}: no expiration date.' },
  outlastsEncryption: { id: 'policy.keyExpiry.outlastsEncryption', defaultMessage: 'The key {name} is valid past the end of encryption' },
  agreeOnRenewal: {
    id: 'policy.keyExpiry.agreeOnRenewal',
    defaultMessage: 'Agree with the key vault admin on who renews the key and when, then confirm. Or renew the key first.',
  },
  foundType: { id: 'policy.keyKind.foundType', defaultMessage: '{name}: {type}.' },
  foundTypeAndSize: { id: 'policy.keyKind.foundTypeAndSize', defaultMessage: '{name}: {type}, {size}-bit.' },
  sizeUnknown: {
    id: 'policy.keyKind.sizeUnknown',
    defaultMessage: 'The key size is unknown; Microsoft lists 2048 and 3072 bits',
  },
  sizeNotListed: { id: 'policy.keyKind.sizeNotListed', defaultMessage: 'The key has {size} bits; Microsoft lists 2048 and 3072' },
  foundNoDates: { id: 'policy.keyInItsDates.foundNoDates', defaultMessage: '{name}: no activation date, no expiration date.' },
  foundExpiry: { id: 'policy.keyInItsDates.foundExpiry', defaultMessage: '{name}: no activation date, expires on {expires}.' },
  foundStart: { id: 'policy.keyInItsDates.foundStart', defaultMessage: '{name}: valid from {from}, no expiration date.' },
  foundBothDates: { id: 'policy.keyInItsDates.foundBothDates', defaultMessage: '{name}: valid from {from}, expires on {expires}.' },
  notValidYet: { id: 'policy.keyInItsDates.notValidYet', defaultMessage: 'The key isn’t valid until {day}' },
  expired: { id: 'policy.keyInItsDates.expired', defaultMessage: 'The key expired on {day}' },
  expiresInDays: {
    id: 'policy.keyInItsDates.expiresInDays',
    defaultMessage: 'The key expires on {day}, in {days, plural, one {# day} other {# days}}',
  },
  expiresOn: { id: 'policy.keyInItsDates.expiresOn', defaultMessage: 'The key expires on {day}' },
  rotates: { id: 'policy.keyRenewed.rotates', defaultMessage: 'Rotates.' },
  rotatesAfter: {
    id: 'policy.keyRenewed.rotatesAfter',
    defaultMessage: 'Rotates {duration} after a version is created.',
    description: 'ISO 8601, for example P90D',
  },
  rotatesBefore: {
    id: 'policy.keyRenewed.rotatesBefore',
    defaultMessage: 'Rotates {duration} before expiration.',
    description: 'ISO 8601, for example P90D',
  },
  notifies: {
    id: 'policy.keyRenewed.notifies',
    defaultMessage: 'Near-expiry event {duration} before expiration.',
    description: 'ISO 8601, for example P90D',
  },
  doesNotNotify: { id: 'policy.keyRenewed.doesNotNotify', defaultMessage: 'No near-expiry event.' },
  newVersionsLast: {
    id: 'policy.keyRenewed.newVersionsLast',
    defaultMessage: 'New versions are valid for {duration}.',
    description: 'ISO 8601, for example P90D',
  },
  newVersionsStay: { id: 'policy.keyRenewed.newVersionsStay', defaultMessage: 'New versions don’t expire.' },
  expiryAndEncryption: {
    id: 'policy.keyExpiry.expiryAndEncryption',
    defaultMessage: 'The key expires on {expires}. If you add the environment now, encryption can take until {encryptedBy}.',
  },
  tooSoon: {
    id: 'policy.keyExpiry.tooSoon',
    defaultMessage: 'The key {name} expires on {expires}, too soon: encryption can take until {encryptedBy}',
  },
  addAllTheSame: {
    id: 'policy.keyExpiry.addAllTheSame',
    defaultMessage: 'The key {name} expires on {expires}: add the environment anyway?',
  },
})
