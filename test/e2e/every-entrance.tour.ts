import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { it, onTestFinished } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { FILE } from '#node/records/engagement/folder-store.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { createProfile, endedWithTest, launch } from './launch.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './sign-in/browser.ts'
import { Entrance, startWords } from './sign-in/entrance.ts'
import { serveCloud } from './sign-in/served-cloud.ts'
import { type Arrive, arrivingIn, DOOR_OF_A_CLOUD, LIST_IN_A_CLOUD, TOUR_LIMIT } from './tour/tour.ts'

/** A wizard in front of a cloud, both for the test that calls this. */
async function atDoor(words: readonly string[], profile = createProfile()): Promise<Entrance> {
  const cloud = await serveCloud(...words)
  onTestFinished(() => cloud.stop())
  const wizard = endedWithTest(await launch(profile, startWords(cloud)))
  return Entrance.at(wizard, cloud)
}

it.skipIf(chromiumMissing)(
  'what only a real tenant shows is accessible in light and dark, and fits each size of the window',
  TOUR_LIMIT,
  async () => {
    const entrance = await atDoor(['--no-consent', 'key-vault'])
    const arrive = arrivingIn(entrance.wizard, false)
    await refusedAtTheDoor(entrance, arrive)
    await withoutOneService(entrance, arrive)
    await engagements(entrance, arrive)
    const kept = createProfile()
    cpSync(path.join(entrance.wizard.profile, 'engagements'), path.join(kept, 'engagements'), { recursive: true })
    lastWorkedOn(Date.parse('2026-09-28T22:58'), path.join(kept, 'engagements'))
    // The same tenant, in which another person has meanwhile removed what step 1 had verified.
    const later = await atDoor(['--scenario', 'integration-missing'], kept)
    await recovery(later, arrivingIn(later.wizard, false))
  },
)

/** With the longest date and time, so that the size of the page doesn't depend on when this runs. */
function lastWorkedOn(savedAt: number, folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => path.basename(each) === FILE)) {
    const file = path.join(folder, name)
    const read = readEngagement(CUSTOMER_MANAGED_KEYS, readFileSync(file, 'utf8'))
    if (!read.ok) throw new Error('the record can’t be read')
    writeFileSync(file, writeEngagement({ ...read.engagement, savedAt }))
  }
}

async function refusedAtTheDoor(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { cloud } = entrance
  await entrance.signIn({ way: 'secret', clientId: cloud.clientId, secret: 'wrong' })
  await entrance.expectRefused({ title: 'The client secret is wrong', code: 'AADSTS7000215' })
  await arrive('sign-in-refused', { around: DOOR_OF_A_CLOUD })
  await entrance.signIn({ way: 'device-code' })
  await entrance.deviceCode()
  await arrive('sign-in-device-code', { around: DOOR_OF_A_CLOUD, forced: true })
  await entrance.cancel()
}

async function withoutOneService(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { wizard, cloud, story } = entrance
  const browser = await openChromium(cloud)
  try {
    const person = await PersonAtBrowser.sitDown(wizard, browser)
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    const page = await person.page(2)
    await choose(page, 'Ada Marsh')
    await page.getByRole('button', { name: 'Tell the app' }).click()
    await entrance.expectInside('ada@contoso.example')
    await expect(story.step.environment('contoso-prod')).toBeVisible()
    await arrive('connected-choosing', { forced: true })
    await entrance.signOut()
  } finally {
    await browser.close()
  }
}

async function engagements(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { wizard, cloud, story } = entrance
  await entrance.signIn({ way: 'secret', clientId: cloud.clientId, secret: cloud.clientSecret })
  await entrance.expectInside(cloud.clientId)
  await entrance.readStep()
  await arrive('connected-proved')
  await entrance.closeTenant()
  await expect(story.start.engagement('contoso-prod')).toBeVisible()
  await arrive('engagements', { around: LIST_IN_A_CLOUD, forced: true })
  await story.start.details('contoso-prod').click()
  await wizard.page.getByRole('button', { name: strings.engagements.removeOf({ environment: 'contoso-prod' }) }).click()
  await arrive('engagements-removing', { around: LIST_IN_A_CLOUD })
  await wizard.page.getByRole('button', { name: strings.engagements.keep }).click()
}

async function recovery(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { cloud, story, form } = entrance
  await story.start.engagement('contoso-prod').click()
  await story.frame.expectNewPage(strings.connect.title)
  await arrive('engagements-secret', { around: DOOR_OF_A_CLOUD })
  await form.secret.fill(cloud.clientSecret)
  await form.signIn.click()
  await story.frame.expectNewPage(strings.engagements.recovery.differs)
  await arrive('recovery-differs')
}
