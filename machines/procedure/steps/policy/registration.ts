import { type Fact, wordIn } from '#machines/engine/fact.ts'
import type { ResourceProvider } from '../../services/services.ts'

export type Registration = 'registered' | 'not-registered'

/** All states in Microsoft's definition of the interface. With another, what needs the registration shows whether it's missing. */
const STATES: Readonly<Record<string, Registration>> = {
  registered: 'registered',
  notregistered: 'not-registered',
  registering: 'not-registered',
  unregistering: 'not-registered',
}

export const registrationOf = ({ registrationState }: ResourceProvider): Fact<Registration> => wordIn(STATES, registrationState)
