import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect as expectValue, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { nameOfLanguage } from '#messages/languages.ts'
import { AUTOMATION, PEOPLE } from '#node/practice/people.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { PRODUCTION_ID } from '#node/practice/scenario-parts.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { buildProgram, endsWithTheFile, resultIn, runApart, SECRET } from '../node/cli/cmk-wizard/program.ts'
import { type Azurite, startAzurite } from '../node/records/team/azurite.ts'
import { strings, customerStrings as words } from '../strings.ts'
import { clipboardOf, picking, withKeyring } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from './guides.ts'
import type { Wizard } from './launch.ts'
import { picture } from './picture.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './sign-in/browser.ts'
import { Entrance } from './sign-in/entrance.ts'
import { type Company, DAY, LEAPING_CLOCK, type ServedTenants, serveTenants } from './sign-in/served-tenants.ts'
import { ENCRYPTION, IS_ENCRYPTED, IS_ENCRYPTING, Story } from './story.ts'
import { connectTeam, deskOf, teamWords } from './team-desk.ts'

endsWithTheFile()

/** A case with the environment of another name and type. */
function as(name: string, displayName: string, sku: 'Production' | 'Sandbox'): Scenario {
  const scenario = scenarioByName(name)
  if (!scenario) throw new Error(`There is no scenario ${name}.`)
  return {
    ...scenario,
    build: (world) =>
      scenario.build({
        ...world,
        environment: (wish, users) => world.environment(wish.name === PRODUCTION_ID ? { ...wish, displayName, sku } : wish, users),
      }),
  }
}

/** Three customers, whose environments have the same ID, and the partner itself. */
const PROSE = {
  id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90',
  name: 'Proseware',
  domain: 'proseware.example',
  scenario: as('ready-to-enable', 'proseware-live', 'Production'),
}
const TAIL = {
  id: '71c04f3d-58a2-4e96-8b17-2d9e6a0c5f81',
  name: 'Tailspin',
  domain: 'tailspin.example',
  scenario: as('partner-by-delegation', 'tailspin-uat', 'Sandbox'),
}
const WING = {
  id: '82d15a4e-69b3-4fa7-9c28-3ea07b1d6092',
  name: 'Wingtip',
  domain: 'wingtip.example',
  scenario: as('not-managed', 'wingtip-test', 'Sandbox'),
}
const PARTNER = {
  id: PEOPLE.petra.home.tenantId,
  name: 'Fabrikam',
  domain: 'fabrikam.example',
  scenario: as('ready-to-enable', 'own', 'Sandbox'),
}
const CUSTOMERS = [PROSE, TAIL, WING]
const environmentOf = ({ name }: Company): string => ({ Proseware: 'proseware-live', Tailspin: 'tailspin-uat' })[name] ?? 'wingtip-test'

let cloud: ServedTenants
let azurite: Azurite
let chromium: Browser | undefined
beforeAll(async () => {
  buildProgram()
  ;[cloud, azurite] = await Promise.all([serveTenants(PROSE, TAIL, WING, PARTNER), startAzurite()])
  await azurite.administer('records', 'create')
  chromium = chromiumMissing ? undefined : await openChromium(cloud.of(PROSE))
}, 120_000)
afterAll(async () => {
  await chromium?.close()
  await Promise.all([cloud.stop(), azurite.stop()])
})

interface Desk {
  readonly entrance: Entrance
  readonly wizard: Wizard
  readonly atBrowser: PersonAtBrowser
}

/** A consultant who shares the team's store. */
async function consultant(): Promise<Desk> {
  if (!chromium) throw new Error('There is no Chromium to sign in with.')
  const entrance = await deskOf(cloud.of(PROSE), azurite, [LEAPING_CLOCK])
  const { wizard } = entrance
  await withKeyring(wizard)
  const atBrowser = await PersonAtBrowser.sitDown(wizard, chromium)
  await connectTeam(entrance, { url: `${azurite.url}/records`, tenant: PARTNER.domain, atBrowser, person: 'Ada Marsh' })
  await wizard.page.keyboard.press('Escape')
  return { entrance, wizard, atBrowser }
}

