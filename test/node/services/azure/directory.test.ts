import { afterEach, describe, expect, it, vi } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { english } from '#test/english.ts'
import { type BROKEN, bench, PRINCIPAL, type Reply } from './stand-in.ts'

const ADA = { id: PRINCIPAL, displayName: 'Ada Marsh', userPrincipalName: 'ada@contoso.example' }
const people = (...value: readonly unknown[]): Reply => ({ status: 200, body: { '@odata.context': 'x', value } })
const search = async (reply: Reply | typeof BROKEN, wanted = 'ada') => {
  const made = bench(() => reply)
  return { ...made, answer: await made.services.directory.searchPeople(wanted) }
}

describe('searching people', () => {
  it('asks Microsoft Graph for ten, by name and user name, with a token for it and the header that searching takes', async () => {
    const { answer, seen, scopes } = await search(people(ADA))
    expect(answer).toEqual({ ok: true, value: [{ id: PRINCIPAL, displayName: 'Ada Marsh', userName: 'ada@contoso.example' }] })
    expect(seen.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual(['GET https://graph.microsoft.com/v1.0/users'])
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      $search: '"displayName:ada" OR "userPrincipalName:ada"',
      $select: 'id,displayName,userPrincipalName',
      $top: '10',
      $count: 'true',
    })
    expect(seen[0]?.headers).toMatchObject({ consistencylevel: 'eventual' })
    expect(scopes).toEqual(['https://graph.microsoft.com/.default'])
  })

  it.each([
    ['a" OR "displayName:b', String.raw`"displayName:a\" OR \"displayName:b" OR "userPrincipalName:a\" OR \"displayName:b"`],
    ['\\', String.raw`"displayName:\\" OR "userPrincipalName:\\"`],
    ['a&$filter=x#', '"displayName:a&$filter=x#" OR "userPrincipalName:a&$filter=x#"'],
  ])('lets nothing that is typed leave its clause: %s', async (wanted, expected) => {
    const { seen } = await search(people(), wanted)
    expect([...(seen[0]?.url.searchParams.keys() ?? [])]).toEqual(['$search', '$select', '$top', '$count'])
    expect(seen[0]?.url.searchParams.get('$search')).toBe(expected)
  })

  it('shows no more than ten, each on one line that reads in one direction', async () => {
    const hostile = { ...ADA, displayName: 'Ada \u202emoc.osotnoc@nimda\u202c\r\nAdmin\u0000', userPrincipalName: null }
    const { answer } = await search(people(hostile, ...Array.from({ length: 20 }, () => ADA)))
    expect(answer).toMatchObject({ ok: true, value: { length: 10, 0: { displayName: 'Ada moc.osotnoc@nimda Admin', userName: '' } } })
  })

  it('calls a person without a display name by the user name, else by the ID', async () => {
    const { answer } = await search(people({ ...ADA, displayName: null }, { id: PRINCIPAL }))
    expect(answer).toMatchObject({ ok: true, value: [{ displayName: 'ada@contoso.example' }, { displayName: PRINCIPAL }] })
  })

  it('gives the refusal of a sign-in that may not read the directory, with its trace', async () => {
    const { answer } = await search({
      status: 403,
      headers: { 'request-id': 'trace-1' },
      body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' } },
    })
    expect(answer).toMatchObject({
      ok: false,
      refusal: { reason: 'forbidden', code: 'Authorization_RequestDenied', correlationId: 'trace-1', request: 'GET /v1.0/users' },
    })
  })

  it('sends nothing where the cloud names no Microsoft Graph', async () => {
    const { graph: _, ...cloud } = CLOUDS.commercial
    const { services, seen } = bench(() => people(), { cloud })
    expect(english.all(await services.directory.searchPeople('ada'))).toMatchObject({
      ok: false,
      refusal: { reason: 'rejected', message: 'The cloud file names no address for Microsoft Graph.' },
    })
    expect(seen).toEqual([])
  })

  it.each(Object.values(CLOUDS))('asks $name at its own address alone', async (cloud) => {
    const { services, seen, scopes } = (() => bench(() => people(), { cloud }))()
    await services.directory.searchPeople('ada')
    expect(seen.map(({ url }) => url.origin)).toEqual([cloud.graph])
    expect(scopes).toEqual([`${cloud.graph}/.default`])
  })
})

describe('searching groups', () => {
  it('asks for ten security groups by the words of their names, and shows each name on one line', async () => {
    const { services, seen } = bench(() => people({ id: PRINCIPAL, displayName: 'Key\u202e\nadmins' }, { id: 'g2', displayName: null }))
    expect(await services.directory.searchGroups('key" OR "x')).toEqual({
      ok: true,
      value: [
        { id: PRINCIPAL, displayName: 'Key admins', userName: '', isGroup: true },
        { id: 'g2', displayName: 'g2', userName: '', isGroup: true },
      ],
    })
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      $search: String.raw`"displayName:key\" OR \"x"`,
      $filter: 'securityEnabled eq true',
      $select: 'id,displayName',
      $top: '10',
      $count: 'true',
    })
    expect(seen[0]?.headers).toMatchObject({ consistencylevel: 'eventual' })
  })
})

