import type { GetTokenOptions } from '@azure/core-auth'
import { describe, expect, it } from 'vitest'
import { runFactorCommand } from '#machines/sign-in/local-problems.ts'
import { challengeIn, claimsIn } from '#node/services/azure/challenge.ts'
import { english } from '#test/english.ts'
import { bench, isUnauthenticated, isVault, challenge as vaultChallenge } from './stand-in.ts'

const SCOPE = 'https://management.azure.com/.default'
const base64 = (claims: unknown): string => Buffer.from(JSON.stringify(claims)).toString('base64')
const FACTOR = base64({ access_token: { acrs: { essential: true, values: ['p1'] } } })

const read = (header: string | undefined, { status = 401, asked = true } = {}) =>
  challengeIn(
    { request: 'PUT /subscriptions/1', status, header: (name) => (name === 'www-authenticate' ? header : undefined), text: '' },
    asked ? SCOPE : undefined,
  )
const challenge = (claims: string): string =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`

describe('the claims challenge of a service', () => {
  it('asks for a second factor by authentication contexts or methods, and otherwise for another sign-in', () => {
    expect(read(challenge(FACTOR))).toEqual({ asksFor: 'second-factor', scope: SCOPE, claims: FACTOR })
    const methods = base64({ access_token: { amr: { values: ['mfa'] } } })
    expect(read(challenge(methods))).toMatchObject({ asksFor: 'second-factor' })
    const newer = base64({ access_token: { nbf: { essential: true, value: '1700000000' } } })
    expect(read(challenge(newer))).toMatchObject({ asksFor: 'sign-in', claims: newer })
    expect(claimsIn({ claims: newer })).toBe('{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}')
  })

  it.each([
    ['no header', undefined],
    ['another error', challenge(FACTOR).replace('insufficient_claims', 'invalid_token')],
    ['no claims', 'Bearer error="insufficient_claims"'],
    ['claims that are no base64', challenge('a" & calc.exe & "')],
    ['claims with a command behind them', challenge(`${FACTOR};rm -rf ~`)],
    ['claims that are no JSON', challenge(Buffer.from('no JSON').toString('base64'))],
    ['claims of another form', challenge(base64(['access_token']))],
    ['claims longer than any', challenge(base64({ access_token: { acrs: 'p'.repeat(5000) } }))],
  ])('is none where it has %s', (_what, header) => {
    expect(read(header)).toBeUndefined()
  })

  it('is none for another status, and where no token was asked for', () => {
    expect(read(challenge(FACTOR), { status: 403 })).toBeUndefined()
    expect(read(challenge(FACTOR), { asked: false })).toBeUndefined()
  })
})

describe('what a service asks for in another form', () => {
  const CLAIMS_REQUEST = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
  const OTHER_FORMS = [
    ['no JSON', 'no JSON'],
    ['a list', '[]'],
    ['claims of another token', '{"id_token":{}}'],
    ['claims longer than any', JSON.stringify({ access_token: { acrs: 'p'.repeat(5_000) } })],
  ] as const
  /** Both services, and what reached the sign-in of what they asked for. */
  async function askedFor(claims: string) {
    const reached: (string | undefined)[] = []
    const credential = {
      getToken: async (_scopes: unknown, options?: GetTokenOptions) => {
        if (options?.claims !== undefined) reached.push(options.claims)
        return { token: 'token', expiresOnTimestamp: 0 }
      },
    }
    const headers = { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"` }
    const asking = { status: 401, headers, body: { error: { code: 'Denied', message: 'More is needed.' } } }
    const { services } = bench((request) => (isVault(request) && isUnauthenticated(request) ? vaultChallenge : asking), { credential })
    const answers = [await services.azure.listSubscriptions(), await services.azure.readKey('https://kv1.vault.azure.net', 'k')]
    return { reached, said: answers.map((answer) => !answer.ok && answer.refusal.message) }
  }

  it.each(OTHER_FORMS)('isn’t asked of the sign-in, and the refusal stays the service’s: %s', async (_what, claims) => {
    expect(await askedFor(claims)).toEqual({ reached: [], said: ['More is needed.', 'More is needed.'] })
  })

  it('is asked of the sign-in where it is a claims request', async () => {
    const { reached } = await askedFor(CLAIMS_REQUEST)
    expect(reached).toEqual([CLAIMS_REQUEST, CLAIMS_REQUEST])
  })
})

describe('the command that answers it in a tool', () => {
  const tenant = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
  const said = (tool: 'azure-cli' | 'azure-powershell', scope = SCOPE): string =>
    english.text(runFactorCommand(tool, tenant, { scope, claims: FACTOR }))

  it('is the tool’s own, with the tenant, the service and what it asks for', () => {
    expect(said('azure-cli')).toContain(`“az login --tenant ${tenant} --scope ${SCOPE} --claims-challenge ${FACTOR}”`)
    expect(said('azure-powershell')).toContain(`“Connect-AzAccount -Tenant ${tenant} -ClaimsChallenge ${FACTOR}”`)
  })

  it('names no service whose address a shell would read as more than a word', () => {
    expect(said('azure-cli', 'https://example.com/.default; calc')).toContain(`“az login --tenant ${tenant} --claims-challenge ${FACTOR}”`)
  })
})
