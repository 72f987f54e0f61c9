import { describe, expect, it } from 'vitest'
import type { LandscapeView, WizardView } from '#messages/view.ts'
import { FIRST_SANDBOX_ID } from '#node/practice/landscape.ts'
import { caseOf, leaping, practised } from '#test/practised.ts'

async function landscapeOf(scenario: string, environmentId?: string): Promise<{ landscape: LandscapeView; view: WizardView }> {
  const { host, until, writes } = practised(leaping(caseOf(scenario)))
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
  expect(writes()).toEqual([])
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
      ['contoso-train', 'Sandbox', 'Microsoft-managed key', 'managed'],
    ])
    expect(view.announcement.text).toBe('6 environments with finance and operations')
  })

  it('groups them by what works together today, after step 4, and when all are on the key', async () => {
    const { landscape } = await landscapeOf('landscape', FIRST_SANDBOX_ID)
    const [managed, notManaged] = [
      ['contoso-prod', 'contoso-train'],
      ['contoso-prod-copy', 'contoso-test'],
    ]
    expect(names(landscape, 'today')).toEqual([['contoso-uat', ...managed], notManaged, ['contoso-dev']])
    expect(names(landscape, 'after')).toEqual([managed, notManaged, ['contoso-uat'], ['contoso-dev']])
    expect(names(landscape, 'all')).toEqual([
      ['contoso-uat', 'contoso-dev', 'contoso-prod', 'contoso-prod-copy', 'contoso-test', 'contoso-train'],
    ])
    const [today] = landscape.moments
    expect(today).toMatchObject({ working: 4, pairs: 15 })
    expect(today?.apart.map(({ reason, pairs, source }) => [reason, pairs, source.id])).toEqual([
      ['managed-differs', 8, 'managed-environment'],
      ['other-key', 5, 'power-platform-keys'],
    ])
  })

  it('says which environment is locked', async () => {
    const { landscape } = await landscapeOf('locked')
    expect(landscape.rows.filter(({ locked }) => locked).map(({ name }) => name)).toEqual(['contoso-prod'])
  })

  it('compares nothing where there is only one environment', async () => {
    const { landscape } = await landscapeOf('ready-to-enable')
    expect(landscape.rows).toHaveLength(1)
    expect(landscape.moments).toEqual([])
  })
})
