import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { AnswerRefused } from '#node/services/azure/bounded-answer.ts'
import { HostNotAllowed } from '#node/services/azure/hosts.ts'
import { deviceCodePolicy } from '#node/services/identity/device-code-answer.ts'
import { codeShown } from '#node/services/identity/ways.ts'
import { enterCode, entrance, openOf, practiceEntrance, problemOf, servePractice } from './entering.ts'

describe('the page on which a code is entered', () => {
  const info = { userCode: 'ABCDEFGHI', verificationUri: 'https://microsoft.com/devicelogin', expiresIn: 60 }
  const own = {
    ...CLOUDS.commercial,
    authority: 'https://login.contoso.example',
    authorityAliases: [],
    resourceManager: 'https://management.contoso.example',
    resourceManagerAudience: 'https://management.contoso.example',
    keyVault: { ...CLOUDS.commercial.keyVault, dnsSuffix: 'vault.contoso.example', audience: 'https://vault.contoso.example' },
    powerPlatform: { ...CLOUDS.commercial.powerPlatform, url: 'https://api.bap.contoso.example', hostSuffix: '.api.bap.contoso.example' },
    dataverse: { hostSuffixes: ['.crm.contoso.example'] },
    graph: 'https://graph.contoso.example',
  }

  it('is Microsoft’s where Microsoft’s sign-in service names it', () => {
    expect(codeShown(info, CLOUDS.commercial, 0)).toMatchObject({ verificationUri: info.verificationUri, expiresAt: 60_000 })
  })

  it('is of the cloud’s own organization where it has its own sign-in service', () => {
    expect(codeShown({ ...info, verificationUri: 'https://code.contoso.example' }, own, 0)).toMatchObject({ userCode: info.userCode })
  })

  it.each(['https://microsoft.com/devicelogin', 'http://login.contoso.example/device', 'https://contoso.example.evil.example', 'soon'])(
    'is refused where another sign-in service names %s',
    (verificationUri) => {
      expect(() => codeShown({ ...info, verificationUri }, own, 0)).toThrow(HostNotAllowed)
    },
  )
})

describe('a device code', () => {
  const info = { userCode: 'ABCDEFGHI', verificationUri: 'https://microsoft.com/devicelogin', expiresIn: 60 }

  it.each(['', 'AB\nCD', '\u202eABCD', '\u001b[2J', 'A'.repeat(65), 5, undefined])('is refused in words where it is %j', (userCode) => {
    expect(() => codeShown({ ...info, userCode }, CLOUDS.commercial, 0)).toThrow(AnswerRefused)
  })

  it('is shown with the address that was checked', () => {
    const shown = (verificationUri: string) => codeShown({ ...info, verificationUri }, CLOUDS.commercial, 0).verificationUri
    expect(shown('https://microsoft.com\n.evil.example/x')).toBe('https://microsoft.com.evil.example/x')
    expect(shown('https://m\u0456crosoft.com/devicelogin')).toBe('https://xn--mcrosoft-thh.com/devicelogin')
    expect(() => shown('https://microsoft.com@evil.example/')).toThrow(HostNotAllowed)
  })
})

describe('the numbers of a device code', () => {
  const OFFER = { device_code: 'd', user_code: 'u', verification_uri: 'https://microsoft.com/devicelogin', expires_in: 900, interval: 5 }
  const numbersOf = async (changes: object) => {
    const { answers } = asking([{ ...OFFER, ...changes }])
    const { expires_in, interval } = JSON.parse(await answers('https://localhost/t/oauth2/v2.0/devicecode'))
    return [expires_in, interval]
  }

  it.each<[unknown, number]>([
    [undefined, 5],
    [null, 5],
    ['5', 5],
    ['soon', 5],
    [-1, 5],
    [1e300, 60],
    [1, 1],
    [0, 0],
  ])('have the interval %j as %i seconds', async (interval, seconds) => {
    expect(await numbersOf({ interval })).toEqual([900, seconds])
  })

  it.each<[unknown, number]>([
    [undefined, 900],
    ['900', 900],
    ['soon', 900],
    [1e300, 86_400],
    [60, 60],
  ])('have the end %j as %i seconds', async (expires_in, seconds) => {
    expect(await numbersOf({ expires_in })).toEqual([seconds, 5])
  })
})

it('a sign-in by device code that is asked to slow down continues, each time five seconds slower', async () => {
  const { answers, slept } = asking([
    { error: 'slow_down' },
    { error: 'slow_down' },
    { error: 'authorization_pending' },
    { access_token: 't' },
  ])
  const ask = () => answers('https://localhost/t/oauth2/v2.0/token', 'grant_type=device_code&device_code=d')
  for (let asked = 0; asked < 3; asked++) expect(JSON.parse(await ask())).toEqual({ error: 'authorization_pending' })
  expect(JSON.parse(await ask())).toEqual({ access_token: 't' })
  expect(slept).toEqual([5_000, 10_000, 10_000])
})

/** The policy between the library and answers, one for each request. */
function asking(bodies: readonly object[]) {
  const slept: number[] = []
  const policy = deviceCodePolicy({ sleep: async (milliseconds) => void slept.push(milliseconds) })
  const left = [...bodies]
  return {
    slept,
    async answers(url: string, body?: string): Promise<string> {
      const request = createPipelineRequest({ method: 'POST', url, ...(body === undefined ? {} : { body }) })
      const answer = await policy.sendRequest(request, async () => ({
        request,
        status: 200,
        headers: createHttpHeaders(),
        bodyAsText: JSON.stringify(left.shift()),
      }))
      return answer.bodyAsText ?? ''
    },
  }
}

describe('signing in by a device code', () => {
  it('shows code, address and end, and opens the tenant when the code was entered elsewhere', async () => {
    const { cloud, enter, codeShown, opened } = await practiceEntrance()
    const entering = enter({ way: 'device-code' })
    const code = await codeShown
    expect(code.userCode).toMatch(/^[A-Z]{9}$/)
    expect(code.verificationUri).toBe(`${cloud.authority}/device`)
    expect(Math.abs(code.expiresAt - Date.now() - 900_000)).toBeLessThan(60_000)
    await enterCode(code.verificationUri, code.userCode, 'grace')
    const { tenant } = openOf(await entering)
    expect(tenant.account.displayName).toBe('Grace Okafor')
    expect(tenant.refusedAudiences).toEqual([])
    expect(opened).toEqual([])
  })

  it('says so when it was declined', async () => {
    const { enter, codeShown } = await practiceEntrance()
    const entering = enter({ way: 'device-code' })
    const { verificationUri, userCode } = await codeShown
    await enterCode(verificationUri, userCode, 'ada', 'decline')
    expect(problemOf(await entering)).toMatchObject({ title: 'The device code wasn’t used', refusal: { code: 'AADSTS70018' } })
  })

  it('canceled asks no more', async () => {
    const { cloud, server } = await servePractice()
    const controller = new AbortController()
    const { enter, codeShown } = entrance(cloud)
    const entering = enter({ way: 'device-code' }, controller.signal)
    const { verificationUri, userCode } = await codeShown
    controller.abort(new Error('Canceled.'))
    expect(problemOf(await entering).title).toBe('The sign-in was canceled')
    await enterCode(verificationUri, userCode, 'ada')
    expect(server.tenant.inspect().refreshTokens).toEqual([])
  })
})
