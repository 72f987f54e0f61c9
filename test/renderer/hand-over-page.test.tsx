// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { handOverView, openedView } from './views.ts'
import { sent, show } from './window.tsx'

it('hands over the step that was picked, with the person’s own words, and shows the digest to be told', async () => {
  const page = await show(handOverView)
  expect(document.querySelector('h1')?.textContent).toBe('Hand over')
  await page.type(page.field('Step to hand over'), 'membership')
  await page.click(page.button('Save the handoff'))
  expect(page.calls).toContainEqual({ name: 'hand-over:save', argument: { purpose: 'ask', step: 'membership', note: '' } })
  expect(page.text()).toContain('Saved as cmk-hand-over.json')
  expect(page.text()).toContain('d'.repeat(64))
})

it('hands back the step that was taken over to whoever handed it over', async () => {
  const page = await show(handOverView)
  await page.click(page.button('Hand back to kim@contoso.example'))
  expect(page.calls).toContainEqual({ name: 'hand-over:save', argument: { purpose: 'hand-back', step: 'policy', note: '' } })
})

it('says why a file was refused', async () => {
  const page = await show(handOverView)
  page.refuseNext('The file isn’t a handoff of this wizard.')
  await page.click(page.button('Open a handoff'))
  expect(document.querySelector('[role=alert]')?.textContent).toContain('isn’t a handoff')
})

it('offers nothing to hand over while no environment is chosen, and still opens what someone else handed over', async () => {
  const page = await show({ ...handOverView, handOver: { ...handOverView.handOver, chosen: false } })
  expect(page.maybeButton('Save the handoff')).toBeUndefined()
  expect(page.button('Open a handoff')).toBeDefined()
})

it('shows what a file says as text, whatever stands in it, and takes nothing before the person does', async () => {
  const page = await show(openedView)
  expect(page.text()).toContain('<img src=x onerror=alert(1)>')
  expect(document.querySelector('main img, main script')).toBeNull()
  expect(page.text()).toContain('Anyone can create such a file')
  await page.click(page.button('Take over step'))
  expect(sent(page)).toContainEqual({ type: 'TAKE_OVER' })
})

it('puts a file aside', async () => {
  const page = await show(openedView)
  await page.click(page.button('Discard'))
  expect(sent(page)).toContainEqual({ type: 'CANCEL' })
})
