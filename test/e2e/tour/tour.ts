import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { diskWords } from '../../../electron/engagement/disk-words.ts'
import type { ScenarioName } from '../../../electron/practice/scenario-titles.ts'
import { SIDE_PAGE_WORDS } from '../../../machines/wizard/side-pages.ts'
import { lookProblem } from '../../../machines/wizard/step-view.ts'
import type { ProblemView, WizardView } from '../../../messages/view.ts'
import { strings } from '../../../renderer/strings.ts'
import { english } from '../../english.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import type { Frame } from '../pages/frame.ts'
import { OperationsPage } from '../pages/operations-page.ts'
import { Story } from '../story.ts'
import type { Place } from './places.ts'
import { PracticeTime } from './practice-time.ts'
import { showInstead } from './shown.ts'

type Arrive = (place: Place) => Promise<void>

interface Guide {
  readonly story: Story
  readonly time: PracticeTime
  readonly arrive: Arrive
}

/** Takes a window through the four steps and what stands beside them, to each place once. @param arrive called with the window standing still */
export async function tour(wizard: Wizard, arrive: Arrive): Promise<void> {
  const guide: Guide = { story: new Story(wizard), time: new PracticeTime(wizard), arrive }
  await integrationAndEnvironment(guide)
  await policyForm(guide)
  await policyAtWork(guide)
  await membership(guide, wizard)
  await twoPeople(guide, wizard)
  await refusedInStep1(guide)
  await reading(guide)
  await refusedInStep2(guide)
  await refusedInStep3(guide)
  await failedInStep4(guide)
}

async function integrationAndEnvironment({ story, arrive }: Guide): Promise<void> {
  const { frame, step, coverage: page } = story
  await story.practise('ready-to-enable')
  await expect(step.environment('contoso-prod')).toBeVisible()
  await arrive('step-1-choosing')
  await frame.press(strings.footer.checkEnvironment)
  await expect(frame.footer).toContainText('Choose the environment first.')
  await arrive('step-1-nothing-chosen')
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  const open = step.finding('What the key will cover is not assessed yet')
  await expect(open).toBeVisible()
  await arrive('step-1-not-assessed')
  await open.getByRole('button', { name: 'Assess what the key covers' }).click()
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
  await guideTab(frame, strings.frame.whyTab)
  await frame.press(strings.footer.next)
  await expect(frame.heading).toHaveText(GUIDES.environment.title)
  await guideTab(frame, strings.script.tab)
  await expect(frame.page.getByText(strings.script.nothing.step)).toBeVisible()
  await arrive('step-2-script-empty')
  await guideTab(frame, strings.frame.whyTab)
  const question = step.finding(/^Is contoso-prod the environment\?/)
  await question.getByRole('button', { name: strings.findings.byHand }).click()
  await arrive('step-2-to-confirm')
  await step.confirmFinding(/^Is contoso-prod the environment\?/)
  await expect(frame.heading).toHaveText(GUIDES.environment.outcome)
  await step.showPasses()
  await arrive('step-2-proved')
}

