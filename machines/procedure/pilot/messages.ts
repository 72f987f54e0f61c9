import { defineMessages } from '../../messages/message.ts'

/** What is to be said of a pilot's choices at another environment. */
export const messages = defineMessages({
  hasChosen: { id: 'pilot.hasChosen', defaultMessage: 'Has its own choices, which stay' },
  otherTenant: { id: 'pilot.otherTenant', defaultMessage: 'Another tenant: choose its subscription and admin there' },
  otherGeography: { id: 'pilot.otherGeography', defaultMessage: 'Another region: needs its own key and policy' },
  typeNotAllowed: { id: 'pilot.typeNotAllowed', defaultMessage: 'No policy can hold an environment of type {type}' },
  unreadPlace: { id: 'pilot.unreadPlace', defaultMessage: 'Region not known yet: worked out when you open it' },
  onlyProtection: { id: 'pilot.onlyProtection', defaultMessage: 'Keeps its own choices; only protections are proposed' },
  notCarried: { id: 'pilot.notCarried', defaultMessage: 'Not carried over: {values}' },
  workspace: { id: 'pilot.workspace', defaultMessage: 'workspace {name}' },
  tag: { id: 'pilot.tag', defaultMessage: 'tag {name}' },
  hsmStays: { id: 'pilot.hsmStays', defaultMessage: 'The Managed HSM isn’t proposed: choose it there' },
  vaultTwice: { id: 'pilot.vaultTwice', defaultMessage: 'Another environment has this key vault name: change one' },
})
