import { defined } from '#machines/defined.ts'
import { LONGEST_SETTLING } from '#machines/engine/step/poll.ts'
import { oneOf, optional, type Stored, type StoredAs, text, time } from '#machines/engine/stored.ts'
import { defineMessages, verbatim } from '#machines/messages/message.ts'
import { sameId } from '../../ids.ts'
import { serviceWord } from '../../service-words.ts'
import type { ProviderNamespace, ResourceProvider, Services } from '../../services/services.ts'
import type { Definition, Written } from '../definition.ts'
import { turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inAzure, isForbidden, known } from '../refusals.ts'
import { done } from '../writing.ts'

/** Absent in older records: Microsoft.PowerPlatform. */
const namespaced = { namespace: optional(oneOf('Microsoft.KeyVault')) }

const stored = {
  subscriptionId: text,
  ...namespaced,
}

export type RegisterProvider = Stored<'register-provider', typeof stored>

const registration = { kind: 'provider-registration', fields: { subscriptionId: text, since: time, ...namespaced } } as const

export type ProviderRegistration = StoredAs<typeof registration>

type Namespaced = Pick<RegisterProvider, 'subscriptionId' | 'namespace'>

export const namespaceOf = ({ namespace }: Pick<Namespaced, 'namespace'>): ProviderNamespace => namespace ?? 'Microsoft.PowerPlatform'

const providerId = (provider: Namespaced): string => `/subscriptions/${provider.subscriptionId}/providers/${namespaceOf(provider)}`

const isRegistered = ({ registrationState }: ResourceProvider): boolean => registrationState.toLowerCase() === 'registered'

async function apply(
  action: RegisterProvider,
  { azure }: Services,
  now: number,
  signal: AbortSignal,
): Promise<Written<ProviderRegistration>> {
  const { subscriptionId, namespace } = action
  const resourceId = providerId(action)
  const pending: ProviderRegistration = { kind: 'provider-registration', subscriptionId, ...defined({ namespace }), since: now }
  const read = await azure.readProvider(subscriptionId, namespaceOf(action), signal)
  if (!read.ok || isRegistered(read.value)) return done(read, () => resourceId, false)
  // Already requested by an interrupted run or another person: wait, don't repeat.
  if (read.value.registrationState.toLowerCase() === 'registering') return { ok: true, resourceId, written: false, pending }
  const asked = await azure.registerProvider(subscriptionId, namespaceOf(action), signal)
  if (!asked.ok) return asked
  return { ok: true, resourceId, written: true, ...(isRegistered(asked.value) ? {} : { pending }) }
}

const messages = defineMessages('action.registerProvider', {
  why: {
    id: 'scripts.reason.registerProvider',
    defaultMessage:
      'A subscription accepts enterprise policies and key vaults only with their resource provider. Registration takes minutes.',
  },
  title: 'Register Microsoft.PowerPlatform in the subscription',
  titleOf: 'Register {provider} in the subscription',
  before: 'Not registered',
  after: 'Registered',
  undo: 'Yes, while no policy exists',
  undoKeyVault: 'Yes, while no key vault exists',
  f302Meaning: 'The account has no right to register providers in the subscription.',
  f302Remedy: 'Ask an Owner or Contributor of the subscription to register the resource provider, then check again.',
  waitTitle: 'Azure is registering the provider',
  registering: 'Registering',
})

export const registerProvider: Definition<RegisterProvider, ProviderRegistration> = {
  kind: 'register-provider',
  stored,
  why: {
    text: messages.why,
    source: 'power-platform-keys',
    heading: 'Enable the Power Platform enterprise policies service for your Azure subscription',
  },
  part: 'subscription',
  describe: (action) => ({
    title: action.namespace === undefined ? messages.title : messages.titleOf({ provider: action.namespace }),
    resource: verbatim(namespaceOf(action)),
    before: messages.before,
    after: messages.after,
    reversible: 'while-unused',
    undo: action.namespace === undefined ? messages.undo : messages.undoKeyVault,
    usersCutOff: false,
    takes: actionMessages.fewMinutes,
    owner: 'key-vault-administrator',
  }),
  fields: (action) => [turned(providerId(action), 'registrationState', 'NotRegistered', 'Registered')],
  apply,
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(known('F-302', isForbidden, { meaning: messages.f302Meaning, remedy: messages.f302Remedy })),
  wait: {
    stored: registration,
    follows: (pending) => pending.kind === 'provider-registration',
    isOf: (action, pending) => sameId(providerId(action), providerId(pending)),
    title: messages.waitTitle,
    range: actionMessages.takesFewMinutes,
    takesDays: false,
    unsettles: false,
    async poll(pending, { azure }, now, signal) {
      const answer = await azure.readProvider(pending.subscriptionId, namespaceOf(pending), signal)
      if (!answer.ok) return { state: 'running', stateWord: messages.registering, refusal: answer.refusal }
      const { registrationState } = answer.value
      if (isRegistered(answer.value)) return { state: 'succeeded', stateWord: serviceWord(registrationState) }
      // An unknown state would be waited for forever; the next read tells the truth.
      return { state: now - pending.since > LONGEST_SETTLING ? 'failed' : 'running', stateWord: serviceWord(registrationState) }
    },
  },
}
