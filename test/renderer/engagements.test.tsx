// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import type { CheckedMany } from '#contract/contract.ts'
import type { SignInRequest } from '#machines/sign-in/sign-in.ts'
import type { EngagementRow } from '#messages/view.ts'
import { homeView, NOW, customer as row, startView } from './views.ts'
import { copied, primaryButtons, type Shown, show } from './window.tsx'

const list = (...engagements: readonly EngagementRow[]) => show(homeView(engagements))
const many: readonly EngagementRow[] = [
  { ...row, id: '1', environment: 'encrypted-prod', state: { kind: 'encrypted' } },
  { ...row, id: '2', environment: 'ready-uat', state: { kind: 'ready', step: 3, planned: 6 } },
  { ...row, id: '3', environment: 'locked-prod', customer: 'Żabka', state: { kind: 'locked' } },
  { ...row, id: '4', environment: 'running-prod', state: { kind: 'encrypting', since: NOW } },
]

const asked = (page: Shown) => page.calls.filter(({ name }) => name.startsWith('engagements:'))
const rows = () => [...document.querySelectorAll('[role=grid] [data-row]')]
const opens = () => rows().flatMap((each) => each.querySelector('[data-control=open]')?.getAttribute('aria-label') ?? [])
const radio = (name: string) => {
  const found = [...document.querySelectorAll('label')].find((label) => label.textContent === name)?.querySelector('input')
  if (!found) throw new Error(`There is no filter ${name}.`)
  return found
}

