import { describe, expect, it } from 'vitest'
import { createKeysHost } from '../../../../host/customer-managed-keys.ts'
import type { LandscapeView, WizardView } from '../../../../messages/view.ts'
import { FIRST_SANDBOX_ID } from '../../../../practice/landscape.ts'
import { openPractice } from '../../../../practice/open.ts'
import { seededRandom } from '../../../../practice/random.ts'

const START = Date.parse('2026-11-24T12:00:00Z')

async function landscapeOf(scenario: string, environmentId?: string): Promise<{ landscape: LandscapeView; view: WizardView }> {
  const tenant = openPractice(scenario, {
    wall: () => START,
    timers: {
      after(_, wake) {
        const turn = setImmediate(wake)
        return () => clearImmediate(turn)
      },
    },
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(scenario),
  })
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  const until = (met: (view: WizardView) => boolean) =>
    new Promise<WizardView>((resolve) => {
      if (met(host.view())) return resolve(host.view())
      const leave = host.subscribe((view) => {
        if (!met(view)) return
        leave()
        resolve(view)
      })
    })
  host.send({ type: 'OPEN_PRACTICE', scenario })
  await until(({ page }) => page === 'prepare')
  if (environmentId !== undefined) {
    host.send({ type: 'NEXT' })
    await until(({ step }) => step?.phase === 'choosing')
    host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId })
    await until(({ step }) => step?.phase === 'reviewing')
  }
  host.send({ type: 'GO_TO_PAGE', page: 'landscape' })
  const view = await until(({ landscape }) => landscape?.reading === false)
  await host.stop()
  expect(tenant.practice.writes()).toEqual([])
  if (!view.landscape) throw new Error('There is no landscape')
  return { landscape: view.landscape, view }
}

const names = ({ moments }: LandscapeView, moment: string) =>
  moments.find((each) => each.moment === moment)?.groups.map((group) => group.environments.map(({ name }) => name))

describe('the landscape of the practice tenant', () => {
  it('lists each environment that is integrated, the chosen one first, with its key', async () => {
    const { landscape, view } = await landscapeOf('landscape', FIRST_SANDBOX_ID)
    expect(landscape.rows.map(({ name, type, key, managed }) => [name, type, key.words, managed])).toEqual([
      ['contoso-uat', 'Sandbox', 'Microsoft-managed key', 'managed'],
      ['contoso-dev', 'Sandbox', 'Another policy: cmk-security', 'managed'],
      ['contoso-prod', 'Production', 'Microsoft-managed key', 'managed'],
      ['contoso-prod-copy', 'Sandbox', 'Microsoft-managed key', 'not-managed'],
      ['contoso-test', 'Sandbox', 'Microsoft-managed key', 'not-managed'],
    ])
    expect(view.announcement.text).toBe('5 environments with finance and operations')
  })

  it('groups them by what works together today, after step 4, and when all are on the key', async () => {
    const { landscape } = await landscapeOf('landscape', FIRST_SANDBOX_ID)
    expect(names(landscape, 'today')).toEqual([['contoso-uat', 'contoso-prod'], ['contoso-prod-copy', 'contoso-test'], ['contoso-dev']])
    expect(names(landscape, 'after')).toEqual([['contoso-prod-copy', 'contoso-test'], ['contoso-uat'], ['contoso-dev'], ['contoso-prod']])
    expect(names(landscape, 'all')).toEqual([['contoso-uat', 'contoso-dev', 'contoso-prod', 'contoso-prod-copy', 'contoso-test']])
    const [today] = landscape.moments
    expect(today).toMatchObject({ working: 2, pairs: 10 })
    expect(today?.apart.map(({ reason, pairs, source }) => [reason, pairs, source.id])).toEqual([
      ['managed-differs', 6, 'managed-environment'],
      ['other-key', 4, 'power-platform-keys'],
    ])
  })

  it('compares nothing where there is only one environment', async () => {
    const { landscape } = await landscapeOf('ready-to-enable')
    expect(landscape.rows).toHaveLength(1)
    expect(landscape.moments).toEqual([])
  })
})
