import { it } from 'vitest'
import { STAGE_TITLES } from '#machines/engine/wizard/side-page-words.ts'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { english } from '../english.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { Keyboard } from './keyboard.ts'
import { oneWizard } from './one-wizard.ts'
import { answerNone } from './pages/coverage-page.ts'
import { Story } from './story.ts'

const started = oneWizard()

const words = strings.coverage

it('asks what is used, says what the documents make of it, and has each gap acknowledged by name', async () => {
  const story = new Story(started())
  const { frame, coverage } = story
  await story.practise('ready-to-enable')
  await coverage.open()
  await frame.expectNewPage(words.title)
  await frame.press(words.assess)
  await expect(coverage.main.getByRole('alert')).toContainText(/^\d+ questions aren’t answered yet\./)
  await expect(coverage.main.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(coverage.answer('finance')).toBeFocused()
  await expect(coverage.answer('commerce-recommendations')).toHaveCount(0)
  await coverage.use('finance', 'finance-rcs', 'commerce', 'commerce-recommendations', 'tax-calculation')
  await expect(frame.heading).toBeFocused()

  // The first gap is open; everything else is a line.
  await expect(coverage.row('finance-rcs')).toContainText(
    words.forecasts.stale({ words: 'expected in late 2023, when RCS functionality becomes available for finance and operations apps' }),
  )
  await expect(coverage.row('tax-calculation')).toContainText(words.covers.unknown)
  await expect(coverage.row('commerce')).toContainText(words.documentsDisagree)
  await expect(coverage.row('commerce')).not.toContainText(words.disagrees)
  await expect(await coverage.unfold('commerce')).toContainText(words.disagrees)
  await expect(frame.page.getByRole('main')).toContainText(words.openGaps({ open: 3 }))
  await expect(frame.button(words.toSteps)).toHaveCount(0)

  // Already in sight, or in a row that was closed: a press shows by the ring where it is.
  await frame.press(words.firstGap)
  await expect(coverage.gap('finance-rcs')).toBeFocused()
  await expect(coverage.gap('finance-rcs')).toHaveCSS('outline-style', 'solid')
  const line = coverage.row('finance-rcs').locator('h3 button')
  await line.click()
  await frame.press(words.firstGap)
  await expect(line).toBeFocused()
  await expect(line).toHaveCSS('outline-style', 'solid')

  await coverage.acknowledge('finance-rcs')
  await expect(coverage.gap('commerce-recommendations')).toBeFocused()
  await coverage.acknowledge('commerce-recommendations')
  await expect(frame.page.getByRole('main')).toContainText(words.openGaps({ open: 1 }))
  await coverage.acknowledge('tax-calculation')
  await expect(await coverage.unfold('tax-calculation')).toContainText('ada@contoso.example')

  // Acknowledgments stay while the item is used, also after visiting another page.
  await coverage.main.getByRole('button', { name: words.change }).click()
  await expect(coverage.answer('commerce-recommendations')).toBeChecked()
  await coverage.use('demand-planning')
  await expect(frame.page.getByRole('main')).toContainText(words.openGaps({ open: 1 }))
  await coverage.acknowledge('demand-planning')
  await coverage.toTheSteps()
  await frame.expectNewPage(GUIDES.integration.title)
})

it('is answered and acknowledged with the keyboard alone', async () => {
  const wizard = started()
  const story = new Story(wizard)
  await story.practise('ready-to-enable')
  await wizard.page.emulateMedia({ reducedMotion: 'reduce' })
  const { frame, coverage } = story
  const keyboard = new Keyboard(wizard.page)
  await keyboard.tabTo(frame.steps.getByRole('button', { name: english.text(STAGE_TITLES.prepare) }))
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.prepare.title)
  await keyboard.tabTo(frame.prepareAction('coverage'))
  await keyboard.press('Enter')
  await frame.expectNewPage(words.title)
  for (const item of ['finance', 'demand-planning'] as const) {
    await keyboard.tabTo(coverage.answer(item))
    await keyboard.press('Space')
  }
  // The focus goes from question to question, also where one press answers the rest of a group.
  await answerNone(keyboard, coverage)
  await keyboard.tabTo(coverage.answer('tax-calculation', 'no'))
  await keyboard.press('ArrowRight')
  await expect(coverage.answer('tax-calculation', 'unsure')).toBeChecked()
  // Enter in the form does what the page's one primary button does.
  await keyboard.press('Enter')
  await expect(frame.heading).toBeFocused()
  await keyboard.tabTo(coverage.gap('demand-planning').getByRole('button', { name: words.acknowledge }))
  await keyboard.press('Enter')
  await expect(coverage.row('demand-planning')).toContainText(words.acknowledged)
  await expect(coverage.main.getByRole('region', { name: words.unsure })).toContainText(words.unsureNote)
  await expect(coverage.main.getByRole('heading', { name: words.gaps })).toBeFocused()
  await keyboard.tabTo(coverage.row('finance').getByRole('button').first())
  await keyboard.press('Enter')
  await expect(coverage.row('finance')).toContainText(words.says)
  await keyboard.tabTo(frame.button(words.toSteps))
  await keyboard.press('Enter')
  await frame.expectNewPage(GUIDES.integration.title)
  await expect(coverage.main.getByText(english.text(coverageItem('demand-planning').title))).toHaveCount(0)
})
