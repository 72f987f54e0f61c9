import { describe, expect, it } from 'vitest'
import { type Notice, watchForNotice } from '#machines/engine/wizard/notice.ts'
import { SERVICE_OWNERS } from '#machines/procedure/owners/owners.ts'
import type { Formatted } from '#messages/formatter.ts'
import type { OtherView, WizardView } from '#messages/view.ts'
import { english } from '#test/english.ts'
import { applyingView, closingView, fail, refusal, stepView, waitingView } from '#test/renderer/views.ts'

const at = (phase: 'reading' | 'reviewing', part: Parameters<typeof stepView>[0] = {}) =>
  stepView({ id: 'membership', findings: [], plan: [], phase, ...part })

/** Notices for a sequence of views. */
function said(...views: readonly WizardView[]): readonly Formatted<Notice>[] {
  const watch = watchForNotice(SERVICE_OWNERS.says)
  return english.all(views.flatMap((view) => watch(view)))
}

const { lead: _, ...linked } = closingView.closing
const withoutLead = { ...closingView, closing: linked }
const withLead = { ...closingView, closing: { ...linked, lead: 'Never delete the key.' } }

const waitWith = (reason: 'unauthenticated' | 'unavailable'): WizardView => {
  const { step } = waitingView
  if (!step?.wait) throw new Error('The view that waits has no wait.')
  const problem = { title: 't', meaning: 'm', remedy: 'r', owner: 'you' as const, refusal: { ...refusal, reason } }
  return { ...waitingView, step: { ...step, wait: { ...step.wait, problem } } }
}

