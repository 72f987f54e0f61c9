import { defineMessages } from '../../machines/messages/message.ts'

/** Words of the team's store. */
export const team = defineMessages({
  title: { id: 'window.team.title', defaultMessage: 'Team store' },
  lead: {
    id: 'window.team.lead',
    defaultMessage:
      'Share your work with your team in a container of your own storage account. No sign-in, secret, or key is stored there.',
  },
  address: { id: 'window.team.address', defaultMessage: 'Container URL' },
  addressHint: {
    id: 'window.team.addressHint',
    defaultMessage: 'In the Azure portal: storage account > Containers > Container properties.',
  },
  tenant: { id: 'window.team.tenant', defaultMessage: 'Tenant of your team' },
  tenantHint: { id: 'window.team.tenantHint', defaultMessage: 'Domain or ID. Not a customer’s tenant.' },
  connect: { id: 'window.team.connect', defaultMessage: 'Sign in and connect' },
  asking: { id: 'window.team.asking', defaultMessage: 'Asking the team store…' },
  connecting: { id: 'window.team.connecting', defaultMessage: 'Continue in your browser.' },
  signIn: { id: 'window.team.signIn', defaultMessage: 'Sign in' },
  account: { id: 'window.team.account', defaultMessage: 'Storage account' },
  container: { id: 'window.team.container', defaultMessage: 'Container' },
  signedInAs: { id: 'window.team.signedInAs', defaultMessage: 'Signed in as' },
  protection: { id: 'window.team.protection', defaultMessage: 'Immutability' },
  policy: { id: 'window.team.policy', defaultMessage: 'A policy is set. Lines in the log can’t be edited or deleted while it applies.' },
  legalHold: { id: 'window.team.legalHold', defaultMessage: 'A legal hold is set. Nothing can be edited or deleted until it’s cleared.' },
  versions: { id: 'window.team.versions', defaultMessage: 'Supported for single versions. Check the policy in the Azure portal.' },
  noPolicy: {
    id: 'window.team.noPolicy',
    defaultMessage: 'No policy. Anyone who can write to the container could replace the log.',
  },
  test: { id: 'window.team.test', defaultMessage: 'Test connection' },
  works: { id: 'window.team.works', defaultMessage: 'The team store can be used.' },
  moveIn: {
    id: 'window.team.moveIn',
    defaultMessage: '{count, plural, one {Move # environment} other {Move # environments}} to the team store',
  },
  moveOut: { id: 'window.team.moveOut', defaultMessage: 'Move everything to this computer' },
  moved: {
    id: 'window.team.moved',
    defaultMessage:
      '{moved, plural, one {# environment moved.} other {# environments moved.}} {left, plural, =0 {} one {# stays: it’s open, already there, or damaged.} other {# stay: they’re open, already there, or damaged.}}',
  },
  leave: { id: 'window.team.leave', defaultMessage: 'Disconnect' },
  inStore: { id: 'window.team.inStore', defaultMessage: 'Team store' },
  openBy: { id: 'window.team.openBy', defaultMessage: 'Open: {user} on {host}' },
})
