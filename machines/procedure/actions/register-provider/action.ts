import { LONGEST_SETTLING } from '../../../engine/step/poll.ts'
import { type Stored, type StoredAs, text, time } from '../../../engine/stored.ts'
import { verbatim } from '../../../messages/message.ts'
import type { ResourceProvider, Services } from '../../services.ts'
import type { Definition, Written } from '../definition.ts'
import { turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inAzure, isForbidden } from '../refusals.ts'
import { done } from '../writing.ts'
import { messages } from './messages.ts'

const stored = {
  subscriptionId: text,
}

export type RegisterProvider = Stored<'register-provider', typeof stored>

const registration = { kind: 'provider-registration', fields: { subscriptionId: text, since: time } } as const

export type ProviderRegistration = StoredAs<typeof registration>

const providerId = (subscriptionId: string): string => `/subscriptions/${subscriptionId}/providers/Microsoft.PowerPlatform`

const isRegistered = ({ registrationState }: ResourceProvider): boolean => registrationState.toLowerCase() === 'registered'

async function apply(
  { subscriptionId }: RegisterProvider,
  { azure }: Services,
  now: number,
  signal: AbortSignal,
): Promise<Written<ProviderRegistration>> {
  const resourceId = providerId(subscriptionId)
  const pending: ProviderRegistration = { kind: 'provider-registration', subscriptionId, since: now }
  const present = await azure.readProvider(subscriptionId, signal)
  if (!present.ok || isRegistered(present.value)) return done(present, () => resourceId, false)
  // Asked for already, by a run that ended before it was told so, or by somebody else: it is waited for, not asked for again.
  if (present.value.registrationState.toLowerCase() === 'registering') return { ok: true, resourceId, written: false, pending }
  const asked = await azure.registerProvider(subscriptionId, signal)
  if (!asked.ok) return asked
  return { ok: true, resourceId, written: true, ...(isRegistered(asked.value) ? {} : { pending }) }
}

export const registerProvider: Definition<RegisterProvider, ProviderRegistration> = {
  kind: 'register-provider',
  stored,
  why: { text: messages.why, source: 'enterprise-policy-scripts' },
  part: 'subscription',
  describe: () => ({
    title: messages.title,
    resource: verbatim('Microsoft.PowerPlatform'),
    before: messages.before,
    after: messages.after,
    reversible: 'while-unused',
    undo: messages.undo,
    usersCutOff: false,
    takes: actionMessages.fewMinutes,
    owner: 'key-vault-administrator',
  }),
  fields: ({ subscriptionId }) => [turned(providerId(subscriptionId), 'registrationState', 'NotRegistered', 'Registered')],
  apply,
  grantsRights: 'key-vault-administrator',
  refusals: inAzure({
    id: 'F-302',
    when: isForbidden,
    says: () => ({
      meaning: messages.f302Meaning,
      remedy: messages.f302Remedy,
      owner: 'key-vault-administrator',
    }),
  }),
  wait: {
    stored: registration,
    follows: (pending) => pending.kind === 'provider-registration',
    isOf: (action, pending) => action.subscriptionId.toLowerCase() === pending.subscriptionId.toLowerCase(),
    title: messages.waitTitle,
    range: actionMessages.takesFewMinutes,
    takesDays: false,
    unsettles: false,
    async poll({ subscriptionId, since }, { azure }, now, signal) {
      const answer = await azure.readProvider(subscriptionId, signal)
      if (!answer.ok) return { state: 'running', stateWord: messages.registering, refusal: answer.refusal }
      const { registrationState } = answer.value
      if (isRegistered(answer.value)) return { state: 'succeeded', stateWord: verbatim(registrationState) }
      // A word that never changes would be waited for without end; what is read then says what is so.
      return { state: now - since > LONGEST_SETTLING ? 'failed' : 'running', stateWord: verbatim(registrationState) }
    },
  },
}
