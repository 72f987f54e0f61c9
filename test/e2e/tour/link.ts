import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pollProblem } from '../../../machines/engine/wizard/step-view.ts'
import { SERVICE_OWNERS } from '../../../machines/procedure/owners.ts'
import type { ProblemView, WizardView } from '../../../messages/view.ts'
import { diskWords } from '../../../records/engagement/disk-words.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import { OperationsPage } from '../pages/operations-page.ts'
import { said } from '../said.ts'
import { another, type Guide, guideOf } from './guide.ts'
import type { LinkPlace } from './places.ts'
import { showInstead } from './shown.ts'

/** Takes a window through the last step and what comes after it, and to a link that fails. */
export async function linkTour(wizard: Wizard, arrive: Guide<LinkPlace>['arrive']): Promise<void> {
  const guide = guideOf(wizard, arrive)
  await guide.story.practise('ready-to-enable')
  await guide.story.enableIntegration()
  await guide.story.noteEnvironment()
  await guide.story.createEverything()
  await membership(guide, wizard)
  await drift(guide)
  await twoPeople(guide, wizard)
  await failedInStep4(guide)
}

/** A wait of days meets a lost network, a full disk and an ended sign-in; none of them comes in the practice tenant. */
async function awayFromMicrosoft({ story, arrive }: Guide<LinkPlace>, wizard: Wizard): Promise<void> {
  const away = (view: WizardView, problem: ProblemView, since?: number): WizardView =>
    view.step?.wait
      ? {
          ...view,
          step: { ...view.step, wait: { ...view.step.wait, problem, ...(since === undefined ? {} : { outOfReachSince: since }) } },
        }
      : view
  const request = 'GET /providers/Microsoft.BusinessAppPlatform/lifecycleOperations/4b6f1b0e'
  const diskFull = diskWords(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))
  await showInstead(wizard, (view) =>
    away(
      { ...view, record: { problem: english.text(diskFull) } },
      english.all(
        pollProblem(SERVICE_OWNERS, {
          reason: 'unavailable',
          request,
          code: 'ENOTFOUND',
          message: 'getaddrinfo ENOTFOUND api.bap.microsoft.com',
        }),
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
        pollProblem(SERVICE_OWNERS, {
          reason: 'unauthenticated',
          request,
          status: 401,
          code: 'ExpiredToken',
          message: 'The access token has expired.',
        }),
      ),
    ),
    signInAgain: { state: 'needed', way: 'browser' },
    can: [...view.can, 'SIGN_IN_AGAIN'],
  }))
  await expect(story.step.main.getByRole('button', { name: strings.signInAgain.go })).toBeVisible()
  await arrive('step-4-signed-out')
}

async function membership({ story, time, arrive }: Guide<LinkPlace>, wizard: Wizard): Promise<void> {
  const { frame, step } = story
  const stages = step.main.getByRole('list', { name: strings.wait.stages })
  await expect(step.findings()).toHaveCount(1)
  await arrive('step-4-to-confirm')
  await story.confirmLicences()
  await frame.press(strings.footer.review({ changes: 1 }))
  const startAt = (name: string) => step.confirmation.getByRole('radio', { name })
  await startAt(strings.schedule.later).check()
  await step.confirmation.getByLabel(strings.schedule.start).fill('2026-01-01T00:00')
  await step.typedName.fill('contoso')
  await step.confirmation.getByRole('button', { name: said`Schedule for ` }).click()
  await expect(step.confirmation).toContainText(said`This start time has passed.`)
  await arrive('step-4-wrong-start')
  await startAt(strings.schedule.now).check()
  await step.confirm(1).click()
  await expect(step.confirmation).toContainText(strings.confirmation.mismatch({ name: 'contoso-prod' }))
  await arrive('step-4-wrong-name')
  await time.stop()
  await step.typedName.fill('contoso-prod')
  await step.confirm(1).click()
  await expect(step.main).toContainText('NotStarted')
  await arrive('step-4-accepted')
  await frame.letADayPass()
  await expect(stages).toContainText(`Run (${strings.wait.stageStates.running})`)
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
  await expect(frame.heading).toHaveText(said`The environment is linked to your policy`)
  await arrive('closing')
  await story.frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await arrive('evidence')
}

/** An hour after the end the environment says whose key it is: the one thing that has changed. */
async function drift({ story: { frame }, arrive }: Guide<LinkPlace>): Promise<void> {
  const operations = new OperationsPage(frame)
  await frame.letAnHourPass()
  await operations.open()
  await operations.compare.click()
  await expect(operations.drift.getByRole('row')).toHaveCount(2)
  await arrive('operations-drift')
}

/** A step goes out as a file and comes back as another person's would. */
async function twoPeople({ story: { frame, step }, arrive }: Guide<LinkPlace>, { main }: Wizard): Promise<void> {
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
    await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES['hand-over'] }).click()
    await frame.expectNewPage(SIDE_PAGE_TITLES['hand-over'])
    await arrive('hand-over')
    await frame.page.getByLabel(words.note).fill('You administer Power Platform, and I own the key vault.')
    await step.main.getByRole('button', { name: words.save }).click()
    await expect(step.main).toContainText(words.saved({ name: 'cmk-hand-over.json' }))
    await arrive('hand-over-saved')
    await step.main.getByRole('button', { name: words.open }).click()
    await frame.expectNewPage(words.from)
    await arrive('hand-over-opened')
    await frame.press(words.putAside)
    await frame.expectNewPage(SIDE_PAGE_TITLES['hand-over'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function failedInStep4(guide: Guide<LinkPlace>): Promise<void> {
  const { story, arrive } = guide
  const { frame, step } = story
  await another(story, 'link-fails')
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await frame.press(strings.footer.next)
  await story.confirmLicences()
  await story.applyByName(1)
  await expect(frame.heading).toHaveText(said`Microsoft is encrypting the environment`)
  await frame.letADayPass()
  await expect(step.finding(said`Adding the environment didn’t finish`)).toBeVisible()
  await arrive('step-4-failed')
}
