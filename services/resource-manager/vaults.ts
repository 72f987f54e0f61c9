import type { VaultCreateOrUpdateParameters } from '@azure/arm-keyvault'
import type { Answer } from '../../machines/engine/answer.ts'
import { VAULT_SETTINGS } from '../../machines/procedure/actions/create-vault/vault-settings.ts'
import { KEY_PERMISSIONS, missingKeyPermissions } from '../../machines/procedure/key-permissions.ts'
import type { AzureService, NewVault, Vault, VaultName } from '../../machines/procedure/services.ts'
import { tagsObject } from '../../machines/procedure/tags.ts'
import { requestMessages } from '../answer-messages.ts'
import type { Connection } from '../azure/connection.ts'
import { exchange, exchangeFor, exchangePages, readAnswer } from '../azure/exchange.ts'
import { type ClientFor, keyVaultManagement } from './key-vault-management.ts'
import { asTaken, untilProvisioned } from './provisioning.ts'
import { orAbsent, orNone } from './unregistered.ts'
import { deletedVaultPageSchema, managedHsmSchema, vaultNameSchema, vaultPageSchema, vaultSchema } from './vault.ts'

type VaultService = Pick<
  AzureService,
  | 'listVaults'
  | 'listManagedHsms'
  | 'readVault'
  | 'readManagedHsm'
  | 'readVaultName'
  | 'createVault'
  | 'turnOnPurgeProtection'
  | 'addKeyAccessPolicy'
>

