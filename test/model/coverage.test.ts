import { describe, expect, it } from 'vitest'
import { createMachine } from 'xstate'
import { cover } from './coverage.ts'

const machine = createMachine({
  id: 'door',
  initial: 'closed',
  states: { closed: { on: { OPEN: 'open', LOCK: 'locked' } }, open: { on: { CLOSE: 'closed' } }, locked: {} },
})

describe('the measure of a walk', () => {
  it('names the transition that was not walked and the state that was not reached', () => {
    const { leaves, reached, declared, walked } = cover({
      machine,
      events: [{ type: 'OPEN' }, { type: 'CLOSE' }],
      serialize: (snapshot) => JSON.stringify(snapshot.value),
    })
    expect(leaves.filter((leaf) => !reached.has(leaf))).toEqual(['door.locked'])
    expect(declared.filter((transition) => !walked.has(transition))).toEqual(['door.closed on LOCK #1'])
  })
})
