import { cpSync } from 'node:fs'
import path from 'node:path'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { createProfile, finish, giveUp, launch, type Wizard } from '../launch.ts'
import { choose, openChromium, PersonAtBrowser } from '../sign-in/browser.ts'
import { Entrance, startWords } from '../sign-in/entrance.ts'
import { serveCloud } from '../sign-in/served-cloud.ts'
import type { ConnectedPlace } from './places.ts'

type Arrive = (wizard: Wizard, place: ConnectedPlace) => Promise<void>

/** Does something with a wizard in front of a cloud, and ends both. */
async function withCloud(words: readonly string[], profile: string, work: (entrance: Entrance) => Promise<void>): Promise<void> {
  const cloud = await serveCloud(...words)
  try {
    const wizard = await launch(profile, startWords(cloud))
    try {
      await work(Entrance.at(wizard, cloud))
    } catch (reason) {
      throw new Error(await giveUp(wizard, 'connected tour'), { cause: reason })
    }
    await finish(wizard)
  } finally {
    await cloud.stop()
  }
}

/** What only a real tenant shows: refusals at its door, what some services refuse, and engagements with what differs later. */
export async function connectedTour(arrive: Arrive): Promise<void> {
  const kept = createProfile()
  await withCloud(['--no-consent', 'key-vault'], createProfile(), async (entrance) => {
    await refusedAtTheDoor(entrance, arrive)
    await withoutOneService(entrance, arrive)
    await engagements(entrance, arrive)
    cpSync(path.join(entrance.wizard.profile, 'engagements'), path.join(kept, 'engagements'), { recursive: true })
  })
  // The same tenant, in which another person has meanwhile removed what step 1 had verified.
  await withCloud(['--scenario', 'integration-missing'], kept, (entrance) => recovery(entrance, arrive))
}

async function refusedAtTheDoor(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { wizard, cloud } = entrance
  await entrance.signIn({ way: 'secret', clientId: cloud.clientId, secret: 'wrong' })
  await entrance.expectRefused({ title: 'The client secret is wrong', code: 'AADSTS7000215' })
  await arrive(wizard, 'sign-in-refused')
  await entrance.signIn({ way: 'device-code' })
  await entrance.deviceCode()
  await arrive(wizard, 'sign-in-device-code')
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
    await arrive(wizard, 'connected-choosing')
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
  await arrive(wizard, 'connected-proved')
  await entrance.closeTenant()
  await expect(story.start.engagement('contoso-prod')).toBeVisible()
  await arrive(wizard, 'engagements')
  await story.start.details('contoso-prod').click()
  await wizard.page.getByRole('button', { name: strings.engagements.removeOf({ environment: 'contoso-prod' }) }).click()
  await arrive(wizard, 'engagements-removing')
  await wizard.page.getByRole('button', { name: strings.engagements.keep }).click()
}

async function recovery(entrance: Entrance, arrive: Arrive): Promise<void> {
  const { wizard, cloud, story, form } = entrance
  await story.start.engagement('contoso-prod').click()
  await story.frame.expectNewPage(strings.connect.title)
  await arrive(wizard, 'engagements-secret')
  await form.secret.fill(cloud.clientSecret)
  await form.signIn.click()
  await story.frame.expectNewPage(strings.engagements.recovery.differs)
  await arrive(wizard, 'recovery-differs')
}
