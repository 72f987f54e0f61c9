import { it } from 'vitest'
import { strings } from '../strings.ts'
import { presented, pressIn } from './class.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { createProfile, endedWithTest, launch, type Wizard } from './launch.ts'
import { LEAPING_CLOCK, standAhead } from './sign-in/served-tenants.ts'
import { ENCRYPTION, IS_ENCRYPTING } from './story.ts'

const words = strings.presenter
const MINUTE = 60_000

const speak = ({ page }: Wizard, language: string) =>
  page.evaluate((wanted) => window.wizard.call('settings:change', { language: wanted }), language)

it('in a session of 20 minutes a trainer leads a class to the encrypted environment on time, in another language for a while, and begins again', async () => {
  const wizard = endedWithTest(await launch(createProfile(), [], {}, [LEAPING_CLOCK]))
  const { story, trainer } = await presented(wizard)
  let minutes = 0
  /** The stage takes its time and ends; the next one begins. */
  const pass = async (spent: number, next: string) => {
    minutes += spent
    await standAhead(wizard, minutes * MINUTE)
    await trainer.keyboard.press('n')
    await expect(trainer.getByRole('heading', { name: next })).toBeVisible()
    await expect(trainer.getByText(words.onTime)).toBeVisible()
  }
  await pass(2, 'What it covers')
  await story.frame.prepareAction('coverage').click()
  await story.frame.expectNewPage(strings.coverage.title)
  await story.coverage.use('finance', 'human-resources-stand-alone')
  await story.coverage.acknowledge('human-resources-stand-alone')
  await story.coverage.toTheSteps()
  await story.frame.expectNewPage(GUIDES.integration.title)
  await pass(2, 'Steps 1 and 2')
  await trainer.getByRole('combobox', { name: words.jump }).selectOption(strings.practiceCases.stages['step-3'])
  await story.frame.expectNewPage(GUIDES.policy.title)
  await expect(trainer.getByText(words.classSees({ page: GUIDES.policy.title }))).toBeVisible()
  await pass(3, 'Review the plan')
  await speak(wizard, 'de')
  await expect(trainer.getByRole('heading', { name: 'Den Plan prüfen' })).toBeVisible()
  await expect(trainer.locator('html')).toHaveAttribute('lang', 'de')
  await speak(wizard, 'en')
  await expect(trainer.getByRole('heading', { name: 'Review the plan' })).toBeVisible()
  await story.checkChoices()
  await story.frame.press(strings.footer.review({ changes: 6 }))
  await expect(story.step.confirmation).toContainText('Purge protection can’t be turned off')
  await pass(4, 'Create it')
  await story.step.confirm(6).click()
  await expect(story.step.confirmation).toHaveCount(0)
  await expect(story.step.main).toContainText('Waiting for the role assignment to take effect')
  await pressIn(trainer, strings.practice.hour)
  await expect(story.frame.heading).toHaveText(GUIDES.policy.outcome)
  await pass(3, 'The wait')
  // An hour of questions: the check of step 3 is too old, and Continue says so instead of doing nothing.
  await pressIn(trainer, strings.practice.hour)
  await story.frame.goOn()
  await expect(story.frame.footer).toContainText('so we checked again')
  await story.frame.goOn()
  await story.frame.expectNewPage(GUIDES.membership.title)
  await story.confirmLicences()
  await story.startNow(ENCRYPTION)
  await expect(story.frame.heading).toHaveText(IS_ENCRYPTING)
  for (const _day of [1, 2]) await pressIn(trainer, strings.practice.day)
  await story.finish()
  await pass(4, 'Encrypted')
  await expect(trainer.getByText(words.now({ number: 7, of: 7 }))).toBeVisible()
  await pressIn(trainer, words.reset)
  await pressIn(trainer, words.resetNow)
  await story.frame.expectNewPage(strings.prepare.title)
  await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
})
