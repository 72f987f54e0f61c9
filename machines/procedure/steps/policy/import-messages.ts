import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('policy.import', {
  tier: {
    why: 'A key from your HSM, and the exchange key that encrypts it on the way, fit only in a key vault of the Premium tier.',
    remedy: 'Choose a Premium key vault, or ask the key vault administrator to create one. The wizard doesn’t create it.',
    premium: 'The key vault {vault} takes HSM-protected keys',
    other: 'The key vault {vault} doesn’t take HSM-protected keys',
    unknown: 'Does the key vault {vault} take HSM-protected keys?',
    missing: 'The Premium key vault {vault} for your HSM key doesn’t exist yet',
    found: 'Tier: {tier}.',
  },
  key: {
    why: 'Microsoft asks for the HSM-protected key in the key vault before the policy is created. The key leaves your HSM only encrypted.',
    remedy: 'Import the key by the manual steps, then check again. The policy is planned only when the key is there.',
    manual1: 'Create an exchange key (KEK) in the same key vault, with import as its only operation:',
    manual2: 'Note its ID (kid), and download its public part:',
    manual3:
      'On the computer at your HSM, use the vendor’s BYOK tool with the ID and the file. It wraps your RSA key of 2048 or 3072 bits into a .byok file.',
    manual4: 'Import that file, from a network that the key vault allows:',
    missing: 'Import the key {key} before the policy is created',
    missingBehind: 'The policy {policy} was created before its key: import the key {key}',
    inSoftware: 'The key {key} isn’t protected by an HSM',
    inSoftwareRemedy: 'A key of this name was created in the vault. Import yours under another name, and choose that name.',
    exportable: 'The key {key} can leave the key vault again',
    exportableUnsaid: 'Can the key {key} leave the key vault again? Key Vault doesn’t say',
    exportableUnsaidRemedy:
      'Check again. If it still isn’t said, ask the person who imported the key, then confirm that it isn’t exportable.',
    exportableRemedy: 'Import it again under another name, without a release policy and not exportable.',
    there: 'The key {key} is HSM-protected and stays in the key vault',
    thereSeen: '{type}. Key Vault doesn’t say whether a key was imported or created there.',
    absentSeen: 'No key {key} in {vault}.',
    found:
      'Type: {type}. Exportable: {exportable, select, yes {yes} no {no} other {not given}}. Release policy: {released, select, yes {yes} other {no}}.',
  },
})
