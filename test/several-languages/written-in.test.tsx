// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'

/*
 * As if German were translated. In a folder of its own, because tests of the window share their modules, and none of them may be replaced
 * there.
 */
vi.mock('../../messages/languages.ts', async (original) => ({ ...(await original<object>()), OFFERED: ['en', 'de'] }))

import { evidenceView, scheduledView } from '../renderer/views.ts'
import { show } from '../renderer/window.tsx'
import { strings } from '../strings.ts'

it('saves the report in the language that the person chooses, by its own name', async () => {
  const page = await show(evidenceView)
  const field = page.field('Language of the report')
  expect([field.value, field.textContent]).toEqual(['en', 'EnglishDeutsch'])
  await page.type(field, 'de')
  await page.click(page.button('Save as a page'))
  expect(page.calls).toContainEqual({ name: 'report:save', argument: { format: 'html', language: 'de' } })
})

it('writes the mail to the users in the language that the person chooses, dates as well', async () => {
  const page = await show(scheduledView)
  await page.type(page.field(strings.schedule.mail.language), 'de')
  expect(document.querySelector('[lang=de]')?.textContent).toMatch(/Start: \d+\. Nov\. 2026/)
  await page.click(page.button(strings.schedule.mail.open))
  expect(page.calls).toContainEqual({ name: 'mail:open', argument: expect.objectContaining({ language: 'de' }) })
})
