import { defineMessages } from '#machines/messages/message.ts'

/** Reasons why the team's store can't be used. `error` is the service's own text. */
export const teamMessages = defineMessages('records.team', {
  unreachable: 'Couldn’t reach the team store. {error}',
  signedOut: 'Sign in to the team store in Settings. {error}',
  forbidden: 'Your account can’t use the team store. It needs Storage Blob Data Contributor on the container. {error}',
  noContainer: 'The container of the team store isn’t there. {error}',
  immutable: 'The container’s immutability policy doesn’t allow this. {error}',
  refused: 'The team store refused this. {error}',
  waiting:
    '{why} What you do is kept on this computer and added to the team store later. Until then, nothing can be changed in the tenant.',
  onlyRead: '{why} You can read what this computer has of it. Nothing can be changed in the tenant.',
  newer: 'A newer version of the wizard set up this team store. Use that version or a newer one.',
  another: 'This isn’t the team store that this computer used at this address. Nothing was written.',
  notAStore:
    'The container has other content and isn’t a team store. Use an empty container. If it was your team’s store, a colleague who uses it can repair it in Settings.',
  notSetUp: 'The container is empty. Sign in to the team store in Settings to set it up.',
  markerGone:
    'The blob team-store.json that marks the container as your team store is missing or damaged. Repair the team store in Settings.',
  emptied:
    'Everything in the team store was deleted. This computer has copies. Repair the team store in Settings to use the container again.',
  meanwhile:
    'Another wizard continued while this one was offline. {count, plural, one {# line of this one follows} other {# lines of this one follow}}.',
  otherLog:
    'The log in the team store is another than this computer’s, which is kept beside it. {count, plural, one {# line of this computer follows} other {# lines of this computer follow}}.',
  addedAgain:
    'The team store didn’t have {count, plural, one {# line} other {# lines}} of the log on this computer. We added {count, plural, one {it} other {them}} again.',
  fileAddedAgain: 'The team store didn’t have the saved work any more. We added this computer’s copy again.',
  logGone:
    'The log of this environment isn’t in the team store any more. What you do is kept on this computer. Close this environment and open it again: then we add this computer’s copy of the log.',
  notBegun: '{why} New environments begin in the team store, so this one can’t be opened now. Try again later, or disconnect in Settings.',
  waitsHere:
    '{lines, plural, =0 {Your last save isn’t} one {# line isn’t} other {# lines aren’t}} in the team store yet. Open the environment to add {lines, plural, =0 {it} one {it} other {them}}.',
  mayWait: '{lines, plural, =0 {Your last save} one {# line} other {# lines}} of this computer may not be in the team store yet.',
  takenOff:
    'Taken out of the team store by {user} on {host}. {lines, plural, =0 {Your last save isn’t in it} one {# line of this computer isn’t in it} other {# lines of this computer aren’t in it}}. Open the environment to add this computer’s copy again.',
  gone: 'This isn’t in the team store any more. Open the environment to add this computer’s copy again.',
  alsoHere: 'This computer has another record of this environment, outside the team store.',
  stillReading: 'Still reading the team store: {read} of {total} environments. The list shows what this computer has.',
  notListed: '{why} The list shows what this computer has of it.',
  otherThere:
    'The team store has another version than this computer. Open the environment to see the one in the store. This computer’s is kept beside it.',
  unreadableThere: 'Couldn’t read the saved work in the team store. {why} {copy}',
  unreadableHere: 'Couldn’t read this computer’s copy of the saved work. {why} {copy}',
  ownOpened: 'We opened this computer’s copy.',
  ownPreviousOpened: 'We opened this computer’s copy saved before it.',
  storeOpened: 'We opened the one in the team store.',
  otherKept: 'There was another copy of the saved work, which we didn’t open.',
  damagedThere:
    'Couldn’t read the saved work in the team store. {why} The list shows what this computer has of it. Open the environment to add it to the store again.',
  damagedHere: 'Couldn’t read this computer’s copy of the saved work. {why} Open the environment to use the one in the team store.',
  newerThere:
    'A newer version of the wizard saved this in the team store. The list shows this computer’s older copy. Update the wizard to open the environment. We keep what only this computer has.',
  configUnreadable:
    'Couldn’t read in team-store.json which team store this computer uses. {why} To continue your team’s environments, open Settings and connect to the team store again.',
  noTenant: 'It names a team store without its tenant.',
  noStoreAddress: 'It isn’t the address of a container.',
  copiesOnly: '{why} The list shows the copies on this computer.',
  tornThere: 'The log in the team store ends in half a line ({size, plural, one {# byte} other {# bytes}}). We continued it in a new log.',
  otherCopy: 'The team store has another version than this computer. We opened the one in the store.',
})
