import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect as expectValue, it } from 'vitest'
import { createProfile, type Wizard } from '../launch.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { type ServedCloud, serveCloud } from './served-cloud.ts'

let cloud: ServedCloud
let chromium: Browser
beforeAll(async () => {
  cloud = await serveCloud()
  chromium = await openChromium(cloud)
})
afterAll(async () => {
  await chromium?.close()
  await cloud?.stop()
})

/** A machine without a desktop has no keyring: Electron's own weak one replaces it, and reports that it is secure. */
const withKeyring = ({ main }: Wizard): Promise<void> =>
  main.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true)
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
  })

const folderOf = ({ profile }: Wizard): string => path.join(profile, 'sign-ins')
const keptIn = (wizard: Wizard): readonly string[] => (existsSync(folderOf(wizard)) ? readdirSync(folderOf(wizard)) : [])

describe.runIf(process.platform === 'linux' && !chromiumMissing)('a sign-in', () => {
  it('rests in the keyring over a restart, opens no page then, and is gone when the person signs out', async () => {
    const first = await Entrance.open(cloud)
    await withKeyring(first.wizard)
    const person = await PersonAtBrowser.sitDown(first.wizard, chromium)
    await first.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    await first.expectInside('ada@contoso.example')
    await first.closeTenant()
    expectValue(keptIn(first.wizard)).toHaveLength(1)
    await expectNothingLeft(first.wizard)

    const profile = createProfile()
    cpSync(folderOf(first.wizard), path.join(profile, 'sign-ins'), { recursive: true })
    const second = await Entrance.open(cloud, {}, profile)
    await withKeyring(second.wizard)
    const nobody = await PersonAtBrowser.sitDown(second.wizard, chromium)
    await second.signIn({ way: 'browser' })
    await second.expectInside('ada@contoso.example')
    await second.readStep()
    expectValue(nobody.opened()).toEqual([])
    await second.signOut()
    await expectValue.poll(() => keptIn(second.wizard)).toEqual([])
    await expectNothingLeft(second.wizard)
  })

  it('is kept in memory alone where there is no keyring, and the page says so', async () => {
    const entrance = await Entrance.open(cloud)
    const person = await PersonAtBrowser.sitDown(entrance.wizard, chromium)
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    await entrance.expectInside('ada@contoso.example')
    await entrance.expectNote(/in memory only/)
    expectValue(keptIn(entrance.wizard)).toEqual([])
    await expectNothingLeft(entrance.wizard)
  })
})
