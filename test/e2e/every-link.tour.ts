import path from 'node:path'
import { pollProblem } from '#machines/engine/wizard/step-view.ts'
import { SERVICE_OWNERS } from '#machines/procedure/owners/owners.ts'
import type { ProblemView, WizardView } from '#messages/view.ts'
import { diskWords } from '#node/records/engagement/disk-words.ts'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from './guides.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { ENCRYPTION, IS_ENCRYPTING } from './story.ts'
import { type Guide, guideOf } from './tour/guide.ts'
import { showInstead } from './tour/shown.ts'
import { tour } from './tour/tour.ts'

/** Heading of the closing page while the environment doesn't say yet whose key it is. */
const IS_LINKED = 'The environment is linked to your policy'

tour('every page and phase of the last step and after it', async (wizard, arrive) => {
  const guide = guideOf(wizard, arrive)
  await guide.story.openAt('ready-to-enable', 'step-4')
  await membership(guide)
  await drift(guide)
  await twoPeople(guide)
  await failedInStep4(guide)
})

/** A wait of days meets a lost network, a full disk and an ended sign-in; none of them comes in the practice tenant. */
async function awayFromMicrosoft({ wizard, story, arrive }: Guide): Promise<void> {
  const away = (view: WizardView, problem: ProblemView, since?: number): WizardView =>
    view.step?.wait
      ? {
          ...view,
          step: { ...view.step, wait: { ...view.step.wait, problem, ...(since === undefined ? {} : { outOfReachSince: since }) } },
        }
      : view
  const request = 'GET /providers/Microsoft.BusinessAppPlatform/lifecycleOperations/4b6f1b0e'
  const diskFull = diskWords(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))
  const outOfReach = () =>
    showInstead(wizard, (view, words) =>
      away(
        { ...view, record: { problem: words.text(diskFull) } },
        words.all(
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
  await outOfReach()
  await expect(story.step.main).toContainText('Can’t be reached since')
  await arrive('step-4-out-of-reach', { again: outOfReach })
  const signedOut = () =>
    showInstead(wizard, ({ record: _, ...view }, words) => ({
      ...away(
        view,
        words.all(
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
  await signedOut()
  await expect(story.step.main.getByRole('button', { name: strings.signInAgain.go })).toBeVisible()
  await arrive('step-4-signed-out', { again: signedOut })
}

async function membership(guide: Guide): Promise<void> {
  const { story, time, arrive } = guide
  const { frame, step } = story
  await expect(step.finding('Do the environment’s users have the required licenses?')).toBeVisible()
  await arrive('step-4-to-confirm')
  await story.confirmLicences()
  await frame.press(strings.footer.reviewNamed({ start: ENCRYPTION }))
  await step.startAt('later').check()
  await step.confirmation.getByLabel(strings.schedule.time, { exact: true }).selectOption('00:00')
  await step.confirmation.getByLabel(strings.schedule.day, { exact: true }).selectOption({ index: 0 })
  await step.typedName.fill('contoso')
  await step.start.click()
  await expect(step.confirmation).toContainText('This start time has passed.')
  await arrive('step-4-wrong-start')
  await step.startAt('now').check()
  await step.start.click()
  await expect(step.confirmation).toContainText(strings.confirmation.mismatch({ name: 'contoso-prod' }))
  await arrive('step-4-wrong-name', { everyLanguage: true })
  await time.stop()
  await step.typedName.fill('contoso-prod')
  await step.start.click()
  await expect(step.main).toContainText('NotStarted')
  await arrive('step-4-accepted')
  await frame.letADayPass()
  await expect(step.main).toContainText('Stage Run, since')
  await arrive('step-4-waiting', { everyLanguage: true, forced: true })
  await awayFromMicrosoft(guide)
  // So far that the operation has just ended: the environment says later whose key it is, and until then there is a warning.
  await frame.letAnHourPass()
  await frame.letAnHourPass()
  await time.passUntil(frame.heading.filter({ hasText: IS_LINKED }))
  await time.goOn()
  await expect(frame.heading).toHaveText(IS_LINKED)
  await arrive('closing', { everyLanguage: true })
  await frame.steps.getByRole('button', { name: GUIDES.membership.short ?? GUIDES.membership.title }).click()
  await expect(frame.heading).toHaveText(GUIDES.membership.outcome)
  await step.showPasses()
  await arrive('step-4-proved')
  await frame.goOn()
  await story.frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await arrive('evidence', { everyLanguage: true })
}

/** An hour after the end the environment says whose key it is: the one thing that has changed. */
async function drift({ story: { frame }, arrive }: Guide): Promise<void> {
  const operations = new OperationsPage(frame)
  await frame.letAnHourPass()
  await operations.open()
  await operations.compareWithEnd()
  await expect(operations.drift.getByRole('row')).toHaveCount(2)
  await arrive('operations-drift')
}

/** A step goes out as a file and comes back as another person's would. */
async function twoPeople({ wizard, story: { frame, step }, arrive }: Guide): Promise<void> {
  const words = strings.handOver
  await picking(wizard, path.join(testFolder(), 'cmk-hand-over.json'))
  await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES['hand-over'] }).click()
  await frame.expectNewPage(SIDE_PAGE_TITLES['hand-over'])
  await arrive('hand-over', { everyLanguage: true })
  await frame.page.getByLabel(words.note).fill('You administer Power Platform, and I own the key vault.')
  await step.main.getByRole('button', { name: words.save }).click()
  await expect(step.main).toContainText(words.saved({ name: 'cmk-hand-over.json' }))
  await arrive('hand-over-saved')
  await step.main.getByRole('button', { name: words.open }).click()
  await frame.expectNewPage(words.from)
  await arrive('hand-over-opened')
  await frame.press(words.putAside)
  await frame.expectNewPage(SIDE_PAGE_TITLES['hand-over'])
}

async function failedInStep4(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  const { frame } = story
  await story.openAt('link-fails', 'step-4')
  await story.confirmLicences()
  await story.startNow(ENCRYPTION)
  await expect(frame.heading).toHaveText(IS_ENCRYPTING)
  await frame.letADayPass()
  await expect(frame.heading).toHaveText('Encryption failed at Microsoft')
  await arrive('step-4-failed')
}
