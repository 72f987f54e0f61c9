import { defineMessages } from '../../messages/message.ts'

/** What a refusal says of itself. */
export const refusalMessages = defineMessages({
  said: { id: 'step.refusal.said', defaultMessage: '{error} {message}' },
  answered: { id: 'step.refusal.answered', defaultMessage: '{request} answered {error}: {message}' },
  answeredOnly: { id: 'step.refusal.answeredOnly', defaultMessage: '{request} answered {message}' },
})

/** What each reason means for the person. */
export const reasonMeanings = defineMessages({
  unauthenticated: {
    id: 'step.refusal.unauthenticated.meaning',
    defaultMessage: 'The sign-in is missing, has expired, or is not meant for this service.',
  },
  forbidden: { id: 'step.refusal.forbidden.meaning', defaultMessage: 'The signed-in account may not do this.' },
  'not-found': {
    id: 'step.refusal.notFound.meaning',
    defaultMessage: 'It does not exist, or the signed-in account may not see it. The service gives the same answer for both.',
  },
  busy: { id: 'step.refusal.busy.meaning', defaultMessage: 'Another operation is running on the environment.' },
  conflict: { id: 'step.refusal.conflict.meaning', defaultMessage: 'The service says that the present state forbids it.' },
  'not-ready': { id: 'step.refusal.notReady.meaning', defaultMessage: 'The services do not know the new resource everywhere yet.' },
  throttled: { id: 'step.refusal.throttled.meaning', defaultMessage: 'The service asks for fewer requests.' },
  rejected: { id: 'step.refusal.rejected.meaning', defaultMessage: 'The service did not accept the request.' },
  unavailable: {
    id: 'step.refusal.unavailable.meaning',
    defaultMessage: 'The service gave no answer, or one that says it cannot answer now.',
  },
  unreadable: {
    id: 'step.refusal.unreadable.meaning',
    defaultMessage: 'The answer is not what this service documents. A proxy or a sign-in page on the way can cause that.',
  },
})

/** What to do about each reason. */
export const reasonRemedies = defineMessages({
  unauthenticated: { id: 'step.refusal.unauthenticated.remedy', defaultMessage: 'Sign in again, then check again.' },
  forbidden: {
    id: 'step.refusal.forbidden.remedy',
    defaultMessage:
      'Ask the owner of the resource for the right that the service names, sign in again so that it counts, then check again.',
  },
  'not-found': {
    id: 'step.refusal.notFound.remedy',
    defaultMessage: 'Compare the name and the tenant, and the rights of the account, then check again.',
  },
  busy: { id: 'step.refusal.busy.remedy', defaultMessage: 'Wait until it has ended, then check again. Nothing is lost.' },
  conflict: { id: 'step.refusal.conflict.remedy', defaultMessage: 'Check again to see the present state, then decide.' },
  'not-ready': { id: 'step.refusal.notReady.remedy', defaultMessage: 'Wait a minute or two, then try again.' },
  throttled: { id: 'step.refusal.throttled.remedy', defaultMessage: 'Wait for the time it names, then check again.' },
  rejected: {
    id: 'step.refusal.rejected.remedy',
    defaultMessage: 'Read the error details below; they name what was not accepted.',
  },
  unavailable: {
    id: 'step.refusal.unavailable.remedy',
    defaultMessage: 'Check the network, wait a moment, then check again.',
  },
  unreadable: {
    id: 'step.refusal.unreadable.remedy',
    defaultMessage: 'Check the network on the way to Microsoft, then check again. If it stays, send the words below to Microsoft.',
  },
})
