import { describe, expect, it } from 'vitest'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { PEOPLE } from '#node/practice/people.ts'
import type { VaultState } from '#node/practice/state.ts'
import { SUBSCRIPTION } from '#node/practice/world.ts'
import { type Ask, GROUP_PATH, pagesOf, practise, refusal, SUBSCRIPTION_PATH, scenarioOf } from './practise.ts'

const HSM_PATH = `${GROUP_PATH}/providers/Microsoft.KeyVault/managedHSMs/hsm-contoso`
const ORIGIN = 'https://hsm-contoso.managedhsm.azure.net'
const ROLES = '/providers/Microsoft.Authorization'
const USER = LOCAL_ROLES['crypto-user']

function withHsm(wish: Partial<VaultState> = {}) {
  const practised = practise(
    scenarioOf('with an HSM', (world) => {
      world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
      const hsm = world.managedHsm(world.group('rg-contoso-cmk', 'eastus'), 'hsm-contoso', wish)
      world.grantLocally(hsm, PEOPLE.ada.objectId, 'administrator')
      world.grantLocally(hsm, PEOPLE.kim.objectId, 'crypto-user', '/keys')
    }),
  )
  const hsm = (method: string, path: string, ask?: Ask) =>
    practised.at(method, `${ORIGIN}${path}?api-version=7.4`, 'https://managedhsm.azure.net/.default', ask)
  return { ...practised, hsm }
}

const newKey = { body: { kty: 'RSA-HSM', key_size: 3072 } }
const give = (roleId: string, principalId: string): Ask => ({
  body: { properties: { roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${roleId}`, principalId } },
})
const NAME = '0f7dd37a-fb3c-41f1-849a-a0e9571462ae'

describe('the keys of a Managed HSM', () => {
  it('notify no one by themselves, as keys of a vault do', async () => {
    const { hsm } = withHsm()
    await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, give(LOCAL_ROLES['crypto-user'], PEOPLE.ada.objectId))
    expect((await hsm('POST', '/keys/cmk/create', newKey)).status).toBe(200)
    expect((await hsm('GET', '/keys/cmk/rotationpolicy')).body).toMatchObject({ lifetimeActions: [] })
  })
})

describe('a Managed HSM in Resource Manager', () => {
  it('is listed and read as such, and among no vaults', async () => {
    const { arm } = withHsm({ enablePurgeProtection: false })
    expect((await arm('GET', HSM_PATH)).body).toMatchObject({
      type: 'Microsoft.KeyVault/managedHSMs',
      properties: {
        hsmUri: `${ORIGIN}/`,
        enablePurgeProtection: false,
        securityDomainProperties: { activationStatus: 'Active' },
      },
    })
    const listed = await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/managedHSMs`)
    expect(listed.body).toMatchObject({ value: [{ name: 'hsm-contoso' }] })
    expect((await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/vaults`)).body).toEqual({ value: [] })
    expect(refusal(await arm('GET', HSM_PATH.replace('managedHSMs', 'vaults')))).toBe('404 ResourceNotFound')
    expect(SUBSCRIPTION_PATH).toContain(SUBSCRIPTION.id)
  })
})

describe('the data plane of a Managed HSM', () => {
  it('takes tokens for Managed HSM only, and names that audience', async () => {
    const { at, hsm } = withHsm()
    expect((await hsm('GET', '/keys', { as: 'kim' })).status).toBe(200)
    const refused = await at('GET', `${ORIGIN}/keys?api-version=7.4`, 'https://vault.azure.net/.default', { as: 'kim' })
    expect(refusal(refused)).toBe('401 Unauthorized')
    expect(refused.headers.get('www-authenticate')).toContain('resource="https://managedhsm.azure.net"')
  })

  it('goes by its own roles: an Owner of the subscription may create no key, a Crypto User may', async () => {
    const { hsm } = withHsm()
    expect(refusal(await hsm('POST', '/keys/cmk/create', newKey))).toBe('403 Forbidden')
    expect((await hsm('POST', '/keys/cmk/create', { ...newKey, as: 'kim' })).body).toMatchObject({ key: { kty: 'RSA-HSM' } })
    expect((await hsm('GET', '/keys/cmk', { as: 'kim' })).status).toBe(200)
  })

  it('keeps no software keys', async () => {
    const { hsm } = withHsm()
    expect(refusal(await hsm('POST', '/keys/cmk/create', { as: 'kim', body: { kty: 'RSA' } }))).toBe('400 BadParameter')
  })

  it('answers nothing about keys and roles until it is activated', async () => {
    const { hsm } = withHsm({ managedHsm: { activation: 'NotActivated' } })
    expect(refusal(await hsm('GET', '/keys/cmk', { as: 'kim' }))).toBe('403 Forbidden')
    expect(refusal(await hsm('GET', `${ROLES}/roleDefinitions`))).toBe('403 Forbidden')
  })
})

describe('local roles', () => {
  it('are given by who may, at all keys or one, and once', async () => {
    const { hsm, tenant } = withHsm()
    const asked = give(USER, PEOPLE.grace.objectId)
    expect(refusal(await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, { ...asked, as: 'kim' }))).toBe('403 Forbidden')
    expect((await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, asked)).body).toMatchObject({
      name: NAME,
      properties: { scope: '/keys' },
    })
    expect((await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, asked)).status).toBe(201)
    const another = NAME.replace('0f', '1f')
    expect(refusal(await hsm('PUT', `/keys${ROLES}/roleAssignments/${another}`, asked))).toBe('409 RoleAssignmentExists')
    expect(tenant.inspect().localRoles.filter(({ principalId }) => principalId === PEOPLE.grace.objectId)).toHaveLength(1)
    expect((await hsm('POST', '/keys/cmk/create', { ...newKey, as: 'grace' })).status).toBe(200)
  })

  it('are listed at, above and below a scope, with the roles there are', async () => {
    const { hsm, at } = withHsm()
    expect((await hsm('GET', `${ROLES}/roleAssignments`)).body).toMatchObject({
      value: [{ properties: { scope: '/' } }, { properties: { scope: '/keys' } }],
    })
    expect((await hsm('GET', `/keys/cmk${ROLES}/roleAssignments`)).body).toHaveProperty('value.length', 2)
    const definitions = await pagesOf({ at }, await hsm('GET', `${ROLES}/roleDefinitions`), 'https://managedhsm.azure.net/.default')
    expect(definitions.length).toBeGreaterThan(1)
    expect(JSON.stringify(definitions)).toContain('Managed HSM Crypto Service Encryption User')
  })

  it('can be taken away again', async () => {
    const { hsm } = withHsm()
    await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, give(USER, PEOPLE.grace.objectId))
    expect((await hsm('DELETE', `/keys${ROLES}/roleAssignments/${NAME}`)).status).toBe(200)
    expect(refusal(await hsm('GET', `/keys${ROLES}/roleAssignments/${NAME}`))).toBe('404 RoleAssignmentNotFound')
  })

  it('that don’t exist, and other scopes, are refused', async () => {
    const { hsm } = withHsm()
    expect(refusal(await hsm('PUT', `/keys${ROLES}/roleAssignments/${NAME}`, give(NAME, PEOPLE.grace.objectId)))).toBe(
      '404 RoleDefinitionNotFound',
    )
    expect(refusal(await hsm('PUT', `/other${ROLES}/roleAssignments/${NAME}`, give(USER, PEOPLE.grace.objectId)))).toBe('400 BadParameter')
  })
})
