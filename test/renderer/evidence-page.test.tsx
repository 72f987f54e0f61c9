// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { evidenceView } from './views.ts'
import { show } from './window.tsx'

it('names the journal by its last line, with the hash to copy', async () => {
  const page = await show(evidenceView)
  expect(page.text()).toContain('a'.repeat(64))
  expect(page.text()).toContain('kept in memory')
})

it('lists scheduled starts as text, not as what is read character by character', async () => {
  const value = 'Add the environment to the policy, Nov 26, 2026, 9:04 PM UTC: canceled'
  const rows = [1, 2].map((number) => ({ label: `Scheduled start ${number}`, value, copyable: false }))
  const page = await show({ ...evidenceView, evidence: { journal: { lines: 12, head: 'a'.repeat(64), at: 0 }, rows, announcement: '' } })
  expect(page.text()).toContain('Scheduled start 2')
  const set = [...document.querySelectorAll('[translate=no]')].map(({ textContent }) => textContent)
  expect(set).toContain('a'.repeat(64))
  expect(set).not.toContain(value)
})

it('saves the report in the form that was asked for, and says why it could not', async () => {
  const page = await show(evidenceView)
  page.refuseNext('The disk is full.')
  await page.click(page.button('Save as PDF'))
  expect(page.calls).toContainEqual({ name: 'report:save', argument: { format: 'pdf', language: 'en' } })
  expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
})

it('says whether the team’s store has a copy of the report, and lists those that the team saved', async () => {
  const page = await show(evidenceView)
  expect(page.text()).not.toContain('Reports in the team store')
  page.give('report:list', [
    { name: 'report-2026-11-24T09-00-00-000Z.pdf', at: Date.parse('2026-11-24T09:00:00Z'), format: 'pdf', size: 6 },
  ])
  page.give('report:save', { savedAs: 'mine.pdf', isInStore: true })
  await page.click(page.button('Save as PDF'))
  expect(page.text()).toContain('Saved as mine.pdf. A copy is in the team store.')
  expect(page.text()).toContain('Reports in the team store')
  const name = 'report-2026-11-24T09-00-00-000Z.pdf'
  page.give('report:copy', { savedAs: 'theirs.pdf' })
  await page.click(page.button(`Save a copy of ${name}`))
  expect(page.calls).toContainEqual({ name: 'report:copy', argument: { name } })
  expect(page.text()).toContain('Saved as theirs.pdf.')
  page.give('report:save', { savedAs: 'mine.pdf', notInStore: 'It can’t be reached.' })
  await page.click(page.button('Save as PDF'))
  expect(page.text()).toContain('Saved as mine.pdf, but not in the team store. It can’t be reached.')
})

it('says that there is no journal yet while no environment is chosen, and offers nothing to save', async () => {
  const page = await show({ ...evidenceView, evidence: { rows: [], announcement: '' } })
  expect(page.text()).toContain('No log yet.')
  expect(page.maybeButton('Save as PDF')).toBeUndefined()
})

it('keeps the partner’s name when the field is left, and takes and removes a logo', async () => {
  const page = await show(evidenceView)
  const name = page.field('Name')
  expect((name as HTMLInputElement).value).toBe('Fabrikam')
  await page.type(name, 'Fabrikam GmbH ')
  name.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  expect(page.calls).toContainEqual({ name: 'brand:change', argument: { name: 'Fabrikam GmbH' } })
  page.give('brand:choose-logo', { name: 'Fabrikam', logo: 'data:image/png;base64,AAAA' })
  await page.click(page.button('Choose logo (PNG or SVG)'))
  expect(document.querySelector('img[alt="Your logo"]')?.getAttribute('src')).toBe('data:image/png;base64,AAAA')
  await page.click(page.button('Remove logo'))
  expect(page.calls).toContainEqual({ name: 'brand:change', argument: { logo: 'none' } })
  expect(document.querySelector('img[alt="Your logo"]')).toBeNull()
})

it('says why a file is no logo', async () => {
  const page = await show(evidenceView)
  page.refuseNext('This file isn’t a PNG.')
  await page.click(page.button('Choose logo (PNG or SVG)'))
  expect(document.querySelector('[role=alert]')?.textContent).toContain('This file isn’t a PNG.')
})
