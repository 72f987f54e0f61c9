import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { HostNotAllowed } from '#node/services/azure/hosts.ts'
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
