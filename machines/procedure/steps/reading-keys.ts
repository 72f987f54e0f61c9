import { defined } from '../../defined.ts'
import type { Answer, Refusal } from '../../engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { StorePlace } from '../key-store.ts'
import { isOutsideNetwork } from '../refusals.ts'
import type { AzureService, Deleted, KeyRotation, KeyVersion, VaultKey } from '../services/services.ts'

/** A key reading, through the vault or Azure Resource Manager. */
export interface KeyReading {
  readonly key: Answer<VaultKey>
  /** Unordered. */
  readonly keyVersions: Answer<readonly KeyVersion[]>
  readonly keyRotation: Answer<KeyRotation>
  /** Read only if the key is missing, and only from a vault that this computer can reach. */
  readonly deletedKey?: Answer<Deleted>
  /** The vault's network blocks this computer: the key was read through Azure Resource Manager, or is unknown. */
  readonly shutOut?: Refusal
}

/**
 * Reads a key in its vault, or through Azure Resource Manager if the vault's firewall, which protects only the vault's
 * contents, blocks this computer.
 * Source: "Virtual network service endpoints for Azure Key Vault" (30 January 2024).
 */
export async function readKeyIn(
  azure: AzureService,
  store: StorePlace,
  vaultUri: string,
  keyName: string,
  signal: AbortSignal,
): Promise<KeyReading> {
  const [key, keyVersions, keyRotation] = await Promise.all([
    azure.readKey(vaultUri, keyName, signal),
    azure.listKeyVersions(vaultUri, keyName, signal),
    azure.readKeyRotation(vaultUri, keyName, signal),
  ])
  if (isAbsent(key)) return { key, keyVersions, keyRotation, deletedKey: await azure.readDeletedKey(vaultUri, keyName, signal) }
  const refusal = refusalOf(key)
  if (!isOutsideNetwork(refusal) || store.keyStore) return { key, keyVersions, keyRotation }
  const vault = { subscriptionId: store.subscriptionId, resourceGroup: store.vaultResourceGroup, name: store.vaultName }
  const [resource, versions] = await Promise.all([
    azure.readKeyResource(vault, keyName, signal),
    azure.listKeyResourceVersions(vault, keyName, signal),
  ])
  const shutOut = defined({ shutOut: refusal })
  const read = valueIn(resource)
  const evidence = defined({ evidence: resource.evidence })
  if (read) {
    const { key: latest, rotation } = read
    return {
      key: { ok: true, value: latest, ...evidence },
      keyVersions: versions,
      keyRotation: { ok: true, value: rotation, ...evidence },
      ...shutOut,
    }
  }
  // The vault's refusal counts only if Resource Manager refuses too.
  return isAbsent(resource) && !resource.ok
    ? { key: resource, keyVersions: versions, keyRotation, ...shutOut }
    : { key, keyVersions, keyRotation, ...shutOut }
}
