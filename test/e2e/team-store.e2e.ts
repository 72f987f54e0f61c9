import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect as expectValue, it } from 'vitest'
import { PUSH_COMMAND } from '../../ipc/channels.ts'
import { team } from '../../renderer/messages/team.ts'
import { inWords } from '../../renderer/words.ts'
import { english } from '../english.ts'
import { type Azurite, startAzurite } from '../records/team/azurite.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { createProfile, type Wizard } from './launch.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './sign-in/browser.ts'
import { Entrance } from './sign-in/entrance.ts'
import { type ServedCloud, serveCloud } from './sign-in/served-cloud.ts'

const words = inWords(team, english)

let cloud: ServedCloud
let azurite: Azurite
let chromium: Browser | undefined
beforeAll(async () => {
  ;[cloud, azurite] = await Promise.all([serveCloud(), startAzurite()])
  await azurite.administer('records', 'create')
  chromium = chromiumMissing ? undefined : await openChromium(cloud)
})
afterAll(async () => {
  await chromium?.close()
  await Promise.all([cloud.stop(), azurite.stop()])
})

/** Where pictures go, if anywhere. */
const PICTURES = process.env['CMK_WIZARD_PICTURES']
async function picture({ page }: Wizard, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** One more desk of the team, in front of the same cloud and the same store. */
async function desk(): Promise<Entrance> {
  const profile = createProfile()
  const authority = path.join(profile, 'storage.pem')
  writeFileSync(authority, azurite.authority)
  return Entrance.open(cloud, { NODE_EXTRA_CA_CERTS: authority }, profile)
}

/** As the menu opens them. */
async function settings({ main, page }: Wizard) {
  await main.evaluate(
    ({ BrowserWindow }, [channel, command]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel ?? '', command)
    },
    [PUSH_COMMAND, 'settings'],
  )
  return page.getByRole('dialog').getByRole('group', { name: words.title })
}

/** Sets the store up, as a colleague does it. */
async function connect(entrance: Entrance, person: string): Promise<void> {
  const { wizard } = entrance
  if (!chromium) throw new Error('There is no Chromium to sign in with.')
  const atBrowser = await PersonAtBrowser.sitDown(wizard, chromium)
  const group = await settings(wizard)
  await expect(group.getByLabel(words.address)).toBeVisible()
  await group.getByLabel(words.tenant).scrollIntoViewIfNeeded()
  await picture(wizard, 'team-store-form')
  await group.getByLabel(words.address).fill(`${azurite.url}/records`)
  await group.getByLabel(words.tenant).fill(cloud.tenantId)
  await group.getByRole('button', { name: words.connect }).click()
  await choose(await atBrowser.page(), person)
  await expect(group.getByText(words.works)).toBeVisible()
  await expect(group).toContainText(words.noPolicy)
}

it.skipIf(chromiumMissing)('two colleagues share an environment through the team’s store, one at a time', async () => {
  const ada = await desk()
  await expect(ada.story.start.toSignIn.or(ada.form.signIn)).toBeVisible()
  await connect(ada, 'Ada Marsh')
  expectValue(await violations(ada.wizard.page)).toEqual([])
  await picture(ada.wizard, 'team-store-settings')
  await ada.wizard.page.keyboard.press('Escape')
  await ada.enteredBySecret()
  await ada.story.pickEnvironment()

  const grace = await desk()
  await expect(grace.story.start.toSignIn.or(grace.form.signIn)).toBeVisible()
  await connect(grace, 'Ada Marsh')
  await grace.wizard.page.keyboard.press('Escape')
  await expect(grace.wizard.page.getByText(/^Open: .+ on /)).toBeVisible()
  await picture(grace.wizard, 'team-store-open-by')

  await ada.closeTenant()
  await settings(grace.wizard)
  await grace.wizard.page.getByRole('button', { name: words.test }).click()
  await expect(grace.wizard.page.getByText(words.works)).toBeVisible()
  await grace.wizard.page.keyboard.press('Escape')
  await grace.enteredBySecret()
  await grace.story.pickEnvironment()
  await expect(grace.wizard.page.getByText(strings.frame.startPage)).toBeVisible()
})
