// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { startView, stepView } from './views.ts'
import { primaryButtons, sent, show } from './window.tsx'

it('says what to expect, what gets connected, and where to begin, before anything was worked on', async () => {
  await show(startView)
  const facts = [...document.querySelectorAll('strong')].map((fact) => fact.textContent)
  expect(facts).toEqual([
    'Licenses and roles',
    'About an hour, by our estimate',
    'Up to 4 days, users offline for part of it',
    'With your key',
  ])
  const map = [...document.querySelectorAll('ol')].at(-1)
  const parts = [...(map?.querySelectorAll('li') ?? [])].map((part) => part.textContent ?? '')
  expect(parts).toHaveLength(7)
  for (const part of parts) expect(part).toContain('Not checked')
})

it('says that a policy of the organization can’t be used, before anything is chosen', async () => {
  const problem = {
    title: 'The policy can’t be used',
    meaning: 'policy.json, line 3',
    remedy: 'An administrator corrects it.',
    owner: 'you',
  } as const
  const page = await show({ ...startView, managed: { source: 'x', problem } })
  expect(page.text()).toContain('The policy can’t be used')
  expect(page.text()).toContain('An administrator corrects it.')
  // The sign-in page says it in full.
  expect(page.text()).not.toContain('line 3')
})

it('says nothing of a policy that can be used', async () => {
  const page = await show({ ...startView, managed: { source: '/etc/policy.json', settings: { Updates: 'off' } } })
  expect(page.text()).not.toContain('/etc/policy.json')
})

it('leads to the articles that its facts are from', async () => {
  const page = await show(startView)
  await page.click(page.button('Encryption, roles, and licenses'))
  expect(page.calls).toContainEqual({ name: 'links:open', argument: { source: 'power-platform-keys' } })
})

it('says what is charged, with links to the price and license pages and without a price', async () => {
  const page = await show(startView)
  expect(page.text()).toContain('Microsoft charges for the paid Azure subscription')
  expect(page.text()).not.toMatch(/[$€£¥]\s?\d|\d\s?(?:USD|EUR)/)
  await page.click(page.button('Key Vault prices'))
  expect(page.calls).toContainEqual({ name: 'links:open', argument: { link: 'key-vault-pricing' } })
  await page.click(page.button('Licenses'))
  expect(page.calls).toContainEqual({ name: 'links:open', argument: { source: 'managed-environment-licensing' } })
})

it('has two doors, each with what will happen behind it, and practice as its one primary button', async () => {
  const page = await show(startView)
  expect([...document.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual(['Practice', 'Connect a tenant'])
  expect(primaryButtons()).toEqual(['Start practicing'])
  expect(page.text()).toContain('Nothing changes until you confirm')
})

it('opens the case whose button is pressed, and goes back to the doors', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  expect(document.activeElement?.textContent).toBe('Practice')
  await page.click(page.button('Back'))
  expect(document.activeElement?.textContent).toBe('Encrypt finance and operations data with your own key')
  await page.click(page.button('Start practicing'))
  await page.click(page.button('Something breaks'))
  await page.click(page.button('Start: Throttled services'))
  expect(sent(page)).toContainEqual({ type: 'OPEN_PRACTICE', scenario: 'throttled' })
})

it('has the focus on its heading after a tenant is closed, also once the work on this computer is listed', async () => {
  const page = await show(stepView({}))
  await page.push({ ...startView, revision: 2, start: { scenarios: [], clouds: [], connecting: false } })
  await page.push({ ...startView, revision: 3 })
  expect(document.activeElement?.textContent).toBe('Encrypt finance and operations data with your own key')
})

it('opens the case on the page that checks everything first', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  await page.type(page.field('Start at'), 'check')
  await page.click(page.button('Start: Ready to enable'))
  expect(sent(page)).toContainEqual({ type: 'OPEN_PRACTICE', scenario: 'ready-to-enable', checkFirst: true })
})

const search = () => {
  const found = document.querySelector<HTMLInputElement>('input[type=search]')
  if (!found) throw new Error('There is no search.')
  return found
}

const headings = (level: 2 | 3) => [...document.querySelectorAll(`h${level}`)].map(({ textContent }) => textContent)

