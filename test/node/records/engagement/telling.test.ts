import { expect, it } from 'vitest'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { changes } from '#node/records/engagement/telling.ts'
import { english } from '#test/english.ts'
import { context as opened } from '../../../machines/readings.ts'

const before: WizardContext = { ...opened(), choices: { environmentId: 'e' } }
const answers = { answers: ['lifecycle-services'], by: 'ada@contoso.example', at: 1, acknowledged: [] } as const
const acknowledged = { item: 'lifecycle-services', by: 'grace@contoso.example', at: 2 } as const
const answered: Choices = { environmentId: 'e', coverage: { ...answers, acknowledged: [acknowledged] } }
const after: WizardContext = { ...before, choices: answered }
const told = (from: WizardContext, to: WizardContext) => changes(from, to, () => undefined)

it('tells each gap that was acknowledged once, by whom and in the words that were acknowledged', () => {
  const gaps = told(before, after).filter(({ kind }) => kind === 'gap-acknowledged')
  expect(english.all(gaps)).toEqual([
    {
      kind: 'gap-acknowledged',
      content: { key: 'lifecycle-services', title: expect.stringContaining('Lifecycle Services'), by: 'grace@contoso.example' },
    },
  ])
  expect(told(after, after)).toEqual([])
})

it('tells what was scheduled, and how that ended with the reason, once each', () => {
  const schedule = { setAt: 1, window: { from: 9, to: 20, timeZone: 'UTC' }, plan: [], found: [] }
  const inStep = (part: Partial<StepRecord>): WizardContext => {
    const record = before.steps['membership']
    if (!record) throw new Error('There is no such step.')
    return { ...before, steps: { ...before.steps, membership: { ...record, ...part } } }
  }
  const scheduled = inStep({ schedule })
  const by = before.tenant.account.userName
  const ended = inStep({ scheduleEnd: { at: 9, end: 'not-started', why: verbatim('The plan is another') } })
  expect(told(before, scheduled)).toEqual([{ kind: 'schedule', content: { step: 'membership', state: 'set', start: 9, by } }])
  expect(told(scheduled, scheduled)).toEqual([])
  expect(told(scheduled, ended)).toEqual([
    { kind: 'schedule', content: { step: 'membership', state: 'not-started', why: verbatim('The plan is another'), by } },
  ])
  expect(told(ended, ended)).toEqual([])
})
