import type { Answer, Refusal } from '../engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '../engine/step/refusals.ts'
import { present } from '../present.ts'
import type { StorePlace } from './key-store.ts'
import { isOutsideNetwork } from './refusals.ts'
import type { AzureService, Deleted, KeyRotation, KeyVersion, VaultKey } from './services.ts'

/** What is known of a key, and by which way. */
export interface KeyReading {
  /** The latest version. */
  readonly key: Answer<VaultKey>
  /** In no order. */
  readonly keyVersions: Answer<readonly KeyVersion[]>
  readonly keyRotation: Answer<KeyRotation>
  /** Asked only when there is no such key, and only of a vault that lets this computer in. */
  readonly deletedKey?: Answer<Deleted>
  /** The vault's network keeps this computer out: what is said of the key is from Azure Resource Manager, or it is not known. */
  readonly shutOut?: Refusal
}

/**
 * Reads a key in its vault and, where the vault's network keeps this computer out, through Azure Resource Manager: a firewall
 * decides only over what is inside the vault.
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
  const shutOut = present({ shutOut: refusal })
  const read = valueIn(resource)
  const evidence = present({ evidence: resource.evidence })
  if (read) {
    const { key: latest, rotation } = read
    return {
      key: { ok: true, value: latest, ...evidence },
      keyVersions: versions,
      keyRotation: { ok: true, value: rotation, ...evidence },
      ...shutOut,
    }
  }
  // Only where Resource Manager may not be asked either does the vault's own word stand.
  return isAbsent(resource) && !resource.ok
    ? { key: resource, keyVersions: versions, keyRotation, ...shutOut }
    : { key, keyVersions, keyRotation, ...shutOut }
}
