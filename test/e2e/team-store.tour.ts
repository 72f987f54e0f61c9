import { afterAll, beforeAll, expect as expectValue, it } from 'vitest'
import { type Azurite, startAzurite } from '../node/records/team/azurite.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { picture } from './picture.ts'
import { chromiumMissing, PersonAtBrowser } from './sign-in/browser.ts'
import { cloudOfFile } from './sign-in/cloud-of-file.ts'
import type { Entrance } from './sign-in/entrance.ts'
import { connectTeam, deskOf, teamSettings, teamWords } from './team-desk.ts'

const { cloud, chromium } = cloudOfFile()
let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
  await azurite.administer('records', 'create')
})
afterAll(() => azurite.stop())

async function connect(entrance: Entrance, before?: () => Promise<void>): Promise<void> {
  const atBrowser = await PersonAtBrowser.sitDown(entrance.wizard, chromium())
  await connectTeam(entrance, { url: `${azurite.url}/records`, tenant: cloud().tenantId, atBrowser, person: 'Ada Marsh' }, before)
}

it.skipIf(chromiumMissing)('two colleagues share an environment through the team’s store, one at a time', async () => {
  const ada = await deskOf(cloud(), azurite)
  await connect(ada, () => picture(ada.wizard, 'team-store-form'))
  expectValue(await violations(ada.wizard.page)).toEqual([])
  await picture(ada.wizard, 'team-store-settings')
  await ada.wizard.page.keyboard.press('Escape')
  await ada.enteredBySecret()
  await ada.story.pickEnvironment()

  const grace = await deskOf(cloud(), azurite)
  await connect(grace)
  await grace.wizard.page.keyboard.press('Escape')
  await expect(grace.wizard.page.getByText(/^Open: .+ on /)).toBeVisible()
  await picture(grace.wizard, 'team-store-open-by')

  await ada.closeTenant()
  await teamSettings(grace.wizard)
  await grace.wizard.page.getByRole('button', { name: teamWords.test }).click()
  await expect(grace.wizard.page.getByText(teamWords.works)).toBeVisible()
  await grace.wizard.page.keyboard.press('Escape')
  await grace.enteredBySecret()
  await grace.story.pickEnvironment()
  await expect(grace.wizard.page.getByRole('button', { name: strings.frame.signOut })).toBeVisible()

  // Everything to this computer, and back into the store.
  await grace.closeTenant()
  const group = await teamSettings(grace.wizard)
  await group.getByRole('button', { name: teamWords.moveOut }).click()
  await expect(group).toContainText('1 environment moved.')
  await group.getByRole('button', { name: teamWords.moveIn({ count: 1 }) }).click()
  await expect(group.getByRole('button', { name: teamWords.moveIn({ count: 1 }) })).toHaveCount(0)
  await expect(group).toContainText('1 environment moved.')
})
