import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { FIRST_PARTY_CLIENT_ID, validateClientId, validateTenant } from '#machines/sign-in/tenant.ts'
import { english } from '../../english.ts'

describe('the name of a tenant', () => {
  it.each([
    '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90',
    '6B1F5D2E-0C4A-4F7B-9A3D-8E2C1B7F4A90',
    'contoso.onmicrosoft.com',
    'contoso.partner.onmschina.cn',
    ' contoso.com ',
    'xn--mnchen-3ya.de',
  ])('can be %s', (typed) => {
    expect(validateTenant(typed)).toBeUndefined()
  })

  it.each([
    ['', 'Enter the tenant'],
    ['   ', 'Enter the tenant'],
    ['common', 'stands for any tenant'],
    ['ORGANIZATIONS', 'stands for any tenant'],
    ['consumers', 'stands for any tenant'],
    ['ada@contoso.com', 'the part after the @'],
    ['contoso', 'isn’t a tenant ID or a domain'],
    ['https://contoso.com', 'isn’t a tenant ID'],
    ['contoso.com/x', 'isn’t a tenant ID'],
    ['contoso.com; rm -rf', 'isn’t a tenant ID'],
    ['-contoso.com', 'isn’t a tenant ID'],
    ['contoso..com', 'isn’t a tenant ID'],
    ['10.0.0.1', 'isn’t a tenant ID'],
    [`${'a'.repeat(250)}.com`, 'isn’t a tenant ID'],
    ['6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a9', 'isn’t a tenant ID'],
  ])('cannot be “%s”', (typed, why) => {
    expect(english.text(validateTenant(typed) ?? verbatim(''))).toContain(why)
  })
})

describe('the id of an app registration', () => {
  it('is a GUID', () => {
    expect(validateClientId(` ${FIRST_PARTY_CLIENT_ID} `)).toBeUndefined()
    for (const typed of ['', 'my app', FIRST_PARTY_CLIENT_ID.slice(1), `${FIRST_PARTY_CLIENT_ID}0`])
      expect(english.text(validateClientId(typed) ?? verbatim(''))).toContain('Application (client) ID')
  })
})
