import type { ActionDefinition, Pending as AnyPending, WaitDefinition, Written as WrittenBy } from '../../engine/action.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Services } from '../services/services.ts'
import type { SourceId } from '../sources/source-ids.ts'

/** One write of this procedure. `Own`: the operation that it starts, if any. */
export interface Definition<Action extends { readonly kind: string }, Own extends AnyPending = never>
  extends ActionDefinition<Action, Own, Services> {
  /** `heading`: where the document says it; empty for the document as a whole. */
  readonly why: { readonly text: DisplayText; readonly source: SourceId; readonly heading: string }
}

export type Wait<Action, Own extends AnyPending> = WaitDefinition<Action, Own, Services>

export type Written<Own extends AnyPending = never> = WrittenBy<Own>
