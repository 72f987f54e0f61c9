import { defineMessages } from '../../messages/message.ts'

/** Texts of more than one action. */
export const actionMessages = defineMessages({
  inAnotherPolicy: { id: 'action.inAnotherPolicy', defaultMessage: 'The environment is in another encryption policy now: {policy}.' },
  operationNotListed: { id: 'action.operationNotListed', defaultMessage: 'The environment’s list of operations does not name it.' },
  noIdentityYet: { id: 'action.noIdentityYet', defaultMessage: 'The policy names no identity yet.' },
  seconds: { id: 'action.seconds', defaultMessage: 'Seconds' },
  fewMinutes: { id: 'action.fewMinutes', defaultMessage: 'A few minutes' },
  takesFewMinutes: { id: 'action.takesFewMinutes', defaultMessage: 'This takes a few minutes.' },
  doesNotExist: { id: 'action.doesNotExist', defaultMessage: 'Does not exist' },
  onYourKey: { id: 'action.onYourKey', defaultMessage: 'Encrypted with your key' },
  onMicrosoftKey: { id: 'action.onMicrosoftKey', defaultMessage: 'Encrypted with the Microsoft-managed key' },
  anotherVersionWhy: {
    id: 'action.anotherVersionWhy',
    defaultMessage: 'Done once more, it makes a second version of the key, and everything that uses the key moves to it.',
  },
  f405Remedy: {
    id: 'action.f405Remedy',
    defaultMessage:
      'Wait some minutes and check again. Confirm only after you looked at the key’s versions in the Azure portal and it is not there.',
  },
  anotherVersionManual1: { id: 'action.anotherVersionManual1', defaultMessage: 'In the Azure portal, open the key vault, Keys, the key.' },
  anotherVersionManual2: { id: 'action.anotherVersionManual2', defaultMessage: 'Look at its versions and when they were created.' },
  shown: { id: 'action.shown', defaultMessage: 'The environment shows it' },
  notKnown: { id: 'action.notKnown', defaultMessage: 'The operation is not known any more' },
  notRead: { id: 'action.notRead', defaultMessage: 'Could not be read' },
  f404Meaning: { id: 'action.f404Meaning', defaultMessage: 'An Azure Policy of your company forbids this change.' },
  f404Remedy: {
    id: 'action.f404Remedy',
    defaultMessage: 'Read below which policy it is. Ask its owner for an exemption, or choose something that it allows.',
  },
  lockedMeaning: {
    id: 'action.lockedMeaning',
    defaultMessage: 'A lock in Azure protects the resource, or something above it, from this change. Locks are set on purpose.',
  },
  lockedRemedy: {
    id: 'action.lockedRemedy',
    defaultMessage:
      'Have the lock removed for as long as this change takes, by an owner or user access administrator: in the Azure portal, the resource, Locks. Put it back afterwards.',
  },
  longEnough: { id: 'action.longEnough', defaultMessage: 'Long enough' },
  runtime: {
    id: 'action.runtime',
    defaultMessage:
      '{users, select, none {State not given} enabled {Open to its users ({runtime})} disabled {Switched off for its users ({runtime})} adminmode {Open to administrators only ({runtime})} other {State ({runtime})}}',
  },
  runtimeAndPolicy: { id: 'action.runtimeAndPolicy', defaultMessage: '{state}, policy {link}' },
  notShownYet: { id: 'action.notShownYet', defaultMessage: '{word}; the environment does not show it yet' },
  runs: {
    id: 'action.busy.runs',
    defaultMessage: 'Another operation is running on the environment: {operation}. No document says how long it takes.',
  },
  runsSince: {
    id: 'action.busy.runsSince',
    defaultMessage:
      'Another operation is running on the environment: {operation}, since {began, date, moment}. No document says how long it takes.',
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
