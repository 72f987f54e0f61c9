import { defineMessages } from '../../machines/messages/message.ts'

export const powerShellMessages = defineMessages({
  signIn: { id: 'scripts.powerShell.signIn', defaultMessage: 'Sign in with: {azure}' },
  signInToBoth: { id: 'scripts.powerShell.signInToBoth', defaultMessage: 'Sign in with: {azure}; and: {platform}' },
  ownCloud: { id: 'scripts.powerShell.ownCloud', defaultMessage: 'Connect-AzAccount, after Add-AzEnvironment for your cloud' },
  ownPlatform: {
    id: 'scripts.powerShell.ownPlatform',
    defaultMessage: 'Add-PowerAppsAccount with the overrides for your cloud',
  },
  show: { id: 'scripts.powerShell.show', defaultMessage: 'Only shows what would change.' },
  yes: { id: 'scripts.powerShell.yes', defaultMessage: 'Makes the changes without asking.' },
  only: { id: 'scripts.powerShell.only', defaultMessage: 'Does one environment, by its name or ID.' },
  waits: {
    id: 'scripts.powerShell.waits',
    defaultMessage:
      'Wait times in seconds: until new access takes effect everywhere; between two checks; for Azure to prepare something; for an operation on the environment (4 days).',
  },
})