it('has the case to start with first and the others folded, unless one is looked for', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  const suggested = () => document.querySelector('main section')?.textContent
  expect(suggested()).toMatch(/^Start hereReady to enable.*15 minEasy.*StartPresent$/)
  expect(headings(2)).toEqual(['Ready to enable', 'Something breaks', 'Later', 'Recordings'])
  expect(headings(3)).toEqual([])
  expect(primaryButtons()).toEqual(['Start'])
  await page.type(search(), 'throttled')
  expect(headings(2)).toEqual(['Something breaks', 'Recordings'])
  expect(headings(3)).toEqual(['Throttled services'])
  expect(page.text()).not.toContain('Start here')
  expect(primaryButtons()).toEqual(['Start'])
  await page.type(search(), '')
  expect(suggested()).toContain('Start here')
  expect(headings(3)).toEqual([])
})

it('shows the cases by how they go, with what each teaches, how long and hard it is, and where it ends', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  expect(page.text()).toContain('Something breaks1Later1')
  for (const group of ['Something breaks', 'Later']) await page.click(page.button(group))
  expect(headings(3)).toEqual(['Throttled services', 'Locked an hour later'])
  expect([...document.querySelectorAll('li')].map(({ textContent }) => textContent)).toContainEqual(
    expect.stringMatching(/^Throttled servicesSee the app slow down and recover\.15 minEasy.*StartPresent$/),
  )
  expect(primaryButtons()).toEqual(['Start'])
})

it('opens a recording', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  await page.click(page.button('Recordings'))
  await page.click(page.button('Open a recording…'))
  expect(page.calls.map(({ name }) => name)).toContain('recording:open')
})

it('asks for the cause where cases share a card', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  await page.click(page.button('Later'))
  await page.type(page.field('Cause'), 'lock-key-deleted')
  await page.click(page.button('Start: In an hour: The key is deleted'))
  expect(sent(page)).toContainEqual({ type: 'OPEN_PRACTICE', scenario: 'lock-key-deleted' })
})

it('finds cases by their words, and says when there is none', async () => {
  const page = await show(startView)
  await page.click(page.button('Start practicing'))
  await page.type(search(), 'slow thrott')
  expect(headings(3)).toEqual(['Throttled services'])
  await page.type(search(), 'nothing like it')
  expect(headings(3)).toEqual([])
  expect(page.text()).toContain('No case matches.')
})

it.each([
  ['Start practicing', 'practice'],
  ['Sign in to a tenant', 'sign-in'],
])('loads the machine of a tenant only once a person asks for the page behind “%s”, and what it needs once idle', async (button, way) => {
  const page = await show(startView)
  const asked = () => page.calls.filter(({ name }) => name === 'tenant:load-ahead').map(({ argument }) => argument)
  await expect.poll(asked).toEqual([{}])
  await page.click(page.button(button))
  await expect.poll(asked).toEqual([{}, { way }])
})

const openingView = { ...startView, start: { scenarios: startView.start?.scenarios ?? [], clouds: [], engagements: [], connecting: true } }

it('opens nothing twice while it is opening', async () => {
  const page = await show(startView)
  await page.push({ ...openingView, revision: 2 })
  await page.click(page.button('Start practicing'))
  await page.click(page.button('Start: Ready to enable'))
  expect(sent(page)).toEqual([])
})

it('isn’t drawn where a tenant opens from the start, and loads nothing beside it, unless that fails', async () => {
  const page = await show(openingView)
  expect(page.text().trim()).toBe('')
  await new Promise((resolve) => requestIdleCallback(resolve))
  expect(page.calls.filter(({ name }) => name === 'tenant:load-ahead')).toEqual([])
  const problem = { title: 'Not opened', meaning: 'There is no such scenario.', remedy: 'Pick another.', owner: 'you' } as const
  await page.push({ ...startView, revision: 2, start: { ...openingView.start, connecting: false, problem } })
  expect(page.text()).toContain('There is no such scenario.')
})

it('says why a tenant could not be opened', async () => {
  const page = await show({
    ...startView,
    start: {
      ...startView.start,
      problem: { title: 'Not opened', meaning: 'There is no such scenario.', remedy: 'Pick another.', owner: 'you' },
    },
  })
  expect(page.text()).toContain('There is no such scenario.')
})

it('reports once when the first page can be used', async () => {
  const page = await show(startView)
  await page.push({ ...startView, revision: 2 })
  await expect
    .poll(() => page.calls.filter(({ name }) => name === 'marks:report').map(({ argument }) => argument))
    .toEqual([{ mark: 'firstPageInteractive' }])
})
