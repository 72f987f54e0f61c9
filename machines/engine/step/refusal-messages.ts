import { defineMessages } from '../../messages/message.ts'

export const refusalMessages = defineMessages('step.refusal', {
  said: '{error} {message}',
  answered: '{request} answered {error}: {message}',
  untrusted: {
    meaning: 'This computer doesn’t trust the certificate that it was shown. Something between it and the service can cause this.',
    remedy:
      'Check the computer’s date. If your network inspects traffic, ask who runs it for its certificate authority, and start the wizard with --ca-file. Then check again.',
  },
  answeredOnly: '{request} answered {message}',
  waitAsked: 'Wait {minutes, plural, one {# minute} other {# minutes}}, then check again.',
  waitCapped:
    'The service asks to wait {hours, plural, one {# hour} other {# hours}}. We never wait longer than an hour at once. Check again in an hour.',
})

/** Meaning of each reason for the person. */
export const reasonMeanings = defineMessages({
  unauthenticated: {
    id: 'step.refusal.unauthenticated.meaning',
    defaultMessage: 'The sign-in is missing, has expired, or isn’t meant for this service.',
  },
  forbidden: { id: 'step.refusal.forbidden.meaning', defaultMessage: 'The signed-in account doesn’t have permission to do this.' },
  'not-found': {
    id: 'step.refusal.notFound.meaning',
    defaultMessage: 'It doesn’t exist, or the signed-in account can’t see it. The service gives the same answer for both.',
  },
  busy: { id: 'step.refusal.busy.meaning', defaultMessage: 'Another operation is running on the environment.' },
  conflict: { id: 'step.refusal.conflict.meaning', defaultMessage: 'The service says that the current state doesn’t allow this.' },
  'not-ready': { id: 'step.refusal.notReady.meaning', defaultMessage: 'The new resource isn’t available in all services yet.' },
  throttled: { id: 'step.refusal.throttled.meaning', defaultMessage: 'The service is limiting requests.' },
  rejected: { id: 'step.refusal.rejected.meaning', defaultMessage: 'The service didn’t accept the request.' },
  unavailable: {
    id: 'step.refusal.unavailable.meaning',
    defaultMessage: 'The service didn’t answer, or it’s temporarily unavailable.',
  },
  unreadable: {
    id: 'step.refusal.unreadable.meaning',
    defaultMessage: 'The answer isn’t in the form that this service documents. A proxy or a network sign-in page can cause this.',
  },
})

/** Remedy for each reason. */
export const reasonRemedies = defineMessages({
  unauthenticated: { id: 'step.refusal.unauthenticated.remedy', defaultMessage: 'Sign in again, then check again.' },
  forbidden: {
    id: 'step.refusal.forbidden.remedy',
    defaultMessage:
      'Ask the owner of the resource for the permission that the service names. Sign in again so that it takes effect, then check again.',
  },
  'not-found': {
    id: 'step.refusal.notFound.remedy',
    defaultMessage: 'Check the name, the tenant, and the account’s permissions, then check again.',
  },
  busy: { id: 'step.refusal.busy.remedy', defaultMessage: 'Wait until it ends, then check again. Nothing is lost.' },
  conflict: { id: 'step.refusal.conflict.remedy', defaultMessage: 'Check again to see the current state, then decide.' },
  'not-ready': { id: 'step.refusal.notReady.remedy', defaultMessage: 'Wait a minute or two, then try again.' },
  throttled: { id: 'step.refusal.throttled.remedy', defaultMessage: 'Wait a few minutes, then check again.' },
  rejected: {
    id: 'step.refusal.rejected.remedy',
    defaultMessage: 'The error details below name what wasn’t accepted.',
  },
  unavailable: {
    id: 'step.refusal.unavailable.remedy',
    defaultMessage: 'Check the network, wait a moment, then check again.',
  },
})
