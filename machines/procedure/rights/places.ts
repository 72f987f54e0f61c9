import { defined } from '../../defined.ts'
import type { Answer, Refusal } from '../../engine/answer.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { Permission } from '../services/services.ts'
import { allowsAll, type Right, type Verdict } from './permissions.ts'

export interface Place {
  readonly id: string
  readonly kind: 'subscription' | 'resourceGroup' | 'vault' | 'policy'
  readonly name: string
  /** Not created yet; will inherit assignments from above. */
  readonly absent: boolean
  /** Permissions there, including inherited ones; absent if unread. */
  readonly permissions?: Answer<readonly Permission[]>
}

/** From the resource upwards: vault, resource group, subscription. */
export type Places = readonly [Place, ...Place[]]

export type Judged =
  | { readonly known: true; readonly verdict: Verdict; readonly place: Place; readonly roles: readonly Permission[] }
  | { readonly known: false; readonly place: Place; readonly refusal?: Refusal }

/** The nearest existing scope, because a role needs one. */
export const nearestOf = (places: Places): Place => places.find(({ absent }) => !absent) ?? places[0]

/**
 * Whether the account has all of these rights at a place. The place's own answer is complete. If unreadable, a yes from above holds,
 * because rights are inherited; a no from above proves nothing, because a right may be assigned at the place itself.
 */
export function judgeRights(places: Places, rights: readonly Right[]): Judged {
  const nearest = nearestOf(places)
  const there = valueIn(nearest.permissions)
  if (there) return { known: true, verdict: allowsAll(there, rights), place: nearest, roles: there }
  for (const place of places) {
    const roles = place.absent ? undefined : valueIn(place.permissions)
    if (roles && allowsAll(roles, rights) === 'yes') return { known: true, verdict: 'yes', place, roles }
  }
  const refusal = refusalOf(nearest.permissions)
  return { known: false, place: nearest, ...defined({ refusal }) }
}
