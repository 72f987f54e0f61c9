import type { Refusal } from '../../engine/answer.ts'
import type { Carried } from '../../engine/step/proof.ts'
import type { Member } from './members.ts'

export interface Landscape extends Carried {
  readonly kind: 'landscape'
  /** The chosen one first, then by name. */
  readonly members: readonly Member[]
  /** The policy that holds the chosen environment, otherwise the chosen policy. */
  readonly policyId?: string
  readonly policyKeyId?: string
  /** Environments that could not be read individually; only their names are known. */
  readonly unread: readonly { readonly id: string; readonly name: string; readonly refusal: Refusal }[]
  readonly refusal?: Refusal
}

export const isLandscape = (carried: Carried): carried is Landscape => carried.kind === 'landscape'
