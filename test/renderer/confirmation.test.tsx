// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { localTimeZone, toField } from '../../renderer/step/local-time.ts'
import { strings } from '../strings.ts'
import { applyingView, change, closingView, confirmingView, fail, keyMapView, NOW, stepView } from './views.ts'
import { type Shown, show } from './window.tsx'

const sent = (page: Shown) => page.calls.filter(({ name }) => name === 'wizard:send').map(({ argument }) => argument)
const dialog = () => document.querySelector('dialog')

/** What is said to be wrong with a field. */
const errorOf = (field: Element): string | undefined =>
  field.getAttribute('aria-invalid') === 'true'
    ? (document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? undefined)
    : undefined

describe('the confirmation', () => {
  it('takes the focus, and asks for the environment’s name before what cannot be taken back', async () => {
    const page = await show(confirmingView)
    expect(document.activeElement?.textContent).toBe('Turn on purge protection for the key vault kv-contoso-cmk?')
    expect(page.text()).toContain('At least one change can’t be undone.')
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('Enter contoso-prod exactly as shown.')
    const field = page.field('To confirm, enter contoso-prod')
    expect(document.activeElement).toBe(field)
    await page.type(field, ' contoso-prod ')
    expect(page.text()).not.toContain('Enter contoso-prod exactly as shown.')
    await page.click(page.button('Apply 1 change'))
    const [confirmed] = sent(page)
    expect(confirmed).toMatchObject({ type: 'CONFIRM', typedName: 'contoso-prod', window: { timeZone: localTimeZone() } })
    // As it stood in the fields, which hold whole minutes: from now for as long as the plan can take.
    expect(confirmed).toHaveProperty('window.from', NOW)
    expect(confirmed).toHaveProperty('window.to', NOW + 61 * 60_000)
  })

  it.each([
    ['says that the window may be closed while users are cut off', true, false],
    ['says nothing of that where it takes moments', false, false],
    ['says nothing of that in practice, which ends with its window', true, true],
  ])('%s', async (_, usersCutOff, practised) => {
    const { practice } = stepView({})
    const { practice: __, ...real } = confirmingView
    const { step } = confirmingView
    if (!step?.confirmation) throw new Error('Nothing to confirm.')
    const asked = { ...real, step: { ...step, confirmation: { ...step.confirmation, usersCutOff } } }
    const page = await show(practised && practice ? { ...asked, practice } : asked)
    expect(page.text().includes('You can close the window while it runs.')).toBe(usersCutOff && !practised)
  })

  it('asks for a maintenance window that holds now, says what is wrong with one, and warns of one that is short', async () => {
    const page = await show(confirmingView)
    const words = strings.confirmation.window
    await page.type(page.field('To confirm, enter contoso-prod'), 'contoso-prod')
    expect(page.text()).toContain(words.zone({ zone: localTimeZone() }))
    expect(page.text()).not.toContain('shorter than')
    await page.type(page.field(words.to), toField(NOW + 30 * 60_000))
    expect(page.text()).toContain('shorter than the 1 hour')
    await page.type(page.field(words.to), toField(NOW - 60_000))
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([])
    expect(page.text()).toContain('The window ends before it starts.')
    expect(document.activeElement).toBe(page.field(words.to))
    expect(errorOf(page.field(words.to))).toBe('The window ends before it starts. Enter a later end.')
    expect(errorOf(page.field(words.from))).toBeUndefined()
    await page.type(page.field(words.to), toField(NOW + 2 * 3_600_000))
    expect(page.text()).not.toContain('The window ends before it starts.')
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toMatchObject([{ type: 'CONFIRM', window: { from: NOW, to: NOW + 2 * 3_600_000 } }])
  })

  it('shows the window that was stated while the work is done, and at the end', async () => {
    const window = { from: NOW, to: NOW + 3_600_000, timeZone: 'UTC' }
    const page = await show({ ...applyingView, step: { ...applyingView.step, window } })
    expect(page.text()).toMatch(/Maintenance window: .*12:00.* to .*(13|0?1):00.* \(UTC\)\./)
    await page.push({
      ...closingView,
      revision: 2,
      closing: { ...closingView.closing, windows: [{ ...window, title: 'Add the environment' }] },
    })
    await page.click(page.button('Maintenance windows'))
    expect(page.text()).toMatch(/Add the environmentMaintenance window: .*\(UTC\)/)
  })

  it('asks for no name where nobody is cut off and all can be taken back', async () => {
    const page = await show({
      ...confirmingView,
      step: { ...confirmingView.step, confirmation: { irreversible: false, usersCutOff: false, cautions: [] } },
    })
    expect(document.querySelector('form input')).toBeNull()
    await page.click(page.button('Apply 1 change'))
    expect(sent(page)).toEqual([{ type: 'CONFIRM', typedName: '' }])
  })

  it('says once more what was confirmed of the findings', async () => {
    const caution = 'The key expires on 2026-12-14 12:00 UTC.'
    const page = await show({
      ...confirmingView,
      step: { ...confirmingView.step, confirmation: { irreversible: false, usersCutOff: true, cautions: [caution] } },
    })
    expect(page.text()).toContain(caution)
  })

  it('says at the start what is wrong with the start', async () => {
    const page = await show(confirmingView)
    const words = strings.confirmation.window
    await page.type(page.field(words.from), toField(NOW + 30 * 60_000))
    await page.click(page.button('Apply 1 change'))
    expect(document.activeElement).toBe(page.field(words.from))
    expect(errorOf(page.field(words.from))).toContain('The window hasn’t started yet')
    expect(errorOf(page.field(words.to))).toBeUndefined()
  })

  it('can be left without a change, with Cancel and with Escape, and gives the focus back to what opened it', async () => {
    const reviewing = stepView({ plan: [change], phase: 'reviewing' }, { can: ['REVIEW_PLAN', 'NEXT'] })
    const page = await show(reviewing)
    const review = page.button('Review 1 change')
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
    const page = await show(stepView({ plan: [change], planSummary: '1 change', findings: [fail] }, { can: ['REVIEW_PLAN', 'NEXT'] }))
    const parts = () => [...document.querySelectorAll('main > :not(dialog)')].map((part) => part.textContent)
    const before = parts()
    const elements = keyMapView.elements.map((each) =>
      each.element === 'environment' ? { ...each, badge: { word: 'Production', tone: 'production' } as const } : each,
    )
    const keyMap = { ...keyMapView, elements }
    await page.push({ ...confirmingView, revision: 2, keyMap, step: { ...confirmingView.step, findings: [fail] } })
    expect(parts()).toEqual(before)
    expect(dialog()?.textContent).toContain('contoso-prodProduction')
  })

  it('says why it was refused where the button is', async () => {
    const page = await show({
      ...confirmingView,
      step: { ...confirmingView.step, confirmation: { irreversible: false, usersCutOff: false, cautions: [] } },
    })
    page.refuseNext('The disk is full.')
    await page.click(page.button('Apply 1 change'))
    expect(dialog()?.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
    expect(dialog()?.open).toBe(true)
  })
})
