import { expect, it } from 'vitest'
import { createActor } from 'xstate'
import type { Ports } from '#machines/engine/step/ports.ts'
import { createStartMachine, followStates, tenantIn } from '#machines/engine/wizard/start.ts'
import { secondPorts } from '#test/second-procedure/ports.ts'
import { SECOND } from '#test/second-procedure/procedure.ts'
import { until } from '#test/until.ts'

/** A wizard with a tenant that is open. */
async function opened(ports: Partial<Ports> = {}) {
  const errors: unknown[] = []
  const actor = createActor(createStartMachine(SECOND, { ...secondPorts(), ...ports }))
  followStates(
    actor,
    () => undefined,
    (error) => errors.push(error),
  )
  actor.start()
  const open = () => tenantIn(actor.getSnapshot())
  actor.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  await until(() => open()?.context)
  return { actor, open, errors }
}

it('opens the next tenant without anything of the one before, and ends what that one ran', async () => {
  const signals: AbortSignal[] = []
  const { actor, open } = await opened({
    observe(_, __, ___, signal) {
      signals.push(signal)
      return new Promise(() => undefined)
    },
  })
  const first = open()?.context
  actor.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
  expect(open()?.context.choices).toEqual({ environmentId: 'e1' })
  actor.send({ type: 'CLOSE_TENANT' })
  expect([open(), actor.getSnapshot().value]).toEqual([undefined, 'start'])
  expect(signals.map(({ aborted }) => aborted)).toEqual(signals.map(() => true))
  actor.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  expect(await until(() => open()?.context)).toEqual(first)
  actor.stop()
})

it('tells of a defect of the tenant’s machine, and goes on with nothing', async () => {
  const defect = new Error('planted')
  const { actor, errors } = await opened({
    closeTenant() {
      throw defect
    },
  })
  actor.send({ type: 'CLOSE_TENANT' })
  expect(errors).toEqual([defect])
  expect(actor.getSnapshot().status).toBe('error')
})
