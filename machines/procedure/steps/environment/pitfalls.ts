import type { Pitfall } from '../../guide.ts'

export const environmentPitfalls: readonly Pitfall[] = [
  {
    id: 'F-010',
    heading: 'Lifecycle Services is read-only for this environment',
    text: 'It has been migrated to the admin center, which is one-way. Read the name there; the key is put on in the same way.',
    source: 'lifecycle-services-migration',
  },
  {
    id: 'F-203',
    heading: 'The Finance and Operations URL is missing in the admin center',
    text: 'For a unified environment it can stay away after the installation. Edit the description of the environment once: that brings it up.',
    source: 'provisioning-app',
  },
]
