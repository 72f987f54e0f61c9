import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  lifecycleServicesReadOnly: {
    id: 'environment.pitfall.lifecycleServicesReadOnly.heading',
    defaultMessage: 'Lifecycle Services is read-only for this environment',
  },
  lifecycleServicesReadOnlyText: {
    id: 'environment.pitfall.lifecycleServicesReadOnly.text',
    defaultMessage: 'It was migrated to the admin center, which can’t be undone. Find the name there. You add the key the same way.',
  },
  addressMissing: {
    id: 'environment.pitfall.addressMissing.heading',
    defaultMessage: 'The Finance and Operations URL is missing in the admin center',
  },
  addressMissingText: {
    id: 'environment.pitfall.addressMissing.text',
    defaultMessage: 'For a unified environment, it can be missing after installation. Edit the environment’s description once to show it.',
  },
})
