import type { RegisterProvider } from '../../../../machines/procedure/actions/register-provider/action.ts'
import { NOW, ok, provider, SUBSCRIPTION } from '../../facts.ts'
import { type Case, says } from './case.ts'
import { SAMPLE } from './sample.ts'

const providerId = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform`

export const example: RegisterProvider = { kind: 'register-provider', subscriptionId: SUBSCRIPTION }

/** The same with names as an administrator chooses them. */
export const sample = (): RegisterProvider => ({ kind: 'register-provider', subscriptionId: SAMPLE.subscription })

export const cases: readonly Case[] = [
  {
    when: 'it is not registered: asks, and follows the registration',
    answers: {
      readProvider: says(ok(provider({ registrationState: 'NotRegistered' }))),
      registerProvider: says(ok(provider({ registrationState: 'Registering' }))),
    },
    reads: ['readProvider'],
    writes: [['registerProvider', SUBSCRIPTION]],
    resourceId: providerId,
    pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW },
  },
  {
    when: 'the registration is done at once',
    answers: { readProvider: says(ok(provider({ registrationState: 'NotRegistered' }))), registerProvider: says(ok(provider())) },
    reads: ['readProvider'],
    writes: [['registerProvider', SUBSCRIPTION]],
    resourceId: providerId,
  },
  {
    when: 'the registration was asked for already, by a run that was killed',
    answers: { readProvider: says(ok(provider({ registrationState: 'Registering' }))) },
    reads: ['readProvider'],
    writes: [],
    resourceId: providerId,
    pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW },
  },
  {
    when: 'it is registered by now',
    answers: { readProvider: says(ok(provider({ registrationState: 'registered' }))) },
    reads: ['readProvider'],
    writes: [],
    resourceId: providerId,
  },
]