describe('the list of engagements', () => {
  it('is the page where something was worked on, with the sign-in as its one primary button', async () => {
    const page = await list(row)
    expect(document.querySelector('h1')?.textContent).toBe('Customers')
    expect(page.text()).not.toContain('What to expect')
    expect(primaryButtons()).toEqual(['Sign in to a tenant'])
  })

  it('is not there where nothing was worked on yet', async () => {
    const page = await list()
    expect(page.text()).not.toContain('Customers')
  })

  it('shows neither of the two before it is known whether something was worked on', async () => {
    const { engagements: _, ...unknown } = homeView([]).start ?? { scenarios: [], clouds: [], connecting: false }
    const page = await show({ ...startView, start: unknown })
    expect(page.maybeButton('Start practicing')).toBeUndefined()
    expect(rows()).toEqual([])
    await page.push({ ...homeView([row]), revision: 2 })
    expect(opens()).toEqual(['Open contoso-prod'])
  })

  it('says of a row who it is, how far it is, why it stands there, what is next, who does it, and when it was checked', async () => {
    await list({
      ...row,
      environmentType: 'Production',
      checkedAt: NOW - 240_000,
      steps: ['verified', 'verified', 'action-required', 'open'],
      state: { kind: 'action-required', step: 3, count: 3, findings: 3, why: 'Purge protection is off', owner: 'key-vault-administrator' },
    })
    const said = rows()[0]?.textContent
    for (const words of [
      ...['Contoso', 'contoso-prod', 'Production', 'Step 3 of 4', 'Action required', 'Purge protection is off and 2 more findings'],
      ...['Fix 3 findings in step 3', 'Key vault admin', '4 minutes ago'],
    ])
      expect(said).toContain(words)
    expect(document.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Steps: 1 verified, 2 verified, 3 action required, and 4 not started',
    )
  })

  it('says nothing of what is not on record', async () => {
    await list(row)
    expect(rows()[0]?.textContent).not.toMatch(/Production|Sandbox|Last checked/)
  })

  it('names the type of an environment that is neither production nor sandbox as the service does', async () => {
    await list({ ...row, environmentType: 'Trial' })
    expect(rows()[0]?.textContent).toContain('Trial')
  })

  it('never shows an ID as a name: it is with the details, to be copied', async () => {
    const page = await list({ ...row, environment: '' })
    expect(page.text()).toContain('Unnamed environment')
    expect(page.text()).not.toContain(row.environmentId)
    await page.click(page.button('Details of Unnamed environment'))
    expect(page.text()).toContain(row.environmentId)
    await page.click(page.button('Copy Environment ID'))
    expect(copied(page)).toContainEqual({ text: row.environmentId })
    expect(page.text()).toContain('ada@contoso.example')
  })

  it('shows the worst first', async () => {
    await list(...many)
    expect(opens()).toEqual(['Open locked-prod', 'Open running-prod', 'Open ready-uat', 'Open encrypted-prod'])
  })

  it('says how many need action', async () => {
    const page = await list(...many)
    expect(page.text()).toContain('1 environment needs action.')
  })

  it('does not say that no one is needed of what was not checked', async () => {
    const page = await list(
      { ...row, id: 'a', state: { kind: 'encrypted' } },
      { ...row, id: 'b', state: { kind: 'not-checked', step: 3, count: 1, findings: 1, why: 'The policy was not read', owner: 'you' } },
    )
    expect(page.text()).toContain('No checked environment needs action. 1 isn’t checked.')
    expect(page.text()).not.toContain('No environment needs action.')
  })

  it('is not filtered where it is short', async () => {
    await list(...many.slice(0, 3))
    expect(document.querySelectorAll('input:not([type=checkbox])')).toHaveLength(0)
  })

  it('is filtered by what was chosen, with how many there are of each, and says what is left', async () => {
    const page = await list(...many)
    expect([...document.querySelectorAll('fieldset label')].map((label) => label.textContent)).toEqual([
      'All 4',
      'Action required 1',
      'Running 1',
      'Ready 1',
      'Encrypted 1',
    ])
    await page.click(radio('Running 1'))
    expect(opens()).toEqual(['Open running-prod'])
    expect(document.querySelector('[aria-live=polite]')?.textContent).toContain('1 of 4 environments')
  })

  it('is searched by customer and environment, and says so where nothing matches', async () => {
    const page = await list(...many)
    await page.type(page.field('Search customer or environment'), 'zabka')
    expect(opens()).toEqual(['Open locked-prod'])
    await page.type(page.field('Search customer or environment'), 'northwind')
    expect(opens()).toEqual([])
    expect(page.text()).toContain('No environment matches.')
    await page.click(page.button('Show all'))
    expect(opens()).toHaveLength(4)
  })

  it('shows all again where the last row of the filter is gone', async () => {
    const page = await list(...many, { ...row, id: '5' })
    await page.click(radio('Running 1'))
    await page.push({ ...homeView([...many.filter(({ id }) => id !== '4'), row]), revision: 2 })
    expect(opens()).toHaveLength(4)
  })

  it('opens the one that is picked by its id', async () => {
    const page = await list(row, { ...row, id: 'contoso-2', environment: 'contoso-test' })
    await page.click(page.button('Open contoso-test'))
    expect(asked(page)).toEqual([{ name: 'engagements:open', argument: { id: 'contoso-2' } }])
  })

  it('says why one could not be opened, and stays', async () => {
    const page = await list(row)
    page.refuseNext('This environment is no longer on the list.')
    await page.click(page.button('Open contoso-prod'))
    expect(page.text()).toContain('This environment is no longer on the list.')
    expect(page.maybeButton('Open contoso-prod')).toBeDefined()
  })

  it('keeps what was typed in the sign-in form where one is refused', async () => {
    const page = await list(row)
    await page.click(page.button('Sign in to a tenant'))
    await page.type(page.field('Tenant'), 'fabrikam.example')
    await page.click(page.button('Back'))
    page.refuseNext('This environment is no longer on the list.')
    await page.click(page.button('Open contoso-prod'))
    await page.click(page.button('Sign in to a tenant'))
    expect(page.field('Tenant').value).toBe('fabrikam.example')
  })

  it('gives no way into one whose file cannot be read, and says why', async () => {
    const page = await list({
      ...row,
      id: 'a_b',
      customer: '',
      environment: '',
      steps: [],
      state: { kind: 'closed', why: 'It is of a newer version.' },
    })
    expect(page.text()).toContain('It is of a newer version.')
    expect(page.maybeButton('Open Unreadable environment')).toBeUndefined()
    await page.click(page.button('Details of Unreadable environment'))
    expect(page.text()).toContain('a_b')
    expect(page.maybeButton('Remove Unreadable environment from the list')).toBeDefined()
  })

  it('takes one off only after it said what that means', async () => {
    const page = await list(row)
    await page.click(page.button('Details of contoso-prod'))
    await page.click(page.button('Remove contoso-prod from the list'))
    expect(page.text()).toContain('Nothing changes at Microsoft')
    await page.click(page.button('Keep it'))
    expect(page.maybeButton('Remove it')).toBeUndefined()
    expect(asked(page)).toEqual([])
    await page.click(page.button('Remove contoso-prod from the list'))
    await page.click(page.button('Remove it'))
    expect(asked(page)).toEqual([{ name: 'engagements:remove', argument: { id: 'contoso-1' } }])
  })
})

