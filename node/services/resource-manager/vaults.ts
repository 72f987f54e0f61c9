import type { Answer } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { VAULT_SETTINGS } from '#machines/procedure/actions/create-vault/vault-settings.ts'
import { KEY_PERMISSIONS, missingKeyPermissions } from '#machines/procedure/rights/key-permissions.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, NewVault, Vault } from '#machines/procedure/services/services.ts'
import { tagsObject } from '#machines/procedure/tags.ts'
import { requestMessages } from '../answer-messages.ts'
import { readAnswer } from '../azure/exchange.ts'
import { type Asked, inGroup, inSubscription, type ResourceManager } from '../azure/resource-manager.ts'
import { asTaken, untilProvisioned } from './provisioning.ts'
import { orAbsent, orNone } from './unregistered.ts'
import { deletedVaultPageSchema, managedHsmSchema, VAULTS, vaultNameSchema, vaultPageSchema, vaultSchema } from './vault.ts'

const HSMS = 'Microsoft.KeyVault/managedHSMs'

const fitForCustomerManagedKeys = ({ location, tenantId, tags }: NewVault) => ({
  location,
  ...(tags ? { tags: tagsObject(tags) } : {}),
  properties: { tenantId, ...VAULT_SETTINGS, accessPolicies: [] },
})

export function vaultsIn(manager: ResourceManager, clock: Clock) {
  const version = API_VERSIONS.keyVault
  const all = (subscriptionId: string, type: string): Asked => ({ path: inSubscription(subscriptionId, type), version })
  const one = (subscriptionId: string, resourceGroup: string, ...rest: readonly string[]): Asked => ({
    path: inGroup(subscriptionId, resourceGroup, VAULTS, ...rest),
    version,
  })

  const readVault: AzureService['readVault'] = async (subscriptionId, resourceGroup, name, signal) =>
    orAbsent(await manager.get(vaultSchema, one(subscriptionId, resourceGroup, name), signal))

  /** A new vault may not be on every server yet. */
  function untilVaultProvisioned({ subscriptionId, resourceGroup, name }: NewVault, first: Vault, signal?: AbortSignal) {
    const read = async () => {
      const seen = await readVault(subscriptionId, resourceGroup, name, signal)
      return !seen.ok && seen.refusal.reason === 'not-found' ? undefined : seen
    }
    const says = {
      failed: (state: string) => requestMessages.vaultFailed({ vault: first.name, state }),
      beingMade: requestMessages.vaultBeingMade({ vault: first.name }),
      notShown: requestMessages.vaultNotShown({ vault: first.name }),
    }
    return untilProvisioned(first, { clock, read, ...says }, signal)
  }

  return {
    readVault,
    async listVaults(subscriptionId, signal) {
      return orNone(await manager.list(vaultPageSchema, all(subscriptionId, VAULTS), signal))
    },
    async listManagedHsms(subscriptionId, signal) {
      const hsms = orNone(await manager.list(vaultPageSchema, all(subscriptionId, HSMS), signal))
      return hsms.ok ? { ok: true, value: hsms.value.map((hsm) => ({ ...hsm, keyStore: 'managed-hsm' as const })) } : hsms
    },
    async readManagedHsm(subscriptionId, resourceGroup, name, signal) {
      return orAbsent(await manager.get(managedHsmSchema, { path: inGroup(subscriptionId, resourceGroup, HSMS, name), version }, signal))
    },
    async readVaultName(subscriptionId, name, signal) {
      const asked = all(subscriptionId, 'Microsoft.KeyVault/checkNameAvailability')
      const answer = await manager.post(vaultNameSchema, asked, { name, type: VAULTS }, signal)
      if (!answer.ok || answer.value.available) return answer
      // The service doesn't say what holds the name. Deleted vaults are listed in their own subscription only.
      const deleted = await manager.list(deletedVaultPageSchema, all(subscriptionId, 'Microsoft.KeyVault/deletedVaults'), signal)
      const found = deleted.ok ? deleted.value.find((each) => each.name.toLowerCase() === name.toLowerCase()) : undefined
      return found ? { ok: true, value: { ...answer.value, deleted: found.deleted } } : answer
    },
    async createVault(vault, signal) {
      const { subscriptionId, resourceGroup, name } = vault
      // A PUT on an existing vault would replace settings and access policies.
      const existing = await readVault(subscriptionId, resourceGroup, name, signal)
      if (existing.ok) return untilVaultProvisioned(vault, existing.value, signal)
      if (existing.refusal.reason !== 'not-found') return existing
      const answer = await manager.send('PUT', one(subscriptionId, resourceGroup, name), fitForCustomerManagedKeys(vault), signal)
      if (!answer.ok) return answer
      const created: Answer<Vault> =
        answer.value.text.trim() === ''
          ? await readVault(subscriptionId, resourceGroup, name, signal)
          : readAnswer(answer.value, vaultSchema, clock)
      return asTaken(created.ok ? await untilVaultProvisioned(vault, created.value, signal) : created)
    },
    async turnOnPurgeProtection(subscriptionId, resourceGroup, name, signal) {
      const existing = await readVault(subscriptionId, resourceGroup, name, signal)
      if (!existing.ok || existing.value.purgeProtection) return existing
      const body = { properties: { enablePurgeProtection: true } }
      return manager.patch(vaultSchema, one(subscriptionId, resourceGroup, name), body, signal)
    },
    async addKeyAccessPolicy(subscriptionId, resourceGroup, name, principalId, signal) {
      const existing = await readVault(subscriptionId, resourceGroup, name, signal)
      if (!existing.ok || missingKeyPermissions(existing.value, principalId).length === 0) return existing
      const entry = { tenantId: existing.value.tenantId ?? '', objectId: principalId, permissions: { keys: [...KEY_PERMISSIONS] } }
      // "add" extends the principal's permissions; "replace" would remove others.
      const asked = one(subscriptionId, resourceGroup, name, 'accessPolicies', 'add')
      const answer = await manager.send('PUT', asked, { properties: { accessPolicies: [entry] } }, signal)
      return answer.ok ? readVault(subscriptionId, resourceGroup, name, signal) : answer
    },
  } satisfies Partial<AzureService>
}
