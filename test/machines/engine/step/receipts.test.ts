import { describe, expect, it } from 'vitest'
import { createActor, waitFor } from 'xstate'
import { isMade, type Pending, type Receipt } from '#machines/engine/action.ts'
import type { StepInput } from '#machines/engine/step/context.ts'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import { outcomeOf } from '#machines/engine/step/outcome.ts'
import type { Poll } from '#machines/engine/step/poll.ts'
import { evidenceView } from '#machines/engine/wizard/evidence-view.ts'
import { receiptViews } from '#machines/engine/wizard/step-view.ts'
import { verbatim } from '#machines/messages/message.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { english } from '#test/english.ts'
import { silentPorts } from '#test/model/ports.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'
import { context as opened, reading } from '../../readings.ts'

const READER = ACTIONS['grant-reader']
const planned = reading({ plan: [READER], names: { [READER.principalId]: 'Grace Hall' } })
const titles = (receipts: readonly Receipt[]) => receipts.map(({ title }) => english.text(title))

it('a receipt names people as its plan did', async () => {
  const receipt = { kind: READER.kind, title: verbatim('by its ID'), resourceId: '/v', at: 0, written: true }
  const ports = {
    ...silentPorts(),
    observe: async (id: string) => (id === 'policy' ? planned : { ...planned, stepId: id, plan: [] }),
    apply: async () => ({ ok: true as const, receipt }),
  }
  const step = createActor(createStepMachine(CUSTOMER_MANAGED_KEYS, ports), {
    input: { stepId: 'policy', choices: {}, attestations: [] },
  })
  step.start()
  await waitFor(step, (snapshot) => snapshot.matches('reviewing'))
  step.send({ type: 'REVIEW_PLAN' })
  step.send({ type: 'CONFIRM', typedName: '' })
  const { context } = await waitFor(step, (snapshot) => snapshot.context.receipts.length === 1)
  expect(titles(context.receipts)).toEqual(['Assign Reader on the policy cmk-contoso to Grace Hall'])
  step.stop()
})

it('a receipt for what a reading found names them too', () => {
  const left = { sent: [{ action: READER, at: 0 }], earlier: [], receipts: [] }
  const { receipts } = outcomeOf(actions, left, { ...planned, plan: [], shows: [{ action: READER }] }, 0)
  expect(titles(receipts)).toEqual(['Assign Reader on the policy cmk-contoso to Grace Hall'])
})

describe('a receipt for what a service goes on with (WB4)', () => {
  const pending = { kind: 'rotation', since: 5 } as const
  const receipt: Receipt = { kind: READER.kind, title: verbatim('Rotate'), resourceId: '/v', at: 0, written: true, pending }

  async function ended(state: Poll['state'], input: Partial<StepInput> = {}): Promise<readonly Receipt[]> {
    const ports = {
      ...silentPorts(),
      observe: async (id: string) => ({ ...planned, stepId: id, plan: [] }),
      poll: async () => ({ state, stateWord: verbatim(state) }),
    }
    const step = createActor(createStepMachine(CUSTOMER_MANAGED_KEYS, ports), {
      input: { stepId: 'policy', choices: {}, attestations: [], pending, earlier: [receipt], ...input },
    })
    step.start()
    const { context } = await waitFor(step, (snapshot) => snapshot.matches(state === 'running' ? { waiting: 'resting' } : 'reviewing'))
    step.stop()
    return context.earlier ?? []
  }

  it.each([
    ['running', undefined, false],
    ['failed', 'failed', false],
    ['succeeded', 'succeeded', true],
  ] as const)('that is %s there says so, and only success makes it a change', async (state, end, made) => {
    const [is] = await ended(state)
    expect([is?.ended, is && isMade(is, state === 'running' ? pending : undefined)]).toEqual([end, made])
  })

  it('stays as it is where something else was followed', async () => {
    expect(await ended('failed', { pending: { ...pending, since: 6 } })).toEqual([receipt])
  })

  it('is shown as started, failed or written, and never as written before it is', () => {
    const shown = (one: Receipt, running?: Pending) => receiptViews([one], running).map(({ atService }) => atService)
    expect(shown(receipt, pending)).toEqual(['running'])
    expect(shown({ ...receipt, ended: 'failed' })).toEqual(['failed'])
    expect(shown({ ...receipt, ended: 'succeeded' })).toEqual([undefined])
  })

  it.each([
    [[receipt], pending, '1 started'],
    [[{ ...receipt, ended: 'failed' }], undefined, '1 failed'],
    [
      [
        { ...receipt, ended: 'succeeded' },
        { ...receipt, ended: 'failed' },
      ],
      undefined,
      '1 change made and 1 failed',
    ],
    [[], undefined, 'No changes made'],
  ] as const)('counts on the page of the evidence as what it is: %#', (receipts, running, words) => {
    const empty = opened()
    const policy = { phase: 'waiting', receipts, ...(running ? { pending: running } : {}) } as const
    const { rows } = evidenceView({ ...empty, steps: { ...empty.steps, policy } }, undefined)
    expect(english.all(rows).find(({ label }) => label === 'Changes')?.value).toBe(words)
  })
})
