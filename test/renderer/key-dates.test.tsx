// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import '#renderer/home/key-dates.tsx'
import { DAY } from '#machines/engine/durations.ts'
import type { EngagementRow } from '#messages/view.ts'
import { comingDates, monthsOf } from '#renderer/home/coming-dates.ts'
import { customer, homeView, NOW } from './views.ts'
import { show } from './window.tsx'

const row = (id: string, dates: EngagementRow['dates'], over: Partial<EngagementRow> = {}): EngagementRow => ({
  ...customer,
  id,
  environment: id,
  environmentId: id,
  state: { kind: 'encrypted' },
  ...(dates === undefined ? {} : { dates }),
  ...over,
})
const rows: readonly EngagementRow[] = [
  row(
    'contoso-prod',
    [
      { kind: 'rotate', at: NOW + 10 * DAY },
      { kind: 'expires', at: NOW + 40 * DAY },
    ],
    { rotateFrom: NOW - 20 * DAY },
  ),
  row('fabrikam-prod', [{ kind: 'expires', at: NOW - DAY }], { customer: 'Fabrikam', groups: ['Wave 1'], environmentType: 'Production' }),
  row('adatum-uat', undefined),
]
describe('the dates of all customers', () => {
  it('name what needs action first, the worst kind before the nearest, then the others by date', () => {
    const dates: EngagementRow['dates'] = [
      { kind: 'access-ends', at: NOW - 2 * DAY },
      { kind: 'renews', at: NOW - 3 * DAY },
      { kind: 'expires', at: NOW + 400 * DAY },
    ]
    const { urgent, past, coming, withoutDates } = comingDates([...rows, row('wingtip-uat', dates)], NOW)
    const named = (of: typeof urgent) => of.map(({ row: { id }, kind }) => `${id} ${kind}`)
    expect(named(urgent)).toEqual(['fabrikam-prod expires', 'contoso-prod expires', 'wingtip-uat access-ends'])
    expect(named(past)).toEqual(['wingtip-uat renews'])
    expect(named(coming)).toEqual(['contoso-prod rotate', 'wingtip-uat expires'])
    expect(withoutDates).toBe(1)
  })

  it('ask for nothing before a person must rotate the key', () => {
    const renewed = row('contoso-prod', [{ kind: 'expires', at: NOW + 40 * DAY }], { rotateFrom: NOW + 1 })
    expect(comingDates([renewed], NOW).urgent).toEqual([])
    expect(comingDates([renewed], NOW + 1).urgent).toHaveLength(1)
  })

  it('stand by month', () => {
    const { coming } = comingDates(rows, NOW)
    expect(monthsOf(coming).map(({ from, dates }) => [new Date(from).getDate(), dates.length])).toEqual([[1, 1]])
  })

  it('are a page from home, from which an environment is opened', async () => {
    const page = await show(homeView(rows))
    await page.click(page.button('Key dates'))
    expect(page.text()).toContain('Rotation due')
    expect(page.text()).toContain('1 environment has no known date.')
    await page.click(page.button('Open fabrikam-prod'))
    expect(page.calls).toContainEqual({ name: 'engagements:open', argument: { id: 'fabrikam-prod' } })
  })

  it('lead back to the customers', async () => {
    const page = await show(homeView(rows))
    await page.click(page.button('Key dates'))
    await page.click(page.button('Back'))
    expect(page.text()).toContain('Customers')
  })

  it('are narrowed to a group', async () => {
    const page = await show(homeView(rows))
    await page.click(page.button('Key dates'))
    await page.type(page.field('Group'), '0')
    expect(page.text()).not.toContain('contoso-prod')
    expect(page.text()).toContain('fabrikam-prod')
  })

  it('say so where none is known', async () => {
    const page = await show(homeView([row('adatum-uat', undefined)]))
    await page.click(page.button('Key dates'))
    expect(page.text()).toContain('No dates are known yet')
  })
})
