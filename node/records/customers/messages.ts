import { defineMessages } from '#machines/messages/message.ts'

export const messages = defineMessages('records.customers', {
  files: 'Customer list',
  notJson: '{file} isn’t a customer list: it isn’t complete JSON.',
  notRead: '{file} isn’t a customer list. {why}',
  noVersion: '{file} isn’t a customer list: it has no version.',
  newer: '{file} is of version {version}. This version of the wizard knows {known}. Update the wizard to open it.',
  otherAt: '{file} isn’t a valid customer list: see {place}.',
  twice: '{file} has tenant {tenant} twice.',
  damaged: 'Couldn’t read your customer list. Its names and groups aren’t shown. Changing one keeps the old file as {file}.',
  damagedChecks: 'Couldn’t read the results of your last checks, so they aren’t shown. The next check keeps the old file as {file}.',
  damagedDirectories:
    'Couldn’t read the list of environments from your last sign-ins, so they aren’t shown. The next sign-in keeps the old file as {file}.',
  newerList:
    'A newer version of the wizard saved your customer list. Its names and groups aren’t shown. Changing one keeps that file as {file}.',
  newerChecks:
    'A newer version of the wizard saved the results of your last checks, so they aren’t shown. The next check keeps that file as {file}.',
  newerDirectories:
    'A newer version of the wizard saved the list of environments from your last sign-ins, so they aren’t shown. The next sign-in keeps that file as {file}.',
  notSaved: 'Couldn’t save the customer list ({error}).',
})
