// @vitest-environment happy-dom
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ManagedSettings } from '#machines/managed/settings.ts'
import type { ReachableTenant } from '#machines/sign-in/sign-in.ts'
import type { WizardView } from '#messages/view.ts'
import { refusal, signInView, startView } from './views.ts'
import { copied, type Shown, sent, show } from './window.tsx'

const CLIENT = '11111111-2222-4333-8444-555555555555'

const choose = (page: Shown, value: string) => {
  const radio = document.querySelector(`input[type=radio][value="${value}"]`)
  if (radio === null) throw new Error(`There is no choice "${value}".`)
  return page.click(radio)
}

async function open(view: WizardView = startView): Promise<Shown> {
  const page = await show(view)
  await page.click(page.button('Sign in to a tenant'))
  return page
}

/** Hands the form in, as the button in the footer does. */
const signIn = (page: Shown) => page.click(page.button('Sign in'))

afterEach(() => {
  vi.useRealTimers()
})

const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent)

describe('the form', () => {
  it('opens behind the second door, with the focus on its heading and one primary way on', async () => {
    const page = await open()
    expect(document.activeElement?.textContent).toBe('Connect a tenant')
    expect(document.querySelectorAll('button[type=submit]')).toHaveLength(1)
    await page.click(page.button('Back'))
    expect(document.querySelector('h1')?.textContent).toContain('Encrypt finance and operations data')
  })

  it('doesn’t draw the whole window again for each letter', async () => {
    const page = await open()
    // Each drawing of the window asks for a frame, to report its first moments.
    const drawn = vi.spyOn(window, 'requestAnimationFrame')
    onTestFinished(() => drawn.mockRestore())
    await page.push({ ...startView, revision: startView.revision + 1 })
    expect(drawn).toHaveBeenCalledTimes(1)
    await page.type(page.field('Tenant'), 'contoso.example')
    expect(drawn).toHaveBeenCalledTimes(1)
  })

  it('says before the first sign-in that the wizard hasn’t been run on a real tenant yet', async () => {
    const page = await open({ ...startView, start: { ...startView.start, engagements: [] } })
    expect(page.text()).toContain('The wizard hasn’t been run on a real tenant yet')
  })

  it('offers six ways, each with its line, the browser first', async () => {
    await open()
    const ways = [...document.querySelectorAll<HTMLInputElement>('input[name=way]')]
    expect(ways.map(({ value }) => value)).toEqual(['browser', 'device-code', 'azure-cli', 'azure-powershell', 'certificate', 'secret'])
    expect(ways[0]?.checked).toBe(true)
    for (const way of ways) expect(document.getElementById(way.getAttribute('aria-describedby') ?? '')?.textContent).not.toBe('')
  })

  it('asks only for what the chosen way needs', async () => {
    const page = await open()
    const labels = () => [...document.querySelectorAll('form label:not(:has(input))')].map((label) => label.textContent)
    expect(labels()).toEqual(['Tenant', 'Cloud'])
    expect(page.text()).toContain('04b07795-8ddb-461a-bbee-02f9e1bf7b46')
    await choose(page, 'own')
    expect(labels()).toEqual(['Tenant', 'Cloud', 'Application (client) ID'])
    await choose(page, 'azure-cli')
    expect(labels()).toEqual(['Tenant', 'Cloud'])
    await choose(page, 'certificate')
    expect(labels()).toEqual([
      'Tenant',
      'Cloud',
      'Application (client) ID',
      'PEM file with certificate and private key',
      'Private key passphrase',
    ])
    await choose(page, 'secret')
    expect(labels()).toEqual(['Tenant', 'Cloud', 'Application (client) ID', 'Client secret'])
  })

  it('says in words what is wrong beside each field, and goes to the first', async () => {
    const page = await open()
    await choose(page, 'own')
    await page.type(page.field('Tenant'), 'common')
    await signIn(page)
    expect(page.text()).toContain('“common” stands for any tenant.')
    expect(page.text()).toContain('This isn’t an app registration ID.')
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('Correct these 2 fields')
    expect(document.activeElement).toBe(page.field('Tenant'))
    expect(sent(page)).toEqual([])
  })

  it('takes a certificate’s file only from the dialog: it can’t be typed', async () => {
    const page = await open()
    await choose(page, 'certificate')
    const field = page.field('PEM file with certificate and private key')
    expect(field.hasAttribute('readonly')).toBe(true)
    page.give('certificate:choose', { file: '/keys/wizard.pem' })
    await page.click(page.button('Choose file…'))
    expect(field.value).toBe('/keys/wizard.pem')
    page.give('certificate:choose', {})
    await page.click(page.button('Choose file…'))
    expect(field.value).toBe('/keys/wizard.pem')
    page.refuseNext('Choose a file on this computer.')
    await page.click(page.button('Choose file…'))
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('Choose a file on this computer.')
  })

  it('says nothing any more of fields that are gone with another way to sign in', async () => {
    const page = await open()
    await choose(page, 'certificate')
    await signIn(page)
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('PEM file')
    await choose(page, 'secret')
    expect(document.querySelector('footer [role=alert]')).toBeNull()
    expect(page.text()).not.toContain('Enter the client secret.')
  })

  it('sends what was chosen, and nothing that the way does not need', async () => {
    const page = await open()
    await choose(page, 'own')
    await page.type(page.field('Tenant'), ' contoso.onmicrosoft.com ')
    await page.type(page.field('Application (client) ID'), CLIENT)
    await page.type(page.field('Cloud'), 'gcc')
    await choose(page, 'device-code')
    await signIn(page)
    expect(sent(page)).toEqual([
      { type: 'SIGN_IN', request: { way: 'device-code', tenant: 'contoso.onmicrosoft.com', cloud: 'gcc', clientId: CLIENT } },
    ])
    expect(page.calls.some(({ name }) => name === 'identity:hold-secret')).toBe(false)
  })

  it('opens on the page that checks everything only where that is ticked, by its one button', async () => {
    const page = await open()
    await choose(page, 'azure-cli')
    await page.type(page.field('Tenant'), 'contoso.onmicrosoft.com')
    await signIn(page)
    await page.click(document.querySelector('input[type=checkbox]') ?? document.body)
    await signIn(page)
    const request = { way: 'azure-cli', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' }
    expect(sent(page)).toEqual([
      { type: 'SIGN_IN', request },
      { type: 'SIGN_IN', request, checkFirst: true },
    ])
    expect(buttons().filter((label) => label?.startsWith('Sign in'))).toEqual(['Sign in'])
  })

  it('asks for the tenants of the account where none is named, and says so at the field', async () => {
    const page = await open()
    expect(page.text()).toContain('Leave it empty to choose one after you sign in.')
    await page.click(document.querySelector('input[type=checkbox]') ?? document.body)
    await signIn(page)
    expect(sent(page)).toEqual([{ type: 'LIST_TENANTS', request: { way: 'browser', cloud: 'commercial' }, checkFirst: true }])
    await choose(page, 'own')
    expect(page.text()).not.toContain('Leave it empty')
    await signIn(page)
    expect(page.text()).toContain('Enter the tenant ID or one of its domains')
    expect(sent(page)).toHaveLength(1)
  })

  it('says in a sentence what unverified means, before such a cloud is chosen', async () => {
    const page = await open()
    expect(page.text()).toContain('“Unverified” means that we couldn’t confirm everything about that cloud')
  })

  it('doesn’t say what unverified means where every cloud is verified', async () => {
    const verified = startView.start.clouds.filter((cloud) => cloud.verified)
    const page = await open({ ...startView, start: { ...startView.start, clouds: verified } })
    expect(page.text()).not.toContain('“Unverified”')
  })

  it('says of an unverified cloud what is in doubt, and of a verified one nothing', async () => {
    const page = await open()
    expect(page.text()).not.toContain('is unverified:')
    await page.type(page.field('Cloud'), 'gcc')
    expect(page.text()).toContain('This cloud is unverified')
    expect(page.text()).toContain('Nobody has seen its regional hosts.')
    expect([...document.querySelectorAll('main option')].map((option) => option.textContent)).toEqual([
      'Microsoft Azure (commercial)',
      'US Government (GCC) (unverified)',
    ])
  })
})

describe('a secret', () => {
  async function fill(): Promise<Shown> {
    const page = await open()
    await choose(page, 'secret')
    await page.type(page.field('Tenant'), 'contoso.onmicrosoft.com')
    await page.type(page.field('Application (client) ID'), CLIENT)
    await page.type(page.field('Client secret'), 'planted')
    return page
  }

  it('goes to main alone, before the sign-in, and is gone from the field', async () => {
    const page = await fill()
    expect(page.field('Client secret').type).toBe('password')
    await signIn(page)
    const sent = page.calls.filter(({ name }) => !['marks:report', 'tenant:load-ahead'].includes(name))
    expect(sent.map(({ name }) => name)).toEqual(['identity:hold-secret', 'wizard:send'])
    expect(sent[0]?.argument).toEqual({ secret: 'planted' })
    expect(JSON.stringify(sent[1])).not.toContain('planted')
    expect(page.field('Client secret').value).toBe('')
  })

  it('that main does not take starts no sign-in', async () => {
    const page = await fill()
    page.refuseNext('Not now.')
    await signIn(page)
    expect(sent(page)).toEqual([])
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('Not now.')
  })

  it('does not stay when another way is chosen, or when the page is left', async () => {
    const page = await fill()
    await choose(page, 'certificate')
    expect(page.field('Private key passphrase').value).toBe('')
    await choose(page, 'secret')
    await page.type(page.field('Client secret'), 'planted')
    await page.click(page.button('Back'))
    await page.click(page.button('Sign in to a tenant'))
    expect(page.field('Client secret').value).toBe('')
    expect(page.field('Tenant').value).toBe('contoso.onmicrosoft.com')
  })
})

describe('the app registration', () => {
  it('is described with each permission, and copied as text and as commands', async () => {
    const page = await open()
    await choose(page, 'own')
    await page.click(page.button('How to create the app registration'))
    const steps = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent)
    expect(steps).toEqual(['1. Create the app registration', '2. Grant admin consent', '3. Enter its ID'])
    await page.click(page.button('Delegated permissions by API'))
    for (const api of ['Azure Service Management', 'Azure Key Vault', 'PowerApps Service', 'Dynamics CRM'])
      expect(page.text()).toContain(api)
    await page.click(page.button('Copy as text'))
    await page.click(page.button('Copy the commands'))
    const [text, commands] = page.calls.filter(({ name }) => name === 'clipboard:write').map(({ argument }) => JSON.stringify(argument))
    expect(text).toContain('475226c6-020e-4fb2-8a90-7a972cbfc1d4')
    expect(commands).toContain('az ad app create')
  })

  it('has an address for admin consent once tenant and id are known, on the chosen cloud’s sign-in service', async () => {
    const page = await open()
    await choose(page, 'own')
    await page.click(page.button('How to create the app registration'))
    expect(page.maybeButton('Copy the admin consent address')).toBeUndefined()
    await page.type(page.field('Tenant'), 'contoso.onmicrosoft.com')
    await page.type(page.field('Application (client) ID'), CLIENT)
    await page.click(page.button('Copy the admin consent address'))
    expect(page.calls).toContainEqual({
      name: 'clipboard:write',
      argument: { text: `https://login.microsoftonline.com/contoso.onmicrosoft.com/adminconsent?client_id=${CLIENT}` },
    })
  })
})

