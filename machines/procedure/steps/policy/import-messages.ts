import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  tierWhy: {
    id: 'policy.import.tier.why',
    defaultMessage: 'A key from your HSM, and the exchange key that encrypts it on the way, fit only in a key vault of the Premium tier.',
  },
  tierRemedy: {
    id: 'policy.import.tier.remedy',
    defaultMessage: 'Choose a Premium key vault, or ask the key vault administrator to create one. The wizard doesn’t create it.',
  },
  tierPremium: { id: 'policy.import.tier.premium', defaultMessage: 'The key vault {vault} takes HSM-protected keys' },
  tierOther: { id: 'policy.import.tier.other', defaultMessage: 'The key vault {vault} doesn’t take HSM-protected keys' },
  tierUnknown: { id: 'policy.import.tier.unknown', defaultMessage: 'Does the key vault {vault} take HSM-protected keys?' },
  tierMissing: { id: 'policy.import.tier.missing', defaultMessage: 'The Premium key vault {vault} for your HSM key doesn’t exist yet' },
  tierFound: { id: 'policy.import.tier.found', defaultMessage: 'Tier: {tier}.' },
  keyWhy: {
    id: 'policy.import.key.why',
    defaultMessage:
      'Microsoft asks for the HSM-protected key in the key vault before the policy is created. The key leaves your HSM only encrypted.',
  },
  keyRemedy: {
    id: 'policy.import.key.remedy',
    defaultMessage: 'Import the key by the manual steps, then check again. The policy is planned only when the key is there.',
  },
  keyManual1: {
    id: 'policy.import.key.manual1',
    defaultMessage: 'Create an exchange key (KEK) in the same key vault, with import as its only operation:',
  },
  keyManual2: { id: 'policy.import.key.manual2', defaultMessage: 'Note its ID (kid), and download its public part:' },
  keyManual3: {
    id: 'policy.import.key.manual3',
    defaultMessage:
      'On the computer at your HSM, use the vendor’s BYOK tool with the ID and the file. It wraps your RSA key of 2048 or 3072 bits into a .byok file.',
  },
  keyManual4: { id: 'policy.import.key.manual4', defaultMessage: 'Import that file, from a network that the key vault allows:' },
  keyMissing: { id: 'policy.import.key.missing', defaultMessage: 'Import the key {key} before the policy is created' },
  keyMissingBehind: {
    id: 'policy.import.key.missingBehind',
    defaultMessage: 'The policy {policy} was created before its key: import the key {key}',
  },
  keyInSoftware: { id: 'policy.import.key.inSoftware', defaultMessage: 'The key {key} isn’t protected by an HSM' },
  keyInSoftwareRemedy: {
    id: 'policy.import.key.inSoftwareRemedy',
    defaultMessage: 'A key of this name was created in the vault. Import yours under another name, and choose that name.',
  },
  keyExportable: { id: 'policy.import.key.exportable', defaultMessage: 'The key {key} can leave the key vault again' },
  keyExportableRemedy: {
    id: 'policy.import.key.exportableRemedy',
    defaultMessage: 'Import it again under another name, without a release policy and not exportable.',
  },
  keyThere: { id: 'policy.import.key.there', defaultMessage: 'The key {key} is HSM-protected and stays in the key vault' },
  keyThereSeen: {
    id: 'policy.import.key.thereSeen',
    defaultMessage: '{type}. Key Vault doesn’t say whether a key was imported or created there.',
  },
  keyAbsentSeen: { id: 'policy.import.key.absentSeen', defaultMessage: 'No key {key} in {vault}.' },
  keyFound: {
    id: 'policy.import.key.found',
    defaultMessage:
      'Type: {type}. Exportable: {exportable, select, yes {yes} other {no}}. Release policy: {released, select, yes {yes} other {no}}.',
  },
})
