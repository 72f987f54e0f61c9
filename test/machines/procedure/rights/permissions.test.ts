import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allows, allowsAll, covers, decisionOf, gives, looksLikeContributor, type Right } from '#machines/procedure/rights/permissions.ts'
import { ACCESS_ADMINISTRATOR, CONDITION, CONTRIBUTOR, CRYPTO_OFFICER, OWNER, READER, role } from './roles.ts'

const manage = (action: string): Right => ({ plane: 'management', action })
const data = (action: string): Right => ({ plane: 'data', action })
const WRITE_VAULT = manage('Microsoft.KeyVault/vaults/write')
const GIVE_ROLE = manage('Microsoft.Authorization/roleAssignments/write')
const CREATE_KEY = data('Microsoft.KeyVault/vaults/keys/create/action')

describe('a pattern', () => {
  it.each([
    ['*', 'Microsoft.KeyVault/vaults/write', true],
    ['*', '', true],
    ['**', 'anything', true],
    ['*/read', 'Microsoft.KeyVault/vaults/read', true],
    ['*/read', 'Microsoft.KeyVault/vaults/readMetadata', false],
    ['*/read', 'read', false],
    ['Microsoft.KeyVault/*', 'microsoft.keyvault/VAULTS/keys/create/action', true],
    ['Microsoft.KeyVault/*', 'Microsoft.KeyVault', false],
    ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/roleAssignments/write', true],
    ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/write', false],
    ['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/keys/read', true],
    ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/write', true],
    ['Microsoft.KeyVault/vaults/write', 'Microsoft.KeyVault/vaults/writes', false],
    ['Microsoft.KeyVault/vaults/write', 'XMicrosoft.KeyVault/vaults/write', false],
    ['Microsoft.KeyVault/vaults/w.ite', 'Microsoft.KeyVault/vaults/write', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['a*b*c', 'aXXbYYc', true],
    ['a*b*c', 'acb', false],
    ['', '', true],
    ['', 'a', false],
  ])('%j covers %j: %s', (pattern, action, expected) => {
    expect(covers(pattern, action)).toBe(expected)
  })

  it('covers exactly what a regular expression made of it matches', () => {
    const letters = (extra: string) => fc.string({ unit: fc.constantFrom('a', 'B', 'b', '/', '.', ...extra), maxLength: 9 })
    fc.assert(
      fc.property(letters('*'), letters(''), (pattern, action) => {
        const source = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        expect(covers(pattern, action)).toBe(new RegExp(`^${source.join('[^]*')}$`, 'i').test(action))
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in no time, however many stars a service puts into it', () => {
    expect(covers(`${'a*'.repeat(5_000)}b`, 'a'.repeat(50_000))).toBe(false)
  })
})

describe('one role', () => {
  it('gives what its patterns cover and its exceptions do not', () => {
    expect(gives(CONTRIBUTOR, WRITE_VAULT)).toBe(true)
    expect(gives(CONTRIBUTOR, GIVE_ROLE)).toBe(false)
    expect(decisionOf(CONTRIBUTOR, GIVE_ROLE)).toEqual({ givenBy: '*', takenBy: 'Microsoft.Authorization/*/Write' })
    expect(decisionOf(READER, GIVE_ROLE)).toBeUndefined()
  })

  it('gives no right inside a resource by a right on it, and the other way round', () => {
    expect(gives(OWNER, CREATE_KEY)).toBe(false)
    expect(gives(role({ dataActions: ['*'] }), WRITE_VAULT)).toBe(false)
    expect(gives(role({ dataActions: ['*'], notActions: ['*'] }), CREATE_KEY)).toBe(true)
    expect(gives(role({ dataActions: ['*'], notDataActions: ['*/create/action'] }), CREATE_KEY)).toBe(false)
  })
})

describe('roles together', () => {
  it('allow what one of them gives, though another takes it away from itself', () => {
    expect(allows([CONTRIBUTOR, READER], GIVE_ROLE)).toBe('no')
    expect(allows([CONTRIBUTOR, ACCESS_ADMINISTRATOR], GIVE_ROLE)).toBe('yes')
    expect(allows([], GIVE_ROLE)).toBe('no')
  })

  it('allow under a condition only where no role gives it without one', () => {
    const conditional = { ...ACCESS_ADMINISTRATOR, condition: CONDITION }
    expect(allows([CONTRIBUTOR, conditional], GIVE_ROLE)).toBe('under-condition')
    expect(allows([OWNER, conditional], GIVE_ROLE)).toBe('yes')
    expect(allows([{ ...READER, condition: CONDITION }], GIVE_ROLE)).toBe('no')
  })

  it('allow several rights as far as the worst of them', () => {
    const conditional = { ...ACCESS_ADMINISTRATOR, condition: CONDITION }
    expect(allowsAll([CONTRIBUTOR, CRYPTO_OFFICER], [WRITE_VAULT, CREATE_KEY])).toBe('yes')
    expect(allowsAll([CONTRIBUTOR, conditional], [WRITE_VAULT, GIVE_ROLE])).toBe('under-condition')
    expect(allowsAll([CONTRIBUTOR, conditional], [CREATE_KEY, GIVE_ROLE])).toBe('no')
    expect(allowsAll([], [])).toBe('yes')
  })

  it('look like Contributor when everything may be created but no role assigned', () => {
    expect(looksLikeContributor([CONTRIBUTOR, CRYPTO_OFFICER])).toBe(true)
    expect(looksLikeContributor([OWNER])).toBe(false)
    expect(looksLikeContributor([CONTRIBUTOR, ACCESS_ADMINISTRATOR])).toBe(false)
    expect(looksLikeContributor([READER])).toBe(false)
  })
})
