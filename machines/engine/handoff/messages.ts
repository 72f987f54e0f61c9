import { defineMessages } from '../../messages/message.ts'

export const messages = defineMessages('handoff', {
  otherCloud: 'This handoff is for the cloud {cloud}, but you’re signed in to another one. Sign in there, then open it again.',
  otherTenant:
    'This handoff is for the tenant {tenant} ({id}), but you’re signed in to {hereTenant} ({hereId}). Sign in to that tenant, then open it again.',
  otherEnvironment:
    'This handoff is for the environment {environment}, but {here} is open. Close the tenant, sign in again, and open the handoff before you choose an environment.',
  open: 'Open a handoff file',
  onWord: 'Based on {by}’s confirmation',
  onWordRemedy:
    '{by} verified this step on {at, date, day} and handed it over. Your account can’t read it. Verify with {by} out of band, then confirm that you rely on it. Or get permission to read it, then check again.',
})
