import { defineMessages } from '../../../messages/message.ts'

export const messages = defineMessages('action.registerProvider', {
  why: {
    id: 'scripts.reason.registerProvider',
    defaultMessage:
      'A subscription accepts enterprise policies and key vaults only with their resource provider. Registration takes minutes.',
  },
  title: 'Register Microsoft.PowerPlatform in the subscription',
  titleOf: 'Register {provider} in the subscription',
  before: 'Not registered',
  after: 'Registered',
  undo: 'Yes, while no policy exists',
  undoKeyVault: 'Yes, while no key vault exists',
  f302Meaning: 'The account has no right to register providers in the subscription.',
  f302Remedy: 'Ask an Owner or Contributor of the subscription to register the resource provider, then check again.',
  waitTitle: 'Azure is registering the provider',
  registering: 'Registering',
})
