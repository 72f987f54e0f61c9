import { describe, expect, it } from 'vitest'
import { bench, ENVIRONMENT, OPERATION_ADDRESS, type Reply, type Seen } from '../azure/stand-in.ts'

const environment = { name: ENVIRONMENT, location: 'europe', properties: { displayName: 'Contoso' } }
const notFound = (code: string): Reply => ({ status: 404, body: { error: { code, message: 'No.' } } })
const asked = ({ method, url }: Seen) => `${method} ${url.href}`
const BAP = 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform'

describe('reading an environment', () => {
  it('asks for the policies and permissions with it, for the audience of Power Platform', async () => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: environment }))
    expect(await services.powerPlatform.readEnvironment(ENVIRONMENT)).toMatchObject({
      ok: true,
      value: { id: ENVIRONMENT, displayName: 'Contoso' },
    })
    expect(seen.map(asked)).toEqual([
      `GET ${BAP}/scopes/admin/environments/${ENVIRONMENT}?$expand=properties%2FenterprisePolicies%2Cproperties.permissions&api-version=2023-06-01`,
    ])
    expect(scopes).toEqual(['https://service.powerapps.com/.default'])
  })

  const EXPANDED = '$expand=properties%2FenterprisePolicies%2Cproperties.permissions&'

  it.each<[string, Reply, string]>([
    ['the version is not known', { status: 400, body: { error: { code: 'InvalidApiVersion', message: 'No.' } } }, EXPANDED],
    ['the route is not known', notFound('ResourceNotFound'), EXPANDED],
    ['a route answers with nothing', { status: 404 }, EXPANDED],
    ['what is to be expanded is refused', { status: 400, body: { error: { code: 'InvalidExpand', message: 'No.' } } }, ''],
  ])('turns to the unscoped route when %s', async (_, reply, expand) => {
    const { services, seen } = bench(({ url }) => (url.pathname.includes('/scopes/admin/') ? reply : { status: 200, body: environment }))
    expect(await services.powerPlatform.readEnvironment(ENVIRONMENT)).toMatchObject({ ok: true })
    expect(seen.map(asked)[1]).toBe(`GET ${BAP}/environments/${ENVIRONMENT}?${expand}api-version=2016-11-01`)
  })

  it.each<[string, Reply]>([
    ['the environment cannot be seen', notFound('EnvironmentNotFound')],
    ['the account may not', { status: 403, body: { error: { code: 'EnvironmentAccess', message: 'No.' } } }],
  ])('does not ask another way when %s', async (_, reply) => {
    const { services, seen } = bench(() => reply)
    expect(await services.powerPlatform.readEnvironment(ENVIRONMENT)).toMatchObject({ ok: false })
    expect(seen).toHaveLength(1)
  })

  it('keeps the first refusal when the other route knows nothing either', async () => {
    const { services } = bench(({ url }) => notFound(url.pathname.includes('/scopes/admin/') ? 'First' : 'Second'))
    expect(await services.powerPlatform.readEnvironment(ENVIRONMENT)).toMatchObject({ ok: false, refusal: { code: 'First' } })
  })
})

describe('listing environments', () => {
  it('follows the next page on a regional host', async () => {
    const next = 'https://europe.api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?$skiptoken=2'
    const { services } = bench(({ url }) => ({
      status: 200,
      body: url.searchParams.has('$skiptoken') ? { value: [{ ...environment, name: 'e2' }] } : { value: [environment], nextLink: next },
    }))
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true, value: [{ id: ENVIRONMENT }, { id: 'e2' }] })
  })
})

