import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  lifecycleServicesReadOnly: {
    id: 'environment.pitfall.lifecycleServicesReadOnly.heading',
    defaultMessage: 'Lifecycle Services is read-only for this environment',
  },
  lifecycleServicesReadOnlyText: {
    id: 'environment.pitfall.lifecycleServicesReadOnly.text',
    defaultMessage: 'It has been migrated to the admin center, which is one-way. Read the name there; the key is put on in the same way.',
  },
  addressMissing: {
    id: 'environment.pitfall.addressMissing.heading',
    defaultMessage: 'The Finance and Operations URL is missing in the admin center',
  },
  addressMissingText: {
    id: 'environment.pitfall.addressMissing.text',
    defaultMessage:
      'For a unified environment it can stay away after the installation. Edit the description of the environment once: that brings it up.',
  },
})
