// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import '../../renderer/home/key-dates.tsx'
import { DAY } from '../../machines/engine/durations.ts'
import type { EngagementRow, WizardView } from '../../messages/view.ts'
import { comingDates, monthsOf } from '../../renderer/home/coming-dates.ts'
import { NOW, startView } from './views.ts'
import { show } from './window.tsx'

const row = (id: string, dates: EngagementRow['dates'], over: Partial<EngagementRow> = {}): EngagementRow => ({
  ...{ id, customer: 'Contoso', environment: id, environmentId: id, tenantId: 't', cloud: 'Azure', account: 'ada@contoso.example' },
  ...{ savedAt: NOW, steps: ['verified'], state: { kind: 'encrypted' } },
  ...(dates === undefined ? {} : { dates }),
  ...over,
})
const rows: readonly EngagementRow[] = [
  row('contoso-prod', [
    { kind: 'rotate', at: NOW + 10 * DAY },
    { kind: 'expires', at: NOW + 40 * DAY },
  ]),
  row('fabrikam-prod', [{ kind: 'expires', at: NOW - DAY }], { customer: 'Fabrikam', groups: ['Wave 1'], environmentType: 'Production' }),
  row('adatum-uat', undefined),
]
const view = (engagements: readonly EngagementRow[]): WizardView => ({
  ...startView,
  start: { scenarios: [], clouds: startView.start?.clouds ?? [], connecting: false, engagements },
})

describe('the dates of all customers', () => {
  it('come in their order, those that have passed apart', () => {
    const { past, coming, withoutDates } = comingDates(rows, NOW)
    expect(past.map(({ row: { id }, kind }) => `${id} ${kind}`)).toEqual(['fabrikam-prod expires'])
    expect(coming.map(({ row: { id }, kind }) => `${id} ${kind}`)).toEqual(['contoso-prod rotate', 'contoso-prod expires'])
    expect(withoutDates).toBe(1)
  })

  it('stand by month', () => {
    const { coming } = comingDates(rows, NOW)
    expect(monthsOf(coming).map(({ from, dates }) => [new Date(from).getDate(), dates.length])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  it('are a page from home, from which an environment is opened', async () => {
    const page = await show(view(rows))
    await page.click(page.button('Key dates'))
    expect(page.text()).toContain('Rotation due')
    expect(page.text()).toContain('1 environment has no known date.')
    await page.click(page.button('Open fabrikam-prod'))
    expect(page.calls).toContainEqual({ name: 'engagements:open', argument: { id: 'fabrikam-prod' } })
  })

  it('lead back to the customers', async () => {
    const page = await show(view(rows))
    await page.click(page.button('Key dates'))
    await page.click(page.button('Back'))
    expect(page.text()).toContain('Customers')
  })

  it('are narrowed to a group', async () => {
    const page = await show(view(rows))
    await page.click(page.button('Key dates'))
    await page.type(page.field('Group'), '0')
    expect(page.text()).not.toContain('contoso-prod')
    expect(page.text()).toContain('fabrikam-prod')
  })

  it('say so where none is known', async () => {
    const page = await show(view([row('adatum-uat', undefined)]))
    await page.click(page.button('Key dates'))
    expect(page.text()).toContain('No dates are known yet')
  })
})
