import { describe, expect, it } from 'vitest'
import { detailOfTenant, isOffered, matchingTenants, nameOfTenant, offeredTenants } from '#machines/sign-in/tenants.ts'

const CONTOSO = { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' }
const FABRIKAM = { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734', name: 'fabrikam', domain: 'fabrikam.example' }
const UNNAMED = { id: '82d15a4e-69b3-4fa7-9c28-3ea07b1d6092', domain: 'a.example' }
const BARE = { id: '71c04f3d-58a2-4e96-8b17-2d9e6a0c5f81' }

describe('the tenants of an account', () => {
  it('are offered each once, by name, and those without a name last', () => {
    expect(offeredTenants([BARE, UNNAMED, FABRIKAM, CONTOSO, { ...CONTOSO, id: CONTOSO.id.toUpperCase() }])).toEqual([
      CONTOSO,
      FABRIKAM,
      BARE,
      UNNAMED,
    ])
  })

  it.each([
    [CONTOSO, 'Contoso', 'contoso.example'],
    [UNNAMED, 'a.example', UNNAMED.id],
    [BARE, BARE.id, undefined],
  ])('are shown by name and domain, and by ID only where one is missing', (tenant, name, detail) => {
    expect(nameOfTenant(tenant)).toBe(name)
    expect(detailOfTenant(tenant)).toBe(detail)
  })

  it.each([
    [' FABRI ', [FABRIKAM]],
    ['contoso.ex', [CONTOSO]],
    ['71c04f3d', [BARE]],
    ['nothing', []],
    ['', [CONTOSO, FABRIKAM, UNNAMED, BARE]],
  ])('are found by %j', (typed, found) => {
    expect(matchingTenants([CONTOSO, FABRIKAM, UNNAMED, BARE], typed)).toEqual(found)
  })

  it('are told apart by ID, whatever its case', () => {
    expect(isOffered([CONTOSO], CONTOSO.id.toUpperCase())).toBe(true)
    expect(isOffered([CONTOSO], 'contoso.example')).toBe(false)
  })
})
