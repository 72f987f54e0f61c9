import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { type Guide, guideOf, guideTab } from './tour/guide.ts'
import { tour, WITH_HELP } from './tour/tour.ts'

tour('every page and phase of the third step', async (wizard, arrive) => {
  const guide = guideOf(wizard, arrive)
  await guide.story.openAt('ready-to-enable', 'step-3')
  await policyForm(guide)
  await policyAtWork(guide)
  await refusedInStep3(guide)
})

async function policyForm({ story, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await expect(step.field(strings.policy.vaultName)).toBeVisible()
  await arrive('step-3-form', { everyLanguage: true })
  await step.field(strings.policy.vaultName).fill('1-key--vault-with-a-name-that-is-too-long')
  await step.field(strings.policy.administrator).fill('ada')
  await frame.press(strings.footer.checkChoices)
  await expect(frame.footer.getByRole('alert')).toBeVisible()
  await arrive('step-3-form-errors', { forced: true })
  await step.field(strings.policy.vaultName).fill('kv-contoso-cmk')
  await step.main.getByRole('button', { name: strings.policy.takeObjectIdOf({ userName: 'ada@contoso.example' }) }).click()
  await story.checkChoices()
  await step.expectChanges(6)
  await arrive('step-3-plan', { everyLanguage: true, forced: true })
  await guideTab(frame, strings.script.tab)
  await expect(frame.page.getByLabel(strings.script.contentOf({ file: 'enable-cmk.sh' }))).toBeVisible()
  await arrive('step-3-script', { around: WITH_HELP })
  await frame.closeHelp()
  const details = step.changes().nth(2).getByRole('button').first()
  await details.click()
  await expect(step.plan.getByLabel(strings.script.contentOf({ file: 'enable-cmk.sh' }))).toBeVisible()
  await arrive('step-3-change-opened')
  await details.click()
}

async function policyAtWork({ story, time, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await frame.press(strings.footer.review({ changes: 6 }))
  await expect(step.confirmation).toBeVisible()
  await arrive('step-3-confirming', { everyLanguage: true })
  await time.stop()
  await step.confirm(6).click()
  await expect(step.main).toContainText('Microsoft says: Registering')
  await arrive('step-3-applying')
  await time.passUntil(step.main.getByRole('heading', { name: 'Not yet: ' }))
  await arrive('step-3-pausing')
  await frame.press(strings.footer.pause)
  await expect(step.main).toContainText(strings.progress.paused)
  await arrive('step-3-paused')
  await frame.press(strings.footer.tryNow)
  await time.passUntil(step.main.getByRole('heading', { name: 'Waiting for the role assignment to take effect' }))
  await arrive('step-3-waiting')
  await time.passUntil(frame.heading.filter({ hasText: GUIDES.policy.outcome }))
  await time.goOn()
  await arrive('step-3-proved')
}

async function refusedInStep3(guide: Guide): Promise<void> {
  const { story, arrive } = guide
  const { frame, step } = story
  await story.openAt('vault-without-purge-protection', 'step-3')
  await story.checkChoices()
  await arrive('step-3-refused')
  await step.finding('Purge protection is off').getByRole('button', { name: 'Add to plan' }).click()
  await step.expectChanges(3)
  await frame.press(strings.footer.review({ changes: 3 }))
  await expect(step.confirmation).toContainText('Purge protection can’t be turned off')
  await arrive('step-3-irreversible')
  await step.confirmation.getByRole('button', { name: strings.confirmation.cancel }).click()
}
