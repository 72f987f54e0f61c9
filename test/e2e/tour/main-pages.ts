import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import { OperationsPage } from '../pages/operations-page.ts'
import { said } from '../said.ts'
import { type Guide, guideOf } from './guide.ts'
import { overAPage } from './over-a-page.ts'
import type { MainPlace } from './places.ts'

/** Takes a window to each kind of page once, as far as an encrypted environment: for what only has to be looked at. */
export async function mainPagesTour(wizard: Wizard, arrive: Guide<MainPlace>['arrive']): Promise<void> {
  const guide = guideOf(wizard, arrive)
  await entrance(guide)
  await beforeStep1(guide)
  await help(guide)
  await overAPage(wizard, arrive)
  await steps(guide)
  await afterTheLink(guide)
}

async function entrance({ story: { start, frame }, arrive }: Guide<MainPlace>): Promise<void> {
  await arrive('main-start')
  await start.toCases.click()
  await frame.expectNewPage(strings.start.practise.title)
  await arrive('main-cases')
  await frame.press(strings.footer.back)
  await start.toSignIn.click()
  await frame.expectNewPage(strings.connect.title)
  await arrive('main-sign-in')
  await frame.press(strings.connect.back)
  await frame.expectNewPage(strings.start.title)
}

async function beforeStep1({ story, arrive }: Guide<MainPlace>): Promise<void> {
  const { frame, step, coverage } = story
  await story.practise('ready-to-enable')
  await frame.openPrepare()
  await arrive('main-prepare')
  await frame.prepareAction('preflight').click()
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(step.main.getByRole('button', { name: strings.preflight.checkAll })).toBeVisible()
  await arrive('main-preflight')
  await coverage.open()
  await coverage.use('finance', 'tax-calculation')
  await arrive('main-coverage')
  await coverage.acknowledge('tax-calculation')
  await coverage.toTheSteps()
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await arrive('main-step-1')
}

async function help({ story: { frame }, arrive }: Guide<MainPlace>): Promise<void> {
  await frame.openHelp()
  await arrive('main-help')
  await frame.closeHelp()
}

async function steps({ story, arrive }: Guide<MainPlace>): Promise<void> {
  const { frame, step } = story
  await frame.press(strings.footer.next)
  await expect(frame.heading).toHaveText(GUIDES.environment.title)
  await arrive('main-step-2')
  await story.noteEnvironment()
  await expect(step.field(strings.policy.vaultName)).toBeVisible()
  await arrive('main-form')
  await story.checkChoices()
  await arrive('main-plan')
  await frame.press(strings.footer.review({ changes: 6 }))
  await expect(step.confirmation).toBeVisible()
  await arrive('main-confirming')
  await step.confirm(6).click()
  await expect(step.main).toContainText(said`Waiting for the role assignment to take effect`)
  await frame.letAnHourPass()
  await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
  await frame.press(strings.footer.next)
  await expect(frame.heading).toHaveText(GUIDES.membership.title)
  await story.confirmLicences()
  await frame.press(strings.footer.review({ changes: 1 }))
  await expect(step.confirmation).toBeVisible()
  await arrive('main-to-confirm')
  await step.typedName.fill('contoso-prod')
  await step.confirm(1).click()
  await expect(frame.heading).toHaveText(said`Microsoft is encrypting the environment`)
  await frame.letADayPass()
  await expect(step.main.getByRole('list', { name: strings.wait.stages })).toContainText(`Run (${strings.wait.stageStates.running})`)
  await arrive('main-waiting')
  await frame.letADayPass()
  await story.finish()
}

async function afterTheLink({ story: { frame }, arrive }: Guide<MainPlace>): Promise<void> {
  await arrive('main-closing')
  for (const page of ['evidence', 'hand-over'] as const) {
    await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES[page] }).click()
    await expect(frame.heading).toBeFocused()
    await arrive(`main-${page}`)
  }
  await new OperationsPage(frame).open()
  await frame.expectNewPage(strings.operations.title)
  await arrive('main-operations')
}
