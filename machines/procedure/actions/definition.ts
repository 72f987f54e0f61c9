import type { ActionDefinition, WaitDefinition, Written as WrittenBy } from '../../engine/action.ts'
import type { Services } from '../services.ts'
import type { Pending } from './pending.ts'

/** One write of this procedure. `Own`: what it starts at a service, where it starts something. */
export type Definition<Action extends { readonly kind: string }, Own extends Pending = never> = ActionDefinition<Action, Own, Services>

export type Wait<Action, Own extends Pending> = WaitDefinition<Action, Own, Services>

export type Written<Own extends Pending = never> = WrittenBy<Own>
