import type { Guide } from '../../../engine/step/guide.ts'

export const revertGuide: Guide = {
  title: 'Go back to the Microsoft-managed key',
  outcome: 'The environment is back on the Microsoft-managed key',
  what: 'Remove the environment from its policy and follow the operation to its end.',
  why: 'From then on Microsoft manages the key again. The environment is switched off meanwhile, and your key is needed for 30 days more.',
  whySections: [
    {
      heading: 'Is there an outage?',
      text: 'Yes. The environment is disabled while it is removed from the policy. No document says how long that takes; plan for as long as adding it took, which can be four days.',
    },
    {
      heading: 'Is this the right way to renew a key?',
      text: 'No. A new version of the key renews it without an outage. Going back and adding the environment again means two outages.',
    },
    {
      heading: 'May the key be deleted afterwards?',
      text: 'Not for 30 days. Restores of backups from before need the key, the vault and the policy’s access to it.',
    },
    {
      heading: 'What if adding it failed?',
      text: 'Do not go back because of a failed addition. Add the environment again: it continues where it stopped, and what is not converted is safe on the Microsoft-managed key.',
    },
  ],
  byHand: [
    {
      heading: 'Remove the environment',
      clicks: [
        'In the admin center, open Policies, Enterprise policies, the policy, Edit policy.',
        'Select Remove environment, choose the environment, Continue, Save.',
        'Come back here and check again: the wizard follows the operation.',
      ],
      link: 'admin-center',
    },
  ],
  whileYouWait: [
    {
      heading: 'Do not',
      text: 'Do not change the key, the vault, its firewall or its access, and do not start another operation on this environment.',
    },
  ],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['old-key'],
  sources: ['power-platform-keys', 'lock-unlock', 'terraform-provider', 'enterprise-policy-scripts'],
}
