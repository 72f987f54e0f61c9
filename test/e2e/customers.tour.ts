import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { writeCustomerList } from '#node/records/customers/customer-list.ts'
import { customersFile } from '#node/records/customers/customers-file.ts'
import { type Engagement, type EngagementStep, NEVER_READ, newEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { keyDatesOfAll } from '#renderer/messages/key-dates-of-all.ts'
import { templates } from '#renderer/messages/templates.ts'
import { inWords } from '#renderer/words.ts'
import { english } from '../english.ts'
import { parsedCsv } from '../node/records/customers/strict-csv.ts'
import { receivedView } from '../received-view.ts'
import { pilotStrings as pilotWords, strings, customerStrings as words } from '../strings.ts'
import { violations } from './accessibility.ts'
import { clipboardOf, picking } from './desk.ts'
import { expect } from './expect.ts'
import { createProfile, endedWithTest, launch, type Wizard } from './launch.ts'
import { picture } from './picture.ts'
import { cloudOfFile } from './sign-in/cloud-of-file.ts'
import { Entrance, startWords } from './sign-in/entrance.ts'
import { type ServedCloud, serveCloud } from './sign-in/served-cloud.ts'
import { Story } from './story.ts'

const SCENARIO = 'not-managed'
const AT = Date.now() - 3 * 86_400_000

/** The first is the served tenant. The others are on the list only: their tenants are not in this cloud. */
const SERVED = 'Contoso'
const HOSTILE = `=cmd|' /C calc'!A0 "quoted"`
const TURNED = '\u202eמבחן 👩‍💻'

const { cloud } = cloudOfFile(() => serveCloud('--scenario', SCENARIO))

const VERIFIED: EngagementStep = { readAt: AT, proved: true, findings: [], planned: 0, receipts: [] }
const ENCRYPTED: EngagementStep = {
  ...VERIFIED,
  findings: [{ key: 'key-in-use', id: 'F-906', status: 'pass', title: verbatim('Your key is in use'), seen: verbatim('Customer') }],
}

const signInTo = ({ tenantId, clientId, clientCertificateFile }: ServedCloud) =>
  ({ way: 'certificate', tenant: tenantId, cloud: 'practice', clientId, certificatePath: clientCertificateFile }) as const

/** Puts an engagement of a customer into a profile, as an earlier run left it. */
function plant(
  profile: string,
  tenant: Engagement['tenant'],
  environment: Engagement['environment'],
  step: EngagementStep,
  more: Partial<Engagement> = {},
): void {
  const engagement = newEngagement(
    {
      appVersion: '0.0.0',
      cloud: { id: 'practice', name: 'Practice' },
      tenant,
      environment,
      account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
      signIn: { ...signInTo(cloud()), tenant: tenant.id },
      reached: STEP_IDS[0] ?? '',
      steps: Object.fromEntries(STEP_IDS.map((id) => [id, step])),
    },
    AT,
  )
  const folder = path.join(profile, 'engagements', engagementId({ tenantId: tenant.id, environmentId: environment.id }))
  mkdirSync(folder, { recursive: true })
  // Chosen on this computer earlier: a record alone opens no file.
  const { certificatePath } = { ...engagement, ...more }.signIn ?? {}
  const files = certificatePath === undefined ? [] : [certificatePath]
  writeFileSync(path.join(profile, 'certificate-files.json'), JSON.stringify({ version: 1, files }))
  writeFileSync(path.join(folder, 'engagement.json'), writeEngagement({ ...engagement, ...more }))
}

const GHOST_1 = '11111111-0000-4000-8000-000000000001'
const GHOST_2 = '22222222-0000-4000-8000-000000000002'

function threeCustomers(): string {
  const profile = createProfile()
  const { environmentId = '', ...choices } = scenarioByName(SCENARIO)?.choices ?? {}
  plant(
    profile,
    { id: cloud().tenantId, name: SERVED },
    { id: environmentId, displayName: 'contoso-prod', type: 'Production' },
    NEVER_READ,
    {
      choices: { ...choices, environmentId },
    },
  )
  plant(profile, { id: GHOST_1, name: HOSTILE }, { id: 'environment-2', displayName: HOSTILE, type: 'Sandbox' }, ENCRYPTED)
  plant(profile, { id: GHOST_2, name: TURNED }, { id: 'environment-3', displayName: TURNED, type: 'Sandbox' }, NEVER_READ)
  writeFileSync(
    path.join(profile, 'customers.json'),
    writeCustomerList([
      { tenantId: cloud().tenantId, groups: ['Wave 1'] },
      { tenantId: GHOST_1, groups: ['Wave 1'] },
      { tenantId: GHOST_2, groups: ['Wave 2'] },
    ]),
  )
  return profile
}

const open = async (profile: string, ...more: readonly string[]): Promise<Wizard> =>
  endedWithTest(await launch(profile, [...startWords(cloud()), ...more]))

it('lists three customers in two groups, checks them at once, and writes every name as it is', async () => {
  const profile = threeCustomers()
  const wizard = await open(profile)
  const { page } = wizard
  const grid = page.getByRole('grid')
  const rows = grid.locator('[data-row]')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: SERVED })).toContainText(strings.engagements.production)
  await expect(rows.filter({ hasText: HOSTILE })).toContainText(strings.engagements.encrypted)
  await picture(wizard, 'customers')

  await page.getByLabel(words.group).selectOption('Wave 2')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(TURNED)
  await page.getByLabel(words.group).selectOption(words.allGroups)

  await page.getByRole('checkbox', { name: words.selectAll }).check()
  await page.getByRole('button', { name: words.check }).click()
  const results = page.getByRole('region', { name: words.results })
  await expect(results).toContainText(words.checkedCount({ count: 1, needAction: 1 }))
  await expect(results).toContainText(words.notChecked({ count: 2 }))
  // Findings are a line each: the list stays in sight.
  await expect(rows.first()).toBeInViewport()
  await picture(wizard, 'customers-checked')
  expectValue(await violations(page)).toEqual([])
  // Readable environments are in the list now.
  await expect(rows.filter({ hasText: SERVED })).not.toContainText(strings.engagements.ready)
  await results.getByRole('button', { name: words.notChecked({ count: 2 }) }).click()
  for (const other of [HOSTILE, TURNED]) await expect(results.getByRole('listitem').filter({ hasText: other })).toHaveCount(1)

  // A message is about one customer, also after checking several. Findings for the reader alone are in no message.
  const messages = results.getByRole('button', { name: words.copyMessage })
  for (let at = 0; at < (await messages.count()); at++) {
    await messages.nth(at).click()
    const text = await clipboardOf(wizard)
    expectValue(text).toContain('contoso')
    for (const other of [HOSTILE, TURNED, GHOST_1, GHOST_2]) expectValue(text).not.toContain(other)
  }
  await results.getByRole('button', { name: words.closeResults }).click()
  await expect(results).toHaveCount(0)

  const csv = path.join(profile, 'board.csv')
  await picking(wizard, csv)
  await page.getByRole('button', { name: words.saveCsv }).click()
  await expect.poll(() => read(csv)).not.toBe('')
  const [, ...lines] = parsedCsv(read(csv))
  expectValue(lines).toHaveLength(3)
  for (const cell of lines.flat()) expectValue(cell).not.toMatch(/^[=+\-@]/)
  expectValue(lines.map(([customer]) => customer?.replace(/^'/, '')).toSorted()).toEqual([SERVED, HOSTILE, TURNED].toSorted())
})

it('lists the environments of a tenant that no one has worked on, keeps them for the next start, and leads into one', async () => {
  const first = await Entrance.open(cloud())
  await first.signIn({ way: 'certificate', clientId: cloud().clientId, certificatePath: cloud().clientCertificateFile })
  await first.expectInside(cloud().clientId)
  await first.signOut()
  await expect(first.wizard.page.getByRole('grid')).toContainText(strings.engagements.notStarted)

  const profile = createProfile()
  for (const name of ['directories.json', 'certificate-files.json']) cpSync(path.join(first.wizard.profile, name), path.join(profile, name))
  const wizard = await open(profile)
  const { page } = wizard
  const rows = page.getByRole('grid').locator('[data-row]')
  await expect(rows).toHaveCount(1)
  const row = rows.filter({ hasText: 'contoso-prod' })
  await expect(row).toContainText(strings.engagements.notStarted)
  await expect(row).toContainText(strings.engagements.production)
  await picture(wizard, 'customers-not-started')
  expectValue(await violations(page)).toEqual([])

  const csv = path.join(profile, 'not-started.csv')
  await picking(wizard, csv)
  await page.getByRole('button', { name: words.saveCsv }).click()
  await expect.poll(() => read(csv)).not.toBe('')
  expectValue(parsedCsv(read(csv)).filter((cells) => cells.includes('not-started'))).toHaveLength(1)

  await row.getByRole('button', { name: strings.engagements.openOf({ environment: 'contoso-prod' }) }).click()
  await expect(page.getByRole('main')).toContainText('contoso-prod')
  await page.getByRole('button', { name: strings.connect.signIn, exact: true }).click()
  // The environment is chosen: step 1 reads it.
  await expect.poll(async () => receivedView(await page.evaluate(() => window.wizard.getView())).who?.environment).toBe('contoso-prod')
})

it('proposes the choices of one environment for another, which says where they come from and asks to confirm them there', async () => {
  const landscape = await serveCloud('--scenario', 'landscape')
  onTestFinished(() => landscape.stop())
  const profile = createProfile()
  const { environmentId = '', policy } = scenarioByName('landscape')?.choices ?? {}
  if (!policy) throw new Error('The case has no choices.')
  const tenant = { id: landscape.tenantId, name: SERVED }
  const choices: Choices = {
    environmentId,
    policy: { ...policy, vaultName: 'kv-contoso-uat-01', policyName: 'cmk-contoso-uat' },
    protection: { locks: ['vault'], rotation: true },
  }
  const signIn = signInTo(landscape)
  plant(profile, tenant, { id: environmentId, displayName: 'contoso-uat', type: 'Sandbox' }, NEVER_READ, { choices, signIn })
  const place = { type: 'Sandbox', geography: 'unitedstates', region: 'eastus' }
  await customersFile(profile, Date.now).keepDirectory({
    at: AT,
    cloud: { id: 'practice', name: 'Practice' },
    tenant,
    signIn,
    account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
    environments: [
      { ...place, id: environmentId, displayName: 'contoso-uat', domain: 'contoso-uat' },
      { ...place, id: LANDSCAPE_IDS.train, displayName: 'contoso-train', domain: 'contoso-train' },
    ],
  })
  const wizard = endedWithTest(await launch(profile, startWords(landscape)))
  const { page } = wizard
  const row = page.getByRole('grid').locator('[data-row]').filter({ hasText: 'contoso-train' })
  await expect(row).toContainText(strings.engagements.notStarted)
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: pilotWords.heading }).click()
  const panel = page.getByRole('dialog', { name: pilotWords.heading })
  await expect(panel.getByLabel(pilotWords.from)).toBeFocused()
  await expect(panel).toContainText(pilotWords.shared({ pilot: 'contoso-uat' }))
  await panel.getByRole('radio', { name: pilotWords.own, exact: true }).check()
  await expect(panel).toContainText('kv-contoso-train-01')
  await expect(panel).toContainText('Protections of the key: Delete lock on the key store · Rotation policy')
  await picture(wizard, 'pilot')
  expectValue(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: pilotWords.save({ count: 1 }) }).click()
  await expect(panel).toHaveCount(0)
  // The focus is back at the button that opened it.
  await expect(page.getByRole('button', { name: pilotWords.heading })).toBeFocused()
  await expect(row).toContainText(strings.engagements.ready)

  await row.getByRole('button', { name: strings.engagements.openOf({ environment: 'contoso-train' }) }).click()
  await page.getByRole('button', { name: strings.connect.signIn, exact: true }).click()
  const story = new Story(wizard, 'contoso-train')
  await story.frame.reachFirstStep()
  // A record that is found while the step is read leads away from it and back: a press in between would be lost.
  await expect.poll(async () => receivedView(await page.evaluate(() => window.wizard.getView())).step?.phase).toBe('reviewing')
  await story.coverage.assess()
  await story.frame.goOn()
  await story.noteEnvironment()
  await expect(story.step.main).toContainText(strings.policy.fromPilot({ pilot: 'contoso-uat' }))
  await expect(page.getByLabel(strings.policy.vaultName)).toHaveValue('kv-contoso-train-01')
  await picture(wizard, 'pilot-step-3')
  // Nothing was decided: the choices are still to be handed in, and no change is planned.
  await expect(page.getByRole('button', { name: strings.footer.checkChoices })).toBeVisible()
})

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

