// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { startView } from './views.ts'
import { show } from './window.tsx'

const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')]

it('shows two doors, each with what will happen behind it', async () => {
  const page = await show(startView)
  expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual(['Practice first', 'Connect a tenant'])
  expect(page.text()).toContain('change nothing')
})

it('opens the case that is picked, and goes back to the doors', async () => {
  const page = await show(startView)
  await page.click(page.button('Choose a practice case'))
  expect(document.activeElement?.textContent).toBe('Practice first')
  await page.click(page.button('Back'))
  expect(document.activeElement?.textContent).toBe('Encrypt finance and operations data with your own key')
  await page.click(page.button('Choose a practice case'))
  const second = radios()[1]
  if (!second) throw new Error('There is one scenario only.')
  await page.click(second)
  await page.click(page.button('Open practice tenant'))
  expect(page.calls).toContainEqual({ name: 'wizard:send', argument: { type: 'OPEN_PRACTICE', scenario: 'throttled' } })
})

it('opens the case on the page that checks everything first', async () => {
  const page = await show(startView)
  await page.click(page.button('Choose a practice case'))
  await page.click(page.button('Open and check'))
  expect(page.calls).toContainEqual({
    name: 'wizard:send',
    argument: { type: 'OPEN_PRACTICE', scenario: 'ready-to-enable', checkFirst: true },
  })
})

it('names each case by its title and describes it by its story', async () => {
  const page = await show(startView)
  await page.click(page.button('Choose a practice case'))
  const said = (attribute: string) => radios().map((radio) => document.getElementById(radio.getAttribute(attribute) ?? '')?.textContent)
  expect(said('aria-labelledby')).toEqual(['Ready to enable', 'Throttled services'])
  expect(said('aria-describedby')).toEqual(['Everything is in order.', 'The services answer slowly.'])
})

it('opens nothing twice while it is opening', async () => {
  const page = await show({ ...startView, start: { scenarios: startView.start?.scenarios, clouds: [], connecting: true } })
  await page.click(page.button('Choose a practice case'))
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
