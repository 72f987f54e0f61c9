import { defineMessages } from '../../messages/message.ts'

/** What the last page says by itself. */
export const closingMessages = {
  outcome: defineMessages({
    encrypted: { id: 'wizard.closing.encrypted', defaultMessage: 'The environment is encrypted with your key' },
    encryptedLead: {
      id: 'wizard.closing.encryptedLead',
      defaultMessage:
        'The environment is linked to the policy, and you manage its key. Never delete the key or its key vault: without them, the data is lost.',
    },
    encryptedLeadHsm: {
      id: 'wizard.closing.encryptedLeadHsm',
      defaultMessage:
        'The environment is linked to the policy, and you manage its key. Never delete the key or its Managed HSM: without them, the data is lost.',
    },
    linked: { id: 'wizard.closing.linked', defaultMessage: 'The environment is linked to your policy' },
    linkedLead: {
      id: 'wizard.closing.linkedLead',
      defaultMessage:
        'The environment doesn’t say yet that you manage its key. Check its encryption status in the admin center, or select Check again below later. Here’s what was verified and what was done.',
    },
  }),
  status: defineMessages({
    encrypted: {
      id: 'wizard.closing.status.encrypted',
      defaultMessage:
        'Everything that this policy encrypts is on your key. There’s nothing left to do. See What the key covers for what no policy encrypts.',
    },
    failed: {
      id: 'wizard.closing.status.failed',
      defaultMessage:
        'Some storage services aren’t on your key yet. Data and operation aren’t affected; what isn’t converted stays on the Microsoft-managed key. Add the environment to the policy again to continue. Don’t revert. If it fails again, ask Microsoft support.',
    },
    warning: {
      id: 'wizard.closing.status.warning',
      defaultMessage:
        'Your key is in use. One service, typically Power Automate flows, is still on the Microsoft-managed key; the admin center names it. “Failed” in the environment’s history can mean just this. Compare both before you add it again.',
    },
    openPolicy: {
      id: 'wizard.closing.status.openPolicy',
      defaultMessage:
        'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy.',
    },
    lookAtStatus: {
      id: 'wizard.closing.status.lookAtStatus',
      defaultMessage: 'Under Environments with this policy, check the encryption status.',
    },
  }),
  rows: defineMessages({
    vault: { id: 'wizard.closing.row.vault', defaultMessage: 'Key vault' },
    key: { id: 'wizard.closing.row.key', defaultMessage: 'Key' },
    notGiven: { id: 'wizard.closing.row.notGiven', defaultMessage: 'Not available' },
    checked: { id: 'wizard.closing.row.checked', defaultMessage: 'Last checked {at, date, moment}' },
  }),
  keep: defineMessages({
    reach: { id: 'wizard.closing.keep.reach', defaultMessage: 'Keep the key available' },
    reachText: {
      id: 'wizard.closing.keep.reachText',
      defaultMessage:
        'Don’t disable or delete the key, key store, or policy, remove the policy’s access, or block Microsoft’s services. Otherwise, all its environments go offline at once. A locked sandbox is deleted after 7 days, a production environment after 30.',
    },
    rotate: { id: 'wizard.closing.keep.rotate', defaultMessage: 'Rotate with a new version' },
    rotateText: {
      id: 'wizard.closing.keep.rotateText',
      defaultMessage:
        'Create a new version of the key. It takes effect within 24 hours, without downtime. Keep the old version enabled for 30 days.',
    },
    dates: { id: 'wizard.closing.keep.dates', defaultMessage: 'Key expiration and rotation' },
    keyExpiring: {
      id: 'wizard.closing.keyExpiring',
      defaultMessage:
        'An expired key takes all its environments offline at once. Set a rotation policy well before the expiration date, and send the near-expiry event to both administrators.',
    },
    keyWithoutExpiry: {
      id: 'wizard.closing.keyWithoutExpiry',
      defaultMessage:
        'If a version gets an expiration date, set a rotation policy too, and send the near-expiry event to both administrators.',
    },
    earlierKey: { id: 'wizard.closing.keep.earlierKey', defaultMessage: 'The earlier key (BYOK)' },
    copies: { id: 'wizard.closing.keep.copies', defaultMessage: 'Restores and copies' },
    copiesText: {
      id: 'wizard.closing.keep.copiesText',
      defaultMessage: 'Restore only to this environment or one on the same key. Copy only to an environment on the same key.',
    },
    twoPeople: { id: 'wizard.closing.keep.twoPeople', defaultMessage: 'Two people' },
    twoPeopleText: {
      id: 'wizard.closing.keep.twoPeopleText',
      defaultMessage: 'The owner of the key store shouldn’t also manage Power Platform.',
    },
  }),
}
