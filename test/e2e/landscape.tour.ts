import { it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { ENCRYPTION, IS_ENCRYPTING, Story } from './story.ts'

const words = strings.landscape

it('shows which environments work together, then adds the others to the policy one after another', { timeout: 240_000 }, async () => {
  const wizard = await openWizard()
  const story = new Story(wizard, 'contoso-uat')
  const { frame, step } = story
  const main = wizard.page.getByRole('main')
  const toEnvironments = () => wizard.page.getByRole('button', { name: words.title, exact: true }).click()
  await story.openAt('landscape', 'step-2')
  await toEnvironments()
  await frame.expectNewPage(words.title)
  await expect(main.getByRole('row', { name: /contoso-dev/ })).toContainText('Another policy: cmk-security')
  await expect(main).toContainText('4 of 15 pairs work')
  await main.getByRole('tab', { name: words.moments.all }).click()
  await expect(main).toContainText('15 of 15 pairs work')
  await story.openAt('landscape', 'done')
  const operations = new OperationsPage(frame)
  await operations.open()
  await operations.choose('add')
  await (await frame.openHelp()).getByRole('tab', { name: strings.script.tab }).click()
  const script = wizard.page.getByLabel(strings.script.contentOf({ file: 'enable-cmk.sh' }))
  await expect(script).toContainText('Add contoso-prod to the policy')
  await expect(script).toContainText('contoso-dev: The environment is in another encryption policy')
  await frame.closeHelp()
  for (const name of ['contoso-test', 'contoso-prod-copy', 'contoso-train', 'contoso-prod']) {
    await main.getByRole('radio', { name, exact: true }).check()
    await frame.press(strings.footer.checkEnvironment)
    await step.confirmFinding(`${name}: Do the environment’s users have the required licenses?`)
    await frame.press(strings.footer.reviewNamed({ start: ENCRYPTION }))
    await expect(step.confirmation).toContainText(name)
    await step.startAt('now').check()
    await step.typedName.fill(name)
    await step.start.click()
    await expect(frame.heading).toHaveText(IS_ENCRYPTING)
    await expect(main).toContainText(name)
    await frame.letADayPass()
    await frame.letADayPass()
    await expect(frame.heading).toHaveText(GUIDES.add.outcome)
    await main.getByRole('button', { name: words.another }).click()
    await expect(main.getByRole('radio', { name, exact: true })).toBeVisible()
  }
  await main.getByRole('radio', { name: 'contoso-dev', exact: true }).check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(step.finding('The environment is in another encryption policy')).toBeVisible()
  await toEnvironments()
  await expect(main).toContainText('10 of 15 pairs work')
  for (const name of ['contoso-uat', 'contoso-test', 'contoso-prod-copy', 'contoso-train', 'contoso-prod'])
    await expect(main.getByRole('row', { name: new RegExp(`^${name} `) })).toContainText('Policy cmk-contoso-prod')
})
