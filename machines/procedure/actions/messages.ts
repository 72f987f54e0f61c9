import { defineMessages } from '../../messages/message.ts'

/** Texts of more than one action. */
export const actionMessages = defineMessages({
  inAnotherPolicy: { id: 'action.inAnotherPolicy', defaultMessage: 'The environment is now in another encryption policy: {policy}.' },
  operationNotListed: { id: 'action.operationNotListed', defaultMessage: 'The environment’s list of operations doesn’t include it.' },
  noIdentityYet: { id: 'action.noIdentityYet', defaultMessage: 'The policy has no identity yet.' },
  seconds: { id: 'action.seconds', defaultMessage: 'Seconds' },
  fewMinutes: { id: 'action.fewMinutes', defaultMessage: 'A few minutes' },
  takesFewMinutes: { id: 'action.takesFewMinutes', defaultMessage: 'This takes a few minutes.' },
  doesNotExist: { id: 'action.doesNotExist', defaultMessage: 'Doesn’t exist' },
  onYourKey: { id: 'action.onYourKey', defaultMessage: 'Encrypted with your key' },
  onMicrosoftKey: { id: 'action.onMicrosoftKey', defaultMessage: 'Encrypted with the Microsoft-managed key' },
  anotherVersionWhy: {
    id: 'action.anotherVersionWhy',
    defaultMessage: 'Repeating this creates a second key version, and everything that uses the key moves to it.',
  },
  f405Remedy: {
    id: 'action.f405Remedy',
    defaultMessage:
      'Wait a few minutes and check again. Confirm only after you’ve checked in the Azure portal that the version isn’t there.',
  },
  anotherVersionManual1: {
    id: 'action.anotherVersionManual1',
    defaultMessage: 'In the Azure portal, go to the key vault > Keys > the key.',
  },
  anotherVersionManual2: { id: 'action.anotherVersionManual2', defaultMessage: 'Check its versions and their creation dates.' },
  shown: { id: 'action.shown', defaultMessage: 'The environment shows it' },
  notKnown: { id: 'action.notKnown', defaultMessage: 'The service no longer recognizes the operation' },
  notRead: { id: 'action.notRead', defaultMessage: 'Couldn’t read it' },
  f404Meaning: { id: 'action.f404Meaning', defaultMessage: 'An Azure Policy in your company blocks this change.' },
  f404Remedy: {
    id: 'action.f404Remedy',
    defaultMessage: 'Find the policy in the details below. Ask its owner for an exemption, or choose something it allows.',
  },
  lockedMeaning: {
    id: 'action.lockedMeaning',
    defaultMessage: 'An Azure lock on the resource, or on a level above it, blocks this change. Locks are set on purpose.',
  },
  lockedRemedy: {
    id: 'action.lockedRemedy',
    defaultMessage:
      'Ask an Owner or User Access Administrator to remove the lock for this change: in the Azure portal, go to the resource > Locks. Restore it afterward.',
  },
  longEnough: { id: 'action.longEnough', defaultMessage: 'Enough time has passed' },
  runtime: {
    id: 'action.runtime',
    defaultMessage:
      '{users, select, none {State not available} enabled {Available to users ({runtime})} disabled {Disabled for users ({runtime})} adminmode {Available to admins only ({runtime})} other {State ({runtime})}}',
  },
  users: {
    id: 'action.users',
    defaultMessage:
      '{users, select, none {State not available} enabled {Available to users} disabled {Offline for users} adminmode {Available to admins only} other {{runtime}}}',
  },
  runtimeAndPolicy: { id: 'action.runtimeAndPolicy', defaultMessage: '{state}, policy {link}' },
  notShownYet: { id: 'action.notShownYet', defaultMessage: '{word}; the environment doesn’t show it yet' },
  runs: {
    id: 'action.busy.runs',
    defaultMessage: 'Another operation is running on the environment: {operation}. Its duration isn’t documented.',
  },
  runsSince: {
    id: 'action.busy.runsSince',
    defaultMessage:
      'Another operation is running on the environment: {operation}, since {began, date, moment}. Its duration isn’t documented.',
  },
  encrypts: {
    id: 'action.busy.encrypts',
    defaultMessage: 'Another operation is running on the environment: {operation}. Encryption takes up to 4 days.',
  },
  encryptsSince: {
    id: 'action.busy.encryptsSince',
    defaultMessage:
      'Another operation is running on the environment: {operation}, since {began, date, moment}. Encryption can take up to 4 days, here until {until, date, moment}.',
  },
})
