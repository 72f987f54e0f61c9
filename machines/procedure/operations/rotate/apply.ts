import type { Action } from '../../action.ts'
import type { Services } from '../../services.ts'
import type { Written } from '../../steps/policy/apply.ts'
import { PICKED_UP_IN } from '../../waits.ts'

/**
 * Adds a version to the key, unless one came after the version that was planned for: repeated, it writes nothing more.
 * @param now milliseconds since 1970-01-01T00:00:00Z: from then the day is counted in which the version is picked up
 */
export async function rotateKey(
  action: Extract<Action, { kind: 'rotate-key' }>,
  { azure }: Services,
  now: number,
  signal: AbortSignal,
): Promise<Written> {
  const vault = await azure.readVault(action.subscriptionId, action.vaultResourceGroup, action.vaultName, signal)
  if (!vault.ok) return vault
  const { vaultUri } = vault.value
  const present = await azure.readKey(vaultUri, action.name, signal)
  if (!present.ok) return present
  if (present.value.version !== action.after) return { ok: true, resourceId: present.value.id, written: false }
  const { size, inHardware } = action
  const made = await azure.createKeyVersion(vaultUri, action.name, { size, inHardware: inHardware === true }, signal)
  if (!made.ok) return made
  return { ok: true, resourceId: made.value.id, written: true, pending: { kind: 'rotation', since: now, until: now + PICKED_UP_IN } }
}