describe('the board as a grid', () => {
  const control = (id: string, name: string) =>
    document.querySelector<HTMLElement>(`[data-row="${id}"] [data-control=${name}]`) ?? document.body
  const focused = () => {
    const { activeElement } = document
    const element = activeElement instanceof HTMLElement ? activeElement : document.body
    return [element.closest('[data-row]')?.getAttribute('data-row'), element.dataset['control']]
  }
  const long = Array.from({ length: 500 }, (_, at) => ({ ...row, id: `row-${at}`, environment: `env-${at}` }))

  it('says how many rows it has, and draws only some of a long list', async () => {
    await list(...long)
    const grid = document.querySelector('[role=grid]')
    expect(grid?.getAttribute('aria-rowcount')).toBe('501')
    expect(rows().length).toBeLessThan(60)
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2')
  })

  it('has one Tab stop, and arrow keys move over rows and their controls', async () => {
    const page = await list(...long)
    expect([...document.querySelectorAll('[data-row] [data-control][tabindex="0"]')]).toHaveLength(3)
    await act(async () => control('row-0', 'open').focus())
    await page.press(control('row-0', 'open'), 'ArrowDown')
    expect(focused()).toEqual(['row-1', 'open'])
    await page.press(control('row-1', 'open'), 'ArrowRight')
    expect(focused()).toEqual(['row-1', 'details'])
    await page.press(control('row-1', 'details'), 'Home')
    expect(focused()).toEqual(['row-1', 'select'])
  })

  it('moves to a row that was not drawn, and keeps the one with the focus drawn', async () => {
    const page = await list(...long)
    await act(async () => control('row-0', 'select').focus())
    await page.press(control('row-0', 'select'), 'End', { ctrlKey: true })
    expect(focused()).toEqual(['row-499', 'select'])
    await page.press(control('row-499', 'select'), 'PageUp')
    expect(focused()).toEqual(['row-489', 'select'])
  })

  it('is sorted by a column, and the other way around by the same once more', async () => {
    const page = await list(...many)
    await page.click(page.button('Customer and environment'))
    expect(opens()).toEqual(['Open encrypted-prod', 'Open ready-uat', 'Open running-prod', 'Open locked-prod'])
    const head = () => page.button('Customer and environment').closest('[role=columnheader]')?.getAttribute('aria-sort')
    expect(head()).toBe('ascending')
    await page.click(page.button('Customer and environment'))
    expect(head()).toBe('descending')
    expect(opens()[0]).toBe('Open locked-prod')
  })

  it('gives the rows that are selected, or else all that are shown, to a file in their order', async () => {
    const page = await list(...many)
    page.give('board:save', { savedAs: 'customers.csv' })
    await page.click(page.button('Export CSV'))
    expect(page.calls.at(-1)).toEqual({ name: 'board:save', argument: { format: 'csv', ids: ['3', '4', '2', '1'] } })
    await page.click(control('2', 'select'))
    expect(page.text()).toContain('1 selected')
    await page.click(page.button('More actions'))
    await page.click(page.button('Export JSON'))
    expect(page.calls.at(-1)).toEqual({ name: 'board:save', argument: { format: 'json', ids: ['2'] } })
    expect(document.querySelector('[aria-live=polite]')?.textContent).toContain('Saved as customers.csv.')
  })

  it('acts on nothing that a filter hides', async () => {
    const page = await list(...many)
    await page.click(document.querySelector('[aria-label="Select all shown"]') ?? document.body)
    expect(page.text()).toContain('4 selected')
    await page.click(radio('Running 1'))
    expect(page.text()).toContain('1 selected')
  })

  it('says when each key expires, and above all which one is next', async () => {
    const page = await list({ ...row, keyExpires: NOW + 23.5 * 86_400_000 })
    expect(page.text()).toContain('The next key expires in 23 days.')
    await page.push({ ...homeView([{ ...row, keyExpires: NOW - 86_400_000 }]), revision: 2 })
    expect(page.text()).toContain('1 key has expired.')
    expect(rows()[0]?.textContent).toContain('Expired')
  })
})

