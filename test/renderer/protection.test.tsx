// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { FindingView, StepPicture, WizardView } from '#messages/view.ts'
import { policyFormView, stepView, warning } from './views.ts'
import { radios, sent, show } from './window.tsx'

const WORKSPACE = '/workspaces/log'
const picture: StepPicture = {
  kind: 'protection',
  rows: [{ label: 'Policy', value: 'cmk-contoso', copyable: false }],
  holders: [
    {
      id: 'kim',
      who: 'Kim',
      can: ['delete-key', 'delete-vault'],
      from: ['Owner, given on the subscription', 'Access policy of the key vault'],
    },
    { id: 'carl', who: 'Carl', can: ['delete-vault'], from: ['Contributor, given on the subscription'] },
  ],
  deeds: [
    { deed: 'delete-key', title: 'Delete key' },
    { deed: 'delete-vault', title: 'Delete key store' },
  ],
  protections: ['protect-lock-vault', 'protect-lock-policy', 'protect-lock-group', 'protect-renewed', 'protect-audit-log'],
  unread: ['Not listed: members of groups.'],
  workspaces: [{ id: WORKSPACE, name: 'log-contoso', location: 'eastus' }],
}
const view = (over: Partial<WizardView> = {}, shown: StepPicture = picture): WizardView => ({
  ...stepView({ id: 'protect', findings: [warning], picture: shown }, { decisions: ['wish-audit-log'] }),
  ...over,
})

describe('how the key is protected', () => {
  it('shows who can do what as a table of marks, by which roles, after what was found', async () => {
    const page = await show(view())
    const table = document.querySelector('main table')
    expect(table?.getAttribute('aria-label')).toBe('Who can do what today')
    expect([...(table?.querySelectorAll('thead th') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Who, by which role',
      'Delete key',
      'Delete key store',
    ])
    expect([...(table?.querySelectorAll('tbody tr > *') ?? [])].map((cell) => cell.textContent)).toEqual([
      'KimOwner, given on the subscriptionAccess policy of the key vault',
      'Yes',
      'Yes',
      'CarlContributor, given on the subscription',
      '–No',
      'Yes',
    ])
    expect(page.text()).toContain('Not listed: members of groups.')
    expect(page.text().indexOf(warning.title)).toBeLessThan(page.text().indexOf('Who can do what today'))
  })

  it('says of each protection in a line how it stands, once, and puts it into the plan', async () => {
    const lock = (over: Partial<FindingView>): FindingView => ({ ...warning, ...over })
    const decision = { kind: 'wish-lock', of: 'policy', wanted: true } as const
    const groupLock = { kind: 'wish-lock', of: 'group', wanted: true } as const
    const findings = [
      lock({ key: 'protect-lock-vault', status: 'pass', title: 'The key vault has a delete lock' }),
      lock({
        key: 'protect-lock-policy',
        title: 'The policy has no delete lock',
        offer: { event: 'DECIDE', decision, title: 'Add to plan' },
      }),
      lock({ key: 'protect-renewed', status: 'fail', planned: true, title: 'The rotation isn’t set' }),
      // Its absence is in order, and it can be wished all the same.
      lock({
        key: 'protect-lock-group',
        status: 'pass',
        title: 'The group has no delete lock',
        offer: { event: 'DECIDE', decision: groupLock, title: 'Add to plan' },
      }),
      lock({ key: 'protect-audit-log', status: 'unknown', title: 'Couldn’t read the log' }),
      warning,
    ]
    const page = await show({ ...stepView({ id: 'protect', findings, picture }), decisions: ['wish-lock'] })
    const section = [...document.querySelectorAll('main section')].find((each) => each.querySelector('h2')?.textContent === 'Protections')
    expect(section?.textContent).toContain('1 of 4 on, 1 in the plan')
    const lines = [...(section?.querySelectorAll('button[aria-expanded]') ?? [])].map(({ textContent }) => textContent)
    expect(lines).toEqual([
      'On The key vault has a delete lock',
      'Off The policy has no delete lock',
      'In the plan The rotation isn’t set',
      'Off The group has no delete lock',
    ])
    // Unreadable facts need action: they are findings like any other.
    expect(page.text()).toContain('Couldn’t read the log')
    expect(page.text().split('The policy has no delete lock')).toHaveLength(2)
    await page.click(page.button('Add to plan: The policy has no delete lock'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision }])
  })

  it('sends the choice of a workspace at once, and takes it back', async () => {
    const page = await show(view())
    await page.click(radios()[1] as HTMLElement)
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'wish-audit-log', workspaceId: WORKSPACE } }])
    await page.push(view({ revision: 2 }, { ...picture, workspaceId: WORKSPACE }))
    await page.click(radios()[0] as HTMLElement)
    expect(sent(page).at(-1)).toEqual({ type: 'DECIDE', decision: { kind: 'wish-audit-log' } })
  })

  it('shows what is proposed before what was found, and makes wishes of it at once', async () => {
    const decision = { kind: 'wish-protections', locks: ['vault'], rotation: true } as const
    const proposed = {
      from: 'Proposed by the template T',
      what: ['Delete lock', 'Rotation policy'],
      toChoose: ['Choose a workspace.'],
      decision,
    }
    const shown: StepPicture = { ...picture, proposed }
    const page = await show({ ...view({}, shown), decisions: ['wish-audit-log', 'wish-protections'] })
    expect(page.text().indexOf('Proposed by the template T')).toBeLessThan(page.text().indexOf(warning.title))
    expect(page.text()).toContain('Choose a workspace.')
    await page.click(page.button('Plan all 2'))
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision }])
  })

  it.each<[string, Partial<WizardView>, object]>([
    ['nothing can be decided', { decisions: [] }, {}],
    ['all of it belongs to the tenant', { decisions: ['wish-protections'] }, { decision: undefined }],
  ])('offers no button for what is proposed where %s', async (_, over, without) => {
    const decision = { kind: 'wish-protections', locks: ['vault'] }
    const proposed = { from: 'Proposed', what: [], toChoose: ['Choose.'], decision, ...without }
    await show({ ...view({}, { ...picture, proposed } as StepPicture), ...over })
    expect([...document.querySelectorAll('main button')].map(({ textContent }) => textContent)).not.toContain('Plan it')
  })

  it('offers no workspace where none can be chosen, and no empty list', async () => {
    const page = await show(view({ decisions: [] }, { ...picture, holders: [], unread: [] }))
    expect(radios()).toEqual([])
    expect(document.querySelector('main table')).toBeNull()
    expect(page.text()).not.toContain('Log Analytics workspace')
  })
})

describe('the way to it from step 3', () => {
  const protections = 'The template Standard proposes protections.'
  const offered = (over: object): WizardView => {
    const { step, ...rest } = policyFormView
    if (step?.picture.kind !== 'policy') throw new Error('The view shows no form.')
    const entry = { id: 'protect' as const, title: 'Protect the key', when: 'Now.', usersCutOff: false, takes: 'Seconds', ...over }
    const reviewing = { ...step, phase: 'reviewing' as const, findings: [], picture: { ...step.picture, protections } }
    return { ...rest, step: { ...reviewing, optional: [entry] } }
  }

  it('says that protections are proposed, until some are carried out', async () => {
    const page = await show(offered({}))
    const card = () => [...document.querySelectorAll('main li')].find(({ textContent }) => textContent?.includes('Protect the key'))
    expect(card()?.textContent).toContain(protections)
    await page.push({ ...offered({ state: 'Done here.' }), revision: 9 })
    expect(card()?.textContent).toContain('Done here.')
    expect(card()?.textContent).not.toContain(protections)
  })
})