/** Signs in to a customer's tenant and chooses its environment, which begins its record. */
async function begin({ wizard, atBrowser }: Desk, customer: Company): Promise<void> {
  const at = Entrance.at(wizard, cloud.of(customer))
  if (customer === TAIL) {
    const pages = atBrowser.opened().length
    await at.signIn({ way: 'browser' })
    await choose(await atBrowser.page(pages + 1), PEOPLE.petra.displayName.split(' (')[0] ?? '')
    await at.expectInside(PEOPLE.petra.userName)
  } else {
    await at.signIn({ way: 'certificate', clientId: AUTOMATION.clientId, certificatePath: at.cloud.clientCertificateFile })
    await at.expectInside(AUTOMATION.clientId)
  }
  await new Story(wizard, environmentOf(customer)).pickEnvironment()
  await at.closeTenant()
}

/**
 * From the list to the environment that was chosen before; a certificate's key may have a passphrase, so the form is shown.
 * @param whose record it is: a colleague's names a file that was never chosen on this computer
 */
async function goOn({ wizard, entrance }: Desk, customer: Company, whose: 'own' | 'colleague'): Promise<Story> {
  const { form } = entrance
  const story = new Story(wizard, environmentOf(customer))
  await story.start.engagement(environmentOf(customer)).click()
  await expect(form.certificatePath).toHaveValue(cloud.of(customer).clientCertificateFile)
  await form.signIn.click()
  if (whose === 'colleague') {
    await entrance.expectRefused({ title: 'Choose the certificate file again' })
    await picking(wizard, cloud.of(customer).clientCertificateFile)
    await form.chooseCertificate.click()
    await form.signIn.click()
  }
  await expect(story.frame.heading).toHaveText(GUIDES.integration.outcome)
  expectValue(await story.frame.windowTitle()).toContain(environmentOf(customer))
  await story.frame.goOn()
  await story.noteEnvironment()
  return story
}

async function putInGroup({ page }: Wizard, customer: Company, group: string): Promise<void> {
  const details = page.getByRole('button', { name: strings.engagements.detailsOf({ environment: environmentOf(customer) }) })
  await details.click()
  await page.getByLabel(words.groups, { exact: true }).fill(group)
  await page.getByRole('button', { name: words.keep, exact: true }).click()
  await details.click()
}

it.skipIf(chromiumMissing)(
  'a partner takes three customers from the list to a report, with a colleague and with the command line',
  async () => {
    const ada = await consultant()
    for (const customer of CUSTOMERS) await begin(ada, customer)
    await checkTogether(ada)
    await encrypt(ada)
    const { list, report } = await handOver(ada, await consultant())
    expectValue(report).toContain('<html lang="de">')
    await checkInPipe(list)
  },
  300_000,
)

/** Two groups, and one check of all three. */
async function checkTogether({ wizard }: Desk): Promise<void> {
  const { page } = wizard
  const rows = page.getByRole('grid').locator('[data-row]')
  await expect(rows).toHaveCount(3)
  await putInGroup(wizard, PROSE, 'Wave 1')
  await putInGroup(wizard, TAIL, 'Wave 1')
  await putInGroup(wizard, WING, 'Wave 2')
  for (const customer of CUSTOMERS) await expect(rows.filter({ hasText: customer.name })).toContainText(teamWords.inStore)
  await expect(rows.filter({ hasText: PROSE.name })).toContainText(strings.engagements.production)
  await page.getByLabel(words.group, { exact: true }).selectOption('Wave 1')
  await expect(rows).toHaveCount(2)
  await page.getByLabel(words.group, { exact: true }).selectOption(words.allGroups)

  await page.getByRole('checkbox', { name: words.selectAll }).check()
  await page.getByRole('button', { name: words.check }).click()
  const results = page.getByRole('region', { name: words.results })
  await expect(results).toContainText(words.checkedCount({ count: 3, needAction: 3 }))
  await expect(results).not.toContainText(words.notChecked({ count: 1 }))
  await picture(wizard, 'partner-checked')
  // Only of the partner's own access there is something for others to do: each message names that customer alone.
  await results.getByRole('button', { name: words.messages }).click()
  const messages = results.getByRole('button', { name: words.copyMessage })
  await expect(messages).toHaveCount(2)
  for (let at = 0; at < 2; at++) {
    await messages.nth(at).click()
    const text = await clipboardOf(wizard)
    expectValue(text).toContain(environmentOf(TAIL))
    for (const other of [PROSE, WING].flatMap((each) => [each.name, each.id, environmentOf(each)])) expectValue(text).not.toContain(other)
  }
  await results.getByRole('button', { name: words.closeResults }).click()
}

