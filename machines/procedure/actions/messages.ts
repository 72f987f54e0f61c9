import { defineMessages } from '../../messages/message.ts'

export const actionMessages = defineMessages('action', {
  f301Meaning: 'The subscription isn’t registered for {provider}, or the registration isn’t in effect everywhere yet.',
  f301Remedy: 'Check again to add the registration to the plan. If it already says Registered, wait a few minutes and apply the rest.',
  noCancel: 'After the start, there’s no way to cancel.',
  purgeProtection: 'Purge protection can’t be turned off',
  purgeProtectionText: 'A deleted key vault or key is kept for {days, number} days. No one can delete it permanently before that.',
  purgeProtectionUnknown: 'No one can delete a key vault or key permanently before its retention period ends.',
  inAnotherPolicy: 'The environment is now in another encryption policy: {policy}.',
  operationNotListed: 'The environment’s list of operations doesn’t include it.',
  noIdentityYet: 'The policy has no identity yet.',
  seconds: 'Seconds',
  fewMinutes: 'A few minutes',
  takesFewMinutes: 'This takes a few minutes.',
  doesNotExist: 'Doesn’t exist',
  onYourKey: 'Encrypted with your key',
  onMicrosoftKey: 'Encrypted with the Microsoft-managed key',
  anotherVersionWhy: 'Repeating this creates a second key version, and everything that uses the key moves to it.',
  f405Remedy: 'Wait a few minutes and check again. Confirm only after you’ve checked in the Azure portal that the version isn’t there.',
  anotherVersionManual1: 'In the Azure portal, go to the key store > Keys > the key.',
  anotherVersionManual2: 'Check its versions and their creation dates.',
  shown: 'The environment shows it',
  notKnown: 'The service no longer recognizes the operation',
  notRead: 'Couldn’t read it',
  f404Meaning: 'An Azure Policy in your company blocks this change.',
  f404Remedy: 'Find the policy in the details below. Ask its owner for an exemption, or choose something it allows.',
  lockedMeaning: 'An Azure lock on the resource, or on a level above it, blocks this change. Locks are set on purpose.',
  lockedRemedy:
    'Ask an Owner or User Access Administrator to remove the lock for this change: in the Azure portal, go to the resource > Locks. Restore it afterward.',
  notReadyMeaning: 'The environment wasn’t ready for this.',
  notReadyRemedy: 'Wait a few minutes. In the Power Platform admin center, look whether the environment is ready. Then check again.',
  keyStoreShutMeaning: 'Microsoft couldn’t sign in to your key store, or wasn’t allowed to use the key.',
  keyStoreShutRemedy:
    'If the policy just got its access, wait a few minutes. Otherwise, check step 3: the policy’s access, the key, and the key store’s network. Then check again.',
  longEnough: 'Enough time has passed',
  runtime:
    '{users, select, none {State not available} enabled {Available to users ({runtime})} disabled {Disabled for users ({runtime})} adminmode {Available to admins only ({runtime})} other {State ({runtime})}}',
  users:
    '{users, select, none {State not available} enabled {Available to users} disabled {Offline for users} adminmode {Available to admins only} other {{runtime}}}',
  runtimeAndPolicy: '{state}, policy {link}',
  notShownYet: '{word}; the environment doesn’t show it yet',
  busy: {
    runs: 'Another operation is running on the environment: {operation}. Its duration isn’t documented.',
    runsSince: 'Another operation is running on the environment: {operation}, since {began, date, moment}. Its duration isn’t documented.',
    encrypts: 'Another operation is running on the environment: {operation}. Encryption takes up to 4 days.',
    encryptsSince:
      'Another operation is running on the environment: {operation}, since {began, date, moment}. Encryption can take up to 4 days, here until {until, date, moment}.',
  },
})

/** By who administers the key vault, with no downtime. */
export const IN_SECONDS = { usersCutOff: false, takes: actionMessages.seconds, owner: 'key-vault-administrator' } as const
