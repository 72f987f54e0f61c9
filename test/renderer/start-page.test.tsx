// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { startView } from './views.ts'
import { show } from './window.tsx'

const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]

it('shows two doors, each with what will happen behind it', async () => {
  const page = await show(startView)
  expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Practise first', 'Connect a tenant'])
  expect(page.text()).toContain('nothing is changed')
})

it('opens the scenario that is picked', async () => {
  const page = await show(startView)
  const second = radios()[1]
  if (!second) throw new Error('There is one scenario only.')
  await page.click(second)
  expect(page.text()).toContain('The services answer slowly.')
  await page.click(page.button('Open the practice tenant'))
  expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'OPEN_PRACTICE', scenario: 'throttled' } })
})

it('describes each scenario by its story, for people who cannot see the one below', async () => {
  await show(startView)
  expect(radios().map((radio) => document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent)).toEqual([
    'Everything is in order.',
    'The services answer slowly.',
  ])
})

it('says that signing in comes later instead of leaving its button dead', async () => {
  const page = await show(startView)
  expect(page.text()).not.toContain('comes in a later version')
  await page.click(page.button('Sign in'))
  expect(page.text()).toContain('Signing in comes in a later version.')
  expect(page.button('Sign in').getAttribute('aria-expanded')).toBe('true')
})

it('opens nothing twice while it is opening', async () => {
  const page = await show({ ...startView, start: { scenarios: startView.start?.scenarios, clouds: [], connecting: true } })
  await page.click(page.button('Opening the practice tenant…'))
  expect(page.calls.filter(({ name }) => name === 'wizard:send')).toEqual([])
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
