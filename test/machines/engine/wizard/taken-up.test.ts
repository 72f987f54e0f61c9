import { describe, expect, it } from 'vitest'
import type { Baseline, Review } from '#machines/engine/drift/baseline.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { takingOver } from '#machines/engine/wizard/hand-over.ts'
import { takenUp } from '#machines/engine/wizard/recovery.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import type { Said } from '#machines/engine/wizard/said.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Pending } from '#machines/procedure/action.ts'
import type { Choices, HandOver } from '#machines/procedure/choices.ts'
import { decide } from '#machines/procedure/decide.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { context as opened } from '../../readings.ts'

const { policy } = scenarioByName('ready-to-enable')?.choices ?? {}
if (!policy) throw new Error('The case has no policy.')
const other = { ...policy, vaultName: 'kv-another' }
const ADA = { objectId: 'o', userName: 'ada@contoso.example', displayName: 'Ada', tenantId: 't', tenantName: 'Contoso', directoryRoles: [] }
const empty: WizardContext = {
  ...opened(),
  tenant: { account: ADA, cloud: 'Practice' },
  choices: { environmentId: 'e' },
}

const end: Baseline = { at: 5, by: 'ada', environmentId: 'e', findings: [] }
const text = verbatim('x')
const review: Review = { answer: 'snoozed', step: 'policy', key: 'k', what: text, was: text, is: text, state: 's', by: 'ada', at: 7 }

function remembered(choices: Choices, more: Partial<Remembered> = {}): Remembered {
  const nothing = { account: 'ada', attestations: [], steps: {}, operations: {}, recovered: [] }
  return { savedAt: 0, reached: 'policy', choices: { environmentId: 'e', ...choices }, ...nothing, ...more }
}

const decision = (kind: Decision): Said => ({ decision: decide(kind).decision, at: 9 })
const having = (...said: readonly Said[]): WizardContext => ({ ...empty, said })
const choicesOf = ({ choices = {} }: Partial<WizardContext>): Choices => choices

const CHOSEN = decision({ kind: 'choose-policy', policy: other })
const ANSWERED = decision({ kind: 'use-apps', apps: ['finance'] })
const confirmed = { key: 'licenses', by: 'ada', at: 8 }

describe('what a person said before the record was read', () => {
  it.each([
    ['an answer', ANSWERED, { coverage: { answers: ['finance'] } }],
    ['a choice', CHOSEN, { policy: other }],
    ['a wish', decision({ kind: 'wish-rotation', wanted: true }), { protection: { rotation: true } }],
    ['a date', decision({ kind: 'note-partner-end', endsAt: 3 }), { partnerEndsAt: 3 }],
    ['what another person handed over', { told: told('environment'), chosen: { policy: other } as Choices }, { policy: other }],
  ] as const)('%s counts after it as well, and what only the record has stays', (_, said, choices) => {
    expect(choicesOf(takenUp(having(said), remembered({ policy, additionId: 'a' })))).toMatchObject({
      additionId: 'a',
      policy,
      ...choices,
    })
  })

  it('is a confirmation, and those of the record stay', () => {
    const before = { key: 'right-environment', by: 'grace', at: 1 }
    const { attestations } = takenUp(having({ attestation: confirmed }), remembered({}, { attestations: [before] }))
    expect(attestations).toEqual([before, confirmed])
  })

  it('is what a change since the baseline is, of this baseline alone', () => {
    const said = having({ reviewed: { ...end, reviews: [review] } })
    expect(takenUp(said, remembered({}, { end })).atEnd?.reviews).toEqual([review])
    expect(takenUp(said, remembered({}, { end: { ...end, at: 6 } })).atEnd?.reviews).toBeUndefined()
  })

  it('undoes what it undid: a wish that was made of another vault, which would be permanent', () => {
    const { turnOnPurgeProtection } = choicesOf(takenUp(having(CHOSEN), remembered({ policy, turnOnPurgeProtection: true })))
    expect(turnOnPurgeProtection).toBeUndefined()
  })

  it('leaves the choice that something at the services is about', () => {
    const pending: Pending = { kind: 'operation', purpose: 'link', environmentId: 'e', operation: {}, since: 0 }
    const runs = remembered({ policy }, { steps: { membership: { proved: false, findings: [], receipts: [], pending } } })
    expect(choicesOf(takenUp(having(CHOSEN, ANSWERED), runs))).toMatchObject({ policy, coverage: { answers: ['finance'] } })
  })

  it('is not said again where the record has it: there, someone may have said otherwise since', () => {
    expect(choicesOf(takenUp(having(CHOSEN), remembered({ policy }, { known: having(CHOSEN).said })))).toEqual({
      environmentId: 'e',
      policy,
    })
  })
})

function told(step: string) {
  return { by: 'grace', at: 1, step, file: 'f', sha256: '0', environment: { id: 'e' }, proved: [] }
}

it('takes nothing of the environment before into the one that a handoff is for', () => {
  const from = { objectId: 'k', userName: 'kim@contoso.example', displayName: 'Kim' }
  const handOver: HandOver = {
    purpose: 'ask',
    madeAt: 0,
    from,
    cloud: { id: 'commercial', name: 'Azure' },
    tenant: { id: 't', name: 'Contoso' },
    environment: { id: 'another' },
    step: 'policy',
    proved: [],
    asked: { findings: [], actions: [] },
    done: [],
    confirmed: [],
    gaps: [],
  }
  const receipts = [{ kind: 'rotate-key', resourceId: 'k', title: text, at: 1, written: true }]
  const worked: WizardContext = {
    ...empty,
    operations: { ...empty.operations, rotate: { phase: 'reviewing', receipts } },
    atEnd: end,
    drift: { at: 1, changes: [] },
  }
  const at = { ...worked, ...takingOver({ ...worked, handOver: { handOver, file: 'cmk-hand-over.json', sha256: 'd' } }) }
  expect(at.choices.environmentId).toBe('another')
  expect(at).toMatchObject({ atEnd: undefined, drift: undefined, operations: { rotate: { receipts: [] } } })
})
