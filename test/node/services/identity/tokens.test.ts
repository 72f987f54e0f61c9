import { describe, expect, it } from 'vitest'
import { tokenSource } from '#node/services/identity/tokens.ts'
import { OBJECT_ID, TENANT_ID, tokenFor } from './fake-identity.ts'

const TENANT = TENANT_ID

function source(getToken: (scope: string | string[]) => Promise<string>) {
  const asked: (string | string[])[] = []
  const tokens = tokenSource(
    {
      async getToken(scope) {
        asked.push(scope)
        return { token: await getToken(scope), expiresOnTimestamp: Date.now() + 3_600_000 }
      },
    },
    { tenantId: TENANT, account: { oid: OBJECT_ID, tid: TENANT }, secrets: ['planted-secret'] },
  )
  return { tokens, asked }
}

describe('the tokens of a sign-in', () => {
  it('are asked for once by requests that want the same one at the same time', async () => {
    const { tokens, asked } = source(async (scope) => `token for ${scope}`)
    const wanted = ['a', 'a', 'b', 'a'].map((scope) => tokens.getToken(scope))
    expect((await Promise.all(wanted)).map((token) => token?.token)).toEqual(['token for a', 'token for a', 'token for b', 'token for a'])
    expect(asked).toEqual(['a', 'b'])
    await tokens.getToken('a')
    expect(asked).toEqual(['a', 'b', 'a'])
  })

  it('are the same for clients that take continuous access evaluation and for those that do not', async () => {
    const kinds: unknown[] = []
    const tokens = tokenSource(
      {
        async getToken(_scope, options) {
          kinds.push(options)
          return { token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }
        },
      },
      { tenantId: TENANT, secrets: [] },
    )
    // Microsoft’s library keeps the two kinds apart, so that each service would be asked for both.
    for (const enableCae of [true, false]) await tokens.getToken('a', { enableCae })
    await tokens.getToken('a', { enableCae: true, claims: '{}' })
    expect(kinds).toEqual([{ enableCae: true }, { enableCae: true }, { enableCae: true, claims: '{}' }])
  })

  it('are given to a vault of the same tenant, and refused to one of another', async () => {
    const { tokens, asked } = source(async () => 'token')
    expect(await tokens.getToken('a', { tenantId: TENANT.toUpperCase() })).toMatchObject({ token: 'token' })
    await expect(tokens.getToken('a', { tenantId: 'another' })).rejects.toThrow(/belongs to the tenant another/)
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['account', { oid: '99999999-3b5f-4a86-9c0d-1e2f3a4b5c6d' }],
    ['tenant', { tid: '99999999-0c4a-4f7b-9a3d-8e2c1b7f4a90' }],
  ])('are not given once they are another %s’s: a tool’s account can change meanwhile', async (_, other) => {
    let current = tokenFor('a')
    const { tokens } = source(async () => current)
    expect(await tokens.getToken('a')).toMatchObject({ token: current })
    current = tokenFor('a', other)
    const refused = tokens.getToken('a')
    await expect(refused).rejects.toMatchObject({ name: 'TokenRefused', refusal: { reason: 'unauthenticated' } })
    await expect(refused).rejects.toThrow('signIn.accountChanged.meaning')
    expect(tokens.given('a')).toBe(tokenFor('a'))
  })

  it('are given no more once the sign-in has ended', async () => {
    const { tokens, asked } = source(async () => 'token')
    tokens.close()
    await expect(tokens.getToken('a')).rejects.toThrow('This sign-in was ended.')
    expect(asked).toEqual([])
  })

  it('that are refused say why, without what the person entered', async () => {
    const { tokens } = source(() => Promise.reject(new Error('AADSTS7000215: planted-secret is no secret.')))
    await expect(tokens.getToken('a')).rejects.toMatchObject({
      name: 'TokenRefused',
      refusal: { code: 'AADSTS7000215', message: 'AADSTS7000215: [removed] is no secret.' },
    })
  })
})