describe('linking', () => {
  const link = async (reply: Reply, operations: unknown = { value: [] }) => {
    const made = bench(({ method }) => (method === 'POST' ? reply : { status: 200, body: operations }))
    return { ...made, answer: await made.services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, '/regions/europe/policy') }
  }

  it('posts the system id as JSON to the unscoped route', async () => {
    const { seen } = await link({ status: 202, headers: { Location: OPERATION_ADDRESS } })
    expect(seen.map(asked)).toEqual([`POST ${BAP}/environments/${ENVIRONMENT}/enterprisePolicies/Encryption/link?api-version=2019-10-01`])
    expect(seen[0]?.body).toBe('{"SystemId":"/regions/europe/policy"}')
    expect(seen[0]?.headers['content-type']).toBe('application/json')
  })

  it.each([
    ['Operation-Location', { 'Operation-Location': OPERATION_ADDRESS, 'Retry-After': '5' }],
    ['Location', { location: OPERATION_ADDRESS, 'retry-after': '5' }],
    ['both', { 'OPERATION-LOCATION': OPERATION_ADDRESS, LOCATION: 'https://api.bap.microsoft.com/other', 'Retry-After': '5' }],
  ])('finds the operation in %s', async (_, headers) => {
    const { answer } = await link({ status: 202, headers })
    expect(answer).toEqual({ ok: true, value: { address: OPERATION_ADDRESS, id: 'op1', retryAfterSeconds: 5 } })
  })

  it('finds the operation in the list when the service named none', async () => {
    const value = [
      { id: 'older', state: { id: 'Running' }, createdDateTime: '2026-01-05T08:59:00Z' },
      { id: 'newest', state: { id: 'NotStarted' }, createdDateTime: '2026-01-05T09:00:01Z' },
    ]
    const { answer, seen } = await link({ status: 202 }, { value })
    expect(answer).toEqual({ ok: true, value: { id: 'newest' } })
    expect(seen.map(asked)[1]).toBe(`GET ${BAP}/lifecycleOperations?api-version=2024-05-01&$filter=environment%20eq%20%27${ENVIRONMENT}%27`)
  })

  it('does not take an operation of long ago for the one it started', async () => {
    const { answer } = await link(
      { status: 202 },
      { value: [{ id: 'old', state: { id: 'Succeeded' }, createdDateTime: '2026-01-04T09:00:00Z' }] },
    )
    expect(answer).toEqual({ ok: true, value: {} })
  })

  it('stays accepted when the list cannot be read', async () => {
    expect((await link({ status: 202 }, 'oops')).answer).toEqual({ ok: true, value: {} })
  })

  it('leaves out an operation address on a foreign host', async () => {
    const { answer } = await link({ status: 202, headers: { 'Operation-Location': 'https://evil.example/lifecycleOperations/op1' } })
    expect(answer).toEqual({ ok: true, value: {} })
  })
})

describe('turning on Managed Environment', () => {
  it('asks for the standard protection level', async () => {
    const { services, seen } = bench(() => ({ status: 202, headers: { Location: OPERATION_ADDRESS } }))
    expect(await services.powerPlatform.enableManagedEnvironment(ENVIRONMENT)).toMatchObject({ ok: true, value: { id: 'op1' } })
    expect(seen.map(asked)).toEqual([`POST ${BAP}/environments/${ENVIRONMENT}/governanceConfiguration?api-version=2021-04-01`])
    expect(seen[0]?.body).toBe('{"protectionLevel":"Standard","settings":{"extendedSettings":{}}}')
  })

  it('is done when the service has nothing more to do', async () => {
    const { services, seen } = bench(() => ({ status: 204 }))
    expect(await services.powerPlatform.enableManagedEnvironment(ENVIRONMENT)).toEqual({ ok: true, value: {} })
    expect(seen).toHaveLength(1)
  })
})

describe('reading an operation', () => {
  it('carries the pause the service asked for', async () => {
    const { services } = bench(() => ({
      status: 200,
      headers: { 'Retry-After': '10' },
      body: { id: 'op1', type: { id: 'T' }, state: { id: 'Running' } },
    }))
    expect(await services.powerPlatform.readOperation(OPERATION_ADDRESS)).toEqual({
      ok: true,
      value: { id: 'op1', type: 'T', state: 'running', stateWord: 'Running', stages: [], retryAfterSeconds: 10 },
    })
  })

  it('treats a 202 without content as work in progress', async () => {
    const { services } = bench(() => ({ status: 202 }))
    expect(await services.powerPlatform.readOperation(OPERATION_ADDRESS)).toMatchObject({
      ok: true,
      value: { id: 'op1', state: 'running' },
    })
  })
})
