import { describe, expect, it } from 'vitest'
import { verdict as ofTransitions } from './transition.ts'

describe('the verdict on transitions', () => {
  const times = (ms: number) => Array.from({ length: 20 }, () => ms)
  const opened = (listedMs: number, openedMs: number) => [{ listedMs, openedMs }]
  const kept = {
    lines: 10_000,
    journalMb: 22,
    environments: 2_000,
    openings: { large: opened(6, 50), small: opened(5, 20) },
    pushedMs: times(1),
    savedMs: times(3),
    savedCpuMs: times(1),
    diskMs: times(2),
    events: Array.from({ length: 20 }, () => 'NEXT'),
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
