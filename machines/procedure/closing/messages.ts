import { defineMessages } from '../../messages/message.ts'

/** What the last page says by itself. */
export const closingMessages = {
  outcome: defineMessages({
    encrypted: { id: 'wizard.closing.encrypted', defaultMessage: 'The environment is encrypted with your key' },
    encryptedLead: {
      id: 'wizard.closing.encryptedLead',
      defaultMessage:
        'The environment itself says that it is linked to the policy and that you manage its key. This is what was verified and what was done.',
    },
    linked: { id: 'wizard.closing.linked', defaultMessage: 'The environment is linked to your policy' },
    linkedLead: {
      id: 'wizard.closing.linkedLead',
      defaultMessage:
        'The environment itself says so. It doesn’t say yet that you manage its key: check its encryption status in the admin center, or select Check again below later. This is what was verified and what was done.',
    },
  }),
  status: defineMessages({
    encrypted: {
      id: 'wizard.closing.status.encrypted',
      defaultMessage:
        'Everything that this policy encrypts is on your key. Nothing is left to do. What no policy encrypts stands under What the key covers.',
    },
    failed: {
      id: 'wizard.closing.status.failed',
      defaultMessage:
        'Some storage services are not on your key yet. Data and operation are not affected: what is not converted stays on the Microsoft-managed key. Add the environment to the policy again; it continues where it stopped. Do not revert. Ask Microsoft support if it fails once more.',
    },
    warning: {
      id: 'wizard.closing.status.warning',
      defaultMessage:
        'Your key is in use, and one service is still on the Microsoft-managed key, typically the flows of Power Automate. The admin center names the service. “Failed” in the environment’s history can be no more than this: compare the two before you add it again.',
    },
    openPolicy: {
      id: 'wizard.closing.status.openPolicy',
      defaultMessage: 'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy.',
    },
    lookAtStatus: {
      id: 'wizard.closing.status.lookAtStatus',
      defaultMessage: 'Check the encryption status under Environments with this policy.',
    },
  }),
  rows: defineMessages({
    vault: { id: 'wizard.closing.row.vault', defaultMessage: 'Key vault' },
    key: { id: 'wizard.closing.row.key', defaultMessage: 'Key' },
    notGiven: { id: 'wizard.closing.row.notGiven', defaultMessage: 'Not given' },
  }),
  keep: defineMessages({
    reach: { id: 'wizard.closing.keep.reach', defaultMessage: 'Keep the key within reach' },
    reachText: {
      id: 'wizard.closing.keep.reachText',
      defaultMessage:
        'Do not disable or delete the key, the vault or the policy, do not take the policy’s access away, and do not shut Microsoft’s services out of the vault. Every environment on the policy would go offline at once; a locked sandbox is deleted after 7 days, a production environment after 30.',
    },
    rotate: { id: 'wizard.closing.keep.rotate', defaultMessage: 'Rotate by a new version' },
    rotateText: {
      id: 'wizard.closing.keep.rotateText',
      defaultMessage:
        'Create a new version of the key: it is picked up within 24 hours without an outage. Keep the old version enabled for 30 days.',
    },
    dates: { id: 'wizard.closing.keep.dates', defaultMessage: 'Expiry and rotation of the key' },
    keyExpiring: {
      id: 'wizard.closing.keyExpiring',
      defaultMessage:
        'An expired key takes every environment on it offline at once. Set a rotation policy well before the expiry, and have the near-expiry event reach both administrators.',
    },
    keyWithoutExpiry: {
      id: 'wizard.closing.keyWithoutExpiry',
      defaultMessage:
        'If a version gets an expiry date, set a rotation policy with it, and have the near-expiry event reach both administrators.',
    },
    copies: { id: 'wizard.closing.keep.copies', defaultMessage: 'Restores and copies' },
    copiesText: {
      id: 'wizard.closing.keep.copiesText',
      defaultMessage: 'Restore only to this environment or to one on the same key; copy only onto one on the same key.',
    },
    twoPeople: { id: 'wizard.closing.keep.twoPeople', defaultMessage: 'Two people' },
    twoPeopleText: {
      id: 'wizard.closing.keep.twoPeopleText',
      defaultMessage: 'The owner of the key vault should not administer Power Platform as well.',
    },
  }),
}
