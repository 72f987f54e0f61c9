import { describe, expect, it } from 'vitest'
import { footerActions } from '../../renderer/frame/footer-actions.ts'
import { strings } from '../strings.ts'
import { allViews, change, closingView, prepareView, stepView } from './views.ts'

const labels = (name: string) => {
  const view = allViews[name]
  if (!view) throw new Error(`There is no view "${name}".`)
  const { primary, secondary } = footerActions(view, strings)
  return { primary: primary?.label, secondary: secondary.map(({ label }) => label) }
}

describe('the buttons of the footer', () => {
  it.each([
    ['reading', 'Continue', []],
    ['environments', 'Check this environment', []],
    ['policyForm', 'Check these choices', []],
    ['found', 'Continue', []],
    ['confirming', 'Review 1 change', []],
    ['applying', 'Continue', ['Stop after this change']],
    ['waiting', 'Check now', []],
    ['stopped', 'Check again', []],
    ['prepare', undefined, ['Continue']],
    ['coverageForm', 'See coverage', []],
    ['coverageGaps', undefined, []],
    ['closing', 'Close window', ['Practice another case']],
  ])('on %s: %s', (name, primary, secondary) => {
    expect(labels(name)).toEqual({ primary, secondary })
  })

  it('review the plan only when the machine takes that', () => {
    const view = stepView({ plan: [change, { ...change, key: 'other' }] })
    expect(footerActions({ ...view, can: ['NEXT'] }, strings).primary?.label).toBe('Continue')
    expect(footerActions({ ...view, can: ['NEXT', 'REVIEW_PLAN'] }, strings).primary?.label).toBe('Review 2 changes')
  })

  it('leads on from the preparation by its primary button once nothing of it is left', () => {
    const { prepare, ...view } = prepareView
    const parts = (prepare?.parts ?? []).map((part) => ({ ...part, state: 'verified' as const }))
    expect(footerActions({ ...view, prepare: { announcement: '', parts } }, strings).primary?.label).toBe('Continue')
  })

  it('leads from the end to what comes after it', () => {
    const { secondary } = footerActions({ ...closingView, can: ['GO_TO_PAGE'] }, strings)
    expect(secondary).toEqual([{ label: 'Manage your key', does: 'send', event: { type: 'GO_TO_PAGE', page: 'operations' } }])
  })

  it('close the window over a wait of days, but not in practice, which that would end', () => {
    const { practice, ...waiting } = allViews['waiting'] ?? stepView({})
    expect(practice).toBeDefined()
    const { primary, secondary } = footerActions(waiting, strings)
    expect([primary?.label, ...secondary.map(({ label }) => label)]).toEqual(['Close window', 'Check now'])
  })

  it('look at a short operation instead of offering to close', () => {
    const wait = allViews['waiting']?.step?.wait
    if (!wait) throw new Error('There is no wait.')
    expect(
      footerActions(stepView({ phase: 'waiting', wait: { ...wait, mayClose: false } }, { can: ['POLL_NOW'] }), strings).primary?.label,
    ).toBe('Check now')
  })
})
