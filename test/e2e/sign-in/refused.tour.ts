import { describe, expect as expectValue, it, onTestFinished } from 'vitest'
import { AUTOMATION } from '#node/practice/people.ts'
import { expect } from '../expect.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { cloudOfFile } from './cloud-of-file.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { serveCloud } from './served-cloud.ts'

const { cloud, chromium } = cloudOfFile()

/** At the door of a cloud that refuses something, for the test that calls this, with a person at a browser. */
async function refusing(...words: readonly string[]): Promise<readonly [Entrance, PersonAtBrowser]> {
  const served = await serveCloud(...words)
  onTestFinished(() => served.stop())
  const browser = await openChromium(served)
  onTestFinished(() => browser.close())
  const entrance = await Entrance.open(served)
  return [entrance, await PersonAtBrowser.sitDown(entrance.wizard, browser)]
}

const ELSEWHERE = '9d3c7e10-45ab-4f02-8c6d-0b1e2f3a4d5c'

describe('a refused sign-in', () => {
  it('says what is wrong with tenant, secret and certificate, and leaves the form as it was filled in', async () => {
    const entrance = await Entrance.open(cloud())
    const { tenantId, clientId, clientSecret: secret, caFile } = cloud()
    await entrance.signIn({ way: 'secret', tenant: ELSEWHERE, clientId, secret: 'planted-first' })
    await entrance.expectRefused({ title: 'The tenant wasn’t found in this cloud', code: 'AADSTS90002' }, { tenant: ELSEWHERE, clientId })

    await entrance.signIn({ way: 'secret', clientId, secret: 'planted-second' })
    await entrance.expectRefused(
      { title: 'The client secret is wrong', code: 'AADSTS7000215' },
      { way: 'secret', tenant: tenantId, clientId },
    )

    await entrance.signIn({ way: 'secret', clientId, secret: AUTOMATION.expiredSecrets[0] })
    await entrance.expectRefused({ title: 'The client secret has expired', code: 'AADSTS7000222' })

    await entrance.signIn({ way: 'certificate', clientId, certificatePath: caFile })
    await entrance.expectRefused({ title: 'The certificate’s private key is missing' }, { certificatePath: caFile })

    await entrance.signIn({ way: 'secret', clientId, secret })
    await entrance.expectInside(clientId)
    await expectNothingLeft(entrance.wizard, 'planted-first', 'planted-second', secret, ...AUTOMATION.expiredSecrets)
  })

  it.skipIf(chromiumMissing)('may be canceled or declined in the browser, and begins again from the same form', async () => {
    const entrance = await Entrance.open(cloud())
    const person = await PersonAtBrowser.sitDown(entrance.wizard, chromium())
    await entrance.signIn({ way: 'browser' })
    const abandoned = await person.page()
    await entrance.cancel()

    await entrance.signInAgain()
    await choose(await person.page(2), 'Ada Marsh', 'Cancel')
    await entrance.expectRefused({ title: 'The sign-in was declined in the browser', code: 'AADSTS65004' })

    await entrance.signInAgain()
    const page = await person.page(3)
    await choose(page, 'Frank Weber')
    await expect(page.getByRole('heading')).toHaveText('You cannot sign in with this account')
    await page.getByRole('button', { name: 'Tell the app' }).click()
    await expect(page.getByRole('heading')).toHaveText('Not signed in')
    await entrance.expectRefused({ title: 'The account isn’t a guest in this tenant', code: 'AADSTS50020' })

    await entrance.signInAgain()
    await choose(await person.page(4), 'Ada Marsh')
    await entrance.expectInside('ada@contoso.example')
    // Nothing waits behind the page that was left open.
    await choose(abandoned, 'Kim Lindqvist').catch(() => undefined)
    await entrance.expectInside('ada@contoso.example')
    await expectNothingLeft(entrance.wizard)
  })

  it('ends with the device code, and the next one is another', async () => {
    const entrance = await Entrance.open(cloud())
    const { wizard } = entrance
    await entrance.signIn({ way: 'device-code' })
    const first = await entrance.deviceCode()
    await wizard.main.evaluate((_electron, milliseconds) => {
      const Standing = Date
      globalThis.Date = class extends Standing {
        constructor(...given: readonly [] | readonly [number]) {
          super(given.length === 0 ? Standing.now() + milliseconds : given[0])
        }
      } as DateConstructor
    }, 16 * 60_000)
    await entrance.expectRefused({ title: 'The device code wasn’t used' })
    await entrance.signInAgain()
    const second = await entrance.deviceCode()
    expectValue(second.code).not.toBe(first.code)
    await entrance.cancel()
    await expectNothingLeft(wizard, first.code, second.code)
  })
})

describe('a refusal for one service', () => {
  it.skipIf(chromiumMissing)('without consent leaves the others as they are', async () => {
    const [entrance, person] = await refusing('--no-consent', 'key-vault')
    await entrance.signIn({ way: 'browser' })
    await choose(await person.page(), 'Ada Marsh')
    // Asked once more, for this service alone.
    const page = await person.page(2)
    await choose(page, 'Ada Marsh')
    await page.getByRole('button', { name: 'Tell the app' }).click()
    await expect(page.getByRole('heading')).toHaveText('Not signed in')
    await entrance.expectInside('ada@contoso.example')
    await entrance.expectServiceRefused('key-vault', 'AADSTS65001')
    await entrance.readStep()
    await expectNothingLeft(entrance.wizard)
  })

  it.skipIf(chromiumMissing)('of Azure and of Power Platform by conditional access ends the sign-in, with its code', async () => {
    const [entrance, person] = await refusing('--conditional-access', 'resource-manager', '--conditional-access', 'power-platform')
    await entrance.signIn({ way: 'browser' })
    for (const number of [1, 2]) {
      const page = await person.page(number)
      await choose(page, 'Ada Marsh')
      await page.getByRole('button', { name: 'Tell the app' }).click()
      await expect(page.getByRole('heading')).toHaveText('Not signed in')
    }
    await entrance.expectRefused({ title: 'Conditional Access blocks this sign-in', code: 'AADSTS53003' })
  })
})
