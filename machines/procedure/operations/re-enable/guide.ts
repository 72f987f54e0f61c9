import type { Guide } from '../../../engine/step/guide.ts'

export const reEnableGuide: Guide = {
  title: 'Re-enable after a lock',
  outcome: 'The environment is on, and the service can use its key',
  what: 'Restore the access to the key, then re-enable the environment in the admin center.',
  why: 'Without its key an environment is switched off for everybody, and is deleted after 7 or 30 days.',
  whySections: [
    {
      heading: 'How much time is there?',
      text: 'A locked sandbox is deleted after 7 days, a locked production environment after 30, and nothing brings it back. No service names the day of the lock: count from when users were cut off.',
    },
    {
      heading: 'Which environments are concerned?',
      text: 'All on the same policy: they were locked together. Each is re-enabled by itself.',
    },
    {
      heading: 'Why does the wizard not re-enable it?',
      text: 'Microsoft documents a button for it and no interface for programs. The wizard restores what it can, and sees when the environment is on again.',
    },
    {
      heading: 'What does not help?',
      text: 'A new version of the key, another policy or a restore. A locked environment can be neither restored nor copied; it needs the key it is encrypted with.',
    },
  ],
  byHand: [
    {
      heading: 'Bring back the key',
      clicks: [
        'A deleted vault: in the Azure portal, Key vaults, Manage deleted vaults, recover it.',
        'A deleted key: in the vault, Keys, Manage deleted keys, recover it. A disabled key or version: open it, Enabled, Yes, save.',
        'A closed vault: in the vault, Networking, allow trusted Microsoft services, save.',
      ],
      link: 'azure-vault',
    },
    {
      heading: 'Re-enable the environment',
      clicks: [
        'In the admin center, open Manage, Environments, the environment, Re-enable environment. The button is labelled preview.',
        'Wait up to five minutes, then check again here. Go on with the next environment of the policy only then.',
      ],
      link: 'admin-center-environment',
    },
  ],
  whileYouWait: [
    {
      heading: 'Do not',
      text: 'Do not remove the environment from its policy and do not delete the policy: both need the key that was lost.',
    },
  ],
  pitfalls: [],
  contradictions: [],
  waits: ['role-assignment', 're-enable'],
  sources: ['lock-unlock', 'power-platform-keys'],
}
