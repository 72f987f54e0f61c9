import type { Guide } from '../../../engine/step/guide.ts'

export const changeGuide: Guide = {
  title: 'Change to another policy',
  outcome: 'The environment is on the key of the new policy; keep the old one',
  what: 'Let the new policy use the old key too, remove the environment from the old policy, and add it to the new one.',
  why: 'This puts the environment on another key, with two outages. To renew the key, rotate it instead: that cuts nobody off.',
  whySections: [
    {
      heading: 'Why two outages?',
      text: 'The environment first goes back to the Microsoft-managed key and then to the new one. It is switched off each time, for up to four days for the addition; for the removal no document gives a time.',
    },
    {
      heading: 'Why does the new policy need the old key?',
      text: 'Backups from before were made under the old key. Since 2025 Microsoft’s article asks to give the new policy access to the old key and vault as well.',
    },
    {
      heading: 'Where does the new policy come from?',
      text: 'It exists already: made here in step 3 under another name, or by hand. It must be an encryption policy of the same geography, in the subscription of the old one.',
    },
    {
      heading: 'May the old key be deleted afterwards?',
      text: 'Not for 30 days. Restores of backups from before need the old key, its vault and the access of both policies.',
    },
  ],
  byHand: [
    {
      heading: 'Let the new policy use the old key',
      clicks: [
        'In the Azure portal, open the old vault, Access control (IAM), Add role assignment.',
        'Select Key Vault Crypto Service Encryption User, assign it to the new enterprise policy, review and assign.',
      ],
      link: 'azure-vault',
    },
    {
      heading: 'Change the policy',
      clicks: [
        'In the admin center, open Policies, Enterprise policies, the old policy, Edit policy. Select Remove environment, choose it, Continue, Save. Wait until it has ended.',
        'Open the new policy, Edit policy. Select Add environments, choose it, Continue, Save.',
        'Come back here and check again after each: the wizard follows the operation.',
      ],
      link: 'admin-center',
    },
  ],
  whileYouWait: [
    {
      heading: 'Do not',
      text: 'Do not change either key, vault, firewall or access, and do not start another operation on this environment.',
    },
  ],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['role-assignment', 'encryption', 'old-key'],
  sources: ['power-platform-keys', 'lock-unlock', 'terraform-provider'],
}