describe('the end of what a person waits for', () => {
  it.each([
    ['proved', at('reviewing', { proved: true, title: 'The environment is in the policy' }), 'ended', 'contoso-prod: done'],
    [
      'proved with a warning',
      at('reviewing', { proved: true, findings: [{ ...fail, status: 'warning' }] }),
      'warning',
      'contoso-prod: done, with a warning',
    ],
    ['a finding that fails', at('reviewing', { findings: [fail] }), 'failed', 'contoso-prod: action required'],
    [
      'a problem',
      at('reviewing', { problem: { title: 'Not done: Add it', meaning: 'm', remedy: 'r', owner: 'you' } }),
      'failed',
      'contoso-prod: not done',
    ],
    [
      'something only a person knows',
      at('reviewing', { findings: [{ ...fail, status: 'unknown', attestable: true }] }),
      'person-needed',
      'contoso-prod: needs you',
    ],
  ] as const)('%s', (_name, view, kind, title) => {
    expect(said(waitingView, at('reading'), view, view)).toMatchObject([{ kind, title }])
  })

  it.each([
    ['with nothing to warn of', withLead, 'ended', 'contoso-prod: done'],
    ['with a title that a warning explains', withoutLead, 'warning', 'contoso-prod: done, with a warning'],
  ] as const)('is said where it is the closing page, %s, and once', (_name, view, kind, title) => {
    expect(said(waitingView, at('reading'), view, view)).toMatchObject([{ kind, title }])
    expect(said(view)).toEqual([])
  })

  it('is said of a plan that is carried out as well', () => {
    const id = applyingView.step?.id ?? 'policy'
    expect(said(applyingView, at('reviewing', { id, proved: true }))).toHaveLength(1)
  })

  it('is preceded by its beginning, where it was scheduled', () => {
    const at = (phase: 'scheduled' | 'rechecking' | 'applying') => stepView({ id: 'membership', phase })
    expect(said(at('scheduled'), at('rechecking'), at('applying'), at('applying'))).toMatchObject([
      { kind: 'started', title: 'contoso-prod: started' },
    ])
    expect(said(at('rechecking'), at('applying'))).toEqual([])
  })

  it('leaves a start that is scheduled as it is while another time is asked for', () => {
    const schedule = { at: 1, end: 2, timeZone: 'UTC' }
    const at = (phase: 'scheduled' | 'confirming' | 'rechecking' | 'applying') =>
      stepView({ id: 'membership', phase, ...(phase === 'scheduled' || phase === 'confirming' ? { schedule } : {}) })
    expect(said(at('scheduled'), at('confirming'), at('scheduled'))).toEqual([])
    expect(said(at('scheduled'), at('confirming'), at('rechecking'), at('applying'))).toMatchObject([{ kind: 'started' }])
  })

  it('is said where something that was scheduled did not start, and not where the person canceled it', () => {
    const waits = stepView({ id: 'membership', phase: 'scheduled' })
    const problem = { title: 'Not started: your sign-in has expired', meaning: 'm', remedy: 'r', owner: 'you' } as const
    expect(said(waits, at('reviewing', { problem }))).toMatchObject([{ kind: 'failed', body: problem.title }])
    expect(said(waits, at('reviewing', { findings: [fail] }))).toEqual([])
  })

  it('is not shown for a reading that the person did not wait for, nor after they left the page', () => {
    expect(said(at('reading'), at('reviewing', { proved: true }))).toEqual([])
    expect(said(waitingView, stepView({ id: 'environment', phase: 'reviewing' }), at('reviewing', { proved: true }))).toEqual([])
  })

  it('is said of each thing beside the screen by its own name, once, and to someone who looks at the window too', () => {
    const other = (phase: 'waiting' | 'reading' | 'reviewing', part: Partial<OtherView> = {}): OtherView => ({
      id: 'add/1',
      title: 'The other environment is in your policy too',
      environment: 'contoso-test',
      phase,
      proved: false,
      findings: [],
      ...part,
    })
    const beside = (...others: readonly OtherView[]): WizardView => ({ ...at('reviewing'), others })
    const second = { id: 'add/2', environment: 'contoso-prod' }
    expect(
      said(
        beside(other('reading'), other('waiting', second)),
        beside(other('waiting'), other('waiting', second)),
        beside(other('reading'), other('waiting', second)),
        beside(other('reviewing', { proved: true }), other('waiting', second)),
        beside(other('reviewing', { proved: true }), other('reviewing', { ...second, findings: [fail] })),
        beside(other('reviewing', { proved: true }), other('reviewing', { ...second, findings: [fail] })),
      ),
    ).toMatchObject([
      { kind: 'ended', title: 'contoso-test: done', beside: true },
      { kind: 'failed', title: 'contoso-prod: action required', beside: true },
    ])
  })

  it('is not said of an operation that is now about something else', () => {
    const about = (name: string, phase: 'waiting' | 'reviewing') => stepView({ id: 'add', about: name, phase, findings: [fail], plan: [] })
    expect(said(about('contoso-test', 'waiting'), about('contoso-prod', 'reviewing'))).toEqual([])
    expect(said(about('contoso-test', 'waiting'), about('contoso-test', 'reviewing'))).toMatchObject([
      { title: 'contoso-test: action required' },
    ])
  })

  it('holds no id and no words of a service', () => {
    const [notice] = said(
      waitingView,
      at('reviewing', { problem: { title: 'Not done: Add it', meaning: 'm', remedy: 'r', owner: 'you', refusal } }),
    )
    expect(JSON.stringify(notice)).not.toContain(refusal.correlationId)
    expect(JSON.stringify(notice)).not.toContain(refusal.message)
  })
})

describe('a sign-in that ended meanwhile', () => {
  it('is said once for each time it happens', () => {
    const needs = said(waitingView, waitWith('unauthenticated'), waitWith('unauthenticated'), waitingView, waitWith('unauthenticated'))
    expect(needs.map(({ title }) => title)).toEqual(['contoso-prod: sign in again', 'contoso-prod: sign in again'])
  })

  it('is not what a network does that is away', () => {
    expect(said(waitingView, waitWith('unavailable'))).toEqual([])
  })
})

it('a change that waits for a second factor is said once, with what is asked for', () => {
  const problem = { title: 'Azure asks for a second factor for changes', meaning: 'm', remedy: 'r', owner: 'you' as const }
  const asking = stepView({ id: 'policy', phase: 'pausing', problem: { ...problem, refusal: { ...refusal, reason: 'unauthenticated' } } })
  expect(said(applyingView, asking, asking)).toMatchObject([
    { kind: 'person-needed', title: 'contoso-prod: sign in again', body: problem.title },
  ])
})