interface VaultAddress {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

/** Key vaults as Azure resources. The SDK is loaded with the first call. */
export function connectVaults(connection: Connection): VaultService {
  const clientFor = keyVaultManagement(connection)
  return {
    async listVaults(subscriptionId, signal) {
      const client = await clientFor(subscriptionId)
      return orNone(await exchangePages(vaultPageSchema, () => client.vaults.listBySubscription(), connection.clock, signal))
    },
    async listManagedHsms(subscriptionId, signal) {
      const client = await clientFor(subscriptionId)
      const hsms = orNone(await exchangePages(vaultPageSchema, () => client.managedHsms.listBySubscription(), connection.clock, signal))
      return hsms.ok ? { ok: true, value: hsms.value.map((hsm) => ({ ...hsm, keyStore: 'managed-hsm' as const })) } : hsms
    },
    async readManagedHsm(subscriptionId, resourceGroup, name, signal) {
      const client = await clientFor(subscriptionId)
      return orAbsent(await exchangeFor(managedHsmSchema, () => client.managedHsms.get(resourceGroup, name), connection.clock, signal))
    },
    readVault: (subscriptionId, resourceGroup, name, signal) =>
      readVault(connection, clientFor, { subscriptionId, resourceGroup, name }, signal),
    readVaultName: (subscriptionId, name, signal) => readVaultName(connection, clientFor, subscriptionId, name, signal),
    createVault: (vault, signal) => createVault(connection, clientFor, vault, signal),
    turnOnPurgeProtection: (subscriptionId, resourceGroup, name, signal) =>
      turnOnPurgeProtection(connection, clientFor, { subscriptionId, resourceGroup, name }, signal),
    addKeyAccessPolicy: (subscriptionId, resourceGroup, name, principalId, signal) =>
      addKeyAccessPolicy(connection, clientFor, { subscriptionId, resourceGroup, name }, principalId, signal),
  }
}

async function readVault({ clock }: Connection, clientFor: ClientFor, address: VaultAddress, signal?: AbortSignal): Promise<Answer<Vault>> {
  const client = await clientFor(address.subscriptionId)
  return orAbsent(await exchangeFor(vaultSchema, () => client.vaults.get(address.resourceGroup, address.name), clock, signal))
}

async function readVaultName(
  { clock }: Connection,
  clientFor: ClientFor,
  subscriptionId: string,
  name: string,
  signal?: AbortSignal,
): Promise<Answer<VaultName>> {
  const client = await clientFor(subscriptionId)
  const ask = () => client.vaults.checkNameAvailability({ name, type: 'Microsoft.KeyVault/vaults' })
  const answer = await exchangeFor(vaultNameSchema, ask, clock, signal)
  if (!answer.ok || answer.value.available) return answer
  // The service says that the name is taken, but not by what. A deleted vault is listed in its own subscription only.
  const deleted = await exchangePages(deletedVaultPageSchema, () => client.vaults.listDeleted(), clock, signal)
  const found = deleted.ok ? deleted.value.find((each) => each.name.toLowerCase() === name.toLowerCase()) : undefined
  return found ? { ok: true, value: { ...answer.value, deleted: found.deleted } } : answer
}

const fitForCustomerManagedKeys = ({ location, tenantId, tags }: NewVault): VaultCreateOrUpdateParameters => ({
  location,
  ...(tags ? { tags: tagsObject(tags) } : {}),
  properties: {
    tenantId,
    ...VAULT_SETTINGS,
    accessPolicies: [],
  },
})

async function createVault(connection: Connection, clientFor: ClientFor, vault: NewVault, signal?: AbortSignal): Promise<Answer<Vault>> {
  const { clock } = connection
  const client = await clientFor(vault.subscriptionId)
  // A PUT on a vault that exists would replace its settings and access policies.
  const existing = await readVault(connection, clientFor, vault, signal)
  if (existing.ok) return untilVaultProvisioned(connection, clientFor, vault, existing.value, signal)
  if (existing.refusal.reason !== 'not-found') return existing
  // Only the poller's first request: it would keep waiting by this computer's clock.
  const put = async () => client.vaults.createOrUpdate(vault.resourceGroup, vault.name, fitForCustomerManagedKeys(vault)).submitted()
  const answer = await exchange(put, clock, signal)
  if (!answer.ok) return answer
  const created =
    answer.value.text.trim() === '' ? await readVault(connection, clientFor, vault, signal) : readAnswer(answer.value, vaultSchema, clock)
  return asTaken(created.ok ? await untilVaultProvisioned(connection, clientFor, vault, created.value, signal) : created)
}

/** A vault made a moment ago may not be on every server yet. */
const untilVaultProvisioned = (connection: Connection, clientFor: ClientFor, address: VaultAddress, first: Vault, signal?: AbortSignal) =>
  untilProvisioned(
    first,
    {
      clock: connection.clock,
      read: async () => {
        const read = await readVault(connection, clientFor, address, signal)
        return !read.ok && read.refusal.reason === 'not-found' ? undefined : read
      },
      failed: (state) => requestMessages.vaultFailed({ vault: first.name, state }),
      beingMade: requestMessages.vaultBeingMade({ vault: first.name }),
      notShown: requestMessages.vaultNotShown({ vault: first.name }),
    },
    signal,
  )

async function turnOnPurgeProtection(
  connection: Connection,
  clientFor: ClientFor,
  address: VaultAddress,
  signal?: AbortSignal,
): Promise<Answer<Vault>> {
  const client = await clientFor(address.subscriptionId)
  const existing = await readVault(connection, clientFor, address, signal)
  if (!existing.ok || existing.value.purgeProtection) return existing
  const patch = () => client.vaults.update(address.resourceGroup, address.name, { properties: { enablePurgeProtection: true } })
  return exchangeFor(vaultSchema, patch, connection.clock, signal)
}

async function addKeyAccessPolicy(
  connection: Connection,
  clientFor: ClientFor,
  address: VaultAddress,
  principalId: string,
  signal?: AbortSignal,
): Promise<Answer<Vault>> {
  const client = await clientFor(address.subscriptionId)
  const existing = await readVault(connection, clientFor, address, signal)
  if (!existing.ok || missingKeyPermissions(existing.value, principalId).length === 0) return existing
  const entry = { tenantId: existing.value.tenantId ?? '', objectId: principalId, permissions: { keys: [...KEY_PERMISSIONS] } }
  // "add" joins these permissions to what the principal has; "replace" would take others away.
  const add = () =>
    client.vaults.updateAccessPolicy(address.resourceGroup, address.name, 'add', { properties: { accessPolicies: [entry] } })
  const answer = await exchange(add, connection.clock, signal)
  return answer.ok ? readVault(connection, clientFor, address, signal) : answer
}
