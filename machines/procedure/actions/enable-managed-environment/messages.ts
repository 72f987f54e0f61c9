import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.enableManagedEnvironment',
    defaultMessage: 'Only a Managed Environment can be added to an encryption policy.',
  },
  title: { id: 'action.enableManagedEnvironment.title', defaultMessage: 'Make {environmentName} a Managed Environment' },
  before: { id: 'action.enableManagedEnvironment.before', defaultMessage: 'Not managed (Basic)' },
  after: {
    id: 'action.enableManagedEnvironment.after',
    defaultMessage:
      'Managed (Standard) with default settings. Every app, flow, and site in it then needs a premium or Dynamics 365 license',
  },
  undo: { id: 'action.enableManagedEnvironment.undo', defaultMessage: 'Yes, while no managed feature is in use' },
  f801Meaning: {
    id: 'action.enableManagedEnvironment.f801Meaning',
    defaultMessage: 'The account can’t enable Managed Environments. Environment Admin and Delegated Admin aren’t enough.',
  },
  f801Remedy: {
    id: 'action.enableManagedEnvironment.f801Remedy',
    defaultMessage: 'Ask for Power Platform Administrator or Dynamics 365 Administrator, sign in again, then check again.',
  },
  waitTitle: { id: 'action.enableManagedEnvironment.waitTitle', defaultMessage: 'Microsoft is enabling Managed Environments' },
})