describe('the choice among the tenants of an account', () => {
  const CONTOSO = { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' }
  const FABRIKAM = { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734', name: 'Fabrikam', domain: 'fabrikam.example' }
  const choosing = (tenants: readonly ReachableTenant[] = [CONTOSO, FABRIKAM], more: Partial<typeof startView.start> = {}): WizardView => ({
    ...startView,
    start: { ...startView.start, tenants, signIn: { request: { way: 'browser', tenant: '', cloud: 'gcc' } }, ...more },
    can: ['SIGN_IN', 'LIST_TENANTS', 'OPEN_PRACTICE', 'BACK'],
  })
  const many = Array.from({ length: 12 }, (_, index) => ({ id: `${CONTOSO.id.slice(0, -2)}${index + 10}`, name: `Customer ${index}` }))

  it('shows each with name and domain, none chosen, and the focus on the heading', async () => {
    const page = await show(startView)
    await page.push({ ...choosing(), revision: 2 })
    expect(document.activeElement?.textContent).toBe('Choose a tenant')
    expect(page.text()).toContain('Your account can reach 2 tenants.')
    for (const { name, domain } of [CONTOSO, FABRIKAM]) for (const word of [name, domain]) expect(page.text()).toContain(word)
    expect(page.text()).not.toContain(CONTOSO.id)
    expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(0)
    expect(document.querySelectorAll('button[type=submit]')).toHaveLength(1)
    expect(page.text()).not.toContain('Search by name')
  })

  it('opens the chosen one in the same cloud by the same method', async () => {
    const page = await show(choosing())
    await choose(page, FABRIKAM.id)
    await page.click(page.button('Open tenant'))
    expect(sent(page)).toEqual([{ type: 'SIGN_IN', request: { way: 'browser', tenant: FABRIKAM.id, cloud: 'gcc' } }])
  })

  it('goes to the choice where none was made', async () => {
    const page = await show(choosing())
    await page.click(page.button('Open tenant'))
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('Choose a tenant.')
    expect(document.activeElement?.getAttribute('value')).toBe(CONTOSO.id)
    expect(sent(page)).toEqual([])
  })

  it('leads back to the form, where a tenant can be entered', async () => {
    const page = await show(choosing())
    expect(page.text()).toContain('Not in the list? Go back and enter the tenant ID')
    await page.click(page.button('Back'))
    expect(sent(page)).toEqual([{ type: 'BACK' }])
  })

  it('keeps the one that was refused, with why', async () => {
    const page = await show(
      choosing(undefined, {
        signIn: { request: { way: 'browser', tenant: FABRIKAM.id, cloud: 'gcc' } },
        problem: { title: 'Refused', meaning: 'm', remedy: 'r', owner: 'you', refusal },
      }),
    )
    expect(page.text()).toContain('Refused')
    expect(document.querySelector('input[type=radio]:checked')?.getAttribute('value')).toBe(FABRIKAM.id)
  })

  it('is searched where there are many, and opens only what is seen', async () => {
    const page = await show(choosing(many))
    await choose(page, many[3]?.id ?? '')
    await page.type(page.field('Search by name, domain, or ID'), 'customer 1')
    expect(document.querySelectorAll('input[type=radio]')).toHaveLength(3)
    expect(page.text()).toContain('3 tenants found.')
    await page.click(page.button('Open tenant'))
    expect(sent(page)).toEqual([])
    await page.type(page.field('Search by name, domain, or ID'), 'none of them')
    expect(page.text()).toContain('No tenant matches.')
  })

  it('names the tenant that is being opened', async () => {
    const under = { connecting: true, signIn: { request: { way: 'browser', tenant: FABRIKAM.id, cloud: 'gcc' } } } as const
    await show({ ...choosing(undefined, under), can: ['CANCEL'] })
    expect(document.querySelector('h1')?.textContent).toBe('Signing in to Fabrikam')
  })

  it('names no tenant while they are being listed', async () => {
    const { tenants: _, ...start } = choosing().start ?? startView.start
    await show({ ...startView, start: { ...start, connecting: true }, can: ['CANCEL'] })
    expect(document.querySelector('h1')?.textContent).toBe('Signing in')
  })
})

describe('a sign-in under way', () => {
  it('says where to go on, and can be called off', async () => {
    const page = await show(signInView({ kind: 'browser' }))
    expect(document.querySelector('h1')?.textContent).toBe('Signing in to contoso.onmicrosoft.com')
    expect(page.text()).toContain('Your browser shows the sign-in page')
    await page.click(page.button('Cancel'))
    expect(sent(page)).toEqual([{ type: 'CANCEL' }])
  })

  it('names the service that is being asked', async () => {
    const page = await show(signInView({ kind: 'tokens', audience: 'Azure Key Vault' }))
    expect(page.text()).toContain('Requesting access to Azure Key Vault.')
  })

  const code = { kind: 'device-code', userCode: 'ABCD-EFGH', verificationUri: 'https://microsoft.com/devicelogin' } as const

  it('shows the device code with what to copy and how long it can be used', async () => {
    const page = await show(signInView({ ...code, expiresAt: startView.now + 14 * 60_000 + 30_000 }))
    expect(document.querySelector('main strong')?.textContent).toBe('ABCD-EFGH')
    expect(page.text()).toMatch(/expires in 14 min (?:30|29) s/)
    await page.click(page.button('Copy the code'))
    await page.click(page.button('Copy the address'))
    expect(copied(page)).toEqual([{ text: 'ABCD-EFGH' }, { text: 'https://microsoft.com/devicelogin' }])
  })

  it('announces the end of the code twice, and not each second', async () => {
    const page = await show(signInView({ ...code, expiresAt: startView.now + 5 * 60_000 }))
    const region = document.querySelector('[role=status]')
    const said: (string | null)[] = []
    const observer = new MutationObserver(() => said.push(region?.textContent ?? null))
    observer.observe(region as Node, { childList: true, characterData: true, subtree: true })
    for (const [index, left] of [200_000, 59_000, 40_000, 20_000, -1].entries())
      await page.push({ ...signInView({ ...code, expiresAt: startView.now + left }), revision: index + 2 })
    observer.disconnect()
    expect(said).toEqual(['The code expires in less than a minute.', 'The code has expired. Cancel, then sign in again to get a new one.'])
    expect(page.text()).toContain('The code has expired.')
  })
})

describe('a refused sign-in', () => {
  const refused: WizardView = {
    ...startView,
    revision: 9,
    start: {
      scenarios: [],
      clouds: startView.start?.clouds ?? [],
      engagements: [],
      connecting: false,
      signIn: { request: { way: 'browser', tenant: 'contoso.onmicrosoft.com', cloud: 'gcc', clientId: CLIENT } },
      problem: { title: 'There is no such tenant', meaning: 'It is unknown.', remedy: 'Compare the name.', owner: 'you', refusal },
    },
  }

  it('shows the service’s code and correlation id to be copied, and keeps everything that was typed', async () => {
    const page = await show(refused)
    expect(page.text()).toContain('There is no such tenant')
    expect(document.querySelector('pre')?.textContent).toContain('AADSTS90002')
    expect(document.querySelector('pre')?.textContent).toContain('b03e1e6d-73db-4367-90e1-2e378bf7e2fc')
    expect(page.field('Tenant').value).toBe('contoso.onmicrosoft.com')
    expect(page.field('Cloud').value).toBe('gcc')
    expect(page.field('Application (client) ID').value).toBe(CLIENT)
    await signIn(page)
    expect(sent(page)).toHaveLength(1)
  })

  it('keeps also what the request did not carry', async () => {
    const page = await open()
    await choose(page, 'own')
    await page.type(page.field('Application (client) ID'), CLIENT)
    await choose(page, 'azure-cli')
    await page.type(page.field('Tenant'), 'contoso.onmicrosoft.com')
    await signIn(page)
    await page.push({ ...signInView(undefined), revision: 8 })
    await page.push(refused)
    await choose(page, 'browser')
    expect(page.field('Application (client) ID').value).toBe(CLIENT)
  })

  it('is said on the sign-in page and not among the practice cases', async () => {
    const page = await show(refused)
    await page.click(page.button('Back'))
    await page.click(page.button('Start practicing'))
    expect(page.text()).not.toContain('There is no such tenant')
  })
})

describe('an organization’s policy', () => {
  const by = (settings: ManagedSettings): WizardView => ({ ...startView, managed: { source: '/etc/policy.json', settings } })

  it('leaves the methods that it allows, and says so', async () => {
    const page = await open(by({ AllowedSignInMethods: ['certificate', 'managed-identity', 'browser'] }))
    expect([...document.querySelectorAll<HTMLInputElement>('input[name=way]')].map(({ value }) => value)).toEqual([
      'browser',
      'certificate',
    ])
    expect(page.text()).toContain('Your organization allows only these methods.')
    expect(page.text()).not.toContain('Your organization allows only these clouds.')
  })

  it('says of the clouds that there are no others, and fills in the tenant', async () => {
    const page = await open(by({ AllowedClouds: ['commercial', 'gcc'], DefaultTenant: 'contoso.com' }))
    expect(page.text()).toContain('Your organization allows only these clouds.')
    expect(document.querySelector<HTMLInputElement>('#sign-in-tenant')?.value).toBe('contoso.com')
  })

  it.each([
    [
      'can’t be read',
      { source: 'x', problem: { title: 'Not read', meaning: 'policy.json, line 3', remedy: 'An administrator.', owner: 'you' } },
      'policy.json, line 3',
    ],
    [
      'leaves nothing here',
      { source: 'x', settings: { AllowedSignInMethods: ['managed-identity'] } },
      'no sign-in method that this window offers',
    ],
  ] as const)('that %s leaves no form and no dead button', async (_what, managed, told) => {
    const page = await open({ ...startView, managed })
    expect(page.text()).toContain(told)
    expect(document.querySelector('form')).toBeNull()
    expect(page.button('Back')).toBeDefined()
    expect([...document.querySelectorAll('footer button, button')].map(({ textContent }) => textContent)).not.toContain('Sign in')
  })
})
