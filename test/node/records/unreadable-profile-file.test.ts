import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import { createTeamDesk } from '#node/host/team-desk.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { settingsStore } from '#node/records/settings.ts'
import { copyFolder, teamConfigFile } from '#node/records/team/config.ts'
import { listedCopies } from '#node/records/team/copies.ts'
import { sharedStore } from '#node/records/team/shared-store.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { chosen, ID, opened, PLACE, run, WHOSE } from './engagement/store-contract.ts'

const ADDRESS = 'https://contosoteam.blob.core.windows.net/wizard'

const UNREADABLE = [
  ['cut off', '{"version":1,"addr', 'It’s cut off or isn’t JSON.'],
  ['of a newer version', JSON.stringify({ version: 2, address: ADDRESS, tenant: 'contoso.com' }), 'A newer version of the wizard wrote it'],
  ['without a tenant', JSON.stringify({ version: 1, address: ADDRESS }), 'It names a team store without its tenant.'],
  ['of no store', JSON.stringify({ version: 1, address: 'https://example.com/x', tenant: 'a' }), 'It isn’t the address of a container.'],
] as const

describe.each(UNREADABLE)('a team-store.json that is %s', (_name, content, why) => {
  const WORDS = `Couldn’t read in team-store.json which team store this computer uses. ${why}`

  /** A computer with a copy of an environment of the team's. */
  async function computer() {
    const userData = testFolder()
    const engagements = path.join(userData, 'engagements')
    const copy = await opened(engagementStore(copyFolder(userData, ADDRESS), run(), () => 0))
    await copy.save(chosen(copy.engagement, 'team'))
    await copy.close()
    await writeFile(path.join(userData, 'team-store.json'), content)
    const folder = engagementStore(engagements, run(), () => 0)
    const desk = createTeamDesk({
      userData,
      engagements,
      folder,
      holding: run(),
      now: () => 0,
      changed: () => undefined,
      file: teamConfigFile(userData),
      signIn: async () => {
        throw new Error('Nobody signs in.')
      },
    })
    return { userData, engagements, desk, shared: sharedStore(folder, () => desk.store()) }
  }

  it('is said above the list, which has what the computer has', async () => {
    const { shared } = await computer()
    expect(await shared.list()).toMatchObject([{ id: ID, ok: true, inTeam: true }])
    expect(english.all(shared.lacks?.())).toContain(WORDS)
  })

  it('lets no work begin on this computer beside that of a colleague', async () => {
    const { shared, engagements } = await computer()
    for (const environmentId of [PLACE.environmentId, 'another-0001']) {
      const opening = await shared.open({ ...PLACE, environmentId }, WHOSE, CUSTOMER_MANAGED_KEYS)
      expect(english.all(opening)).toMatchObject({ ok: false, why: expect.stringContaining(WORDS) })
    }
    expect(await readdir(engagements).catch(() => [])).toEqual([])
  })

  it('is said in Settings, where a store can be connected, and in the list before the store is asked', async () => {
    const { desk, userData } = await computer()
    expect(english.all(await desk.read())).toMatchObject({ state: 'none', why: expect.stringContaining(WORDS) })
    // Whether it is a container's address depends on the cloud, which the list doesn't load.
    if (content.includes('example.com')) return
    expect(english.all(await listedCopies(userData, []))).toMatchObject([
      { id: ID, ok: true },
      { id: 'team-store.json', ok: false, why: expect.stringContaining(WORDS) },
    ])
  })

  it('is kept under another name where the person sets another', async () => {
    const { desk, userData } = await computer()
    await desk.leave()
    const kept = (await readdir(userData)).filter((name) => /^team-store\.(unreadable|newer)-.*\.json$/.test(name))
    if (why.startsWith('It names') || why.startsWith('It isn’t')) expect(kept).toEqual([])
    else expect(await readFile(path.join(userData, kept[0] ?? ''), 'utf8')).toBe(content)
    expect(await desk.store()).toBeUndefined()
  })
})

describe('settings that can’t be read', () => {
  it.each(['{"cut', '{"version":2,"theme":"dark"}', '[]'])('are never overwritten: %s', async (content) => {
    const folder = testFolder()
    const file = path.join(folder, 'settings.json')
    await mkdir(folder, { recursive: true })
    await writeFile(file, content)
    const store = settingsStore(file)
    expect(await store.read()).toEqual(DEFAULT_SETTINGS)
    for (const theme of ['dark', 'light'] as const) await store.write({ ...DEFAULT_SETTINGS, theme })
    expect((await store.read()).theme).toBe('light')
    const [kept, ...others] = (await readdir(folder)).filter((name) => name !== 'settings.json')
    expect(others).toEqual([])
    expect(await readFile(path.join(folder, kept ?? ''), 'utf8')).toBe(content)
  })
})
