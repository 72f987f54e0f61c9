import type { Answer } from '../../engine/answer.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import { missingKeyPermissions } from '../key-permissions.ts'
import type { VaultKey } from '../services.ts'
import { oldestWrappingRole } from '../steps/policy/policy-checks.ts'
import type { KeyMaterial } from './facts.ts'
import { operationMessages as messages } from './messages.ts'

/** Whether the policy's identity may use the key; nothing when that was not read. */
export function hasAccess({ policy, vault, access }: KeyMaterial): boolean | undefined {
  const [principal, found] = [valueIn(policy)?.principalId, valueIn(vault)]
  if (principal === undefined || !found) return undefined
  if (!found.roleBasedAccess) return missingKeyPermissions(found, principal).length === 0
  const roles = valueIn(access)
  return roles && oldestWrappingRole(roles) !== undefined
}

/** What of the policy, the vault and the key is gone or disabled, in words; the access apart. */
export function keyLackingOf(material: KeyMaterial): readonly Message[] {
  const key = valueIn(material.key)
  return [
    ...(refusalOf(material.policy)?.reason === 'not-found' ? [messages.policyGone] : []),
    ...(refusalOf(material.vault)?.reason === 'not-found' ? [messages.vaultGone] : []),
    ...(refusalOf(material.key)?.reason === 'not-found' ? [messages.keyGone] : []),
    ...(key && !key.enabled ? [messages.keyDisabled] : []),
  ]
}

/** What of the key and its surroundings is gone or shut, in words; empty when all of it is there. */
export const lackingOf = (material: KeyMaterial): readonly Message[] => [
  ...keyLackingOf(material),
  ...(hasAccess(material) === false ? [messages.noAccess] : []),
]

/** Which key it is, where that could be read. */
export function idOrNotRead(key: Answer<VaultKey> | undefined): DisplayText {
  const found = valueIn(key)
  return found ? verbatim(found.id) : messages.read.keyNotRead
}

/**
 * Whether what the environment was encrypted with is still all there, for as long as a restore can need it.
 * @param until when that ends, milliseconds since 1970-01-01T00:00:00Z; absent when the services give no date to count from
 * @param what is kept, in the middle of a sentence
 */
export function stillKept(material: KeyMaterial, until: number | undefined, now: number, what: Message): Observation {
  const lacking = lackingOf(material)
  const seen = messages.keyAndVault({
    key: valueIn(material.key)?.id ?? messages.read.keyNotRead,
    vault: valueIn(material.vault)?.id ?? messages.read.vaultNotRead,
  })
  if (until !== undefined && now >= until) return { status: 'pass', title: messages.holdEnded({ what, until }), seen }
  if (lacking.length > 0)
    return { status: 'fail', title: messages.restoresWouldFail({ lacking }), seen: messages.keyAndVaultLacking({ read: seen, lacking }) }
  if (until === undefined) return { status: 'warning', title: messages.holdUndated({ what }), seen }
  return { status: 'pass', title: messages.holdUntil({ what, until }), seen }
}
