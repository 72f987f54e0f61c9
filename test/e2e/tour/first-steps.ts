import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import { said } from '../said.ts'
import { another, type Guide, guideOf, guideTab } from './guide.ts'
import { overAPage } from './over-a-page.ts'
import type { FirstStepsPlace } from './places.ts'

/** Takes a window through the first two steps, and to what they refuse. */
export async function firstStepsTour(wizard: Wizard, arrive: Guide<FirstStepsPlace>['arrive']): Promise<void> {
  const guide = guideOf(wizard, arrive)
  await integrationAndEnvironment(guide, wizard)
  await refusedInStep1(guide)
  await reading(guide)
  await refusedInStep2(guide)
}

async function integrationAndEnvironment({ story, arrive }: Guide<FirstStepsPlace>, wizard: Wizard): Promise<void> {
  const { frame, step, coverage: page } = story
  await story.practise('ready-to-enable')
  await expect(step.environment('contoso-prod')).toBeVisible()
  await arrive('step-1-choosing')
  await frame.press(strings.footer.checkEnvironment)
  await expect(frame.footer).toContainText(said`Choose the environment first.`)
  await arrive('step-1-nothing-chosen')
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  const open = step.finding(said`The key’s coverage isn’t assessed yet`)
  await expect(open).toBeVisible()
  await arrive('step-1-not-assessed')
  await open.getByRole('button', { name: said`Assess what the key covers` }).click()
  await page.use('finance', 'supply-chain-management')
  await page.toTheSteps()
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await step.showPasses()
  await arrive('step-1-proved')
  await guideTab(frame, strings.frame.pitfallsTab)
  await frame.page.locator('summary').first().click()
  await arrive('step-1-pitfalls')
  await guideTab(frame, strings.frame.byHandTab)
  await expect(frame.page.getByRole('heading', { name: strings.frame.waits })).toBeVisible()
  await arrive('step-1-by-hand')
  await guideTab(frame, strings.frame.sourcesTab)
  await expect(frame.page.getByRole('heading', { name: strings.frame.disagree })).toBeVisible()
  await frame.page.locator('summary').first().click()
  await arrive('step-1-documents')
  await frame.closeHelp()
  await overAPage(wizard, arrive)
  await frame.press(strings.footer.next)
  await expect(frame.heading).toHaveText(GUIDES.environment.title)
  await guideTab(frame, strings.script.tab)
  await expect(frame.page.getByText(strings.script.nothing.step)).toBeVisible()
  await arrive('step-2-script-empty')
  await frame.closeHelp()
  const question = step.finding(said`Is ${'contoso-prod'} the right environment?`)
  await question.getByRole('button', { name: strings.findings.byHand }).click()
  await arrive('step-2-to-confirm')
  await step.confirmFinding(said`Is ${'contoso-prod'} the right environment?`)
  await expect(frame.heading).toHaveText(GUIDES.environment.outcome)
  await step.showPasses()
  await arrive('step-2-proved')
}

async function refusedInStep1(guide: Guide<FirstStepsPlace>): Promise<void> {
  const { story, arrive } = guide
  await another(story, 'integration-missing')
  await story.pickEnvironment()
  const finding = story.step.finding(said`The Power Platform integration isn’t enabled yet`)
  await finding.getByRole('button', { name: strings.findings.byHand }).click()
  await story.frame.press(strings.footer.next)
  await expect(finding.getByRole('heading')).toBeFocused()
  await arrive('step-1-refused')
}

async function reading(guide: Guide<FirstStepsPlace>): Promise<void> {
  const { story, time, arrive } = guide
  await another(story, 'throttled')
  await story.coverage.assess()
  await time.stop()
  await story.step.environment('contoso-prod').check()
  await story.frame.press(strings.footer.checkEnvironment)
  await expect(story.step.main.getByRole('region', { name: strings.findings.heading })).toHaveAttribute('aria-busy', 'true')
  await arrive('step-1-reading')
  await time.goOn()
  await expect(story.frame.heading).toHaveText(GUIDES.integration.outcome)
}

async function refusedInStep2(guide: Guide<FirstStepsPlace>): Promise<void> {
  const { story, arrive } = guide
  await another(story, 'busy-environment')
  await story.enableIntegration()
  await expect(story.step.finding(said`Another operation is running`)).toBeVisible()
  await story.frame.press(strings.footer.next)
  await expect(story.frame.footer).toContainText(said`needs action first`)
  await arrive('step-2-refused')
}
