import { describe, expect, it } from 'vitest'
import { enterCode, entrance, openOf, practiceEntrance, problemOf, servePractice } from './entering.ts'

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
