import { defineMessages } from '../messages/message.ts'

export const messages = {
  ...defineMessages('signIn', {
    noAccess: 'Couldn’t access {service}: {title}',
  }),
  neither: defineMessages('signIn.neither', {
    title: 'Couldn’t access Azure or Power Platform',
    meaning: '{first}. {second}.',
  }),
  without: defineMessages('signIn.without', {
    'resource-manager': {
      id: 'signIn.without.resourceManager',
      defaultMessage: 'Without Azure Resource Manager, only someone else can check and do step 3.',
    },
    'key-vault': {
      id: 'signIn.without.keyVault',
      defaultMessage: 'Without Azure Key Vault, we can’t read or create the key in the key vault.',
    },
    'power-platform': {
      id: 'signIn.without.powerPlatform',
      defaultMessage: 'Without Power Platform, we can’t read environments or add one to the policy.',
    },
    dataverse: 'Without Dataverse, only the admin API shows whether finance and operations is linked.',
  }),
}
