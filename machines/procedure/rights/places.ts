import type { Answer, Refusal } from '../../engine/answer.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { present } from '../../present.ts'
import type { Permission } from '../services.ts'
import { allowsAll, type Right, type Verdict } from './permissions.ts'

/** Somewhere in Azure where a role can be given. What is given there reaches everything below. */
export interface Place {
  /** Azure resource id. */
  readonly id: string
  readonly kind: 'subscription' | 'resourceGroup' | 'vault' | 'policy'
  readonly name: string
  /** True: it is yet to be created, and will inherit what is given above it. */
  readonly absent: boolean
  /** What the account may do there, rights from above included; absent when no one asked. */
  readonly permissions?: Answer<readonly Permission[]>
}

/** From the place itself upwards: a vault, its resource group, its subscription. */
export type Places = readonly [Place, ...Place[]]

export type Judged =
  | { readonly known: true; readonly verdict: Verdict; readonly place: Place; readonly roles: readonly Permission[] }
  | { readonly known: false; readonly place: Place; readonly refusal?: Refusal }

/** The place itself, or the nearest above it that exists: a role can be given only there. */
export const nearestOf = (places: Places): Place => places.find(({ absent }) => !absent) ?? places[0]

/**
 * Whether the account has every one of these rights at a place.
 *
 * What the place itself says is the whole answer. Where it could not be asked, a yes from above holds, because rights are
 * inherited; a no from above says nothing, because a right may be given at the place alone.
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
  return { known: false, place: nearest, ...present({ refusal }) }
}
