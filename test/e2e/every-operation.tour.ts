import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from './guides.ts'
import type { Wizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { IS_ENCRYPTING, REMOVAL, Story } from './story.ts'
import { type Arrive, tour } from './tour/tour.ts'
import { unfoldAll } from './unfold.ts'

interface Guide {
  readonly story: Story
  readonly operations: OperationsPage
  readonly arrive: Arrive
}

tour('every operation after the link', async (wizard, arrive) => {
  const story = new Story(wizard)
  const guide: Guide = { story, operations: new OperationsPage(story.frame), arrive }
  await open(guide, 'another-policy')
  await guide.operations.open()
  await arrive('operations-list', { everyLanguage: true, forced: true })
  await rotate(guide)
  await whatIf(guide)
  await protect(guide)
  await change(guide)
  await open(guide, 'locked')
  await reEnable(guide)
  await open(guide, 'already-encrypted')
  await revert(guide)
  await environments(wizard, guide)
  await anotherPolicy(guide)
})

async function open({ story }: Guide, scenario: ScenarioName): Promise<void> {
  await story.openAt(scenario, 'step-1')
  await story.chooseEnvironment()
}

async function rotate({ story, operations, arrive }: Guide): Promise<void> {
  await operations.choose('rotate')
  await story.step.expectChanges(1)
  await arrive('operation-rotate-plan')
  await story.apply(1)
  await story.frame.letADayPass()
  await expect(story.step.finding('Does everything work on the new key version?')).toBeVisible()
  await arrive('operation-rotate-to-confirm')
  await story.frame.press(strings.footer.back)
  await story.frame.expectNewPage(strings.operations.title)
}

async function protect({ story, operations, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await operations.choose('protect')
  const protections = step.main.getByRole('region', { name: strings.operations.protections })
  await expect(protections).toContainText('The policy cmk-contoso-prod has no delete lock')
  await arrive('operation-protect-unlocked')
  const unlocked = protections.getByRole('button', { name: /^Add to plan: .* has no delete lock$/ })
  for (const left of [2, 1]) {
    await unlocked.first().click()
    await expect(unlocked).toHaveCount(left)
  }
  await step.expectChanges(2)
  await arrive('operation-protect-plan')
  await frame.press(strings.footer.back)
  await frame.expectNewPage(strings.operations.title)
}

/** Everything that is folded, and one cause open, with what two documents say. */
async function whatIf({ story, operations, arrive }: Guide): Promise<void> {
  await unfoldAll(story.frame.page)
  await operations.causes.getByRole('button', { name: 'The policy is deleted' }).click()
  await expect(operations.causes).toContainText(
    'No document says how to bring back a deleted policy. Open a Microsoft support request at once.',
  )
  await arrive('operations-what-if', { forced: true })
}

async function change({ story, operations, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await operations.choose('change')
  await expect(operations.policy('cmk-contoso-next')).toBeVisible()
  await arrive('operation-change-choosing')
  await frame.press(strings.footer.checkPolicy)
  await expect(frame.footer).toContainText('Choose the policy first.')
  await arrive('operation-change-nothing-chosen', { forced: true })
  await operations.policy('cmk-contoso-next').check()
  await frame.press(strings.footer.checkPolicy)
  await step.expectChanges(3)
  await expect(step.changes().nth(0)).toContainText('kv-contoso-cmk')
  await arrive('operation-change-plan')
  await frame.press(strings.footer.review({ changes: 3 }))
  await expect(step.confirmation).toBeVisible()
  await arrive('operation-change-confirming')
  await step.startAt('now').check()
  await step.typedName.fill('contoso-prod')
  await step.start.click()
  await expect(frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
  await arrive('operation-change-waiting')
  for (const _day of [1, 2]) await frame.letADayPass()
  await expect(frame.heading).toHaveText(IS_ENCRYPTING)
  for (const _day of [1, 2]) await frame.letADayPass()
  await expect(frame.heading).toHaveText(GUIDES.change.outcome)
}

async function reEnable({ story, operations, arrive }: Guide): Promise<void> {
  await operations.open()
  await operations.choose('re-enable')
  await story.step.expectChanges(1)
  await arrive('operation-re-enable-locked')
  await story.apply(1, 'Restore access…')
  await expect(story.step.finding('The environment is disabled, and you can re-enable it now')).toBeVisible()
  await arrive('operation-re-enable-to-press')
  await story.frame.letAnHourPass()
  await story.step.checkAgain()
  await expect(story.frame.heading).toHaveText(GUIDES['re-enable'].outcome)
}

/** The environment is in another policy than the chosen one: to stay leads to the form of step 3, which has that policy. */
async function anotherPolicy({ story, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await story.openAt('existing-link', 'step-4')
  await expect(frame.heading).toHaveText('Connected to another policy: cmk-contoso-next')
  await arrive('step-4-other-policy', { everyLanguage: true, forced: true })
  await frame.press(strings.otherPolicy.use({ name: 'cmk-contoso-next' }))
  await expect(step.field(strings.policy.resourceGroup)).toHaveValue('rg-contoso-cmk-next')
  await story.openAt('ready-to-enable', 'step-2')
  await frame.press(strings.names.choose)
  await expect(step.environment('contoso-prod')).toBeVisible()
}

/** From an environment that is in a policy already, so that others can be added at once. */
async function environments(wizard: Wizard, { arrive }: Guide): Promise<void> {
  const story = new Story(wizard, 'contoso-dev')
  const { frame, step } = story
  const words = strings.landscape
  await open({ story, operations: new OperationsPage(frame), arrive }, 'landscape')
  await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.landscape }).click()
  await frame.expectNewPage(words.title)
  await expect(step.main.getByRole('tablist')).toBeVisible()
  await arrive('environments-today')
  await step.main.getByRole('tab', { name: words.moments.all }).click()
  await arrive('environments-all-on-the-key')
  const operations = new OperationsPage(frame)
  await operations.open()
  await operations.choose('add')
  const other = step.main.getByRole('radio', { name: 'contoso-test', exact: true })
  await expect(other).toBeVisible()
  await arrive('operation-add-choosing')
  await other.check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(step.main.getByRole('button', { name: words.another })).toBeVisible()
  await arrive('operation-add-found')
}

async function revert({ story, operations, arrive }: Guide): Promise<void> {
  await operations.open()
  await operations.choose('revert')
  await story.step.expectChanges(1)
  await arrive('operation-revert-plan')
  await story.startNow(REMOVAL)
  await expect(story.frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
  await story.frame.letADayPass()
  await story.frame.letADayPass()
  await expect(story.frame.heading).toHaveText(GUIDES.revert.outcome)
  await story.step.showPasses()
  await expect(story.step.main).toContainText(/Keep the key, its key store, and the policy’s access until \w{3} \d{1,2}, 20\d\d/)
  await arrive('operation-revert-done')
}
