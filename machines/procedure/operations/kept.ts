import { inUtc } from '../../engine/moment.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { missingKeyPermissions } from '../steps/policy/key-permissions.ts'
import { oldestWrappingRole } from '../steps/policy/policy-checks.ts'
import type { KeyMaterial } from './facts.ts'

/** Source: "Manage your customer-managed encryption key" (9 June 2025): an old key, its vault and its access are kept for 30 days. */
export const HELD_FOR = 30 * 86_400_000

/** Whether the policy's identity may use the key; nothing when that was not read. */
export function hasAccess({ policy, vault, access }: KeyMaterial): boolean | undefined {
  const [principal, found] = [valueIn(policy)?.principalId, valueIn(vault)]
  if (principal === undefined || !found) return undefined
  if (!found.roleBasedAccess) return missingKeyPermissions(found, principal).length === 0
  const roles = valueIn(access)
  return roles && oldestWrappingRole(roles) !== undefined
}

/** What of the policy, the vault and the key is gone or disabled, in words; the access apart. */
export function keyLackingOf(material: KeyMaterial): readonly string[] {
  const key = valueIn(material.key)
  return [
    ...(refusalOf(material.policy)?.reason === 'not-found' ? ['the policy is gone'] : []),
    ...(refusalOf(material.vault)?.reason === 'not-found' ? ['the key vault is gone'] : []),
    ...(refusalOf(material.key)?.reason === 'not-found' ? ['the key is gone'] : []),
    ...(key && !key.enabled ? ['the key is disabled'] : []),
  ]
}

/** What of the key and its surroundings is gone or shut, in words; empty when all of it is there. */
export const lackingOf = (material: KeyMaterial): readonly string[] => [
  ...keyLackingOf(material),
  ...(hasAccess(material) === false ? ['the policy’s identity has no access to the key'] : []),
]

/**
 * Whether what the environment was encrypted with is still all there, for as long as a restore can need it.
 * @param until when that ends, milliseconds since 1970-01-01T00:00:00Z; absent when the services give no date to count from
 * @param what is kept, in the middle of a sentence
 */
export function stillKept(material: KeyMaterial, until: number | undefined, now: number, what: string): Observation {
  const lacking = lackingOf(material)
  const key = valueIn(material.key)
  const seen = [key?.id ?? 'The key was not read.', valueIn(material.vault)?.id ?? 'The vault was not read.'].join(' ')
  if (until !== undefined && now >= until) return { status: 'pass', title: `The 30 days for ${what} ended on ${inUtc(until)}`, seen }
  if (lacking.length > 0)
    return { status: 'fail', title: `Restores would fail: ${lacking.join('; ')}`, seen: `${seen} Found: ${lacking.join('; ')}.` }
  if (until === undefined) return { status: 'warning', title: `Keep ${what} for 30 days; no service says from when they count`, seen }
  return { status: 'pass', title: `Keep ${what} until ${inUtc(until)}`, seen }
}
