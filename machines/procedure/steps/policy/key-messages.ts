import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  typeNotListed: {
    id: 'policy.keyKind.typeNotListed',
    defaultMessage: 'The key is of type {type}; the document lists RSA and RSA-HSM',
  },
  kindListed: { id: 'policy.keyKind.kindListed', defaultMessage: 'The key is {type}, {size} bit' },
  notValidYetRemedy: {
    id: 'policy.keyInItsDates.notValidYetRemedy',
    defaultMessage: 'Wait for that date, or create a key without an activation date.',
  },
  noExpiry: { id: 'policy.keyInItsDates.noExpiry', defaultMessage: 'The key has no expiry date' },
  renew: {
    id: 'policy.keyInItsDates.renew',
    defaultMessage: 'Create a new version of the key with a later expiry date, or with none.',
  },
  renewThenCheck: {
    id: 'policy.keyInItsDates.renewThenCheck',
    defaultMessage: 'Create a new version of the key with a later expiry date, or with none, then check again.',
  },
  confirmedInStep4: { id: 'policy.keyInItsDates.confirmedInStep4', defaultMessage: 'Step 4 asks you to confirm it.' },
  rotationUnread: { id: 'policy.keyRenewed.rotationUnread', defaultMessage: 'The key’s rotation policy could not be read' },
  renewsItself: { id: 'policy.keyRenewed.renewsItself', defaultMessage: 'Key Vault renews the key by itself' },
  neitherExpiresNorRenews: {
    id: 'policy.keyRenewed.neitherExpiresNorRenews',
    defaultMessage: 'The key does not expire and has no automatic rotation: your rules for keys decide how often',
  },
  notRenewed: {
    id: 'policy.keyRenewed.notRenewed',
    defaultMessage: 'Nothing renews the key before it expires',
  },
  doesNotRotate: { id: 'policy.keyRenewed.doesNotRotate', defaultMessage: 'Does not rotate.' },
  recoveryLevel: { id: 'policy.keyRecoverable.recoveryLevel', defaultMessage: 'Recovery level: {level}.' },
  purgeableDespiteVault: {
    id: 'policy.keyRecoverable.purgeableDespiteVault',
    defaultMessage: 'The vault says purge protection is on, the key says it can be purged',
  },
  recoverable: {
    id: 'policy.keyRecoverable.recoverable',
    defaultMessage: 'The key itself says that it can be recovered and not purged',
  },
  keyReadableWhy: { id: 'policy.keyReadable.why', defaultMessage: 'Type, size and dates of the key decide whether it can be used at all.' },
  keyReadableRemedy: {
    id: 'policy.keyReadable.remedy',
    defaultMessage:
      'In a vault with Azure role-based access, ask for Key Vault Crypto Officer on the vault: Contributor gives no access to keys. In one with access policies, ask for the key permission Get.',
  },
  keyUnread: { id: 'policy.keyReadable.keyUnread', defaultMessage: 'The key {key} could not be read' },
  keyReadable: { id: 'policy.keyReadable.keyReadable', defaultMessage: 'The key {key} can be read' },
  keyWithinNetworkWhy: {
    id: 'policy.keyWithinNetwork.why',
    defaultMessage:
      'A vault with a firewall or a private endpoint shows its keys only to requests from networks it allows. Microsoft’s service has a way of its own, this computer has not.',
  },
  keyWithinNetworkRemedy: {
    id: 'policy.keyWithinNetwork.remedy',
    defaultMessage:
      'Connect to a network that the vault allows, then check again. Or ask someone there whether the key exists, is RSA of 2048 or 3072 bit, enabled and valid, then confirm. A role does not help.',
  },
  keyWithinNetworkManual1: {
    id: 'policy.keyWithinNetwork.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Networking, and find which networks and addresses it allows.',
  },
  keyWithinNetworkManual2: {
    id: 'policy.keyWithinNetwork.manual2',
    defaultMessage: 'Connect to one of them, by VPN for example, then check again here.',
  },
  notShownToNetwork: {
    id: 'policy.keyWithinNetwork.notShownToNetwork',
    defaultMessage: 'Is the key in order? The vault does not show it to this computer’s network',
  },
  keyKindWhy: {
    id: 'policy.keyKind.why',
    defaultMessage:
      'The document lists RSA and RSA-HSM keys of 2048 or 3072 bit. Whether the service refuses other keys isn’t verified; the wizard doesn’t try it.',
  },
  keyKindRemedy: { id: 'policy.keyKind.remedy', defaultMessage: 'Create another key: RSA or RSA-HSM, 2048 or 3072 bit.' },
  keyKindManual1: { id: 'policy.keyKind.manual1', defaultMessage: 'In the Azure portal, open the vault, Keys, Generate/Import.' },
  keyKindManual2: {
    id: 'policy.keyKind.manual2',
    defaultMessage: 'Choose RSA and 2048 or 3072, leave activation and expiry empty, create.',
  },
  keyEnabledWhy: { id: 'policy.keyEnabled.why', defaultMessage: 'A disabled key takes every environment that uses it offline at once.' },
  keyEnabledRemedy: { id: 'policy.keyEnabled.remedy', defaultMessage: 'Enable the key.' },
  keyEnabledManual1: {
    id: 'policy.keyEnabled.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, its current version.',
  },
  keyEnabledManual2: { id: 'policy.keyEnabled.manual2', defaultMessage: 'Set Enabled to Yes, save.' },
  keyEnabled: { id: 'policy.keyEnabled.keyEnabled', defaultMessage: 'The key is enabled' },
  keyDisabled: { id: 'policy.keyEnabled.keyDisabled', defaultMessage: 'The key is disabled' },
  keyInItsDatesWhy: {
    id: 'policy.keyInItsDates.why',
    defaultMessage:
      'When the key expires, every environment on it goes offline at once, without a warning to the Power Platform administrator.',
  },
  keyInItsDatesRemedy: {
    id: 'policy.keyInItsDates.remedy',
    defaultMessage: 'Set an alert for the expiry that reaches both administrators, or a rotation policy, before you go on.',
  },
  keyInItsDatesManual1: {
    id: 'policy.keyInItsDates.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, Rotation policy.',
  },
  keyInItsDatesManual2: {
    id: 'policy.keyInItsDates.manual2',
    defaultMessage: 'Set automatic rotation well before the expiry, and a notification.',
  },
  keyRenewedWhy: {
    id: 'policy.keyRenewed.why',
    defaultMessage:
      'A new version of the key is taken up by the environments within 24 hours, without an outage. A key that expires first takes them offline.',
  },
  keyRenewedRemedy: {
    id: 'policy.keyRenewed.remedy',
    defaultMessage:
      'Set a rotation policy that renews the key well before its expiry, and subscribe both administrators to the near-expiry event. Keep the version before enabled for 30 days.',
  },
  keyRenewedManual1: {
    id: 'policy.keyRenewed.manual1',
    defaultMessage: 'In the Azure portal, open the vault, Keys, the key, Rotation policy: enable automatic rotation and set the time.',
  },
  keyRenewedManual2: {
    id: 'policy.keyRenewed.manual2',
    defaultMessage:
      'Open the vault, Events, and send “Key Near Expiry” by mail to the key vault administrator and the Power Platform administrator.',
  },
  keyRecoverableWhy: {
    id: 'policy.keyRecoverable.why',
    defaultMessage: 'A key that can be purged can be lost for good, and the environment’s data with it.',
  },
  keyRecoverableRemedy: {
    id: 'policy.keyRecoverable.remedy',
    defaultMessage: 'Wait some minutes and check again: purge protection may just have been turned on. If it stays, ask Microsoft support.',
  },
  takesADayMore: {
    id: 'policy.keyExpiry.takesADayMore',
    defaultMessage: 'A new version of the key can take 24 hours more to be in use.',
  },
  rotationCanComeLate: {
    id: 'policy.keyExpiry.rotationCanComeLate',
    defaultMessage: 'The next automatic rotation can come too late: a new version can take 24 hours to be in use.',
  },
  goesOfflineUnlessRenewed: {
    id: 'policy.keyExpiry.goesOfflineUnlessRenewed',
    defaultMessage: 'The environment goes offline on that date unless the key is renewed.',
  },
  doesNotExpire: { id: 'policy.keyExpiry.doesNotExpire', defaultMessage: 'The key {name} does not expire' },
  foundNoExpiry: { id: 'policy.keyExpiry.foundNoExpiry', defaultMessage: '{name}: no expiry date.' },
  outlastsEncryption: { id: 'policy.keyExpiry.outlastsEncryption', defaultMessage: 'The key {name} outlasts the encryption' },
  agreeOnRenewal: {
    id: 'policy.keyExpiry.agreeOnRenewal',
    defaultMessage: 'Agree with the key vault administrator who renews the key, and when. Then confirm. Or renew the key first.',
  },
  foundType: { id: 'policy.keyKind.foundType', defaultMessage: '{name}: {type}.' },
  foundTypeAndSize: { id: 'policy.keyKind.foundTypeAndSize', defaultMessage: '{name}: {type}, {size} bit.' },
  sizeUnknown: {
    id: 'policy.keyKind.sizeUnknown',
    defaultMessage: 'The key has an unknown number of bits; the document lists 2048 and 3072',
  },
  sizeNotListed: { id: 'policy.keyKind.sizeNotListed', defaultMessage: 'The key has {size} bits; the document lists 2048 and 3072' },
  foundNoDates: { id: 'policy.keyInItsDates.foundNoDates', defaultMessage: '{name}: no activation date, expires never.' },
  foundExpiry: { id: 'policy.keyInItsDates.foundExpiry', defaultMessage: '{name}: no activation date, expires on {expires}.' },
  foundStart: { id: 'policy.keyInItsDates.foundStart', defaultMessage: '{name}: not before {from}, expires never.' },
  foundBothDates: { id: 'policy.keyInItsDates.foundBothDates', defaultMessage: '{name}: not before {from}, expires on {expires}.' },
  notValidYet: { id: 'policy.keyInItsDates.notValidYet', defaultMessage: 'The key is valid only from {day}' },
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
    defaultMessage: 'Rotates {duration} before the expiry.',
    description: 'ISO 8601, for example P90D',
  },
  notifies: {
    id: 'policy.keyRenewed.notifies',
    defaultMessage: 'Near-expiry event {duration} before.',
    description: 'ISO 8601, for example P90D',
  },
  doesNotNotify: { id: 'policy.keyRenewed.doesNotNotify', defaultMessage: 'No near-expiry event.' },
  newVersionsLast: {
    id: 'policy.keyRenewed.newVersionsLast',
    defaultMessage: 'New versions last {duration}.',
    description: 'ISO 8601, for example P90D',
  },
  newVersionsStay: { id: 'policy.keyRenewed.newVersionsStay', defaultMessage: 'New versions do not expire.' },
  expiryAndEncryption: {
    id: 'policy.keyExpiry.expiryAndEncryption',
    defaultMessage: 'The key expires on {expires}. If the environment is added now, its encryption can take until {encryptedBy}.',
  },
  tooSoon: {
    id: 'policy.keyExpiry.tooSoon',
    defaultMessage: 'The key {name} expires on {expires}, too soon: encryption can take until {encryptedBy}',
  },
  addAllTheSame: {
    id: 'policy.keyExpiry.addAllTheSame',
    defaultMessage: 'The key {name} expires on {expires}: add the environment all the same?',
  },
})
