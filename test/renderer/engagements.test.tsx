// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { SignInRequest } from '../../machines/sign-in/sign-in.ts'
import type { EngagementRow, WizardView } from '../../messages/view.ts'
import { NOW, startView } from './views.ts'
import { type Shown, show } from './window.tsx'

const row: EngagementRow = {
  id: 'contoso-1',
  customer: 'Contoso',
  environment: 'contoso-prod',
  environmentId: 'environment-1',
  tenantId: 'tenant-1',
  cloud: 'Microsoft Azure (commercial)',
  account: 'ada@contoso.example',
  savedAt: NOW - 3_600_000,
  steps: ['verified', 'verified', 'current', 'open'],
  state: { kind: 'open', step: 3 },
}

const start = (more: Partial<NonNullable<WizardView['start']>>): WizardView => ({
  ...startView,
  start: { scenarios: [], clouds: startView.start?.clouds ?? [], connecting: false, ...more },
})

const asked = (page: Shown) => page.calls.filter(({ name }) => name.startsWith('engagements:'))

describe('the list of engagements', () => {
  it.each([
    [{ kind: 'open', step: 3 }, 'On step 3'],
    [{ kind: 'encrypting', since: NOW }, 'Encrypting since'],
    [{ kind: 'removing', since: NOW }, 'Removing it from its policy since'],
    [{ kind: 'rotating', since: NOW }, 'Switching to the new key version since'],
    [{ kind: 'managing', since: NOW }, 'Enabling Managed Environments since'],
    [{ kind: 'encrypted' }, 'Encrypted'],
  ] as const)('says how far each is: %o', async (state, words) => {
    const page = await show(start({ engagements: [{ ...row, state }] }))
    expect(document.querySelector('li')?.textContent).toContain(words)
    expect(page.text()).toContain('as ada@contoso.example')
  })

  it('is not there where nothing was worked on yet', async () => {
    const page = await show(start({ engagements: [] }))
    expect(page.text()).not.toContain('Continue where you left off')
  })

  it('opens the one that is picked by its id', async () => {
    const page = await show(start({ engagements: [row, { ...row, id: 'contoso-2', environment: 'contoso-test' }] }))
    await page.click(page.button('Open contoso-test'))
    expect(asked(page)).toEqual([{ name: 'engagements:open', argument: { id: 'contoso-2' } }])
  })

  it('says why one could not be opened, and stays', async () => {
    const page = await show(start({ engagements: [row] }))
    page.refuseNext('This engagement is no longer on the list.')
    await page.click(page.button('Open contoso-prod'))
    expect(page.text()).toContain('This engagement is no longer on the list.')
    expect(page.maybeButton('Open contoso-prod')).toBeDefined()
  })

  it('gives no way into one whose file cannot be read, and says why', async () => {
    const page = await show(
      start({ engagements: [{ ...row, environment: '', state: { kind: 'closed', why: 'It is of a newer version.' } }] }),
    )
    expect(page.text()).toContain('It is of a newer version.')
    expect(page.maybeButton('Open Contoso')).toBeUndefined()
    expect(page.maybeButton('Remove Contoso from the list')).toBeDefined()
  })

  it('takes one off only after it said what that means', async () => {
    const page = await show(start({ engagements: [row] }))
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

describe('an engagement of an app that signs in by itself', () => {
  const request: SignInRequest = {
    way: 'secret',
    tenant: 'contoso.example',
    cloud: 'gcc',
    clientId: '11111111-2222-4333-8444-555555555555',
  }
  const resumes = { environmentId: 'e', environment: 'contoso-prod', tenant: request.tenant, cloud: request.cloud }

  async function open(): Promise<Shown> {
    const page = await show(start({ engagements: [row] }))
    // Something typed before, and left by Back.
    await page.click(page.button('Sign in to a tenant'))
    await page.type(page.field('Tenant'), 'fabrikam.example')
    await page.click(page.button('Back'))
    await page.click(page.button('Open contoso-prod'))
    await page.push({ ...start({ engagements: [row], signIn: { request }, resumes }), revision: 2 })
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
