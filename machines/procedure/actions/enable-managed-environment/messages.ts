import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.enableManagedEnvironment', {
  why: {
    id: 'scripts.reason.enableManagedEnvironment',
    defaultMessage: 'Only a Managed Environment can be added to an encryption policy.',
  },
  title: 'Make {environmentName} a Managed Environment',
  before: 'Not managed (Basic)',
  after:
    'Managed (Standard) with default settings. Every app, flow, and site in it then needs a license with premium usage rights, such as Power Apps Premium or Dynamics 365 Finance',
  undo: 'Yes, while no managed feature is in use',
  f801Meaning: 'The account can’t enable Managed Environments. Environment Admin and Delegated Admin aren’t enough.',
  f801Remedy: 'Ask for Power Platform Administrator or Dynamics 365 Administrator, sign in again, then check again.',
  waitTitle: 'Microsoft is enabling Managed Environments',
})
