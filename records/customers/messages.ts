import { defineMessages } from '../../machines/messages/message.ts'

export const messages = defineMessages({
  files: { id: 'records.customers.files', defaultMessage: 'Customer list' },
  notJson: { id: 'records.customers.notJson', defaultMessage: '{file} isn’t a customer list: it isn’t complete JSON.' },
  noVersion: { id: 'records.customers.noVersion', defaultMessage: '{file} isn’t a customer list: it has no version.' },
  newer: {
    id: 'records.customers.newer',
    defaultMessage: '{file} is of version {version}. This version of the wizard knows {known}. Update the wizard to open it.',
  },
  otherAt: { id: 'records.customers.otherAt', defaultMessage: '{file} isn’t a valid customer list: see {place}.' },
  twice: { id: 'records.customers.twice', defaultMessage: '{file} has tenant {tenant} twice.' },
  damaged: {
    id: 'records.customers.damaged',
    defaultMessage: 'Couldn’t read your customer list. Its names and groups aren’t shown. Changing one keeps the old file as {file}.',
  },
  notSaved: { id: 'records.customers.notSaved', defaultMessage: 'Couldn’t save the customer list ({error}).' },
})
