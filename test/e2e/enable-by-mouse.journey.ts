import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { type Frame, LiveRegion } from './pages/frame.ts'
import { ENCRYPTION, IS_ENCRYPTED, IS_ENCRYPTING, Story } from './story.ts'

const ENVIRONMENT = 'contoso-prod'
const { integration, environment, policy, membership } = GUIDES

it('takes an environment from nothing to encrypted with a mouse', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  const live = await LiveRegion.listen(wizard.page)
  await openTenant(story)
  await enableIntegration(story, live)
  await noteEnvironment(story)
  await choosePolicy(story)
  await createPolicy(story)
  await addEnvironment(story)
  await waitForDays(story)
  await readTheEnd(story, live)
})

/** The first page: nothing is practice yet, and nothing claims to be. */
async function openTenant({ frame, start }: Story): Promise<void> {
  await expect(frame.heading).toHaveText(strings.start.title)
  await expect(frame.banner).toHaveCount(0)
  await start.practise('ready-to-enable')
  await prepare(frame)
}

/** The effect on users comes before the first choice; each step can be opened beside it. */
async function prepare(frame: Frame): Promise<void> {
  await frame.expectNewPage(strings.prepare.title)
  await frame.expectStep(0)
  await expect(frame.page.getByRole('main')).toContainText(strings.start.expect.wait.fact)
  await expect(frame.button(strings.footer.back)).toHaveCount(0)
  await frame.goOn()
}

/** Step 1: the environment is picked from a list and read. */
async function enableIntegration({ frame, step, coverage }: Story, live: LiveRegion): Promise<void> {
  await frame.expectNewPage(integration.title)
  await frame.expectPractice()
  await frame.expectStep(1)
  await coverage.assess()
  await step.environment(ENVIRONMENT).check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(frame.heading).toHaveText(integration.outcome)
  await expect(step.findings()).toHaveCount(0)
  await step.showPasses()
  await expect(step.main).toContainText('Finance and operations is linked from Lifecycle Services')
  await live.expectSaid('Step 1 of 4 is verified. You can continue.')
  await frame.goOn()
}

/** Step 2: the name differs from that of finance and operations, which only a person can settle. */
async function noteEnvironment({ frame, step }: Story): Promise<void> {
  await frame.expectNewPage(environment.title)
  await frame.expectPractice()
  await frame.expectStep(2)
  await expect(step.main).toContainText('https://contoso-production.operations.dynamics.com/')
  await expect(frame.onward).toHaveCount(0)
  await step.confirmFinding(/^Is contoso-prod the right environment\?/)
  await expect(frame.heading).toHaveText(environment.outcome)
  await frame.goOn()
}

/** Step 3: the form suggests names made from the environment's own. */
async function choosePolicy({ frame, step }: Story): Promise<void> {
  await frame.expectNewPage(policy.title)
  await frame.expectPractice()
  await frame.expectStep(3)
  await expect(step.field(strings.policy.subscription)).toHaveValue(/[0-9a-f-]{36}/)
  await expect(step.field(strings.policy.vaultName)).toHaveValue('kv-contoso-prod-cmk')
  await expect(step.field(strings.policy.region)).toHaveValue('eastus')
  await step.field(strings.policy.vaultName).fill('1-wrong')
  await frame.press(strings.footer.checkChoices)
  await expect(step.field(strings.policy.vaultName)).toBeFocused()
  await expect(frame.footer.getByRole('alert')).toContainText(strings.policy.problems({ count: 1, fields: [strings.policy.vaultName] }))
  await step.field(strings.policy.vaultName).fill('kv-contoso-cmk')
  await step.main.getByRole('radio', { name: strings.policy.bits({ size: 3072 }) }).check()
  await frame.press(strings.footer.checkChoices)
}

