import { CHOOSE_POLICY } from '../../choosing.ts'
import type { Guide } from '../../guide.ts'
import { membershipPitfalls } from './pitfalls.ts'

export const membershipGuide: Guide = {
  title: 'Add the environment to the policy',
  outcome: 'The environment is in the policy',
  what: 'Add the noted environment to the policy and follow the encryption to its end.',
  why: 'From here on Microsoft encrypts the environment’s data with your key. The environment is switched off for part of that time.',
  whySections: [
    {
      heading: 'Is there an outage?',
      text: 'Yes. The environment is disabled while it is added and may come back before the operation has ended. In all it can take up to four days. Plan for users to be out for the whole time.',
    },
    {
      heading: 'What if it fails?',
      text: 'Data that is not converted yet stays on the Microsoft-managed key and is safe. Add the environment again: it continues where it stopped. Do not revert.',
    },
    {
      heading: 'What changes with a Managed Environment?',
      text: 'Every app, flow, bot and site in it then needs a premium or Dynamics 365 licence. Copies and restores need the same setting on both sides.',
    },
    {
      heading: 'How is success proved?',
      text: 'Not by the operation alone: the step is done when the environment itself says it is linked to this policy.',
    },
  ],
  byHand: [
    {
      heading: 'Managed Environment',
      clicks: ['In the admin center, open Manage, Environments, the environment.', 'Select Enable Managed Environments, then Enable.'],
      link: 'admin-center-environment',
    },
    {
      heading: 'Add the environment',
      clicks: [
        'In the admin center, open Security, Data and Privacy, Customer-managed encryption key.',
        'Open the policy, select Edit, then Add environments.',
        'Choose the environment, Continue, Save, Confirm.',
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
    {
      heading: 'If it says Failed',
      text: 'Data not yet converted stays on Microsoft’s key and is safe. Run this step again; it continues where it stopped. Do not revert.',
    },
    {
      heading: 'If it says Warning',
      text: 'The key is in use, but one service, usually Power Automate, is still on Microsoft’s key. The admin center names it.',
    },
  ],
  waits: ['encryption', 'rotation', 're-enable', 'old-version', 'old-key'],
  pitfalls: membershipPitfalls,
  contradictions: ['failed-status', 'existing-flows', 'roles', 'hold-of-the-old-key'],
  sources: [
    'power-platform-keys',
    'managed-environment',
    'managed-environment-licensing',
    'lock-unlock',
    'finance-and-operations-keys',
    'enterprise-policy-scripts',
    'terraform-provider',
  ],
  parts: [
    { part: 'managed', title: 'Managed Environment', proof: ['managed-environment'] },
    { part: 'link', title: 'Policy and environment', proof: ['linked-to-policy'] },
  ],
  choice: CHOOSE_POLICY,
}
