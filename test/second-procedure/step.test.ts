import { describe, expect, it } from 'vitest'
import { createActor, waitFor } from 'xstate'
import { createStepMachine } from '#machines/engine/step/machine.ts'
import { isProved } from '#machines/engine/step/proof.ts'
import { secondPorts } from './ports.ts'
import { SECOND } from './procedure.ts'

function running(stepId: string, choices: { readonly environmentId?: string }) {
  const ports = secondPorts()
  const step = createActor(createStepMachine(SECOND, ports), { input: { stepId, choices, attestations: [] } })
  step.start()
  return { ...ports, step, until: (state: string) => waitFor(step, (snapshot) => snapshot.matches(state as never)) }
}

describe('the loop of a step, with a procedure that is not the product’s', () => {
  it('asks for the environment first', async () => {
    const { until } = running('turn-on', {})
    expect((await until('choosing')).context.reading?.choiceMissing).toBe(true)
  })

  it('plans, confirms, rechecks, writes once, waits, and reads that the step is proved', async () => {
    const { step, until, service } = running('turn-on', { environmentId: 'e1' })
    const reviewing = await until('reviewing')
    expect(reviewing.context.reading?.plan).toEqual([{ kind: 'turn-on-feature', environmentId: 'e1' }])
    expect(isProved(reviewing.context.reading, [])).toBe(false)
    step.send({ type: 'REVIEW_PLAN' })
    step.send({ type: 'CONFIRM', typedName: '' })
    await until('waiting')
    const after = await until('reviewing')
    expect(after.context.receipts).toMatchObject([{ kind: 'turn-on-feature', written: true, resourceId: '/environments/e1/feature' }])
    expect(isProved(after.context.reading, [])).toBe(true)
    expect(service.written()).toBe(1)
  })

  it('takes a person’s word for what no service can tell', async () => {
    const { step, until } = running('confirm', { environmentId: 'e1' })
    const { context } = await until('reviewing')
    expect(isProved(context.reading, context.attestations)).toBe(false)
    step.send({ type: 'ATTEST', attestation: { key: 'people-told', by: 'ada@contoso.example', at: 0 } })
    const after = step.getSnapshot().context
    expect(isProved(after.reading, after.attestations)).toBe(true)
  })
})
