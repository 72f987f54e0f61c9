import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { openOver } from './desk.ts'
import { expect } from './expect.ts'
import { createProfile, endedWithTest, launch, type Wizard } from './launch.ts'
import { picture } from './picture.ts'
import { teamWords } from './team-desk.ts'
import { drawn } from './window-size.ts'

const { connect, desktop } = strings
const PLANT = path.join(repositoryRoot, 'test', 'e2e', 'planted-policy.cjs')

/** Starts the wizard on a computer with a policy. */
async function managedBy(policy: unknown, ...words: readonly string[]): Promise<Wizard> {
  const profile = createProfile()
  const file = path.join(profile, 'policy-of-a-test.json')
  writeFileSync(file, typeof policy === 'string' ? policy : JSON.stringify(policy), { mode: 0o644 })
  return endedWithTest(await launch(profile, words, { CMK_WIZARD_TEST_POLICY: file }, [PLANT]))
}

/** In light and dark, to look at and for the rules of accessibility. */
async function look(wizard: Wizard, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await wizard.page.emulateMedia({ colorScheme })
    await drawn(wizard)
    await picture(wizard, `${name}-${colorScheme}`)
    expectValue(await violations(wizard.page), colorScheme).toEqual([])
  }
  await wizard.page.emulateMedia({ colorScheme: 'light' })
}

const POLICY = {
  AllowedClouds: ['commercial', 'gcc'],
  AllowedSignInMethods: ['browser', 'certificate', 'workload-identity'],
  DefaultTenant: 'contoso.onmicrosoft.com',
  Proxy: 'http://proxy.contoso.com:8080',
  ProxyExceptions: ['.contoso.com'],
  Updates: 'off',
}

it('a policy leaves what it allows on the sign-in page, and the settings say what is set', async () => {
  const wizard = await managedBy(POLICY)
  const { page } = wizard
  await page.getByRole('button', { name: strings.start.connect.go }).click()
  await expect(page.getByRole('radio', { name: connect.ways.browser.title })).toBeChecked()
  await expect(page.locator('input[name=way]')).toHaveCount(2)
  await expect(page.getByLabel(connect.cloud).locator('option')).toHaveCount(2)
  await expect(page.getByLabel(connect.fields.tenant)).toHaveValue('contoso.onmicrosoft.com')
  await look(wizard, 'managed-sign-in')
  await openOver(wizard, 'settings')
  await expect(page.getByRole('dialog')).toContainText('/etc/cmk-enablement-wizard/policy.json')
  await look(wizard, 'managed-settings')
  await page.getByRole('button', { name: desktop.close }).click()
})

it('a policy that can’t be read stops signing in and says why, and a practice case opens', async () => {
  const wizard = await managedBy('{\n  "AllowedClouds": ["commercial"],\n  "Telemetry": "off"\n}')
  const { page } = wizard
  await expect(page.getByRole('main')).toContainText('Your organization’s policy can’t be used')
  await look(wizard, 'managed-refused-start')
  await page.getByRole('button', { name: strings.start.connect.go }).click()
  await expect(page.getByText(/policy\.json, line 3: There’s no setting Telemetry\./)).toBeVisible()
  await expect(page.getByRole('button', { name: connect.signIn, exact: true })).toHaveCount(0)
  await look(wizard, 'managed-refused')
  await openOver(wizard, 'settings')
  await expect(page.getByRole('dialog')).toContainText('There’s no setting Telemetry.')
  await look(wizard, 'managed-refused-settings')
})

it('a team store that a policy sets waits for a sign-in, and can’t be left', async () => {
  const wizard = await managedBy({
    TeamStoreAddress: 'https://contosoteam.blob.core.windows.net/wizard',
    TeamStoreTenant: 'contoso.onmicrosoft.com',
    // Nothing listens there, so that the test asks no one outside of this computer.
    Proxy: 'http://127.0.0.1:9',
  })
  // Where and why, line by line: no one has signed in yet.
  wizard.expectComplaints(/The team store could not be listed/, /^ {4}at /, /kind: 'signed-out'/, /^ {2}why: /, /^\}$/)
  await openOver(wizard, 'settings')
  const store = wizard.page.getByRole('dialog').getByRole('group', { name: teamWords.title })
  for (const each of ['contosoteam', 'wizard', 'contoso.onmicrosoft.com']) await expect(store).toContainText(each)
  await expect(store.getByRole('button', { name: teamWords.signIn })).toBeEnabled()
  // No form: neither can be changed.
  await expect(store.getByRole('textbox')).toHaveCount(0)
  const leave = store.getByRole('button', { name: teamWords.leave })
  await expect(leave).toHaveAttribute('aria-disabled', 'true')
  await expect(leave).toHaveAccessibleDescription('Set by your organization')
  await leave.scrollIntoViewIfNeeded()
  await look(wizard, 'managed-team-store')
})

it('what a policy sets is said in the language of the window', async () => {
  const wizard = await managedBy(POLICY, '--language=de')
  const { page } = wizard
  await openOver(wizard, 'settings')
  await expect(page.getByRole('dialog')).toContainText('Von Ihrer Organisation festgelegt')
  await look(wizard, 'managed-settings-de')
  await page.getByRole('button', { name: 'Schließen' }).click()
  await page.getByRole('button', { name: 'Bei einem Mandanten anmelden' }).click()
  await look(wizard, 'managed-sign-in-de')
})
