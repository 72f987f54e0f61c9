import type { Guide } from '../../../engine/step/guide.ts'

export const rotateGuide: Guide = {
  title: 'Rotate the key',
  outcome: 'The key is rotated; keep the version before it',
  what: 'Add a new version to the key. Every environment on the policy goes over to it by itself.',
  why: 'This is the way to renew a key: nobody is cut off, and nothing has to be done in Power Platform.',
  whySections: [
    {
      heading: 'Why not another key?',
      text: 'Another key means another policy: the environment is removed from the old one and added to the new one, with an outage each time. A new version of the same key means none.',
    },
    {
      heading: 'How long does it take?',
      text: 'Up to 24 hours in the background. Until then, and for some time after, both versions are needed.',
    },
    {
      heading: 'How long is the old version kept?',
      text: 'Enabled for at least 28 days, as Microsoft’s article says; it speaks of 30 days elsewhere, so this wizard counts 30. Disabled earlier, it takes every environment on the key offline.',
    },
    {
      heading: 'What of the next rotation?',
      text: 'The wizard plans none while the version before is still to be kept. A key that has become known to others is renewed at once, by hand: each older version then has its own 30 days.',
    },
  ],
  byHand: [
    {
      heading: 'New version',
      clicks: [
        'In the Azure portal, open the vault, Keys, the key.',
        'Select New Version, keep RSA and the size, leave Enabled at Yes, create.',
        'Come back here and check again: the wizard counts the day and the 30 days.',
      ],
      link: 'azure-vault',
    },
    {
      heading: 'Rotation by itself',
      clicks: [
        'On the key, open Rotation policy.',
        'Turn on automatic rotation and set it well before any expiry, with a notification that reaches both administrators.',
      ],
      link: 'azure-vault',
    },
  ],
  whileYouWait: [
    {
      heading: 'Do not',
      text: 'Do not disable or delete any version of the key, and do not change the vault or its access.',
    },
    { heading: 'Nobody is cut off', text: 'The environment stays open. You need not do anything in the admin center.', during: 'rotation' },
  ],
  pitfalls: [],
  contradictions: ['hold-of-the-old-key'],
  waits: ['rotation', 'old-version'],
  sources: ['power-platform-keys', 'vault-roles', 'lock-unlock'],
}
