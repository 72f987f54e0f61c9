import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages({
  why: {
    id: 'scripts.reason.registerProvider',
    defaultMessage: 'A subscription accepts enterprise policies only with this resource provider. Registration takes minutes.',
  },
  title: { id: 'action.registerProvider.title', defaultMessage: 'Register Microsoft.PowerPlatform in the subscription' },
  before: { id: 'action.registerProvider.before', defaultMessage: 'Not registered' },
  after: { id: 'action.registerProvider.after', defaultMessage: 'Registered' },
  undo: { id: 'action.registerProvider.undo', defaultMessage: 'Yes, while no policy exists' },
  f302Meaning: {
    id: 'action.registerProvider.f302Meaning',
    defaultMessage: 'The account has no right to register providers in the subscription.',
  },
  f302Remedy: {
    id: 'action.registerProvider.f302Remedy',
    defaultMessage: 'Ask an Owner or Contributor of the subscription to register Microsoft.PowerPlatform, then check again.',
  },
  waitTitle: { id: 'action.registerProvider.waitTitle', defaultMessage: 'Azure is registering the provider' },
  registering: { id: 'action.registerProvider.registering', defaultMessage: 'Registering' },
})
