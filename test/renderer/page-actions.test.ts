import { describe, expect, it } from 'vitest'
import type { FindingView, WizardView } from '#messages/view.ts'
import { pageActions } from '#renderer/frame/page-actions.ts'
import { findingTitleId } from '#renderer/step/finding-id.ts'
import { strings } from '../strings.ts'
import { allViews, change, prepareView, stepView, toConfirm, verifiedView, warning } from './views.ts'

const labels = (name: string) => {
  const view = allViews[name]
  if (!view) throw new Error(`There is no view "${name}".`)
  const { primary, secondary } = pageActions(view, strings)
  return { primary: primary?.label, secondary: secondary.map(({ label }) => label) }
}

describe('the buttons of a page', () => {
  it.each([
    ['reading', undefined, []],
    ['environments', 'Check this environment', []],
    ['policyForm', 'Check these choices', []],
    ['found', 'Add to plan', []],
    ['confirming', 'Apply 1 change…', []],
    ['confirmingLink', 'Start encryption…', []],
    ['applying', undefined, ['Stop after this change']],
    ['waiting', undefined, []],
    ['stopped', 'Check again', []],
    ['prepare', 'Start step 1', []],
    ['coverageForm', 'See coverage', []],
    ['coverageGaps', 'Show the gap', []],
  ])('on %s: %s', (name, primary, secondary) => {
    expect(labels(name)).toEqual({ primary, secondary })
  })

  it('lead on from a verified step alone, and say where to', () => {
    const goOn = { label: 'Continue: add the environment', does: 'send', event: { type: 'NEXT' } }
    expect(pageActions(verifiedView, strings)).toEqual({ primary: goOn, secondary: [] })
    const leading = Object.entries(allViews).filter(([, view]) => {
      const { primary, next } = pageActions(view, strings)
      return view.step && [primary, next].some((action) => action?.does === 'send' && action.event.type === 'NEXT')
    })
    expect(leading.length).toBeGreaterThan(0)
    expect(leading.filter(([, { step }]) => step?.proved !== true)).toEqual([])
  })

  it('review the plan only when the machine takes that', () => {
    const view = stepView({ plan: [change, { ...change, key: 'other' }] })
    expect(pageActions({ ...view, can: ['NEXT', 'CHECK_AGAIN'] }, strings).primary?.label).toBe('Check again')
    expect(pageActions({ ...view, can: ['NEXT', 'REVIEW_PLAN'] }, strings).primary?.label).toBe('Apply 2 changes…')
  })

  it('answer the one question that the card asks, and lead to the first of several', () => {
    const primaryOf = (findings: readonly FindingView[], can: WizardView['can']) =>
      pageActions(stepView({ findings }, { can }), strings).primary
    const answer = { label: 'Yes, they have the licenses', does: 'send', event: { type: 'ATTEST', key: toConfirm.key } }
    const lead = { label: 'Go to the question', does: 'show', target: `[id="${findingTitleId(toConfirm.key)}"]` }
    expect(primaryOf([toConfirm, warning], ['NEXT', 'ATTEST'])).toEqual(answer)
    expect(primaryOf([toConfirm, { ...toConfirm, key: 'other' }], ['NEXT', 'ATTEST'])).toEqual(lead)
    expect(primaryOf([toConfirm], ['NEXT'])).toEqual(lead)
    // Its answer would be “Yes, I confirm this”: what was found has to be read first.
    const other = { ...lead, target: `[id="${findingTitleId('other')}"]` }
    expect(primaryOf([{ ...toConfirm, key: 'other' }], ['NEXT', 'ATTEST'])).toEqual(other)
  })

  it('check everything first, and then lead to the first step', () => {
    const { prepare, ...view } = prepareView
    const stands = (state: 'not-checked' | 'verified') => (prepare?.parts ?? []).map((part) => ({ ...part, state }))
    const primaryOf = (state: 'not-checked' | 'verified') =>
      pageActions({ ...view, prepare: { announcement: '', parts: stands(state) } }, strings).primary
    expect(primaryOf('not-checked')).toMatchObject({ event: { type: 'GO_TO_PAGE', page: 'preflight' } })
    expect(primaryOf('verified')).toMatchObject({ label: 'Start step 1', event: { type: 'NEXT' } })
  })

  it('ask for a look only once the latest end of a wait has passed', () => {
    const waiting = allViews['waiting']
    if (!waiting?.step) throw new Error('There is no wait.')
    const at = (isLate: boolean, can: WizardView['can']) =>
      pageActions(
        { ...waiting, can, step: { ...waiting.step, end: { headline: '', ...(isLate ? { isLate } : {}) } } } as WizardView,
        strings,
      )
    expect(at(false, ['POLL_NOW'])).toEqual({ secondary: [] })
    expect(at(true, ['POLL_NOW']).primary).toEqual({ label: 'Check now', does: 'send', event: { type: 'POLL_NOW' } })
    expect(at(true, []).primary).toBeUndefined()
  })
})
