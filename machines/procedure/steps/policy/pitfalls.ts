import type { Pitfall } from '../../../engine/step/guide.ts'

export const policyPitfalls: readonly Pitfall[] = [
  {
    id: 'F-501',
    heading: 'The template editor does not take the text',
    text: 'By hand, every placeholder has to be replaced and every value to stand in double quotes. The scripts that the wizard writes are complete.',
    source: 'power-platform-keys',
  },
  {
    id: 'F-605',
    heading: 'The vault is switched from access policies to roles',
    text: 'From that moment its access policies count for nothing, and every environment on the key goes offline. Give the role first, then switch.',
    source: 'vault-roles',
  },
  {
    id: 'F-606',
    heading: 'Environments stay locked after a vault was recovered',
    text: 'Roles on a vault are lost when it is deleted and do not come back with it. Give them again, then re-enable each environment.',
    source: 'soft-delete',
  },
]
