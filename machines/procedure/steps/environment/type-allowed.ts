import type { Observation } from '../../../engine/step/finding.ts'
import type { Check } from '../../check.ts'
import { isTypeAllowed } from '../../landscape/members.ts'
import { serviceWord } from '../../service-words.ts'
import type { Environment } from '../../services.ts'
import { messages } from './messages.ts'

/** The type by which an environment can never have a key; nothing where it can, or where no document says. */
const refusedType = ({ isDefault, sku }: Environment): string | undefined => (isDefault ? 'Default' : isTypeAllowed(sku) ? undefined : sku)

/** Words for the type of an environment: for the step that chooses one, and for the one that notes it. */
export const typeAllowed = {
  id: 'F-901',
  owner: 'power-platform-administrator',
  why: messages.typeAllowedWhy,
  remedy: messages.typeAllowedRemedy,
  link: 'admin-center-environment',
  source: 'power-platform-keys',
  judge,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'judge'> & { readonly judge: typeof judge }

function judge(environment: Environment): Observation {
  const refused = refusedType(environment)
  if (refused)
    return {
      status: 'fail',
      title: messages.typeRefused({ type: serviceWord(refused) }),
      seen: messages.typeSeen({ type: serviceWord(environment.sku) }),
    }
  if (['production', 'sandbox'].includes(environment.sku.toLowerCase()))
    return {
      status: 'pass',
      title: messages.typeAllowed({ type: serviceWord(environment.sku) }),
      seen: messages.typeSeen({ type: serviceWord(environment.sku) }),
    }
  if (environment.sku === '') {
    return {
      status: 'warning',
      title: messages.typeNotGiven,
      seen: messages.typeNotGivenSeen,
      remedy: messages.typeNotGivenRemedy,
    }
  }
  return {
    status: 'warning',
    title: messages.typeUnknown({ type: serviceWord(environment.sku) }),
    seen: messages.typeUnknownSeen({ type: serviceWord(environment.sku) }),
    remedy: messages.typeUnknownRemedy,
    owner: 'microsoft',
  }
}
