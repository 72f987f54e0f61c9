import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect as expectValue, it } from 'vitest'
import { withKeyring } from '../desk.ts'
import { expect } from '../expect.ts'
import { createProfile, type Wizard } from '../launch.ts'
import { choose, chromiumMissing, PersonAtBrowser } from './browser.ts'
import { cloudOfFile } from './cloud-of-file.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'

const { cloud, chromium } = cloudOfFile()

const folderOf = ({ profile }: Wizard): string => path.join(profile, 'sign-ins')
const keptIn = (wizard: Wizard): readonly string[] => (existsSync(folderOf(wizard)) ? readdirSync(folderOf(wizard)) : [])

describe.runIf(process.platform === 'linux' && !chromiumMissing)('a sign-in', () => {
  it('rests in the keyring over a restart, opens no page then, and is gone when the person signs out', async () => {
    const first = await Entrance.open(cloud())
    await withKeyring(first.wizard)
    const person = await PersonAtBrowser.sitDown(first.wizard, chromium())
    await first.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    await first.expectInside('ada@contoso.example')
    await first.closeTenant()
    expectValue(keptIn(first.wizard)).toHaveLength(1)
    await expectNothingLeft(first.wizard)

    const profile = createProfile()
    cpSync(folderOf(first.wizard), path.join(profile, 'sign-ins'), { recursive: true })
    const second = await Entrance.open(cloud(), {}, profile)
    await withKeyring(second.wizard)
    const nobody = await PersonAtBrowser.sitDown(second.wizard, chromium())
    await second.signIn({ way: 'browser' })
    await second.expectInside('ada@contoso.example')
    await second.readStep()
    expectValue(nobody.opened()).toEqual([])
    await second.signOut()
    await expect.poll(() => keptIn(second.wizard)).toEqual([])
    await expectNothingLeft(second.wizard)
  })

  it('is kept in memory alone where there is no keyring, and the page says so', async () => {
    const entrance = await Entrance.open(cloud())
    const person = await PersonAtBrowser.sitDown(entrance.wizard, chromium())
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    await entrance.expectInside('ada@contoso.example')
    await entrance.expectNote(/in memory only/)
    expectValue(keptIn(entrance.wizard)).toEqual([])
    await expectNothingLeft(entrance.wizard)
  })
})
