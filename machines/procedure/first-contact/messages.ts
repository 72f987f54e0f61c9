import { defineMessages } from '../../messages/message.ts'

export const differenceMessages = defineMessages('firstContact', {
  member: 'New member: {place}',
  missing: 'Missing member: {place}',
  kind: '{place} is of another type: {seen}',
  word: '{place} has an unknown value: {seen}',
  status: 'Unknown status: {seen}',
  otherHeader: 'The header {place} has an unknown value: {seen}',
  missingHeader: 'Missing header: {place}',
  page: 'The list has another page format: {place}',
  empty: 'The answer is empty',
  notJson: 'The answer isn’t JSON',
})

export const consequenceMessages = defineMessages('firstContact', {
  unread: 'The wizard doesn’t read it. Nothing changes.',
  absent: 'The wizard reads it, and takes it as not set. A check that needs it doesn’t pass.',
  unreadable: 'The wizard can’t read the answer. What depends on it counts as not checked.',
  unknownWord: 'The wizard takes it for none of the values it knows.',
  byStatus: 'The wizard shows it, and goes by the status.',
  success: 'The wizard reads it like any success.',
  refusal: 'The wizard shows it as a refusal.',
  firstPage: 'If it leads to more pages, the wizard reads only the first one.',
  noSupportId: 'The wizard may have no ID by which Microsoft’s support finds the request.',
})

export const settledMessages = defineMessages('firstContact.settled', {
  defaultRefused: 'The Default environment doesn’t allow {operation}.',
  defaultAllowed: 'The Default environment allows {operation}.',
  keyManagedBy: 'Linked environments have keyManagedBy {words}.',
  linkStatus: 'Other values of linkStatus: {words}.',
  lockSigns: 'A linked environment has the runtime state {words}.',
  storeElsewhere: 'An environment in {place} is linked to a policy whose key store is in {region}.',
  closedWithEndpoint: 'An environment is linked, and its key store is closed, with a private endpoint.',
  closedWithoutEndpoint: 'An environment is linked, and its key store is closed, without a private endpoint.',
  failedSays: 'A failed operation has its error in {places}.',
  failedSilent: 'A failed operation has no error.',
  operationHours: 'Hours that operations on the key took: {hours}.',
  managedHsm: 'An environment is linked, and a policy names a Managed HSM.',
  fixedVersion: 'A policy names a fixed version of its key.',
  locationWords: 'The subscription offers policies in {words}.',
  topicsListed: 'The vault’s list has the event subscriptions of its system topic.',
  topicsNotListed: 'The vault’s list doesn’t have the event subscriptions of its system topic.',
  otherCloud: 'Signing in and listing environments works in {cloud}.',
})

export const messages = defineMessages('firstContact', {
  summary:
    '{answers, plural, one {# answer} other {# answers}} compared. {differences, plural, =0 {Nothing differs from what the wizard expects.} one {# difference} other {# differences}}',
  differs: 'Differs',
  held: 'As expected',
  refused: 'Refused, so not compared',
  settles: 'Known from this tenant',
  settlesWhat: 'The IDs are those of “What isn’t verified” in the wizard’s documents.',
  file: 'The whole file',
  fileWhat:
    'Only structure is in it: names of members, types, Microsoft’s own values, numbers, and times relative to each other. Names, IDs, and addresses are pseudonyms. Read it before you save it. Nothing is sent.',
})
