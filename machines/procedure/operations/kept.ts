import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import type { Answer } from '../../engine/answer.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import type { KeyChain } from '../key-chain/key-chain.ts'
import { missingKeyPermissions } from '../rights/key-permissions.ts'
import type { VaultKey } from '../services/services.ts'
import { oldestWrappingRole } from '../steps/policy/policy-checks.ts'
import { operationMessages as messages } from './messages.ts'

/** Whether the policy's identity can use the key; undefined if unread. */
export function hasAccess({ policy, vault, keyAccess }: KeyChain): boolean | undefined {
  const [principal, found] = [valueIn(policy)?.principalId, valueIn(vault)]
  if (principal === undefined || !found) return undefined
  if (!found.roleBasedAccess) return missingKeyPermissions(found, principal).length === 0
  const roles = valueIn(keyAccess)
  return roles && oldestWrappingRole(roles) !== undefined
}

/** Missing or disabled policy, vault or key, without access. */
export function keyLackingOf(chain: KeyChain): readonly Message[] {
  const key = valueIn(chain.key)
  return [
    ...(refusalOf(chain.policy)?.reason === 'not-found' ? [messages.policyGone] : []),
    ...(refusalOf(chain.vault)?.reason === 'not-found' ? [messages.vaultGone] : []),
    ...(refusalOf(chain.key)?.reason === 'not-found' ? [messages.keyGone] : []),
    ...(key && key.enabled === false ? [messages.keyDisabled] : []),
  ]
}

export const lackingOf = (chain: KeyChain): readonly Message[] => [
  ...keyLackingOf(chain),
  ...(hasAccess(chain) === false ? [messages.noAccess] : []),
]

export function idOrNotRead(key: Answer<VaultKey> | undefined): DisplayText {
  const found = valueIn(key)
  return found ? verbatim(found.id) : messages.read.keyNotRead
}

/**
 * Whether everything that a restore may need is still present.
 * @param until end of retention, milliseconds since 1970-01-01T00:00:00Z; absent if the services give no start date
 * @param what what is retained, in the middle of a sentence
 */
export function stillKept(chain: KeyChain, until: number | undefined, now: number, what: Message): Observation {
  const lacking = lackingOf(chain)
  const seen = messages.keyAndVault({
    key: valueIn(chain.key)?.id ?? messages.read.keyNotRead,
    vault: valueIn(chain.vault)?.id ?? messages.read.vaultNotRead,
  })
  if (until !== undefined && now >= until) return pass(messages.holdEnded({ what, until }), seen)
  if (lacking.length > 0) return fail(messages.restoresWouldFail({ lacking }), messages.keyAndVaultLacking({ read: seen, lacking }))
  if (until === undefined) return warning(messages.holdUndated({ what }), seen, { remedy: messages.holdUndatedRemedy })
  return pass(messages.holdUntil({ what, until }), seen)
}
