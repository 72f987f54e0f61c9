// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { LandscapeView, WizardView } from '#messages/view.ts'
import { evidenceView, NOW } from './views.ts'
import { sent, show } from './window.tsx'

const HOSTILE = '<img src=x onerror=alert(1)>'

const microsoft = { standing: 'microsoft', words: 'Microsoft-managed key' } as const
const source = { id: 'power-platform-keys', title: 'Power Platform: keys', edition: '2025-06-09' }

const row = (id: string, more: Partial<LandscapeView['rows'][number]> = {}): LandscapeView['rows'][number] => ({
  id,
  name: id,
  type: 'Sandbox',
  location: 'United States',
  key: microsoft,
  managed: 'managed',
  locked: false,
  chosen: false,
  ...more,
})

const landscape = (more: Partial<LandscapeView> = {}): LandscapeView => ({
  reading: false,
  checkedAt: NOW,
  rows: [row('contoso-uat', { chosen: true }), row(HOSTILE)],
  unread: [],
  announcement: '',
  moments: (['today', 'after', 'all'] as const).map((moment) => ({
    moment,
    working: moment === 'after' ? 0 : 1,
    pairs: 1,
    groups: [
      {
        environments: [
          { id: '1', name: 'contoso-uat' },
          { id: '2', name: 'contoso-uat' },
        ],
        key: microsoft,
        managed: 'managed',
      },
    ],
    apart: moment === 'after' ? [{ reason: 'other-key', says: 'Different keys.', pairs: 1, source }] : [],
  })),
  ...more,
})

const view = (shown: LandscapeView): WizardView => {
  const { evidence: _, ...others } = evidenceView
  return { ...others, page: 'landscape', landscape: shown, can: ['BACK', 'CHECK_AGAIN', 'GO_TO_PAGE'] }
}

it('lists each environment with its key, and marks the one that the wizard is for', async () => {
  await show(view(landscape()))
  const rows = [...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
  expect(rows[0]).toMatch(/contoso-uat.*Chosen for this wizard.*Microsoft-managed key.*Managed/)
  expect(rows[1]).toContain(HOSTILE)
})

it('says which environment is locked', async () => {
  await show(view(landscape({ rows: [row('contoso-uat', { chosen: true, locked: true }), row('contoso-dev')] })))
  const rows = [...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
  expect(rows.map((text) => /Locked/.test(text ?? ''))).toEqual([true, false])
})

it('says for each moment how many pairs work, and why the others don’t by which document', async () => {
  const page = await show(view(landscape()))
  expect(page.text()).toContain('1 of 1 pair works')
  await page.click(page.button('After step 4'))
  expect(page.text()).toContain('0 of 1 pair works')
  expect(page.text()).toMatch(/Different keys\..*Power Platform: keys/)
})

it('says what could not be read, and that there is nothing to compare', async () => {
  const problem = { title: 'Not read', meaning: 'No role.', remedy: 'Ask for it.', owner: 'you' }
  const page = await show(view(landscape({ rows: [], moments: [], unread: [{ id: 'x', name: 'contoso-x', problem }] })))
  expect(page.text()).toMatch(/contoso-x.*Couldn’t be read.*No role\./)
  expect(document.querySelector('[role=tablist]')).toBeNull()
})

it('reads again when it is asked to', async () => {
  const page = await show(view(landscape()))
  await page.click(page.button('Check again'))
  expect(sent(page)).toContainEqual({ type: 'CHECK_AGAIN' })
})
