import { defineMessages } from '#machines/messages/message.ts'

export const powerShellMessages = defineMessages('scripts.powerShell', {
  signIn: 'Sign in with: {azure}',
  signInToBoth: 'Sign in with: {azure}; and: {platform}',
  ownCloud: 'Connect-AzAccount, after Add-AzEnvironment for your cloud',
  ownPlatform: 'Add-PowerAppsAccount with the overrides for your cloud',
  show: 'Only shows what would change.',
  yes: 'Makes the changes without asking.',
  only: 'Does one environment, by its name or ID.',
  waits:
    'Wait times in seconds: until new access takes effect everywhere; between two checks; for Azure to prepare something; for an operation on the environment (4 days).',
})
