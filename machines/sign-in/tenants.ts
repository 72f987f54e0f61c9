import { sameId } from '../engine/ids.ts'
import type { ReachableTenant } from './sign-in.ts'

/** What a person knows it by. */
export const nameOfTenant = ({ id, name, domain }: ReachableTenant): string => name ?? domain ?? id

/** What is said of it beside its name: the domain, or the ID where there is none. */
export const detailOfTenant = (tenant: ReachableTenant): string | undefined =>
  [tenant.domain, tenant.id].find((each) => each !== undefined && each !== nameOfTenant(tenant))

/** The tenants of an account as they are offered: each once, by name, and those without one last. */
export const offeredTenants = (tenants: readonly ReachableTenant[]): readonly ReachableTenant[] =>
  tenants
    .filter(({ id }, index) => tenants.findIndex((each) => sameId(each.id, id)) === index)
    .sort(
      (one, other) =>
        Number(one.name === undefined) - Number(other.name === undefined) || nameOfTenant(one).localeCompare(nameOfTenant(other), 'en'),
    )

/** Whether a tenant is among those that were offered. */
export const isOffered = (tenants: readonly ReachableTenant[], tenant: string): boolean => tenants.some(({ id }) => sameId(id, tenant))

/** From so many on, a list is searched and not read. */
export const SEARCHED_FROM = 9

/** Those whose name, domain or ID holds what was typed. */
export function matchingTenants(tenants: readonly ReachableTenant[], typed: string): readonly ReachableTenant[] {
  const wanted = typed.trim().toLowerCase()
  return tenants.filter(({ id, name = '', domain = '' }) => [id, name, domain].some((each) => each.toLowerCase().includes(wanted)))
}
