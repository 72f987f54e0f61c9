import { defineMessages } from '../../messages/message.ts'

export const closingMessages = {
  outcome: defineMessages('wizard.closing', {
    encrypted: 'The environment is encrypted with your key',
    encryptedLead: 'Never delete the key or its key vault: without them, the data is lost.',
    onePlatformReports:
      'Power Platform reports this. No service shows separately that finance and operations’ SQL databases and storage accounts are on your key.',
    encryptedLeadHsm: 'Never delete the key or its Managed HSM: without them, the data is lost.',
    linked: 'The environment is linked to your policy',
  }),
  status: defineMessages('wizard.closing.status', {
    encrypted:
      'Power Platform reports that everything this policy encrypts is on your key. There’s nothing left to do. See What the key covers for what no policy encrypts.',
    failed:
      'Some storage services aren’t on your key yet. Data and operation aren’t affected; what isn’t converted stays on the Microsoft-managed key. Add the environment to the policy again to continue. Don’t revert. If it fails again, ask Microsoft support.',
    warning:
      'Your key is in use. One service, typically Power Automate flows, is still on the Microsoft-managed key; the admin center names it. “Failed” in the environment’s history can mean just this. Compare both before you add it again.',
    openPolicy: 'In the Power Platform admin center, go to Security > Data and Privacy > Customer-managed encryption key > the policy.',
    lookAtStatus: 'Under Environments with this policy, check the encryption status.',
  }),
  rows: defineMessages('wizard.closing.row', {
    vault: 'Key vault',
    key: 'Key',
    notGiven: 'Not available',
    checked: 'Last checked {at, date, moment}',
  }),
  keep: defineMessages('wizard.closing.keep', {
    reach: 'Keep the key available',
    reachText:
      'Don’t disable or delete the key, key store, or policy, remove the policy’s access, or block Microsoft’s services. Otherwise, all its environments go offline at once. A locked sandbox is deleted after 7 days, a production environment after 30.',
    rotate: 'Rotate with a new version',
    rotateText:
      'Create a new version of the key. It takes effect within 24 hours, without downtime. Keep the old version enabled for 30 days.',
    dates: 'Key expiration and rotation',
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
    earlierKey: 'The earlier key (BYOK)',
    copies: 'Restores and copies',
    copiesText: 'Restore only to this environment or one on the same key. Copy only to an environment on the same key.',
    twoPeople: 'Two people',
    twoPeopleText: 'The owner of the key store shouldn’t also manage Power Platform.',
  }),
}
