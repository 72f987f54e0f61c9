import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect as expectValue, it } from 'vitest'
import { AUTOMATION } from '../../../practice/people.ts'
import { expect } from '../expect.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { type ServedCloud, serveCloud } from './served-cloud.ts'
import { azureCliMissing, signedInAzureCli, standInForPowerShell } from './tools.ts'

let cloud: ServedCloud
let chromium: Browser | undefined
beforeAll(async () => {
  cloud = await serveCloud()
  chromium = chromiumMissing ? undefined : await openChromium(cloud)
})
afterAll(async () => {
  await chromium?.close()
  await cloud.stop()
  expectValue(cloud.complaints()).toBe('')
})

/** Only where there is one: the tests that ask for it are skipped elsewhere. */
function atBrowser({ wizard }: Entrance): Promise<PersonAtBrowser> {
  if (!chromium) throw new Error('There is no Chromium to sign in with.')
  return PersonAtBrowser.sitDown(wizard, chromium)
}

describe('signing in with a browser', () => {
  it.skipIf(chromiumMissing)('opens the system’s own, which leads back to the wizard', async () => {
    const entrance = await Entrance.open(cloud)
    const person = await atBrowser(entrance)
    await entrance.signIn({ way: 'browser' })
    const page = await person.page()
    await choose(page, 'Ada Marsh')
    await expect(page.getByRole('heading')).toHaveText('Signed in')
    await entrance.expectInside('ada@contoso.example')
    await entrance.readStep()
    // One page for three services.
    expectValue(person.opened()).toHaveLength(1)
    await entrance.signOut()
    await expectNothingLeft(entrance.wizard)
  })

  it.skipIf(chromiumMissing)('takes a code that is entered on any device', async () => {
    const entrance = await Entrance.open(cloud)
    const person = await atBrowser(entrance)
    await entrance.signIn({ way: 'device-code' })
    const { code, address } = await entrance.deviceCode()
    const page = await person.visit(address)
    await page.getByLabel('Code shown by the app').fill(code)
    await choose(page, 'Ada Marsh')
    await expect(page.getByRole('heading')).toHaveText('Signed in')
    await entrance.expectInside('ada@contoso.example')
    await entrance.readStep()
    expectValue(person.opened()).toEqual([])
    await entrance.signOut()
    await expectNothingLeft(entrance.wizard, code)
  })
})

describe('signing in by proof', () => {
  it('takes the secret and then the certificate of an app registration', async () => {
    const entrance = await Entrance.open(cloud)
    const { clientId, clientSecret: secret, clientCertificateFile: certificatePath } = cloud
    for (const filled of [
      { way: 'secret', clientId, secret },
      { way: 'certificate', clientId, certificatePath },
    ] as const) {
      await entrance.signIn(filled)
      await entrance.expectInside(AUTOMATION.clientId)
      await entrance.readStep()
      await entrance.signOut()
    }
    await expectNothingLeft(entrance.wizard, secret)
  })

  it.skipIf(azureCliMissing)('takes the account of Azure CLI', async () => {
    const entrance = await Entrance.open(cloud, await signedInAzureCli(cloud))
    await entrance.signIn({ way: 'azure-cli' })
    await entrance.expectInside(AUTOMATION.clientId)
    await entrance.readStep()
    await entrance.signOut()
    await expectNothingLeft(entrance.wizard)
  })

  it.skipIf(process.platform === 'win32')('takes the account of Azure PowerShell, asked as its library asks', async () => {
    const entrance = await Entrance.open(cloud, standInForPowerShell(cloud))
    await entrance.signIn({ way: 'azure-powershell' })
    await entrance.expectInside(AUTOMATION.clientId)
    await entrance.readStep()
    await entrance.signOut()
    await expectNothingLeft(entrance.wizard)
  })
})