it('opens two windows beside each other by their profiles, and neither knows the other’s customer', async () => {
  const base = createProfile()
  const profiles = { alpha: 'Alpha Holding', beta: 'Beta AG' }
  for (const [name, customer] of Object.entries(profiles))
    plant(
      path.join(base, 'profiles', name),
      { id: GHOST_1, name: customer },
      { id: 'environment', displayName: `${name}-prod` },
      NEVER_READ,
    )
  const alpha = await open(base, '--profile=alpha')
  const beta = await open(base, '--profile=beta')
  for (const [wizard, own, other] of [
    [alpha, profiles.alpha, profiles.beta],
    [beta, profiles.beta, profiles.alpha],
  ] as const) {
    await expect(wizard.page.getByRole('grid')).toContainText(own)
    expectValue(await wizard.page.content()).not.toContain(other)
    expectValue(await wizard.main.evaluate(({ app }) => app.getPath('sessionData'))).toContain(
      path.join('profiles', wizard === alpha ? 'alpha' : 'beta'),
    )
  }
})

it('shows the key dates of all customers month by month, and keeps a template with names and tags', async () => {
  const profile = createProfile()
  const [month, day] = [30 * 86_400_000, 86_400_000]
  const dated = {
    keyExpires: Date.now() + 3 * month,
    rotation: { at: Date.now() + 2 * month, byPolicy: false },
    accessEnds: Date.now() - day,
  }
  plant(profile, { id: GHOST_1, name: HOSTILE }, { id: 'environment-2', displayName: HOSTILE, type: 'Sandbox' }, ENCRYPTED, dated)
  const wizard = await open(profile)
  const { page } = wizard
  const dates = inWords(keyDatesOfAll, english)
  await page.getByRole('button', { name: dates.heading }).click()
  const main = page.getByRole('main')
  for (const what of [dates['access-ends'], dates.rotate, dates.expires])
    await expect(main.getByRole('row').filter({ hasText: what })).toContainText(HOSTILE)
  await expect(main.getByRole('heading', { level: 2 }).first()).toHaveText(dates.urgent)
  expectValue(await violations(page)).toEqual([])
  await picture(wizard, 'key-dates')
  await page.getByRole('button', { name: strings.footer.back }).click()

  const template = inWords(templates, english)
  await page.getByRole('button', { name: template.heading }).click()
  await page.getByRole('button', { name: template.fresh }).click()
  await page.getByLabel(template.vaultName, { exact: true }).fill('kv-{customer}-{environment}-and-more')
  await expect(main).toContainText('A key vault name has 3 to 24 characters.')
  await page.getByLabel(template.vaultName, { exact: true }).fill('kv-{customer:8}')
  await page.getByRole('button', { name: template.addTag }).click()
  await page.getByLabel(template.tagName).fill('customer')
  await page.getByLabel(template.tagValue).fill('{customer}')
  await page.getByRole('checkbox', { name: 'Delete lock on the policy' }).check()
  await picture(wizard, 'templates')
  expectValue(await violations(page)).toEqual([])
  await page.getByRole('button', { name: template.keep }).click()
  await expect.poll(() => read(path.join(profile, 'templates.json'))).toContain('"kv-{customer:8}"')
  expectValue(JSON.parse(read(path.join(profile, 'templates.json')))).toMatchObject({
    schema: 3,
    chosen: 'Template 1',
    list: [{ name: 'Template 1', tags: [{ name: 'customer', value: '{customer}' }], protection: { locks: ['policy'] } }],
  })
})
