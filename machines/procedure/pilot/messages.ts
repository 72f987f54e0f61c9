import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('pilot', {
  hasChosen: 'Has its own choices, which stay',
  otherTenant: 'Another tenant: choose its subscription and admin there',
  otherGeography: 'Another region: needs its own key and policy',
  typeNotAllowed: 'No policy can hold an environment of type {type}',
  unreadPlace: 'Region not known yet: worked out when you open it',
  onlyProtection: 'Keeps its own choices; only protections are proposed',
  notCarried: 'Not carried over: {values}',
  workspace: 'workspace {name}',
  tag: 'tag {name}',
  hsmStays: 'The Managed HSM isn’t proposed: choose it there',
  vaultTwice: 'Another environment has this key vault name: change one',
})
