import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { another, type Guide, guideOf, guideTab } from './tour/guide.ts'
import { overAPage } from './tour/over-a-page.ts'
import { tour, WITH_HELP } from './tour/tour.ts'

tour('every page and phase of the first two steps', async (wizard, arrive) => {
  const guide = guideOf(wizard, arrive)
  await integrationAndEnvironment(guide)
  await refusedInStep1(guide)
  await reading(guide)
  await refusedInStep2(guide)
})

async function integrationAndEnvironment({ wizard, story, arrive }: Guide): Promise<void> {
  const { frame, step, coverage: page } = story
  await another(story, 'ready-to-enable')
  await expect(step.environment('contoso-prod')).toBeVisible()
  await arrive('step-1-choosing')
  await frame.press(strings.footer.checkEnvironment)
  await expect(frame.footer).toContainText('Choose the environment first.')
  await arrive('step-1-nothing-chosen')
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  const open = step.finding('The key’s coverage isn’t assessed yet')
  await expect(open).toBeVisible()
  await arrive('step-1-not-assessed')
  await open.getByRole('button', { name: 'Assess what the key covers' }).click()
  await page.use('finance', 'supply-chain-management')
  await page.toTheSteps()
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await step.showPasses()
  await arrive('step-1-proved', { everyLanguage: true })
  await guideTab(frame, strings.frame.pitfallsTab)
  await frame.page.locator('summary').first().click()
  await arrive('step-1-pitfalls', { around: WITH_HELP, everyLanguage: true, forced: true })
  await guideTab(frame, strings.frame.byHandTab)
  await expect(frame.page.getByRole('heading', { name: strings.frame.waits })).toBeVisible()
  await arrive('step-1-by-hand', { around: WITH_HELP })
  await guideTab(frame, strings.frame.sourcesTab)
  await expect(frame.page.getByRole('heading', { name: strings.frame.disagree })).toBeVisible()
  await frame.page.locator('summary').first().click()
  await arrive('step-1-documents', { around: WITH_HELP })
  await frame.closeHelp()
  await overAPage(wizard, arrive)
  await frame.goOn()
  await expect(frame.heading).toHaveText(GUIDES.environment.title)
  await guideTab(frame, strings.script.tab)
  await expect(frame.page.getByText(strings.script.nothing.step)).toBeVisible()
  await arrive('step-2-script-empty', { around: WITH_HELP })
  await frame.closeHelp()
  const question = step.finding('Is contoso-prod the right environment?')
  await question.getByRole('button', { name: strings.findings.byHand }).click()
  await arrive('step-2-to-confirm', { everyLanguage: true })
  await step.confirmFinding('Is contoso-prod the right environment?')
  await expect(frame.heading).toHaveText(GUIDES.environment.outcome)
  await step.showPasses()
  await arrive('step-2-proved')
}

async function refusedInStep1(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  await story.openAt('integration-missing', 'step-1')
  await story.pickEnvironment()
  const finding = story.step.finding('The Power Platform integration isn’t enabled yet')
  await finding.getByRole('button', { name: strings.findings.byHand }).click()
  await expect(story.frame.onward).toHaveCount(0)
  await arrive('step-1-refused')
}

async function reading(guide: Guide): Promise<void> {
  const { story, time, arrive } = guide
  await story.openAt('throttled', 'step-1')
  await story.coverage.assess()
  await time.stop()
  await story.step.environment('contoso-prod').check()
  await story.frame.press(strings.footer.checkEnvironment)
  await expect(story.step.main.getByRole('region', { name: strings.findings.heading })).toHaveAttribute('aria-busy', 'true')
  await arrive('step-1-reading')
  await time.goOn()
  await expect(story.frame.heading).toHaveText(GUIDES.integration.outcome)
}

async function refusedInStep2(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  await story.openAt('busy-environment', 'step-2')
  await expect(story.step.finding('Another operation is running')).toBeVisible()
  await expect(story.frame.onward).toHaveCount(0)
  await arrive('step-2-refused')
}
