import { defineMessages } from '../messages/message.ts'

/** What a refused sign-in means as a whole. */
export const messages = {
  ...defineMessages({
    noAccess: { id: 'signIn.noAccess', defaultMessage: 'Couldn’t access {service}: {title}' },
  }),
  neither: defineMessages({
    title: { id: 'signIn.neither.title', defaultMessage: 'Couldn’t access Azure or Power Platform' },
    meaning: { id: 'signIn.neither.meaning', defaultMessage: '{first}. {second}.' },
  }),
  /** What does not work without a service's token. */
  without: defineMessages({
    'resource-manager': {
      id: 'signIn.without.resourceManager',
      defaultMessage: 'Without Azure Resource Manager, step 3 can be read and done only by someone else.',
    },
    'key-vault': {
      id: 'signIn.without.keyVault',
      defaultMessage: 'Without Azure Key Vault, the key in the vault can be neither read nor created.',
    },
    'power-platform': {
      id: 'signIn.without.powerPlatform',
      defaultMessage: 'Without Power Platform, no environment can be read or added to the policy.',
    },
    dataverse: {
      id: 'signIn.without.dataverse',
      defaultMessage: 'Without Dataverse, only the admin API tells whether finance and operations is linked.',
    },
  }),
}