describe('customers on the board', () => {
  const grouped = [
    { ...row, id: '1', groups: ['Wave 1', 'Europe'] },
    { ...row, id: '2', environment: 'fabrikam-uat', customer: 'Fabrikam', tenantName: 'Fabrikam Holding', groups: ['Wave 2'] },
  ]
  it('are filtered by a group that a person put them in', async () => {
    const page = await list(...grouped)
    expect(rows()[0]?.textContent).toContain('Wave 1 · Europe')
    await page.type(page.field('Group'), '2')
    expect(opens()).toEqual(['Open fabrikam-uat'])
  })

  it('get a name and groups of their own, of all of their environments', async () => {
    const page = await list(...grouped)
    await page.click(page.button('Details of fabrikam-uat'))
    expect(page.text()).toContain('Shown instead of Fabrikam Holding.')
    await page.type(page.field('Name of the customer'), ' Fabrikam GmbH ')
    await page.type(page.field('Groups'), 'Wave 2, Asia,, Asia')
    await page.click(page.button('Save'))
    expect(page.calls.at(-1)).toEqual({
      name: 'customers:change',
      argument: { tenantId: 'tenant-1', name: 'Fabrikam GmbH', groups: ['Wave 2', 'Asia'] },
    })
  })

  it('say why their names and groups are not shown', async () => {
    const page = await show(homeView([row], { customersProblem: 'Couldn’t read your customer list.' }))
    expect(page.text()).toContain('Couldn’t read your customer list.')
  })

  it('say what the list lacks, and what of a row is elsewhere', async () => {
    const note = '2 lines aren’t in the team store yet.'
    const page = await show(homeView([{ ...row, inTeam: true, note }], { lacks: 'Couldn’t reach the team store.' }))
    expect(page.text()).toContain('Couldn’t reach the team store.')
    expect(page.text()).toContain(note)
  })
})

describe('an engagement of an app that signs in by itself', () => {
  const request: SignInRequest = {
    way: 'secret',
    tenant: 'contoso.example',
    cloud: 'gcc',
    clientId: '11111111-2222-4333-8444-555555555555',
  }
  const resumes = { environmentId: 'e', environment: 'contoso-prod', tenant: request.tenant, cloud: request.cloud }

  async function open(): Promise<Shown> {
    const page = await show(homeView([row]))
    // Something typed before, and left by Back.
    await page.click(page.button('Sign in to a tenant'))
    await page.type(page.field('Tenant'), 'fabrikam.example')
    await page.click(page.button('Back'))
    await page.click(page.button('Open contoso-prod'))
    await page.push({ ...homeView([row], { signIn: { request }, resumes }), revision: 2 })
    return page
  }

  it('leads to the form filled with its request, which asks for the secret and says what for', async () => {
    const page = await open()
    expect(document.querySelector('h1')?.textContent).toBe('Connect a tenant')
    expect(page.field('Tenant').value).toBe('contoso.example')
    expect(page.field('Cloud').value).toBe('gcc')
    expect(page.field('Application (client) ID').value).toBe(request.clientId)
    expect(page.field('Client secret').value).toBe('')
    expect(page.text()).toContain('Sign in to continue with contoso-prod. Enter the client secret below; it’s never stored.')
  })

  it('says nothing of it any more once another tenant is typed', async () => {
    const page = await open()
    await page.type(page.field('Tenant'), 'fabrikam.example')
    expect(page.text()).not.toContain('continue with contoso-prod')
  })
})

