import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import type { Check } from '../../check.ts'
import { isTypeAllowed } from '../../landscape/members.ts'
import { serviceWord } from '../../service-words.ts'
import type { Environment } from '../../services/services.ts'
import { messages } from './messages.ts'

/** A type that can never have a key; undefined if allowed or undocumented. */
const refusedType = ({ isDefault, sku }: Environment): string | undefined => (isDefault ? 'Default' : isTypeAllowed(sku) ? undefined : sku)

/** Shared by the step that chooses an environment and the one that notes it. */
export const typeAllowed = {
  id: 'F-901',
  owner: 'power-platform-administrator',
  why: messages.typeAllowedWhy,
  remedy: messages.typeAllowedRemedy,
  link: 'admin-center-environment',
  source: 'power-platform-keys',
  heading: 'Add an environment to the enterprise policy to encrypt data',
  judge,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'judge'> & { readonly judge: typeof judge }

function judge(environment: Environment): Observation {
  const refused = refusedType(environment)
  if (refused) return fail(messages.typeRefused({ type: serviceWord(refused) }), messages.typeSeen({ type: serviceWord(environment.sku) }))
  if (['production', 'sandbox'].includes(environment.sku.toLowerCase()))
    return pass(messages.typeAllowed({ type: serviceWord(environment.sku) }), messages.typeSeen({ type: serviceWord(environment.sku) }))
  if (environment.sku === '') return warning(messages.typeNotGiven, messages.typeNotGivenSeen, { remedy: messages.typeNotGivenRemedy })
  return warning(
    messages.typeUnknown({ type: serviceWord(environment.sku) }),
    messages.typeUnknownSeen({ type: serviceWord(environment.sku) }),
    { remedy: messages.typeUnknownRemedy, owner: 'microsoft' },
  )
}
