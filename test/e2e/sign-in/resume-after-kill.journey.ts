import { expect as expectValue, it, onTestFinished } from 'vitest'
import { PEOPLE } from '#node/practice/people.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import { createProfile, endedWithTest, launch, type Wizard } from '../launch.ts'
import { ENCRYPTION, IS_ENCRYPTED, IS_ENCRYPTING } from '../story.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance, startWords } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { contoso, DAY, HOUR, LEAPING_CLOCK, serveTenants } from './served-tenants.ts'

/** As a power failure ends it: nothing is saved on the way. */
async function kill({ app, exitCode }: Wizard): Promise<void> {
  app.process().kill('SIGKILL')
  await exitCode
}

it.skipIf(chromiumMissing)(
  'a person signs in by browser and goes through the steps; after a kill while Microsoft encrypts, the wizard continues to the end',
  async () => {
    const company = contoso()
    const tenants = await serveTenants(company)
    onTestFinished(() => tenants.stop())
    const cloud = tenants.of(company)
    const chromium = await openChromium(cloud)
    onTestFinished(() => chromium.close())
    const profile = createProfile()
    const start = () => launch(profile, startWords(cloud), {}, [LEAPING_CLOCK])

    const first = await start()
    const child = first.app.process()
    onTestFinished(() => void child.kill('SIGKILL'))
    const before = Entrance.at(first, cloud)
    const { frame, step } = before.story
    const atBrowser = await PersonAtBrowser.sitDown(first, chromium)
    await before.signIn({ way: 'browser' })
    await choose(await atBrowser.page(), PEOPLE.ada.displayName)
    await before.expectInside(PEOPLE.ada.userName)
    await before.story.enableIntegration()
    await before.story.noteEnvironment()
    await before.story.checkChoices()
    tenants.rush(company)
    await before.story.apply(6)
    await expect(step.main).toContainText('Waiting for the role assignment to take effect')
    await tenants.letPass(company, HOUR, first)
    await frame.checkUntil(GUIDES.policy.outcome)
    await frame.goOn()
    await before.story.confirmLicences()
    await before.story.startNow(ENCRYPTION)
    await expect(frame.heading).toHaveText(IS_ENCRYPTING)
    // One page in the browser, however long it took.
    expectValue(atBrowser.opened()).toHaveLength(1)
    await expectNothingLeft(first)
    const written = tenants.tenant(company).writes()
    await kill(first)

    // A code of the sign-in would be too old before it is used.
    tenants.rush(company, 1)
    const second = endedWithTest(await start())
    await tenants.letPass(company, 2 * DAY, second)
    const { story } = Entrance.at(second, cloud)
    const again = await PersonAtBrowser.sitDown(second, chromium)
    await story.start.engagement(story.environment).click()
    await choose(await again.page(), PEOPLE.ada.displayName)
    await expect(story.frame.heading).toHaveText(IS_ENCRYPTED)
    expectValue(tenants.tenant(company).writes()).toEqual(written)
    await expectNothingLeft(second)
  },
)
