// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { environmentsView, inStep, policyForm, policyFormView, startView, stepView } from './views.ts'
import { radios, sent, show } from './window.tsx'

const OTHER = '11111111-2222-4333-8444-555555555555'
const { picture: list } = environmentsView.step
if (list.kind !== 'environments') throw new Error('The walk showed no environments.')
const [first] = list.environments
const among = (environments: typeof list.environments, chosen?: string) =>
  inStep(environmentsView, { picture: { kind: 'environments', environments, ...(chosen ? { chosen } : {}) } })
const many = (length: number) =>
  Array.from({ length }, (_, index) => ({ id: `id-${index}`, displayName: `Environment ${index}`, sku: 'Sandbox', location: 'Europe' }))

describe('choosing the environment', () => {
  it('hands in what is picked only when the button is pressed', async () => {
    const page = await show(environmentsView)
    await page.click(radios()[0] as HTMLElement)
    expect(sent(page)).toEqual([])
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([{ type: 'CHOOSE_ENVIRONMENT', environmentId: first?.id }])
  })

  it('says once what to choose, which names the list too, and nothing of what asks for nothing', async () => {
    await show(environmentsView)
    const main = document.querySelector('main')
    const group = document.querySelector('main fieldset')
    const name = document.getElementById(group?.getAttribute('aria-labelledby') ?? '')
    expect([name?.tagName, name?.textContent]).toEqual(['H2', 'Choose the environment to encrypt'])
    expect(group?.querySelector('legend')).toBeNull()
    expect([...(main?.querySelectorAll('h2') ?? [])]).toEqual([name])
    expect(main?.textContent).not.toContain('Last checked')
  })

  it('names the type in the language of the window, with the service’s word beside it', async () => {
    const page = await show({ ...among([{ id: 'id-1', displayName: 'contoso', sku: 'Production', location: 'Europe' }]), language: 'de' })
    expect(page.text()).toContain('Produktion (Production) · Europe')
    await page.push({ ...among([{ id: 'id-1', displayName: 'contoso', sku: 'Trial', location: 'Europe' }]), revision: 99, language: 'de' })
    expect(page.text()).toContain('Trial · Europe')
  })

  it('shows no Dataverse address where others show the one of finance and operations', async () => {
    await show(environmentsView)
    const main = document.querySelector('main')?.textContent ?? ''
    expect(main).toContain('contoso-production.operations.dynamics.com')
    expect(main).toContain('No finance and operations address')
    expect(main).not.toContain('contoso-expense.crm.dynamics.com')
  })

  it('lets the machine say what is missing when nothing is picked', async () => {
    const page = await show(environmentsView)
    await page.click(page.button('Check this environment'))
    expect(sent(page)).toEqual([{ type: 'NEXT' }])
    const missing = { id: 1, text: 'Choose the environment first.', target: 'form' } as const
    await page.push(inStep(environmentsView, { missing }, { revision: 2 }))
    expect(document.activeElement).toBe(radios()[0])
  })

  it('keeps what was picked while another page is shown', async () => {
    const page = await show(environmentsView)
    await page.click(radios()[1] as HTMLElement)
    await page.push(stepView({}, { revision: 2 }))
    await page.push({ ...environmentsView, revision: 3 })
    expect(radios().map(({ checked }) => checked)).toEqual([false, true, false, false])
  })

  it('can be searched by name, address and id once there are many', async () => {
    const page = await show(among(many(12)))
    const search = document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement
    await page.type(search, 'ID-11')
    expect(radios()).toHaveLength(1)
    expect(page.text()).toContain('1 of 12 environments')
    await page.type(search, 'nothing like it')
    expect(page.text()).toContain('No environment has “nothing like it”')
  })

  it('draws a hundred of very many, says how many more there are, and keeps the picked one in sight', async () => {
    const page = await show(among(many(10_000), 'id-7000'))
    expect(radios()).toHaveLength(101)
    expect(radios().at(-1)?.checked).toBe(true)
    expect(page.text()).toContain('9,899 more environments aren’t shown.')
    await page.type(document.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement, 'environment 999')
    expect(radios()).toHaveLength(11)
    expect(page.text()).not.toContain('n’t shown')
  })

  it('offers no search for a handful', async () => {
    await show(environmentsView)
    expect(document.querySelector('input[type=search]')).toBeNull()
  })

  it('teaches when there is none', async () => {
    const page = await show(among([]))
    expect(page.text()).toContain('Your account can’t see any environments.')
  })

  it('shows the chosen one, and the way back to the list', async () => {
    const picture = { ...list, chosen: first?.id ?? '' }
    const page = await show(stepView({ picture }, { can: ['CHANGE_CHOICES', 'NEXT'] }))
    expect(radios()).toHaveLength(0)
    expect(page.text()).toContain('contoso-production.operations.dynamics.com')
    await page.click(page.button('Choose another environment'))
    expect(sent(page)).toEqual([{ type: 'CHANGE_CHOICES' }])
  })
})

