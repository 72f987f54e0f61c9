import { sameId } from '../engine/ids.ts'
import type { ReachableTenant } from './sign-in.ts'

export const nameOfTenant = ({ id, name, domain }: ReachableTenant): string => name ?? domain ?? id

export const detailOfTenant = (tenant: ReachableTenant): string | undefined =>
  [tenant.domain, tenant.id].find((each) => each !== undefined && each !== nameOfTenant(tenant))

export const offeredTenants = (tenants: readonly ReachableTenant[]): readonly ReachableTenant[] =>
  tenants
    .filter(({ id }, index) => tenants.findIndex((each) => sameId(each.id, id)) === index)
    .sort(
      (one, other) =>
        Number(one.name === undefined) - Number(other.name === undefined) || nameOfTenant(one).localeCompare(nameOfTenant(other), 'en'),
    )

export const isOffered = (tenants: readonly ReachableTenant[], tenant: string): boolean => tenants.some(({ id }) => sameId(id, tenant))

export const SEARCHED_FROM = 9

export function matchingTenants(tenants: readonly ReachableTenant[], typed: string): readonly ReachableTenant[] {
  const wanted = typed.trim().toLowerCase()
  return tenants.filter(({ id, name = '', domain = '' }) => [id, name, domain].some((each) => each.toLowerCase().includes(wanted)))
}
