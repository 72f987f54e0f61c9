import { describe, expect, it } from 'vitest'
import { verdict } from './verdict.ts'

const DAY = 86_400_000

describe('the verdict on four days of waiting', () => {
  const kept = {
    end: 'encrypted',
    looks: 900,
    sleeps: 200,
    offlineSpells: 50,
    tokenExpiries: 20,
    met: { offline: 3000, expired: 40 },
    waited: { ms: 4 * DAY, cpuSeconds: 4, lines: 44 },
    memory: [20, 22, 24, 25, 25, 25.2, 25.1, 25.3, 25.2, 25.4, 25.4, 25.5],
    rest: { cpuShare: 0.001, timers: 1 },
  }

  it('is kept, with the figures in one line', () => {
    expect(verdict(kept)).toEqual({
      wrong: [],
      line: '4.0 days, 900 looks, 200 sleeps, 50 offline spells, 20 token expiries: encrypted; memory ±0.2 MB over the last half, CPU 0.001 % of one core (0.100 % in 10 real seconds at rest), 44 lines of journal',
    })
  })

  it.each([
    ['another end', { end: 'lost' }, 'ended lost'],
    ['a wait cut short', { waited: { ...kept.waited, ms: DAY } }, 'too short a time'],
    ['a disturbance that never came', { sleeps: 199 }, 'not every disturbance'],
    ['a disturbance that met no request', { met: { offline: 0, expired: 40 } }, 'not every disturbance'],
    ['memory that grows', { memory: kept.memory.map((each, place) => each + place * 3) }, 'memory not flat'],
    ['a busy wait', { rest: { cpuShare: 0.01, timers: 1 } }, 'too much processor time'],
    ['a second timer', { rest: { cpuShare: 0.001, timers: 2 } }, '2 timers at rest'],
    ['a line for each look', { waited: { ...kept.waited, lines: 1800 } }, 'the journal grows'],
    ['nothing measured', { waited: undefined, rest: undefined, memory: [] }, 'too short a time'],
  ])('is missed for %s', (_what, otherwise, why) => {
    expect(verdict({ ...kept, ...otherwise }).wrong.join()).toContain(why)
  })
})
