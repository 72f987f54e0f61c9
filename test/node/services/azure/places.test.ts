import { describe, expect, it } from 'vitest'
import type { Answer } from '#machines/engine/answer.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { bench, PRINCIPAL, SUBSCRIPTION, VAULT_ID } from './stand-in.ts'

/** Places that come from a service or a person, and are none that a request may go to. */
const SCOPES = [
  '',
  'vaults/kv',
  'subscriptions/x',
  '/subscriptions/../x',
  '/subscriptions//x',
  '/subscriptions/a?b',
  '/subscriptions/a b',
  `${VAULT_ID}?x=1`,
]
const VAULTS = [
  'https://kv1.vault.azure.net.evil.example',
  'http://kv1.vault.azure.net',
  'https://vault.azure.net',
  'https://evilvault.azure.net',
]
const HSMS = ['https://hsm1.vault.azure.net/', 'https://managedhsm.azure.net/', 'https://hsm1.managedhsm.azure.net.evil.example/']
const KEY_SCOPES = ['/', '/subscriptions/s', '/keys/../x', '/keys/a/b', '']
const IDS = ['', ' ', '..', 'a/b', 'a?b', "a'b", '%2e']
const ORGANIZATIONS = ['https://contoso.crm4.dynamics.com.evil.example/', 'http://contoso.crm4.dynamics.com/', 'https://dynamics.com/']
const OPERATIONS = [
  'http://europe.api.bap.microsoft.com/x',
  'https://api.bap.microsoft.com.evil.example/x',
  'https://evilapi.bap.microsoft.com/x',
  'https://user@api.bap.microsoft.com/x',
  'https://:pass@api.bap.microsoft.com/x',
  'https://api.bap.microsoft.com:8443/x',
  'https://europe.api.bap.microsoft.com@evil.example/x',
  'file:///etc/passwd',
]
const NO_ADDRESS = ['contoso', '']

const KEY = { size: 2048, inHardware: false } as const
const ROLE = { subscriptionId: SUBSCRIPTION, roleId: PRINCIPAL, principalId: PRINCIPAL, principalType: 'ServicePrincipal' } as const
const HSM = 'https://hsm1.managedhsm.azure.net'

type Asked = (services: Services, place: string) => Promise<Answer<unknown>>

const CALLS: readonly (readonly [call: string, places: readonly string[], asked: Asked])[] = [
  ['readPermissions', SCOPES, (s, at) => s.azure.readPermissions(at)],
  ['listRoleAssignments', SCOPES, (s, at) => s.azure.listRoleAssignments(at, PRINCIPAL)],
  ['listRoleAssignments of a principal', ["x' or '1' eq '1", ''], (s, id) => s.azure.listRoleAssignments(VAULT_ID, id)],
  ['assignRole', SCOPES, (s, scope) => s.azure.assignRole({ ...ROLE, scope })],
  ['assignRole to a principal', ["x' or '1' eq '1", ''], (s, principalId) => s.azure.assignRole({ ...ROLE, scope: VAULT_ID, principalId })],
  ['listRoleHolders', SCOPES, (s, at) => s.azure.listRoleHolders(at)],
  ['listEligibleRoles', SCOPES, (s, at) => s.azure.listEligibleRoles(at)],
  ['listRoleDefinitions', SCOPES, (s, at) => s.azure.listRoleDefinitions(at)],
  ['listLocks', SCOPES, (s, at) => s.azure.listLocks(at)],
  ['createLock', SCOPES, (s, scope) => s.azure.createLock({ scope, name: 'kept', notes: '' })],
  ['readKey', [...VAULTS, ...NO_ADDRESS], (s, at) => s.azure.readKey(at, 'cmk-key')],
  ['createKey', [...VAULTS, ...NO_ADDRESS], (s, at) => s.azure.createKey(at, 'cmk-key', KEY)],
  ['createKeyVersion', VAULTS, (s, at) => s.azure.createKeyVersion(at, 'cmk-key', KEY)],
  ['listKeyVersions', VAULTS, (s, at) => s.azure.listKeyVersions(at, 'cmk-key')],
  ['readKeyRotation', VAULTS, (s, at) => s.azure.readKeyRotation(at, 'cmk-key')],
  ['readDeletedKey', VAULTS, (s, at) => s.azure.readDeletedKey(at, 'cmk-key')],
  ['listLocalRoles', [...HSMS, ...NO_ADDRESS], (s, at) => s.azure.listLocalRoles(at, '/keys', PRINCIPAL)],
  ['listLocalRoles of a key', KEY_SCOPES, (s, scope) => s.azure.listLocalRoles(HSM, scope, PRINCIPAL)],
  ['readEnvironment', IDS, (s, id) => s.powerPlatform.readEnvironment(id)],
  ['listOperations', IDS, (s, id) => s.powerPlatform.listOperations(id)],
  ['linkEncryptionPolicy', IDS, (s, id) => s.powerPlatform.linkEncryptionPolicy(id, '/s')],
  ['readOperation', [...OPERATIONS, ...NO_ADDRESS], (s, at) => s.powerPlatform.readOperation(at)],
  ['readIntegration', [...ORGANIZATIONS, ...NO_ADDRESS], (s, at) => s.dataverse.readIntegration(at)],
]

describe.each(CALLS)('%s', (_, places, asked) => {
  it.each(places)('is refused for %j before a token is fetched or anything is sent', async (place) => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [] } }))
    expect(await asked(services, place)).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect([seen, scopes]).toEqual([[], []])
  })
})