const { picture: choosing } = policyFormView.step
if (choosing.kind !== 'policy') throw new Error('The walk showed no form.')
const { values, account } = choosing.form

describe('choosing where the key lives', () => {
  it('hands in what is suggested as it stands', async () => {
    const page = await show(policyFormView)
    await page.click(page.button('Check these choices'))
    expect(sent(page)).toEqual([
      {
        type: 'DECIDE',
        decision: {
          kind: 'choose-policy',
          policy: expect.objectContaining({ vaultName: 'kv-contoso-new', vaultResourceGroup: 'rg-contoso-cmk', keySize: 3072 }),
        },
      },
    ])
  })

  it('says the service’s rule as it is typed, hands nothing in, and goes to the field', async () => {
    const page = await show(policyFormView)
    const field = page.field('Key name')
    await page.type(field, 'no spaces here')
    expect(page.text()).toContain('A key name can contain only letters, digits, and hyphens.')
    await page.click(page.button('Check these choices'))
    expect(sent(page)).toEqual([])
    expect(document.activeElement).toBe(field)
    expect(document.querySelector('footer [role=alert]')?.textContent).toContain('Correct this field: Key name.')
    await page.type(field, 'fine')
    await page.click(page.button('Check these choices'))
    expect(document.querySelector('footer [role=alert]')).toBeNull()
    expect(sent(page)).toEqual([
      { type: 'DECIDE', decision: { kind: 'choose-policy', policy: expect.objectContaining({ keyName: 'fine' }) } },
    ])
  })

  it('uses an existing vault where it is, and recognises one that is typed by its name in any case', async () => {
    const page = await show(policyFormView)
    await page.type(page.field('Key vault'), 'KV-Contoso-Cmk')
    expect(page.text()).toContain('Exists in rg-keys and is used as is.')
    await page.click(page.button('Check these choices'))
    await page.type(page.field('Key vault'), '')
    await page.type(page.field('Key vault name'), 'kv-contoso-cmk')
    expect(page.text()).toContain('Exists in rg-keys and is used as is.')
    await page.click(page.button('Check these choices'))
    expect(sent(page)).toEqual([
      {
        type: 'DECIDE',
        decision: {
          kind: 'choose-policy',
          policy: expect.objectContaining({ vaultName: 'KV-Contoso-Cmk', vaultResourceGroup: 'rg-keys' }),
        },
      },
      {
        type: 'DECIDE',
        decision: {
          kind: 'choose-policy',
          policy: expect.objectContaining({ vaultName: 'kv-contoso-cmk', vaultResourceGroup: 'rg-keys' }),
        },
      },
    ])
  })

  it('offers a Managed HSM beside the vaults, says which is which, and hands in the kind with the name', async () => {
    const vault = { name: 'KV-Contoso-Cmk', resourceGroup: 'rg-keys', location: 'eastus' }
    const hsm = { ...vault, resourceGroup: 'rg-hsm', keyStore: 'managed-hsm' as const }
    const page = await show(policyForm({ vaults: [vault, hsm] }))
    expect(page.text()).toContain('KV-Contoso-Cmk (Managed HSM, East US, rg-hsm)')
    await page.type(page.field('Key vault'), 'managed-hsm/KV-Contoso-Cmk')
    expect(page.text()).toContain('Managed HSM in rg-hsm, used as is.')
    await page.click(page.button('Check these choices'))
    await page.type(page.field('Key vault'), 'KV-Contoso-Cmk')
    await page.click(page.button('Check these choices'))
    const policies = sent(page).map((event) => (event as { decision: { policy: object } }).decision.policy)
    expect(policies[0]).toMatchObject({ vaultName: 'KV-Contoso-Cmk', vaultResourceGroup: 'rg-hsm', keyStore: 'managed-hsm' })
    expect(policies[1]).toMatchObject({ vaultName: 'KV-Contoso-Cmk', vaultResourceGroup: 'rg-keys' })
    expect(policies[1]).not.toHaveProperty('keyStore')
  })

  it('asks what another subscription holds, keeps the form standing meanwhile, and what was typed', async () => {
    const page = await show(policyFormView)
    await page.type(page.field('Key name'), 'typed-by-me')
    page.field('Subscription').focus()
    await page.type(page.field('Subscription'), OTHER)
    expect(sent(page)).toEqual([{ type: 'DECIDE', decision: { kind: 'browse-subscription', subscriptionId: OTHER } }])
    await page.push(inStep(policyFormView, { phase: 'reading' }, { revision: 2 }))
    expect(page.field('Key name').value).toBe('typed-by-me')
    expect(document.activeElement).toBe(page.field('Subscription'))
    await page.push({ ...policyFormView, revision: 3 })
    expect(page.field('Subscription').value).toBe(OTHER)
  })

  it('says with which network and SKU a new vault is created, and why, and nothing of a vault that exists', async () => {
    const page = await show(policyFormView)
    expect(page.text()).toContain('Network of the new key vaultOpen to all networksOur choice: ')
    expect(page.text()).toContain('SKU of the new key vaultStandardOur choice: ')
    await page.push({ ...policyForm({ values: { ...values, vaultName: 'KV-Contoso-Cmk' } }), revision: 3 })
    expect(page.text()).not.toContain('Open to all networks')
    await page.push({ ...policyForm({ values: { ...values, keyIsImported: true } }), revision: 4 })
    expect(page.text()).not.toContain('Open to all networks')
  })

  it('shows regions by name, and by their code where no name is known', async () => {
    await show(policyForm({ regions: ['eastus', 'westus3'] }))
    const region = [...document.querySelectorAll('select')].find(({ value }) => value === 'eastus')
    const offered = [...(region?.options ?? [])].map(({ text, value }) => [text, value])
    expect(offered).toContainEqual(['East US', 'eastus'])
    expect(offered).toContainEqual(['westus3', 'westus3'])
    expect(document.body.textContent).toContain('KV-Contoso-Cmk (East US, rg-keys)')
  })

  it('lets a name be typed where the account may not list, and checks it as an id', async () => {
    const problem = { title: 'Couldn’t read the list of subscriptions', meaning: 'm', remedy: 'r', owner: 'you' } as const
    const page = await show(policyForm({ problem, subscriptions: [], vaults: [], regions: [] }))
    expect(page.text()).toContain('Couldn’t read the list of subscriptions')
    expect(page.button('Hand over step 3')).toBeDefined()
    await page.type(page.field('Subscription'), '12345')
    expect(page.text()).toContain('A subscription ID has 32 digits')
    expect(sent(page)).toEqual([])
  })

  it.each([
    ['key vaults', 'vaults'],
    ['Managed HSMs', 'managedHsms'],
    ['policies', 'policies'],
  ] as const)('says that the list of %s couldn’t be read', async (what, of) => {
    const problem = { title: `Couldn’t read the list of ${what}`, meaning: 'It was refused.', remedy: 'r', owner: 'you' } as const
    const page = await show(policyForm({ vaults: [], policies: [], unlisted: [{ of, problem }] }))
    expect(page.text()).toContain(problem.title)
    expect(page.text()).toContain('It was refused.')
    // A name that isn’t on a list that wasn’t read can be that of an existing one.
    if (of === 'vaults') expect(page.text()).not.toContain('Network of the new key vault')
  })

  it('offers a free name for a new vault where an existing one was suggested', async () => {
    const page = await show(policyForm({ values: { ...values, vaultName: 'KV-Contoso-Cmk' } }))
    await page.type(page.field('Key vault'), '')
    expect(page.field('Key vault name').value).toBe('kv-contoso-new')
  })

  it('forgets what was typed for one environment when another one is chosen', async () => {
    const page = await show(policyFormView)
    await page.type(page.field('Resource group'), 'rg-of-mine')
    const another = policyForm({ environmentId: 'another', values: { ...values, resourceGroup: 'rg-another' } })
    await page.push({ ...another, revision: 2 })
    expect(page.field('Resource group').value).toBe('rg-another')
    await page.push(stepView({}, { revision: 3 }))
    await page.push({ ...another, revision: 4 })
    expect(page.field('Resource group').value).toBe('rg-another')
  })

  it('keeps what was typed while another page is shown, and forgets it with the tenant', async () => {
    const page = await show(policyFormView)
    await page.type(page.field('Resource group'), 'rg-of-mine')
    await page.push(stepView({}, { revision: 2 }))
    await page.push({ ...policyFormView, revision: 3 })
    expect(page.field('Resource group').value).toBe('rg-of-mine')
    await page.push({ ...startView, revision: 4 })
    await page.push({ ...policyFormView, revision: 5 })
    expect(page.field('Resource group').value).toBe('rg-contoso-cmk')
  })
})