/** Production is encrypted, from the list to the end. */
async function encrypt(ada: Desk): Promise<void> {
  const { wizard } = ada
  const story = await goOn(ada, PROSE, 'own')
  const { frame, step } = story
  await story.checkChoices()
  await picture(wizard, 'partner-plan')
  cloud.rush(PROSE)
  await story.apply(6)
  await expect(step.main).toContainText('Waiting for the role assignment to take effect')
  await waitForMicrosoft(ada, story, GUIDES.policy.outcome)
  await frame.goOn()
  await expect(frame.heading).toHaveText(GUIDES.membership.title)
  await story.confirmLicences()
  await story.startNow(ENCRYPTION)
  await expect(frame.heading).toHaveText(IS_ENCRYPTING)
  await waitForMicrosoft(ada, story, IS_ENCRYPTED)
  cloud.rush(PROSE, 1)
  await Entrance.at(wizard, cloud.of(PROSE)).closeTenant()
  await expect(wizard.page.getByRole('grid').locator('[data-row]').filter({ hasText: PROSE.name })).toContainText(
    strings.engagements.encrypted,
  )
}

/** Two days pass: every operation at Microsoft has ended by then. */
async function waitForMicrosoft({ wizard }: Desk, { frame }: Story, outcome: string): Promise<void> {
  await cloud.letPass(PROSE, 2 * DAY, wizard)
  await frame.checkUntil(outcome)
}

/** A colleague finds the third customer in the store, continues with it, and saves its report for the customer. */
async function handOver(ada: Desk, grace: Desk) {
  const list = path.join(ada.wizard.profile, 'customers-list.json')
  await picking(ada.wizard, list)
  await ada.wizard.page.getByRole('button', { name: words.more }).click()
  await ada.wizard.page.getByRole('button', { name: words.saveList }).click()
  await expect.poll(() => existsSync(list)).toBe(true)

  const { wizard } = grace
  const rows = wizard.page.getByRole('grid').locator('[data-row]')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: PROSE.name })).toContainText(strings.engagements.encrypted)
  await picking(wizard, list)
  await wizard.page.getByRole('button', { name: words.more }).click()
  await wizard.page.getByRole('button', { name: words.openList }).click()
  await expect(rows.filter({ hasText: WING.name })).toContainText('Wave 2')
  await picture(wizard, 'partner-colleague')

  const { frame, step } = await goOn(grace, WING, 'colleague')
  // Who is at work on it is shown to the others, when they come back to the window.
  await ada.wizard.main.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('focus'))
  await expect(ada.wizard.page.getByText(/^Open: .+ on /)).toBeVisible()

  await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await frame.expectNewPage(strings.evidence.title)
  await step.main.getByLabel(strings.evidence.language, { exact: true }).selectOption({ label: nameOfLanguage('de') })
  const file = path.join(wizard.profile, 'bericht.html')
  await picking(wizard, file)
  await step.main.getByRole('button', { name: strings.evidence.formats.html.button }).click()
  await expect(step.main).toContainText(strings.evidence.savedInStore({ name: 'bericht.html' }))
  const ofTeam = step.main.getByRole('region', { name: strings.evidence.byTeam })
  await expect(ofTeam).toContainText(strings.evidence.formats.html.name)
  await ofTeam.scrollIntoViewIfNeeded()
  await picture(wizard, 'partner-report')
  const report = readFileSync(file, 'utf8')
  expectValue(await verifyReportFile(CUSTOMER_MANAGED_KEYS, report)).toMatchObject({ ok: true })
  for (const own of [WING.name, environmentOf(WING)]) expectValue(report).toContain(own)
  for (const other of [PROSE, TAIL].flatMap((each) => [each.name, each.id, each.domain, environmentOf(each)]))
    expectValue(report).not.toContain(other)
  return { list, report }
}

/** The same environments, by the list that the window saved. */
async function checkInPipe(list: string): Promise<void> {
  const signIn = ['--cloud-file', cloud.of(PROSE).cloudFile, '--sign-in', 'secret', '--client-id', AUTOMATION.clientId]
  const writes = CUSTOMERS.map((each) => cloud.tenant(each).writes().length)
  const ended = await runApart(['check', '--customers', list, ...signIn, '--json'], SECRET)
  const result = resultIn(ended)
  if (result.verb !== 'check') throw new Error('It is no check.')
  for (const customer of CUSTOMERS) {
    const found = result.customers.find(({ tenantId }) => tenantId === customer.id)
    expectValue(found?.problem, customer.name).toBeUndefined()
    expectValue(
      found?.environments.map(({ name }) => name),
      customer.name,
    ).toEqual([environmentOf(customer)])
  }
  expectValue(CUSTOMERS.map((each) => cloud.tenant(each).writes().length)).toEqual(writes)
}
