import type { Refusal } from '../../engine/answer.ts'
import type { Carried } from '../../engine/step/proof.ts'
import type { Member } from './members.ts'

/** The environments of the tenant that are integrated with finance and operations, as they were read. */
export interface Landscape extends Carried {
  readonly kind: 'landscape'
  /** The chosen one first, then by name. */
  readonly members: readonly Member[]
  /** The policy that holds the chosen environment, else the one that was chosen for it. */
  readonly policyId?: string
  /** The key of that policy; absent where it can't be told. */
  readonly policyKeyId?: string
  /** Those that could not be read by themselves: of them nothing but the name is known. */
  readonly unread: readonly { readonly id: string; readonly name: string; readonly refusal: Refusal }[]
  /** Why there is no list at all. */
  readonly refusal?: Refusal
}

/** What was read, where it is of this procedure. */
export const isLandscape = (carried: Carried): carried is Landscape => carried.kind === 'landscape'