describe('reading one person', () => {
  it('asks by the object ID', async () => {
    const { services, seen } = bench(() => ({ status: 200, body: ADA }))
    expect(await services.directory.readPerson(PRINCIPAL)).toMatchObject({ ok: true, value: { displayName: 'Ada Marsh' } })
    expect(seen.map(({ url }) => url.pathname)).toEqual([`/v1.0/users/${PRINCIPAL}`])
  })
})

describe('listing relationships with partners', () => {
  const sent = (over: object = {}) => ({
    displayName: 'Fabrikam services',
    customer: { tenantId: PRINCIPAL.toUpperCase() },
    accessDetails: { unifiedRoles: [{ roleDefinitionId: 'role' }] },
    status: 'active',
    autoExtendDuration: 'PT0S',
    endDateTime: '2027-02-10T11:24:42.3148266Z',
    ...over,
  })
  const listed = async (...value: readonly object[]) => {
    const { services, seen } = bench(() => ({ status: 200, body: { value } }))
    return { answer: await services.directory.listPartnerRelationships(PRINCIPAL), seen }
  }

  it('reads name, state, end and roles', async () => {
    const { answer, seen } = await listed(sent())
    expect(seen.map(({ url }) => url.pathname)).toEqual(['/v1.0/tenantRelationships/delegatedAdminRelationships'])
    expect(answer).toMatchObject({
      value: [
        {
          name: 'Fabrikam services',
          status: 'active',
          isExtended: false,
          endsAt: Date.parse('2027-02-10T11:24:42.314Z'),
          roleIds: ['role'],
        },
      ],
    })
  })

  it('leaves out those of other customers, and reads what has no end yet', async () => {
    const pending = { displayName: 'New', endDateTime: null, accessDetails: null, autoExtendDuration: 'P180D', status: 'approvalPending' }
    const { answer } = await listed(sent({ customer: { tenantId: 'another' } }), pending)
    expect(answer).toMatchObject({ value: [{ name: 'New', status: 'approvalPending', isExtended: true, roleIds: [] }] })
    expect(answer).not.toHaveProperty('value.0.endsAt')
  })
})

describe('a directory that doesn’t answer', () => {
  afterEach(() => vi.restoreAllMocks())

  it('holds no one up for longer than ten seconds', async () => {
    const late = new AbortController()
    const limits: number[] = []
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      limits.push(milliseconds)
      return late.signal
    })
    const { services } = bench(() => {
      late.abort()
      return new Promise(() => undefined)
    })
    expect(english.all(await services.directory.readPerson(PRINCIPAL))).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', message: 'No answer within 10 seconds.' },
    })
    expect(limits[0]).toBe(10_000)
  })
})

describe('reading a group', () => {
  it('asks Microsoft Graph for the people in it, also by way of other groups', async () => {
    const { services, seen } = bench(() => people(ADA))
    expect(await services.directory.listGroupMembers(PRINCIPAL)).toEqual({
      ok: true,
      value: { people: [{ id: PRINCIPAL, displayName: 'Ada Marsh', userName: 'ada@contoso.example' }], areMore: false },
    })
    expect(seen.map(({ url }) => url.pathname)).toEqual([`/v1.0/groups/${PRINCIPAL}/transitiveMembers/microsoft.graph.user`])
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      $select: 'id,displayName,userPrincipalName',
      $top: '10',
      $count: 'true',
    })
    expect(seen[0]?.headers).toMatchObject({ consistencylevel: 'eventual' })
  })

  it.each([
    ['there is another page', { value: [ADA], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/next' }, 1],
    ['there are more than it asked for', { value: Array.from({ length: 11 }, () => ADA) }, 10],
  ])('says that there are others where %s', async (_, body, length) => {
    const { services } = bench(() => ({ status: 200, body }))
    expect(await services.directory.listGroupMembers(PRINCIPAL)).toMatchObject({ ok: true, value: { people: { length }, areMore: true } })
  })

  it.each([
    ['Key\u202eowners\r\n', 'Key owners'],
    [null, PRINCIPAL],
  ])('names it on one line that reads in one direction, and by its ID where it has no name: %j', async (displayName, name) => {
    const { services } = bench(() => ({ status: 200, body: { id: PRINCIPAL, displayName } }))
    expect(await services.directory.readGroupName(PRINCIPAL)).toEqual({ ok: true, value: name })
  })
})

it('sends nothing for a person without an ID, and searches for text that is cut in the middle of a character', async () => {
  const { services, seen } = bench(() => ({ status: 200, body: { value: [] } }))
  expect(await services.directory.readPerson('')).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
  expect(seen).toEqual([])
  expect(await services.directory.searchPeople('Ada\ud83d')).toMatchObject({ ok: true })
  expect(seen[0]?.url.searchParams.get('$search')).toBe('"displayName:Ada" OR "userPrincipalName:Ada"')
})
