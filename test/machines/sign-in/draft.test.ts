import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { draftOf, fieldsOf, offeredWays, requestOf, type SignInDraft, signInProblems, tenantListOf } from '#machines/sign-in/draft.ts'
import { SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import { english } from '../../english.ts'

const CLIENT = '11111111-2222-4333-8444-555555555555'
const full: SignInDraft = {
  way: 'browser',
  tenant: ' contoso.onmicrosoft.com ',
  cloud: 'commercial',
  app: 'own',
  clientId: ` ${CLIENT} `,
  certificatePath: '/keys/wizard.pem',
}

describe('what a way needs', () => {
  it.each([
    ['browser', 'own', ['tenant', 'clientId']],
    ['browser', 'first-party', ['tenant']],
    ['device-code', 'own', ['tenant', 'clientId']],
    ['device-code', 'first-party', ['tenant']],
    ['azure-cli', 'own', ['tenant']],
    ['azure-powershell', 'own', ['tenant']],
    ['certificate', 'first-party', ['tenant', 'clientId', 'certificatePath', 'secret']],
    ['secret', 'first-party', ['tenant', 'clientId', 'secret']],
  ] as const)('%s with the app registration %s', (way, app, fields) => {
    expect(fieldsOf({ way, app })).toEqual(fields)
  })

  it('is all that is complained about', () => {
    const empty: SignInDraft = { ...full, tenant: '', clientId: '', certificatePath: '' }
    const complained = (way: SignInDraft['way'], app: SignInDraft['app'] = 'own') => Object.keys(signInProblems({ ...empty, way, app }, ''))
    expect(complained('browser')).toEqual(['tenant', 'clientId'])
    // Their tenants can be listed.
    expect(complained('device-code', 'first-party')).toEqual([])
    expect(complained('azure-cli')).toEqual([])
    // A private key may have no passphrase.
    expect(complained('certificate')).toEqual(['tenant', 'clientId', 'certificatePath'])
    expect(complained('secret')).toEqual(['tenant', 'clientId', 'secret'])
  })

  it.each(SIGN_IN_WAYS)('is nothing more once everything is filled in: %s', (way) => {
    expect(signInProblems({ ...full, way }, 'secret')).toEqual({})
  })
})

describe('a tenant that isn’t named', () => {
  const unnamed = { ...full, tenant: ' ' }
  it.each([
    ['browser', 'first-party', true],
    ['device-code', 'first-party', true],
    ['azure-cli', 'own', true],
    ['azure-powershell', 'own', true],
    // The customer's own app registration takes sign-ins of its own tenant alone.
    ['browser', 'own', false],
    ['device-code', 'own', false],
    ['certificate', 'first-party', false],
    ['secret', 'first-party', false],
  ] as const)('%s with the app registration %s can be chosen after signing in: %s', (way, app, can) => {
    expect(tenantListOf({ ...unnamed, way, app })).toEqual(can ? { way, cloud: 'commercial' } : undefined)
    expect('tenant' in signInProblems({ ...unnamed, way, app }, 'secret')).toBe(!can)
    expect(tenantListOf({ ...full, way, app })).toBeUndefined()
  })
})

describe('the file of a certificate', () => {
  it.each([
    ['', /Choose the PEM file/],
    ['\\\\server\\share\\wizard.pem', /none on other computers/],
    ['//server/share/wizard.pem', /none on other computers/],
    ['/dev/stdin', /none on other computers/],
    ['C:\\keys\\wizard.pfx', /openssl pkcs12/],
    ['C:\\keys\\wizard.P12', /openssl pkcs12/],
  ])('%j is refused in words', (certificatePath, words) => {
    const { certificatePath: said = verbatim('') } = signInProblems({ ...full, way: 'certificate', certificatePath }, '')
    expect(english.text(said)).toMatch(words)
  })

  it.each(['/keys/wizard.pem', 'C:\\keys\\wizard.pem', 'd:/wizard.pem', ' /with spaces .pem'])(
    '%j is taken as it was chosen',
    (certificatePath) => {
      expect(signInProblems({ ...full, way: 'certificate', certificatePath }, '')).toEqual({})
      expect(requestOf({ ...full, way: 'certificate', certificatePath }).certificatePath).toBe(certificatePath)
    },
  )
})

describe('the request', () => {
  it('holds what the way needs, without spaces around it, and nothing else', () => {
    const tenant = 'contoso.onmicrosoft.com'
    const cloud = 'commercial'
    expect(requestOf(full)).toEqual({ way: 'browser', tenant, cloud, clientId: CLIENT })
    expect(requestOf({ ...full, app: 'first-party' })).toEqual({ way: 'browser', tenant, cloud })
    expect(requestOf({ ...full, way: 'azure-cli' })).toEqual({ way: 'azure-cli', tenant, cloud })
    expect(requestOf({ ...full, way: 'secret', app: 'first-party' })).toEqual({ way: 'secret', tenant, cloud, clientId: CLIENT })
  })
})

describe('the form', () => {
  it('begins with what needs no setup: the browser, the first cloud and Azure CLI’s app registration', () => {
    expect(draftOf(undefined, [{ id: 'practice' }, { id: 'commercial' }])).toEqual({
      way: 'browser',
      tenant: '',
      cloud: 'practice',
      app: 'first-party',
      clientId: '',
      certificatePath: '',
    })
  })

  it('begins with the sign-in that was used last, with any app', () => {
    const clouds = [{ id: 'commercial' }]
    for (const draft of [full, { ...full, app: 'first-party', clientId: '' }, { ...full, way: 'certificate' }] as const) {
      const request = requestOf(draft)
      expect(requestOf(draftOf(request, clouds))).toEqual(request)
    }
  })

  it('begins with what an organization allows, and with its tenant', () => {
    const clouds = [{ id: 'gcc' }]
    const managed = { AllowedClouds: ['gcc'], AllowedSignInMethods: ['secret', 'device-code'], DefaultTenant: 'contoso.com' } as const
    expect(draftOf(undefined, clouds, managed)).toMatchObject({ way: 'device-code', tenant: 'contoso.com', cloud: 'gcc' })
    const before = { way: 'browser', tenant: 'fabrikam.com', cloud: 'commercial' } as const
    expect(draftOf(before, clouds, managed)).toMatchObject({ way: 'device-code', tenant: 'fabrikam.com', cloud: 'gcc' })
    expect(draftOf({ ...before, way: 'secret', cloud: 'gcc' }, clouds, managed)).toMatchObject({ way: 'secret', cloud: 'gcc' })
    expect(offeredWays(managed)).toEqual(['device-code', 'secret'])
    expect(offeredWays({ AllowedSignInMethods: ['managed-identity'] })).toEqual([])
  })
})