describe('the form of step 3 for an account of another tenant', () => {
  it('asks for a person of this tenant, and does not offer the own object id', async () => {
    const page = await show(policyForm({ values: { ...values, administratorObjectId: '' }, account: { ...account, elsewhere: true } }))
    expect(page.maybeButton('Choose ada@contoso.example')).toBeUndefined()
    expect(page.text()).toContain('Your account belongs to another tenant, so enter the object ID')
    await page.click(page.button('Check these choices'))
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('Choose the Power Platform admin.')
  })
})

describe('where this account alone cannot continue', () => {
  it('has no box to choose a subscription from where there is none, and hands step 3 over', async () => {
    const page = await show(policyForm({ subscriptions: [] }))
    expect(document.querySelector('main form')).toBeNull()
    expect(page.text()).toContain('Your account can’t see any Azure subscription.')
    expect(page.maybeButton('Check these choices')).toBeUndefined()
    await page.click(page.button('Hand over step 3'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'hand-over', step: 'policy' }])
  })

  it('says that environments couldn’t be read, never that the account sees none', async () => {
    const problem = { title: 'Couldn’t read the list of environments', meaning: 'm', remedy: 'r', owner: 'you' } as const
    const page = await show(inStep(environmentsView, { picture: { kind: 'environments', environments: [], problem } }))
    expect(page.text()).toContain(problem.title)
    expect(page.text()).not.toContain('Your account can’t see any environments')
  })

  it('says that the other environments couldn’t be read, never that there are none', async () => {
    const problem = { title: 'Couldn’t read the list of environments', meaning: 'm', remedy: 'r', owner: 'you' } as const
    const targets = { kind: 'targets', rows: [], targets: [] } as const
    const page = await show(stepView({ id: 'add', phase: 'choosing', picture: { ...targets, problem } }))
    expect(page.text()).toContain(problem.title)
    expect(page.text()).not.toContain('No other environment')
    await page.push({ ...stepView({ id: 'add', phase: 'choosing', picture: targets }), revision: 2 })
    expect(page.text()).toContain('No other environment')
  })

  it('leads from an empty list of environments to a hand-over file', async () => {
    const page = await show(among([]))
    expect(page.text()).toContain('Your account can’t see any environments.')
    await page.click(page.button('Open a handoff file'))
    expect(sent(page)).toEqual([{ type: 'GO_TO_PAGE', page: 'hand-over' }])
  })
})
