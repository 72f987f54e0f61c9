import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('environment.pitfall', {
  lifecycleServicesReadOnly: {
    heading: 'Lifecycle Services is read-only for this environment',
    text: 'It was migrated to the admin center, which can’t be undone. Find the name there. You add the key the same way.',
  },
  addressMissing: {
    heading: 'The Finance and Operations URL is missing in the admin center',
    text: 'For a unified environment, it can be missing after installation. Edit the environment’s description once to show it.',
  },
})
