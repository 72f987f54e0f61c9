import type { HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { readsOnly, WriteNotSent } from '#node/services/azure/reads-only.ts'

const NAME = 'already-encrypted'

/** A tenant behind the command line's way out, with what got through. */
function guarded() {
  const sent: string[] = []
  const noting = (network: HttpClient): HttpClient => ({
    sendRequest(request) {
      sent.push(`${request.method} ${new URL(request.url).pathname}`)
      return network.sendRequest(request)
    },
  })
  const open = openPractice(NAME, {
    wall: Date.now,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(NAME),
    around: (network) => readsOnly(noting(network)),
  })
  return { ...open, sent }
}

const READS = /^(?:read|list|search)/

const KEY_VAULT = 'https://kv-contoso-cmk.vault.azure.net'
const SCOPE = '/subscriptions/2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24/resourceGroups/rg-contoso-cmk'
const ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
const SUBSCRIPTION = '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24'

/** Arguments that each write accepts, so that it is the way out that stops it and not a check before. */
const VAULT = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'kv', location: 'eastus', tenantId: ID }
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  enableManagedEnvironment: [ID],
  linkEncryptionPolicy: [ID, ID],
  unlinkEncryptionPolicy: [ID, ID],
  registerProvider: [SUBSCRIPTION],
  createResourceGroup: [SUBSCRIPTION, { name: 'rg', location: 'eastus' }],
  createVault: [VAULT],
  turnOnPurgeProtection: [SUBSCRIPTION, 'rg', 'kv'],
  addKeyAccessPolicy: [SUBSCRIPTION, 'rg', 'kv', { tenantId: ID, objectId: ID, keyPermissions: ['get'] }],
  createKey: [KEY_VAULT, 'new', 3072],
  setKeyRotation: [KEY_VAULT, 'cmk-contoso-prod', { expiresIn: 'P2Y', rotateAfter: 'P18M' }],
  createKeyVersion: [KEY_VAULT, 'cmk-contoso-prod', 3072],
  createKeyResource: [SUBSCRIPTION, 'rg', 'kv', 'new', 3072],
  createPolicy: [{ subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'p', location: 'unitedstates', vaultId: SCOPE, keyName: 'k' }],
  sendAuditLog: [SCOPE, 'name', SCOPE],
  createLock: [SCOPE, 'name', 'note'],
  assignRole: [SCOPE, ID, ID, 'ServicePrincipal'],
  assignLocalRole: [KEY_VAULT, '/keys', ID, ID],
}

/** For a write that is new. */
const ANY = [SCOPE, ID, ID, ID]

describe('the way out of the command line', () => {
  const { services, practice, sent } = guarded()
  const all = Object.entries(services).flatMap(([, service]) =>
    Object.entries(service).filter(
      (entry): entry is [string, (...asked: readonly unknown[]) => Promise<unknown>] => typeof entry[1] === 'function',
    ),
  )
  const writes = all.filter(([name]) => !READS.test(name))

  it('is tried with every write that has arguments here', () => {
    expect(writes.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(ARGUMENTS)))
  })

  it.each(writes)('lets no request of %s through that could change something', async (name, write) => {
    await Promise.resolve(write(...(ARGUMENTS[name] ?? ANY))).catch(() => undefined)
    expect(sent.filter((each) => !/^(?:GET|HEAD) |\/checknameavailability$/i.test(each))).toEqual([])
    expect(practice.writes()).toEqual([])
  })

  it('lets a question through that Azure takes as a POST', async () => {
    expect(await services.azure.readVaultName(SUBSCRIPTION, 'kv-free')).toMatchObject({ ok: true })
    expect(sent.at(-1)).toMatch(/^POST .*checkNameAvailability$/i)
  })

  it('takes a write for a defect of the program', async () => {
    await expect(services.powerPlatform.enableManagedEnvironment(ID)).rejects.toThrow(WriteNotSent)
  })
})
