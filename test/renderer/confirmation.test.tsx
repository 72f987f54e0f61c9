// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { strings } from '../strings.ts'
import {
  applyingView,
  change,
  closingView,
  confirmingLinkView,
  confirmingManyView,
  confirmingView,
  fail,
  inStep,
  NOW,
  stepView,
} from './views.ts'
import { sent, show } from './window.tsx'

const dialog = () => document.querySelector('dialog')

describe('the confirmation', () => {
  it('takes the focus, and asks for the environment’s name before what cannot be taken back', async () => {
    const page = await show(confirmingView)
    expect(dialog()?.querySelector('h2')?.textContent).toBe('Turn on purge protection for the key vault kv-contoso-cmk?')
    expect(page.text()).toContain('Purge protection can’t be turned off')
    const field = page.field('To confirm, enter contoso-prod')
    expect(document.activeElement).toBe(field)
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('Enter contoso-prod exactly as shown.')
    expect(document.activeElement).toBe(field)
    await page.type(field, ' contoso-prod ')
    expect(page.text()).not.toContain('Enter contoso-prod exactly as shown.')
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([{ type: 'CONFIRM', typedName: 'contoso-prod' }])
  })

  it('scrolls to the first error, so that no button of the dialog hides it', async () => {
    const page = await show(confirmingLinkView)
    const scrolled: unknown[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolled.push(this)
    })
    await page.click(page.button('Start encryption'))
    const now = document.querySelector('input[type=radio]')
    expect(scrolled).toEqual([now])
    expect(document.activeElement).toBe(now)
    expect(page.text()).toContain('Choose when to start.')
    await page.click(page.radio('Now'))
    await page.click(page.button('Start encryption now'))
    expect(scrolled).toEqual([now, page.field('To confirm, enter contoso-prod')])
  })

  it('names the environment with its address, the outage, what can’t be undone, and the way back', async () => {
    const page = await show(confirmingLinkView)
    const said = dialog()?.textContent
    expect(dialog()?.querySelector('h2')?.textContent).toBe('Start encryption')
    for (const sentence of [
      'contoso-prodProduction',
      'Users open contoso-production.operations.dynamics.com',
      'Users are offline for part of up to 4 days. Plan for all four.',
      'If the key is lost, so is the data.',
      'After the start, there’s no way to cancel.',
      'The way back: return to the Microsoft-managed key.',
      'We check everything again first and stop if anything changed.',
    ])
      expect(said).toContain(sentence)
    expect(page.maybeButton('Apply 1 change')).toBeUndefined()
  })

  it('names the subscription and the resource group where these are changed, and says what stays', async () => {
    const page = await show(confirmingManyView)
    expect(dialog()?.querySelector('h2')?.textContent).toMatch(/^Apply \d changes in .+\?$/)
    expect(dialog()?.textContent).toMatch(/Subscription .+ · resource group rg-/)
    expect(dialog()?.textContent).toContain('No downtime. contoso-prod isn’t changed.')
    expect(page.text()).not.toContain(strings.schedule.when)
  })

  it('says once that no real tenant was changed yet, before the first change of one', async () => {
    const { confirmation } = confirmingView.step
    if (!confirmation) throw new Error('Nothing to confirm.')
    const page = await show(inStep(confirmingView, { confirmation: { ...confirmation, first: true } }))
    expect(page.text()).toContain('This is your first change in a real tenant')
    await page.push(inStep({ ...confirmingView, revision: 2 }, {}))
    expect(page.text()).not.toContain('This is your first change in a real tenant')
  })

  it.each([
    ['says that the window may be closed while users are cut off', true, false],
    ['says nothing of that where it takes moments', false, false],
    ['says nothing of that in practice, which ends with its window', true, true],
  ])('%s', async (_, usersCutOff, practised) => {
    const { confirmation } = confirmingView.step
    if (!confirmation) throw new Error('Nothing to confirm.')
    const asked = inStep(confirmingView, { confirmation: { ...confirmation, usersCutOff } })
    const { practice: __, ...real } = asked
    const page = await show(practised ? asked : real)
    expect(page.text().includes('You can close the window while it runs.')).toBe(usersCutOff && !practised)
  })

  it('shows the window that was stated while the work is done, and at the end', async () => {
    const window = { from: NOW, to: NOW + 3_600_000, timeZone: 'UTC' }
    const page = await show(inStep(applyingView, { window }))
    expect(page.text()).toMatch(/Maintenance window: .*12:00.* to .*(13|0?1):00.* \(UTC\)\./)
    await page.push({
      ...closingView,
      revision: 2,
      closing: { ...closingView.closing, windows: [{ ...window, title: 'Add the environment' }] },
    })
    await page.click(page.button('Maintenance windows'))
    expect(page.text()).toMatch(/Add the environmentMaintenance window: .*\(UTC\)/)
  })

  it('asks for no name where no one is cut off and all can be taken back', async () => {
    const page = await show(inStep(confirmingView, { confirmation: { irreversible: false, usersCutOff: false, harms: [], cautions: [] } }))
    expect(document.querySelector('form input')).toBeNull()
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([{ type: 'CONFIRM', typedName: '' }])
  })

  it('says once more what was confirmed of the findings', async () => {
    const caution = 'The key expires on 2026-12-14 12:00 UTC.'
    const page = await show(
      inStep(confirmingView, { confirmation: { irreversible: false, usersCutOff: true, harms: [], cautions: [caution] } }),
    )
    expect(page.text()).toContain(caution)
  })

  it('can be left without a change, with Cancel and with Escape, and gives the focus back to what opened it', async () => {
    const reviewing = stepView({ plan: [change], phase: 'reviewing' }, { can: ['REVIEW_PLAN', 'NEXT'] })
    const page = await show(reviewing)
    const review = page.button('Apply 1 change…')
    review.focus()
    await page.push({ ...confirmingView, revision: 2 })
    expect(dialog()?.contains(document.activeElement)).toBe(true)
    await page.click(page.button('Cancel'))
    await act(async () => dialog()?.dispatchEvent(new Event('cancel', { cancelable: true })))
    expect(sent(page)).toEqual([{ type: 'CANCEL' }, { type: 'CANCEL' }])
    expect(dialog()?.open).toBe(true)
    await page.push({ ...reviewing, revision: 3 })
    expect(dialog()).toBeNull()
    expect(document.activeElement).toBe(review)
  })

  it('leaves the page under it as it is, and marks a production environment', async () => {
    const reviewing = inStep(confirmingView, { phase: 'reviewing', findings: [fail] }, { can: ['REVIEW_PLAN', 'NEXT'] })
    const page = await show(reviewing)
    const parts = () => [...document.querySelectorAll('main > :not(dialog)')].map((part) => part.textContent)
    const before = parts()
    await page.push(inStep(confirmingView, { findings: [fail] }, { revision: 2 }))
    expect(parts()).toEqual(before)
    expect(dialog()?.textContent).toContain('contoso-prodProduction')
  })

  it('says why it was refused where the button is', async () => {
    const page = await show(inStep(confirmingView, { confirmation: { irreversible: false, usersCutOff: false, harms: [], cautions: [] } }))
    page.refuseNext('The disk is full.')
    await page.click(page.button('Apply 1 change'))
    expect(dialog()?.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
    expect(dialog()?.open).toBe(true)
  })
})