describe('a check of many environments', () => {
  const running: CheckedMany = {
    state: 'running',
    total: 3,
    ended: 1,
    failed: 0,
    running: 2,
    left: 65_000,
    advice: [],
    messages: [],
    needAction: 0,
    problems: [],
    held: [{ customer: 'Contoso', until: NOW + 60_000 }],
  }
  const done: CheckedMany = {
    ...running,
    state: 'done',
    ended: 3,
    failed: 1,
    running: 0,
    left: 0,
    held: [],
    needAction: 2,
    problems: [{ customer: 'Fabrikam', environment: 'fab-uat', title: 'Sign in first', remedy: 'Open it once.' }],
    advice: [
      {
        severity: 'fail',
        owner: 'key-vault-administrator',
        remedy: 'Turn on purge protection.',
        environments: [
          { tenantId: 'tenant-1', customer: 'Contoso', name: 'contoso-prod', title: 'Purge protection is off' },
          { tenantId: 'tenant-2', customer: 'Fabrikam', name: 'fab-prod', title: 'Purge protection is off' },
        ],
      },
    ],
    messages: [
      { tenantId: 'tenant-1', customer: 'Contoso', owner: 'you', count: 1, message: { subject: 'yours', body: 'yours' } },
      {
        tenantId: 'tenant-1',
        customer: 'Contoso',
        owner: 'key-vault-administrator',
        count: 2,
        message: { subject: 'contoso-prod: 2 actions required', body: 'Before we change anything' },
      },
    ],
  }

  async function checking(check: CheckedMany) {
    const page = await list(...many)
    page.give('check:read', { check })
    await page.click(document.querySelector('[aria-label="Select all shown"]') ?? document.body)
    await page.click(page.button('Check selected'))
    return page
  }

  it('begins for the rows that are selected, and for none where none is', async () => {
    const page = await list(...many)
    await page.click(page.button('Check selected'))
    expect(page.calls.map(({ name }) => name)).not.toContain('check:start')
    await page.click(document.querySelector('[data-row="2"] [data-control=select]') ?? document.body)
    await page.click(page.button('Check selected'))
    expect(page.calls).toContainEqual({ name: 'check:start', argument: { ids: ['2'] } })
  })

  it('says how far it is, how long it takes, whose services throttle it, and can be paused and canceled', async () => {
    const page = await checking(running)
    expect(page.text()).toContain('Checking 1 of 3 environments')
    expect(page.text()).toContain('About 1 min 05 s left. Nothing is changed.')
    expect(page.text()).toContain('Contoso is throttled until')
    await page.click(page.button('Pause'))
    expect(page.calls).toContainEqual({ name: 'check:control', argument: { wanted: 'pause' } })
    await page.click(page.button('Cancel'))
    expect(page.calls).toContainEqual({ name: 'check:control', argument: { wanted: 'cancel' } })
  })

  it('says how many need action, each advice once, a message for each person but the reader, and what could not be checked', async () => {
    const page = await checking(done)
    expect(page.text()).toContain('2 checked, 2 need action')
    // The list stays in sight: what was found is a line each until it is opened.
    expect(page.text()).not.toContain('Turn on purge protection.')
    const open = async (text: string) => {
      const line = [...document.querySelectorAll('[aria-expanded=false]')].find(({ textContent }) => textContent?.includes(text))
      await page.click(line ?? document.body)
    }
    await open('What to do')
    expect(page.text().split('Turn on purge protection.')).toHaveLength(2)
    expect(page.text()).toContain('Key vault admin · 2 environments')
    await open('Turn on purge protection.')
    expect(page.text()).toContain('fab-prod: Purge protection is off')
    await open('1 environment couldn’t be checked')
    expect(page.text()).toContain('Sign in first')
    await open('Messages')
    await page.click(page.button('Copy message'))
    expect(page.calls.at(-1)).toEqual({
      name: 'clipboard:write',
      argument: { text: 'contoso-prod: 2 actions required\n\nBefore we change anything' },
    })
    await page.click(page.button('Close results'))
    expect(page.calls).toContainEqual({ name: 'check:control', argument: { wanted: 'close' } })
  })
})
