import { describe, expect, it } from 'vitest'
import { bench, type Reply } from './stand-in.ts'

const read = async (reply: Reply, instanceUrl = 'https://contoso.crm4.dynamics.com/') => {
  const made = bench(() => reply)
  return { ...made, answer: await made.services.dataverse.readIntegration(instanceUrl) }
}

const FINE: Reply = {
  status: 200,
  headers: { 'content-type': 'application/json; odata.metadata=minimal' },
  body: { '@odata.context': 'x', Url: 'https://contoso.operations.dynamics.com', TenantId: 't', Id: 'fo1', IsUnifiedDatabase: false },
}
const error = (status: number, code: string, message: string): Reply => ({ status, body: { error: { code, message } } })

describe('the integration of an organization', () => {
  it.each(['https://contoso.crm4.dynamics.com/', 'https://contoso.crm4.dynamics.com'])(
    'is read from %s, with a token for that organization',
    async (instanceUrl) => {
      const { answer, seen, scopes } = await read(FINE, instanceUrl)
      expect(answer).toEqual({
        ok: true,
        value: { linked: true, url: 'https://contoso.operations.dynamics.com', id: 'fo1', tenantId: 't' },
      })
      expect(seen.map(({ url }) => url.href)).toEqual([
        'https://contoso.crm4.dynamics.com/api/data/v9.2/RetrieveFinanceAndOperationsIntegrationDetails',
      ])
      expect(seen[0]?.headers).toMatchObject({ 'odata-version': '4.0', 'odata-maxversion': '4.0' })
      expect(scopes).toEqual(['https://contoso.crm4.dynamics.com/.default'])
    },
  )

  it('is absent when Dataverse says so', async () => {
    const { answer } = await read(error(400, '0x80048D0B', "Dataverse instance isn't integrated with finance and operations."))
    expect(answer).toEqual({
      ok: true,
      value: { linked: false, code: '0x80048D0B', message: "Dataverse instance isn't integrated with finance and operations." },
    })
  })

  it.each<[string, Reply, string]>([
    ['the same code about something else', error(400, '0x80048d0b', 'Dataverse search is disabled for this organization.'), 'rejected'],
    [
      'the same words with another code',
      error(400, '0x80040216', "Dataverse instance isn't integrated with finance and operations."),
      'rejected',
    ],
    ['a person who is no user of the organization', error(403, '0x80072560', 'The user is not a member of the organization.'), 'forbidden'],
    ['a token for another audience', { status: 401 }, 'unauthenticated'],
    ['a success without an address', { status: 200, body: { Id: 'fo1' } }, 'unreadable'],
    ['a success with an empty address', { status: 200, body: { Url: '' } }, 'unreadable'],
  ])('is not known after %s', async (_, reply, reason) => {
    expect((await read(reply)).answer).toMatchObject({ ok: false, refusal: { reason } })
  })
})
