import { defineMessages } from '#machines/messages/message.ts'

export const removal = defineMessages('window.removal', {
  open: 'Remove what was created…',
  title: 'Remove what was created',
  lead: 'The wizard deletes nothing. It reads what it created for this environment and what depends on it, and lists what you can delete in the Azure portal or with the script.',
  reading: 'Reading what was created and what depends on it…',
  again: 'Read again',
  none: 'This wizard’s record of this environment says nothing that it created.',
  toRemove: 'Can be removed, in this order',
  nothing: 'Nothing can be removed now. Below is why.',
  happens: 'What happens',
  back: 'Way back',
  byHand: 'How',
  source: 'Source',
  stays: 'Stays',
  gone: 'Already gone',
  ask: 'Ask first: no service says this',
  askBackups: 'Did any environment leave the policy in the last 30 days? Its backups need the key.',
  askPolicies: 'Does a policy in a subscription that this account can’t see use the key?',
  script: 'Script for Azure CLI',
  scriptWhat:
    'It shows what it would delete, asks you to type a name, and stops at anything that wasn’t there now. It works for a day. Run it with --show first.',
  noScript: 'There is no script for this: delete it in the portal.',
  save: 'Save script',
  saved: 'Saved as {name}.',
})