const guideTab = ({ page }: Frame, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click()

async function policyForm({ story, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await frame.press(strings.footer.next)
  await expect(step.field(strings.policy.vaultName)).toBeVisible()
  await arrive('step-3-form')
  await step.field(strings.policy.vaultName).fill('1-key--vault-with-a-name-that-is-too-long')
  await step.field(strings.policy.administrator).fill('ada')
  await frame.press(strings.footer.checkChoices)
  await expect(frame.footer.getByRole('alert')).toBeVisible()
  await arrive('step-3-form-errors')
  await step.field(strings.policy.vaultName).fill('kv-contoso-cmk')
  await step.main.getByRole('button', { name: strings.policy.takeObjectIdOf('ada@contoso.example') }).click()
  await story.checkChoices()
  await arrive('step-3-plan')
  await guideTab(frame, strings.script.tab)
  await expect(frame.page.getByLabel(strings.script.contentOf('enable-cmk.sh'))).toBeVisible()
  await arrive('step-3-script')
  await guideTab(frame, strings.frame.whyTab)
  const details = step.changes().nth(2).getByRole('button')
  await details.click()
  await expect(step.plan.getByLabel(strings.script.contentOf('enable-cmk.sh'))).toBeVisible()
  await arrive('step-3-change-opened')
  await details.click()
}

async function policyAtWork({ story, time, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await frame.press(strings.footer.review(6))
  await expect(step.confirmation).toBeVisible()
  await arrive('step-3-confirming')
  await time.stop()
  await step.confirm(6).click()
  await expect(step.main).toContainText('Microsoft says: Registering')
  await arrive('step-3-applying')
  await time.passUntil(step.main.getByRole('heading', { name: /^Not yet: / }))
  await arrive('step-3-pausing')
  await frame.press(strings.footer.pause)
  await expect(step.main).toContainText(strings.progress.paused)
  await arrive('step-3-paused')
  await frame.press(strings.footer.tryNow)
  await time.passUntil(step.main.getByRole('heading', { name: 'The new access is spreading' }))
  await arrive('step-3-waiting')
  await time.passUntil(frame.heading.filter({ hasText: GUIDES.policy.outcome }))
  await time.goOn()
  await arrive('step-3-proved')
}

/** A wait of days meets a lost network, a full disk and an ended sign-in; none of them comes in the practice tenant. */
async function awayFromMicrosoft({ story, arrive }: Guide, wizard: Wizard): Promise<void> {
  const away = (view: WizardView, problem: ProblemView, since?: number): WizardView =>
    view.step?.wait
      ? {
          ...view,
          step: { ...view.step, wait: { ...view.step.wait, problem, ...(since === undefined ? {} : { outOfReachSince: since }) } },
        }
      : view
  const request = 'GET /providers/Microsoft.BusinessAppPlatform/lifecycleOperations/4b6f1b0e'
  await showInstead(wizard, (view) =>
    away(
      { ...view, record: { problem: diskWords(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })) } },
      english.all(
        lookProblem({ reason: 'unavailable', request, code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND api.bap.microsoft.com' }),
      ),
      view.now - 3 * 3_600_000,
    ),
  )
  await expect(story.step.main).toContainText(strings.wait.outOfReach)
  await arrive('step-4-out-of-reach')
  await showInstead(wizard, ({ record: _, ...view }) => ({
    ...away(
      view,
      english.all(
        lookProblem({ reason: 'unauthenticated', request, status: 401, code: 'ExpiredToken', message: 'The access token has expired.' }),
      ),
    ),
    signInAgain: { state: 'needed', way: 'browser' },
    can: [...view.can, 'SIGN_IN_AGAIN'],
  }))
  await expect(story.step.main.getByRole('button', { name: strings.signInAgain.go })).toBeVisible()
  await arrive('step-4-signed-out')
}

async function membership({ story, time, arrive }: Guide, wizard: Wizard): Promise<void> {
  const { frame, step } = story
  const stages = step.main.getByRole('list', { name: strings.wait.stages })
  await frame.press(strings.footer.next)
  await expect(step.findings()).toHaveCount(1)
  await arrive('step-4-to-confirm')
  await story.confirmLicences()
  await frame.press(strings.footer.review(1))
  const windowTo = step.confirmation.getByLabel(strings.confirmation.window.to, { exact: true })
  const stated = await windowTo.inputValue()
  await step.typedName.fill('contoso')
  await windowTo.fill('2026-01-01T00:00')
  await step.confirm(1).click()
  await expect(step.confirmation).toContainText('The window ends before it begins.')
  await arrive('step-4-wrong-window')
  await windowTo.fill(stated)
  await step.confirm(1).click()
  await expect(step.confirmation).toContainText(strings.confirmation.mismatch('contoso-prod'))
  await arrive('step-4-wrong-name')
  await time.stop()
  await step.typedName.fill('contoso-prod')
  await step.confirm(1).click()
  await expect(step.main).toContainText('NotStarted')
  await arrive('step-4-accepted')
  await frame.letADayPass()
  await expect(stages).toContainText('Run (running)')
  await arrive('step-4-waiting')
  await awayFromMicrosoft({ story, time, arrive }, wizard)
  // So far that the operation has just ended: the environment says later whose key it is, and until then there is a warning.
  await frame.letAnHourPass()
  await frame.letAnHourPass()
  await time.passUntil(frame.heading.filter({ hasText: GUIDES.membership.outcome }))
  await time.goOn()
  await expect(frame.heading).toHaveText(GUIDES.membership.outcome)
  await step.showPasses()
  await arrive('step-4-proved')
  await frame.press(strings.footer.next)
  await expect(frame.heading).toHaveText('The environment is linked to your policy')
  await arrive('closing')
  await story.frame.steps.getByRole('button', { name: SIDE_PAGE_WORDS.evidence.title }).click()
  await arrive('evidence')
  await drift(story, arrive)
}

/** An hour after the end the environment says whose key it is: the one thing that has changed. */
async function drift({ frame }: Story, arrive: Arrive): Promise<void> {
  const operations = new OperationsPage(frame)
  await frame.letAnHourPass()
  await operations.open()
  await operations.compare.click()
  await expect(operations.drift.getByRole('row')).toHaveCount(2)
  await arrive('operations-drift')
}

/** A step goes out as a file and comes back as another person's would. */
async function twoPeople({ story: { frame, step }, arrive }: Guide, { main }: Wizard): Promise<void> {
  const words = strings.handOver
  const folder = mkdtempSync(path.join(tmpdir(), 'tour-'))
  try {
    await main.evaluate(
      ({ dialog }, file) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: file })
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
      },
      path.join(folder, 'cmk-hand-over.json'),
    )
    await frame.steps.getByRole('button', { name: SIDE_PAGE_WORDS['hand-over'].title }).click()
    await frame.expectNewPage(words.title)
    await arrive('hand-over')
    await frame.page.getByLabel(words.note).fill('You administer Power Platform, and I own the key vault.')
    await step.main.getByRole('button', { name: words.save }).click()
    await expect(step.main).toContainText(words.saved('cmk-hand-over.json'))
    await arrive('hand-over-saved')
    await step.main.getByRole('button', { name: words.open }).click()
    await frame.expectNewPage(words.from)
    await arrive('hand-over-opened')
    await frame.press(words.putAside)
    await frame.expectNewPage(words.title)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Leaves what was practised last and begins another scenario. */
async function another({ story }: Guide, scenario: ScenarioName): Promise<void> {
  await story.frame.leavePractice()
  await story.practise(scenario)
}

async function refusedInStep1(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  await another(guide, 'integration-missing')
  await story.pickEnvironment()
  const finding = story.step.finding('The Power Platform integration is not enabled yet')
  await finding.getByRole('button', { name: strings.findings.byHand }).click()
  await story.frame.press(strings.footer.next)
  await expect(finding.getByRole('heading')).toBeFocused()
  await arrive('step-1-refused')
}

async function reading(guide: Guide): Promise<void> {
  const { story, time, arrive } = guide
  await another(guide, 'throttled')
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
  await another(guide, 'busy-environment')
  await story.enableIntegration()
  await expect(story.step.finding(/^Another operation is running/)).toBeVisible()
  await story.frame.press(strings.footer.next)
  await expect(story.frame.footer).toContainText('has to be put right first')
  await arrive('step-2-refused')
}

async function refusedInStep3(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  const { frame, step } = story
  await another(guide, 'vault-without-purge-protection')
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await arrive('step-3-refused')
  await step.finding('Purge protection is off').getByRole('button', { name: 'Turn on purge protection' }).click()
  await expect(step.changes()).toHaveCount(3)
  await frame.press(strings.footer.review(3))
  await expect(step.confirmation).toContainText(strings.confirmation.irreversible)
  await arrive('step-3-irreversible')
  await step.confirmation.getByRole('button', { name: strings.confirmation.cancel }).click()
}

async function failedInStep4(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  const { frame, step } = story
  await another(guide, 'link-fails')
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await frame.press(strings.footer.next)
  await story.confirmLicences()
  await story.applyByName(1)
  await expect(frame.heading).toHaveText('Microsoft is encrypting the environment')
  await frame.letADayPass()
  await expect(step.finding('Adding the environment did not finish')).toBeVisible()
  await arrive('step-4-failed')
}
