import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { gaps, headingLevels, violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { oneWizard } from './one-wizard.ts'
import { ENCRYPTION, Story } from './story.ts'
import { NARROW, resize, SMALL, ZOOMED } from './window-size.ts'

const started = oneWizard()

it('begins a new page at its top when the window is zoomed to 200 % and scrolls as a whole', async () => {
  const wizard = started()
  const story = new Story(wizard)
  const { frame, step } = story
  await story.openAt('ready-to-enable', 'step-1')
  await story.coverage.assess()
  await resize(wizard, ZOOMED)
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await frame.goOn()
  await frame.expectNewPage(GUIDES.environment.title)
  await expect(frame.heading).toBeInViewport({ ratio: 1 })
  await expect(frame.banner).toBeInViewport({ ratio: 1 })
  await expect(frame.steps).toBeInViewport({ ratio: 1 })
})

it('keeps the title alone in sight where the window is zoomed to 200 % and its page is scrolled', async () => {
  const wizard = started()
  const story = new Story(wizard)
  const { frame } = story
  await story.openAt('ready-to-enable', 'step-2')
  await expect(frame.heading).toHaveText(GUIDES.environment.title)
  await resize(wizard, ZOOMED)
  await frame.page.mouse.move(300, 300)
  await frame.page.mouse.wheel(0, 5_000)
  await expect(frame.banner).not.toBeInViewport()
  await expect(frame.steps).not.toBeInViewport()
  await expect(frame.heading).toBeInViewport({ ratio: 1 })
})

it('folds the steps into one line, and opens the help from the bar, where there is no room beside the page', async () => {
  const wizard = started()
  const story = new Story(wizard)
  const { frame, step } = story
  await story.openAt('ready-to-enable', 'step-1')
  await expect(step.environment('contoso-prod')).toBeVisible()
  await resize(wizard, NARROW)
  await expect(frame.steps).toContainText(strings.frame.stepOf({ number: 1, of: 4 }))
  await expect(frame.steps.getByRole('list')).toHaveCount(0)
  await expect(frame.page.getByRole('complementary')).toHaveCount(0)

  await frame.steps.getByRole('button', { name: strings.frame.allSteps }).click()
  await frame.expectStep(1)
  const help = await frame.openHelp()
  await help.getByRole('tab', { name: strings.frame.byHandTab }).click()
  await expect(help.getByRole('tabpanel', { name: strings.frame.byHandTab })).toBeVisible()
  expectValue(await violations(wizard.page)).toEqual([])
  expectValue(gaps(await headingLevels(wizard.page))).toEqual([])
})

it('begins a dialog at its top, where its first field is out of sight', async () => {
  const wizard = started()
  const story = new Story(wizard)
  const { frame, step } = story
  await story.openAt('ready-to-enable', 'step-4')
  await story.confirmLicences()
  await resize(wizard, ZOOMED)
  await frame.press(strings.footer.reviewNamed({ start: ENCRYPTION }))
  await expect(step.confirmation.getByText('contoso-prod', { exact: true })).toBeInViewport({ ratio: 1 })
  await expect(step.confirmation.getByRole('heading', { level: 2 })).toBeFocused()
})

it('has what explains the searched topic in sight, though the page begins above it', async () => {
  const wizard = started()
  const story = new Story(wizard)
  const { frame } = story
  await story.openAt('ready-to-enable', 'step-2')
  await resize(wizard, SMALL)
  await frame.page.getByRole('button', { name: strings.desktop.search.title }).click()
  await frame.page.getByRole('combobox', { name: strings.desktop.search.title }).fill('cost')
  await frame.page.keyboard.press('Enter')
  await frame.expectNewPage(strings.prepare.title)
  await expect(frame.page.getByRole('button', { name: strings.start.expect.prices })).toBeInViewport({ ratio: 1 })
})
