import { defined } from '../../defined.ts'
import type { Refusal } from '../../engine/answer.ts'
import { isAbsent, refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { parseResourceId } from '../ids.ts'
import { readLocalAccess, readStore, type StorePlace, storeOf } from '../key-store.ts'
import { operationMessages } from '../operations/messages.ts'
import { isOutsideNetwork } from '../refusals.ts'
import type { AzureService, Services } from '../services/services.ts'
import type { KeyChain, KeyReading } from './key-chain.ts'

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
  const shutOut = defined({ keyShutOut: refusal })
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

/** Reads a policy, its vault and key, and their access. @param id Azure resource ID of the policy, in any case */
export async function readKeyChain({ azure }: Services, id: string, signal: AbortSignal): Promise<KeyChain> {
  const place = parseResourceId(id)
  if (!place) return { policy: { ok: false, refusal: notAPolicy(id) } }
  const policy = await azure.readPolicy(place.subscriptionId, place.resourceGroup, place.name, signal)
  const { vaultId, keyName, principalId } = valueIn(policy) ?? {}
  const store = vaultId === undefined ? undefined : storeOf(vaultId)
  if (!store || vaultId === undefined) return { policy }
  const reading = readStore(azure, store, signal)
  const reached = async (principal: string) =>
    store.keyStore
      ? readLocalAccess(azure, valueIn(await reading), keyName, principal, signal)
      : azure.listRoleAssignments(vaultId, principal, signal)
  const [vault, keyAccess] = await Promise.all([reading, principalId === undefined ? undefined : reached(principalId)])
  const found = valueIn(vault)
  const ofKey = found === undefined || keyName === undefined ? undefined : await readKeyIn(azure, store, found.vaultUri, keyName, signal)
  return { policy, vault, ...defined({ keyAccess }), ...ofKey }
}

const notAPolicy = (id: string): Refusal => ({
  reason: 'unreadable',
  request: 'GET /environments',
  message: operationMessages.read.notAnAzureId({ id }),
})
