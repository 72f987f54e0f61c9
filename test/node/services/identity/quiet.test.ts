import { describe, expect, it } from 'vitest'
import { TENANT } from '#node/practice/world.ts'
import { quietSignIn } from '#node/services/identity/identity.ts'
import { entrance, fakeFiles, fakeKeyring, openOf, optionsOf, servePractice } from './entering.ts'

describe('a sign-in that asks no one', () => {
  it.each(['browser', 'device-code'] as const)('opens no page where nothing is remembered: %s', async (way) => {
    const { cloud } = await servePractice()
    const door = entrance(cloud, { quiet: true })
    const outcome = await door.enter({ way })
    expect(outcome).toMatchObject({ ok: false, problem: { title: { messageId: 'signIn.signInFirst.title' }, owner: 'you' } })
    expect(door.opened).toEqual([])
    expect(door.reported.map(({ kind }) => kind)).not.toContain('device-code')
  })

  it('doesn’t advise to sign in once where a computer without a keyring keeps no sign-in', async () => {
    const { cloud } = await servePractice()
    const shared = { keyring: fakeKeyring(false), files: fakeFiles() }
    expect(await entrance(cloud, shared).enter()).toMatchObject({ ok: true })
    const outcome = await entrance(cloud, { ...shared, quiet: true }).enter()
    expect(outcome).toMatchObject({ ok: false, problem: { remedy: { messageId: 'signIn.noneKept.remedy' }, owner: 'you' } })
  })

  it('takes what an earlier sign-in left, beside it and without a page', async () => {
    const { cloud } = await servePractice()
    const shared = { keyring: fakeKeyring(), files: fakeFiles() }
    const first = entrance(cloud, shared)
    expect(await first.enter()).toMatchObject({ ok: true })
    const door = entrance(cloud, { ...shared, quiet: true })
    const [one, other] = await Promise.all([door.enter(), first.enter()])
    expect([one.ok, other.ok]).toEqual([true, true])
    expect(door.opened).toEqual([])
  })

  it('is over in memory when it is closed, and kept for the next start', async () => {
    const { cloud } = await servePractice()
    const shared = { keyring: fakeKeyring(), files: fakeFiles() }
    await entrance(cloud, shared).enter()
    const quiet = quietSignIn({ ...optionsOf(cloud), ...shared, quiet: true })
    const { services } = openOf(await quiet.signIn({ way: 'browser', tenant: TENANT.id, cloud: cloud.id }, new AbortController().signal))
    await quiet.close()
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: false })
    expect(shared.files.contents.size).toBe(1)
  })
})
