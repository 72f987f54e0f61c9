// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { WizardView } from '#messages/view.ts'
import { harmIsAsked, onePrimaryThatDoesSomething } from '../model/one-story.ts'
import { allViews, confirmingLinkView } from './views.ts'
import { PRIMARY, primaryButtons, show } from './window.tsx'

/** The wizard is at work for moments, or the page only shows what was read: nothing is asked of a person. */
const ASKS_NOTHING = ['reading', 'rechecking', 'applying', 'waiting', 'landscape']
/** Before a tenant is open, its own rules hold. */
const inTenant = Object.entries(allViews).filter(([, { page }]) => page !== 'start')

describe('every page of a tenant', () => {
  it.each(inTenant)('has one primary button, which can be pressed, where something is asked: %s', async (name, view) => {
    await show(view)
    const phase = view.step?.phase ?? view.page
    const inDialog = document.querySelector('dialog') !== null
    const found = primaryButtons()
    if (ASKS_NOTHING.includes(phase) || view.preflight?.reading === true) expect(found.length).toBeLessThanOrEqual(1)
    // A dialog has its own over the one that opened it.
    else expect(found).toHaveLength(inDialog ? 2 : 1)
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-actions] button')) expect(button.disabled).toBe(false)
    expect(document.querySelector(`footer ${PRIMARY}`)).toBeNull()
    expect(name).not.toBe('')
  })
})

/** Rules for every page of every walk: the scenarios, random sequences, faults, and kills. */
describe('the rules for controls', () => {
  const { step, ...confirming } = confirmingLinkView
  const { confirmation } = step
  if (confirmation === undefined) throw new Error('The view confirms something.')
  const asked = (over: Partial<typeof confirmation>): WizardView => ({
    ...confirming,
    step: { ...step, confirmation: { ...confirmation, ...over } },
  })

  it.each(inTenant)('find nothing wrong with %s', (_, view) => {
    expect([...onePrimaryThatDoesSomething({ view }), ...harmIsAsked({ view })]).toEqual([])
  })

  it.each<[string, WizardView]>([
    ['doesn’t name the environment', asked({ typedName: '' })],
    ['doesn’t say the outage', asked({ harms: confirmation.harms.map(({ outage: _, ...harm }) => harm) })],
    ['doesn’t say the way back', asked({ harms: confirmation.harms.map(({ back: _, ...harm }) => ({ ...harm, lasting: [] })) })],
    ['is started from the page', { ...confirming, can: ['CONFIRM'], step: { ...step, phase: 'reviewing' } }],
  ])('find a start that %s', (_, view) => {
    expect(harmIsAsked({ view })).not.toEqual([])
  })

  it('find a page that asks for something without a button', () => {
    const stopped = allViews['stopped'] ?? confirmingLinkView
    expect(onePrimaryThatDoesSomething({ view: { ...stopped, can: [] } })).toEqual(['No primary button on step policy stopped'])
  })
})
