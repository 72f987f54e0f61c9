import { defineMessages } from '../../machines/messages/message.ts'

/** Why the team's store can't be used. `error` is the service's own words. */
export const teamMessages = defineMessages({
  unreachable: { id: 'records.team.unreachable', defaultMessage: 'Couldn’t reach the team store. {error}' },
  signedOut: { id: 'records.team.signedOut', defaultMessage: 'Sign in to the team store in Settings. {error}' },
  forbidden: {
    id: 'records.team.forbidden',
    defaultMessage: 'Your account can’t use the team store. It needs Storage Blob Data Contributor on the container. {error}',
  },
  noContainer: { id: 'records.team.noContainer', defaultMessage: 'The container of the team store isn’t there. {error}' },
  immutable: {
    id: 'records.team.immutable',
    defaultMessage: 'The container’s immutability policy doesn’t allow this. {error}',
  },
  refused: { id: 'records.team.refused', defaultMessage: 'The team store refused this. {error}' },
  waiting: {
    id: 'records.team.waiting',
    defaultMessage:
      '{why} What you do is kept on this computer and added to the team store later. Until then, nothing can be changed in the tenant.',
  },
  onlyRead: {
    id: 'records.team.onlyRead',
    defaultMessage: '{why} You can read what this computer has of it. Nothing can be changed in the tenant.',
  },
  newer: {
    id: 'records.team.newer',
    defaultMessage: 'A newer version of the wizard set up this team store. Use that version or a newer one.',
  },
  another: {
    id: 'records.team.another',
    defaultMessage: 'This isn’t the team store that this computer used at this address. Nothing was written.',
  },
  notAStore: {
    id: 'records.team.notAStore',
    defaultMessage: 'The container has other content and isn’t a team store. Use an empty container.',
  },
  meanwhile: {
    id: 'records.team.meanwhile',
    defaultMessage:
      'Another wizard continued while this one was offline. {count, plural, one {# line of this one follows} other {# lines of this one follow}}.',
  },
  otherCopy: {
    id: 'records.team.otherCopy',
    defaultMessage: 'The team store has another version than this computer. We opened the one in the store.',
  },
})
