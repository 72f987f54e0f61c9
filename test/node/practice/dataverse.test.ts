import { describe, expect, test } from 'vitest'
import { ConnectionDropped } from '#node/practice/exchange.ts'
import { TENANT } from '#node/practice/world.ts'
import { message, practise, refusal } from './practise.ts'

const ORG = 'https://contoso-prod.crm.dynamics.com'
const PATH = '/api/data/v9.2/RetrieveFinanceAndOperationsIntegrationDetails'

describe('Dataverse', () => {
  test.each([
    ['ready-to-enable', ORG, 'https://contoso-production.operations.dynamics.com', false],
    ['unified-environment', 'https://contoso-unified.crm.dynamics.com', 'https://contoso-unified.operations.dynamics.com', true],
  ])('of %s says which finance and operations app it is integrated with', async (scenario, org, url, unified) => {
    const answer = await practise(scenario).at('GET', org + PATH, `${org}/.default`)
    expect(answer.body).toMatchObject({ Url: url, TenantId: TENANT.id, IsUnifiedDatabase: unified })
    expect(answer.headers.get('odata-version')).toBe('4.0')
  })

  test('says in words and by a shared code that it is not integrated', async () => {
    const answer = await practise('encrypted-before-integration').at('GET', ORG + PATH, `${ORG}/.default`)
    expect([refusal(answer), message(answer)]).toEqual([
      '400 0x80048d0b',
      "Dataverse instance isn't integrated with finance and operations.",
    ])
  })

  test.each(['/.default', '//.default', '/user_impersonation'])('takes a token for its own address, spelt with %s', async (end) => {
    expect((await practise('ready-to-enable').at('GET', ORG + PATH, ORG + end)).status).toBe(200)
  })

  test.each([
    ['none', undefined],
    ['one for Azure', 'https://management.azure.com/.default'],
    ['one for another organization', 'https://contoso-ada.crm.dynamics.com/.default'],
  ])('refuses the token where it is %s, in HTML', async (_what, scope) => {
    const answer = await practise('ready-to-enable').at('GET', ORG + PATH, scope)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html'])
    expect(answer.headers.get('www-authenticate')).toContain(TENANT.id)
    expect(answer.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('refuses a person who is not a user of the organization', async () => {
    expect(refusal(await practise('ready-to-enable').at('GET', ORG + PATH, `${ORG}/.default`, { as: 'kim' }))).toBe('403 0x80072560')
  })

  test('knows no other function, and answers nowhere else', async () => {
    const { at } = practise('ready-to-enable')
    expect(refusal(await at('GET', `${ORG}/api/data/v9.2/Nonsense`, `${ORG}/.default`))).toBe('404 0x80060888')
    await expect(at('GET', `https://fabrikam.crm.dynamics.com${PATH}`, 'https://fabrikam.crm.dynamics.com/.default')).rejects.toThrow(
      ConnectionDropped,
    )
    await expect(at('GET', 'https://example.com/', undefined)).rejects.toThrow(ConnectionDropped)
  })
})
