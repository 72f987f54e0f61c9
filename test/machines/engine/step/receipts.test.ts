import { expect, it } from 'vitest'
import { createActor, waitFor } from 'xstate'
import type { Receipt } from '../../../../machines/engine/action.ts'
import { createStepMachine } from '../../../../machines/engine/step/machine.ts'
import { outcomeOf } from '../../../../machines/engine/step/outcome.ts'
import type { Reading } from '../../../../machines/engine/step/proof.ts'
import { verbatim } from '../../../../machines/messages/message.ts'
import { actions } from '../../../../machines/procedure/actions/registry.ts'
import { CUSTOMER_MANAGED_KEYS } from '../../../../machines/procedure/procedure.ts'
import { english } from '../../../english.ts'
import { silentPorts } from '../../../model/ports.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'

const READER = ACTIONS['grant-reader']
const reading: Reading = {
  stepId: 'policy',
  readAt: 0,
  findings: [],
  plan: [READER],
  names: { [READER.principalId]: 'Grace Hall' },
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
}
const titles = (receipts: readonly Receipt[]) => receipts.map(({ title }) => english.text(title))

it('a receipt names people as its plan did', async () => {
  const receipt = { kind: READER.kind, title: verbatim('by its ID'), resourceId: '/v', at: 0, written: true }
  const ports = {
    ...silentPorts(),
    observe: async (id: string) => (id === 'policy' ? reading : { ...reading, stepId: id, plan: [] }),
    apply: async () => ({ ok: true as const, receipt }),
  }
  const step = createActor(createStepMachine(CUSTOMER_MANAGED_KEYS, ports), {
    input: { stepId: 'policy', choices: {}, attestations: [], editing: false },
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
  const { receipts } = outcomeOf(actions, left, { ...reading, plan: [], shows: [{ action: READER }] }, 0)
  expect(titles(receipts)).toEqual(['Assign Reader on the policy cmk-contoso to Grace Hall'])
})
