import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect as expectValue, it } from 'vitest'
import { AUTOMATION, PEOPLE } from '#node/practice/people.ts'
import { expect } from '../expect.ts'
import { createProfile, launch } from '../launch.ts'
import { oneWizard } from '../one-wizard.ts'
import { choose, chromiumMissing, PersonAtBrowser } from './browser.ts'
import { cloudOfFile } from './cloud-of-file.ts'
import { Entrance, type Filled, startWords } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { contoso, serveTenants } from './served-tenants.ts'
import { azureCliMissing, signedInAzureCli, standInForPowerShell } from './tools.ts'

const ADA = PEOPLE.ada

const folder = mkdtempSync(path.join(tmpdir(), 'tools-'))
/** Here a device code is asked for at once, where the practice tenant as a program has the five seconds of Microsoft. */
const { cloud, chromium } = cloudOfFile(async () => (await serveTenants(contoso())).of(contoso()))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** On a computer with both tools, where they can be had. */
const started = oneWizard(async () => {
  const powerShell = process.platform === 'win32' ? {} : standInForPowerShell(folder, cloud())
  const azureCli = azureCliMissing ? {} : await signedInAzureCli(folder, cloud())
  return launch(createProfile(), startWords(cloud()), { ...powerShell, ...azureCli })
})

const atDoor = (): Entrance => Entrance.at(started(), cloud())

const atBrowser = ({ wizard }: Entrance) => PersonAtBrowser.sitDown(wizard, chromium())

/** Signed in: reads a step, and leaves without a trace. @param entered what is over then */
async function readAndLeave(entrance: Entrance, account: string, ...entered: readonly string[]): Promise<void> {
  await entrance.expectInside(account)
  await entrance.readStep()
  await entrance.signOut()
  await expectNothingLeft(entrance.wizard, ...entered)
}

describe('signing in with a browser', () => {
  it.skipIf(chromiumMissing)('opens the system’s own, which leads back to the wizard', async () => {
    const entrance = atDoor()
    const person = await atBrowser(entrance)
    await entrance.signIn({ way: 'browser' })
    const page = await person.page()
    await choose(page, ADA.displayName)
    await expect(page.getByRole('heading')).toHaveText('Signed in')
    await readAndLeave(entrance, ADA.userName)
    // One page for three services.
    expectValue(person.opened()).toHaveLength(1)
  })

  it.skipIf(chromiumMissing)('takes a code that is entered on any device', async () => {
    const entrance = atDoor()
    const person = await atBrowser(entrance)
    await entrance.signIn({ way: 'device-code' })
    const { code, address } = await entrance.deviceCode()
    const page = await person.visit(address)
    await page.getByLabel('Code shown by the app').fill(code)
    await choose(page, ADA.displayName)
    await expect(page.getByRole('heading')).toHaveText('Signed in')
    await readAndLeave(entrance, ADA.userName, code)
    expectValue(person.opened()).toEqual([])
  })
})

describe('signing in by proof', () => {
  const ways: readonly (readonly [what: string, missing: boolean, filled: () => Filled])[] = [
    ['the secret of an app registration', false, () => ({ way: 'secret', clientId: cloud().clientId, secret: cloud().clientSecret })],
    [
      'the certificate of an app registration',
      false,
      () => ({ way: 'certificate', clientId: cloud().clientId, certificatePath: cloud().clientCertificateFile }),
    ],
    ['the account of Azure CLI', azureCliMissing, () => ({ way: 'azure-cli' })],
    ['the account of Azure PowerShell, asked as its library asks', process.platform === 'win32', () => ({ way: 'azure-powershell' })],
  ]
  for (const [what, missing, filled] of ways)
    it.skipIf(missing)(`takes ${what}`, async () => {
      const entrance = atDoor()
      await entrance.signIn(filled())
      await readAndLeave(entrance, AUTOMATION.clientId, cloud().clientSecret)
    })
})
