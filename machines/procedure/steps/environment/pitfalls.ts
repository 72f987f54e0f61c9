import { defineMessages } from '#machines/messages/message.ts'
import type { Pitfall } from '../../guide.ts'

const messages = defineMessages('environment.pitfall', {
  lifecycleServicesReadOnly: {
    heading: 'Lifecycle Services is read-only for this environment',
    text: 'It was migrated to the admin center, which can’t be undone. Find the name there. You add the key the same way.',
  },
  addressMissing: {
    heading: 'The Finance and Operations URL is missing in the admin center',
    text: 'For a unified environment, it can be missing after installation. Edit the environment’s description once to show it.',
  },
})

export const environmentPitfalls: readonly Pitfall[] = [
  { id: 'F-010', ...messages.lifecycleServicesReadOnly, source: 'lifecycle-services-migration' },
  { id: 'F-203', ...messages.addressMissing, source: 'provisioning-app' },
]
