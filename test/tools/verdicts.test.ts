import { describe, expect, it } from 'vitest'
import { verdict as ofTransitions } from '../../tools/bench-transition.mjs'
import { verdict as ofSoak } from '../../tools/test-soak.mjs'

const DAY = 86_400_000

describe('the verdict on four days of waiting', () => {
  const kept = {
    end: 'encrypted',
    looks: 900,
    ...{ sleeps: 200, offlineSpells: 50, tokenExpiries: 20, met: { offline: 3000, expired: 40 } },
    waited: { ms: 4 * DAY, cpuSeconds: 4, lines: 44 },
    memory: [20, 22, 24, 25, 25, 25.2, 25.1, 25.3, 25.2, 25.4, 25.4, 25.5],
    rest: { cpuShare: 0.001, timers: 1 },
  }

  it('is kept, with the figures in one line', () => {
    expect(ofSoak(kept)).toEqual({
      passed: true,
      line: '4.0 days, 900 looks, 200 sleeps, 50 offline spells, 20 token expiries: encrypted; memory ±0.2 MB over the last half, CPU 0.001 % of one core (0.100 % in 10 real seconds at rest), 44 lines of journal; as promised',
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
    ['nothing measured', { waited: undefined, rest: undefined, memory: [] }, 'missed'],
  ])('is missed for %s', (_what, otherwise, why) => {
    const { passed, line } = ofSoak({ ...kept, ...otherwise })
    expect(passed).toBe(false)
    expect(line).toContain(why)
  })
})

describe('the verdict on transitions', () => {
  const times = (ms: number) => Array.from({ length: 20 }, () => ms)
  const opened = (listedMs: number, openedMs: number) => [{ listedMs, openedMs }]
  const kept = {
    ...{ lines: 10_000, journalMb: 22, environments: 2_000 },
    openings: { large: opened(6, 50), small: opened(5, 20) },
    ...{ pushedMs: times(1), savedMs: times(3), diskMs: times(2), events: Array.from({ length: 20 }, () => 'NEXT') },
  }

  it('is kept, with the figures in one line', () => {
    expect(ofTransitions(kept)).toMatchObject({
      kept: true,
      line: '20 transitions, 10000 lines (22 MB), 2000 environments: saved and pushed p95 3.00 ms (the disk alone 2.00 ms), start +1.0 ms, opening +30.0 ms; within the budgets',
    })
  })

  it.each([
    ['a slow save', { savedMs: times(6) }, 'saved p95 over 5 ms'],
    ['a slow list', { openings: { large: opened(60, 50), small: opened(5, 20) } }, 'listed over +40 ms'],
    ['a slow opening', { openings: { large: opened(6, 90), small: opened(5, 20) } }, 'opened over +40 ms'],
    ['nothing measured', { savedMs: [], openings: { large: [], small: [] } }, 'saved p95'],
  ])('is missed for %s', (_what, otherwise, why) => {
    const verdict = ofTransitions({ ...kept, ...otherwise })
    expect(verdict.kept).toBe(false)
    expect(verdict.line).toContain(why)
  })
})