/** Every change is listed before the first write, and writing asks once more. */
async function createPolicy({ frame, step }: Story): Promise<void> {
  await step.expectChanges(6)
  await step.showPlanned()
  await step.expectFinding({
    id: 'F-301',
    title: 'Microsoft.PowerPlatform isn’t registered in the subscription',
    owner: 'key-vault-administrator',
  })
  await expect(step.finding('Microsoft.PowerPlatform isn’t registered in the subscription')).toContainText(strings.findings.pills.planned)
  await expect(step.changes().nth(2)).toContainText('Create the key vault kv-contoso-cmk')
  await frame.press(strings.footer.review({ changes: 6 }))
  await expect(step.confirmation).toBeVisible()
  await expect(step.typedName).toHaveCount(0)
  await step.confirm(6).click()
  await expect(step.progress.getByRole('listitem')).toHaveCount(6)
  await expect(step.main).toContainText('Waiting for the role assignment to take effect')
  await frame.letAnHourPass()
  await expect(frame.heading).toHaveText(policy.outcome)
  await expect(step.main.getByRole('region', { name: strings.receipts.heading }).getByRole('listitem')).toHaveCount(6)
  await frame.goOn()
}

/** Step 4: what no service can tell is confirmed, what cuts users off asks for the environment's name. */
async function addEnvironment({ frame, step }: Story): Promise<void> {
  await frame.expectNewPage(membership.title)
  await frame.expectPractice()
  await frame.expectStep(4)
  await step.confirmFinding('Do the environment’s users have the required licenses?')
  await frame.press(strings.footer.reviewNamed({ start: ENCRYPTION }))
  await expect(step.confirmation).toContainText('Users are offline for part of up to 4 days.')
  await step.typedName.fill('Contoso-Prod')
  await step.start.click()
  await expect(step.confirmation).toContainText(strings.schedule.notChosen)
  await expect(step.startAt('now')).toBeFocused()
  await step.startAt('now').check()
  await step.start.click()
  await expect(step.confirmation).toContainText(strings.confirmation.mismatch({ name: ENVIRONMENT }))
  await expect(step.typedName).toBeFocused()
  await expect(step.progress).toHaveCount(0)
  await step.typedName.fill(ENVIRONMENT)
  await step.start.click()
}

/** Days of waiting: a page that says what happens, since when, and what closing the window would end. */
async function waitForDays({ frame, step }: Story): Promise<void> {
  await frame.expectNewPage(IS_ENCRYPTING)
  await frame.expectPractice()
  await expect(step.main).toContainText('Up to four days')
  await expect(step.main).toContainText(strings.wait.practiceEnds)
  await expect(frame.page.locator('[data-actions]').getByRole('button')).toHaveCount(0)
  await frame.checkNow()
  await frame.letADayPass()
  await expect(step.main).toContainText('Stage Run, since')
  await frame.letADayPass()
}

/** The end says what was proved, what was done and what must not be done from now on. */
async function readTheEnd({ frame, step }: Story, live: LiveRegion): Promise<void> {
  await expect(frame.heading).toHaveText(IS_ENCRYPTED)
  await frame.expectPractice()
  await expect(step.main).toContainText(strings.closing.done)
  const unfold = (name: string) => step.main.getByRole('button', { name, exact: true }).click()
  const done = (text: string) => step.main.getByRole('listitem').filter({ hasText: text })
  await unfold(strings.receipts.heading)
  await expect(done(strings.receipts.written)).toHaveCount(7)
  await unfold(strings.closing.attested)
  await expect(done('Confirmed by ada@contoso.example').first()).toBeVisible()
  await unfold(strings.closing.keep)
  await live.expectSaid('All four steps are verified. The environment is encrypted with your key.')
  expectValue(live.times(/^All four steps are verified/)).toBe(1)
  for (const number of [1, 2, 3]) expectValue(live.times(new RegExp(`^Step ${number} of 4 is verified`)), `step ${number}`).toBe(1)
  live.expectNoRepetition()
}
