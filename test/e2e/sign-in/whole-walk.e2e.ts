import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { repositoryRoot } from '../../../tools/location.mjs'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import { createProfile, type Wizard } from '../launch.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { serveCloud } from './served-cloud.ts'

/** How many times faster than ours the tenant lives: a day at Microsoft takes some seconds. */
const SPEED = 20_000
const DAY = 24 * 3_600_000

/** The wizard's own waiting goes by this computer's clock, which does not run as fast: it leaps to where the tenant is. */
const leapTo = (wizard: Wizard, ahead: number): Promise<void> =>
  wizard.main.evaluate((_electron, milliseconds) => {
    Reflect.set(globalThis, 'wizardIsAhead', milliseconds)
  }, ahead)

it.skipIf(chromiumMissing)('a person signs in by browser and goes through all four steps, every request over a socket', async () => {
  const cloud = await serveCloud('--speed', String(SPEED))
  const startedAt = Date.now()
  const chromium = await openChromium(cloud)
  try {
    const clock = path.join(repositoryRoot, 'test', 'e2e', 'sign-in', 'leaping-clock.cjs')
    const entrance = await Entrance.open(cloud, {}, createProfile(), [clock])
    const { story, wizard } = entrance
    const { frame, step } = story
    const person = await PersonAtBrowser.sitDown(wizard, chromium)
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    await entrance.expectInside('ada@contoso.example')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await story.apply(6)
    await expect(step.main).toContainText('Waiting for the role assignment to take effect')
    await leapTo(wizard, (Date.now() - startedAt) * SPEED + 2 * DAY)
    await frame.press(strings.footer.lookNow)
    await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
    await frame.press(strings.footer.next)
    await story.confirmLicences()
    await story.applyByName(1)
    await expect(frame.heading).toHaveText('Microsoft is encrypting the environment')
    // Checking earlier than the wizard would: the button is there between two checks.
    await expect(async () => {
      const look = frame.button(strings.footer.lookNow)
      if (await look.isEnabled({ timeout: 500 }).catch(() => false)) await look.click({ timeout: 500 })
      await expect(frame.heading).toHaveText(GUIDES.membership.outcome, { timeout: 1000 })
    }).toPass({ timeout: 30_000 })
    await frame.press(strings.footer.next)
    await expect(frame.heading).toHaveText('The environment is encrypted with your key')
    // One page in the browser, however long it took.
    expectValue(person.opened()).toHaveLength(1)
    await expectNothingLeft(wizard)
  } finally {
    await chromium.close()
    await cloud.stop()
  }
})
