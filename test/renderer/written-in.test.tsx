// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { strings } from '../strings.ts'
import { evidenceView, scheduledView } from './views.ts'
import { show } from './window.tsx'

it('saves the report in the language that the person chooses, by its own name', async () => {
  const page = await show(evidenceView)
  const field = page.field('Language of the report')
  expect([field.value, field.textContent]).toEqual(['en', 'EnglishDeutschFrançaisEspañolPortuguês (Brasil)日本語'])
  await page.type(field, 'de')
  await page.click(page.button('Save as HTML'))
  expect(page.calls).toContainEqual({ name: 'report:save', argument: { format: 'html', language: 'de' } })
})

it('writes the mail to the users in the language that the person chooses, dates as well', async () => {
  const page = await show(scheduledView)
  await page.click(page.button(strings.schedule.draft))
  await page.type(page.field(strings.schedule.mail.language), 'de')
  // Its words come in a script of their own.
  await expect.poll(() => document.querySelector(':not(option)[lang=de]')?.textContent).toMatch(/Start: \d+\. Nov\. 2026/)
  await page.click(page.button(strings.schedule.mail.open))
  expect(page.calls).toContainEqual({ name: 'mail:open', argument: expect.objectContaining({ language: 'de' }) })
})
