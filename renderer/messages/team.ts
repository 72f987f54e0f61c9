import { defineMessages } from '#machines/messages/message.ts'

export const team = defineMessages('window.team', {
  title: 'Team store',
  lead: 'Share your work with your team in a container of your own storage account. No sign-in, secret, or key is stored there.',
  address: 'Container URL',
  addressHint: 'In the Azure portal: storage account > Containers > Container properties.',
  tenant: 'Tenant of your team',
  tenantHint: 'Domain or ID. Not a customer’s tenant.',
  connect: 'Sign in and connect',
  asking: 'Asking the team store…',
  connecting: 'Continue in your browser.',
  signIn: 'Sign in',
  account: 'Storage account',
  container: 'Container',
  signedInAs: 'Signed in as',
  protection: 'Immutability',
  policy: 'A policy is set. Lines in the log can’t be edited or deleted while it applies.',
  legalHold: 'A legal hold is set. Nothing can be edited or deleted until it’s cleared.',
  versions: 'Supported for single versions. Check the policy in the Azure portal.',
  noPolicy: 'No policy. Anyone who can write to the container could replace the log.',
  test: 'Test connection',
  works: 'The team store can be used.',
  moveIn: '{count, plural, one {Move # environment} other {Move # environments}} to the team store',
  moveOut: 'Move everything to this computer',
  moved: '{moved, plural, =0 {No environment moved.} one {# environment moved.} other {# environments moved.}}',
  repair: 'Repair the team store',
  repairNote:
    'Writes team-store.json into the container again. Nothing is deleted or replaced. What only this computer has is added when you open an environment.',
  adopt: 'Use this store from now on',
  adoptNote:
    'Writes nothing now. What this computer has of the earlier store stays on your list, and is added to this one when you open an environment.',
  leave: 'Disconnect',
  inStore: 'Team store',
  openBy: 'Open: {user} on {host}',
})

/** Why some environments stay behind when the others move. */
export const teamStays = defineMessages('window.team.stays', {
  open: '{count, plural, one {# stays: it’s open.} other {# stay: they’re open.}}',
  there: '{count, plural, one {# stays: another record of it is there.} other {# stay: other records of them are there.}}',
  damaged: '{count, plural, one {# stays: it’s damaged.} other {# stay: they’re damaged.}}',
  waiting:
    '{count, plural, one {# stays: its last lines aren’t in the team store yet.} other {# stay: their last lines aren’t in the team store yet.}}',
  protected:
    '{count, plural, one {# was copied to this computer and stays in the store: its policy allows no deletion.} other {# were copied to this computer and stay in the store: its policy allows no deletion.}}',
})
