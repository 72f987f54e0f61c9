import { describe, expect, it } from 'vitest'
import type { Schedule } from '#machines/engine/step/scheduled.ts'
import { NEVER_READ, newEngagement } from '#node/records/engagement/engagement.ts'
import type { Entry, Recorded } from '#node/records/engagement/journal/entry.ts'
import { withSchedulesAsTold } from '#node/records/engagement/remembering.ts'

const ADA = 'ada@contoso.example'
const GRACE = 'grace@contoso.example'
const [SIX, SEVEN, EIGHT] = [600, 700, 800]
const DAYS = 4000

const engagementWith = (schedule: Schedule) =>
  newEngagement(
    {
      appVersion: '0',
      cloud: { id: 'commercial', name: 'Microsoft Azure (commercial)' },
      tenant: { id: 't', name: 'Contoso' },
      environment: { id: 'e' },
      account: { userName: ADA, displayName: 'Ada Marsh', objectId: 'o' },
      reached: 'membership',
      steps: { membership: { ...NEVER_READ, schedule } },
    },
    0,
  )
const scheduled = (from: number, setAt: number): Schedule => ({
  setAt,
  by: ADA,
  window: { from, to: from + DAYS, timeZone: 'Asia/Tokyo' },
  plan: [],
  found: [],
})
const set = (at: number, start: number): readonly [number, Entry] => [
  at,
  { kind: 'schedule', content: { step: 'membership', state: 'set', start, by: GRACE } },
]
const canceled = (at: number): readonly [number, Entry] => [
  at,
  { kind: 'schedule', content: { step: 'membership', state: 'canceled', by: GRACE } },
]
const kept = (schedule: Schedule, ...lines: readonly (readonly [number, Entry])[]) => {
  const recorded = lines.map(([at, entry], index): Recorded => ({ ...entry, at, sequence: index + 1 }))
  return withSchedulesAsTold(engagementWith(schedule), recorded).steps['membership']?.schedule
}

describe('a start in the file', () => {
  const own = scheduled(SIX, 10)

  it.each([
    ['that the log has as it is', [set(10, SIX)]],
    ['whose line was not written yet', []],
    ['that was set after another was canceled, and whose line was not written yet', [set(1, EIGHT), canceled(2)]],
    ['that replaced another, and whose line was not written yet', [set(1, EIGHT)]],
    ['that was changed to another time and back, and whose line was not written yet', [set(1, SIX), set(2, SEVEN)]],
  ])('counts: one %s', (_which, lines) => {
    expect(kept(own, ...lines)).toEqual(own)
  })

  it.each([
    ['once', [set(10, SIX), set(20, SEVEN)], SEVEN, 20],
    ['twice', [set(10, SIX), set(20, SEVEN), set(30, EIGHT)], EIGHT, 30],
  ])('is moved to the time that the log has last, with its person, where it was changed %s', (_often, lines, start, setAt) => {
    expect(kept(own, ...lines)).toEqual({ ...own, setAt, by: GRACE, window: { from: start, to: start + DAYS, timeZone: 'Asia/Tokyo' } })
  })

  it.each([
    ['canceled', [set(10, SIX), canceled(20)]],
    ['canceled by a clock that was set back', [set(10, SIX), canceled(5)]],
    ['canceled, and another was set since, of another plan perhaps', [set(10, SIX), canceled(20), set(30, SEVEN)]],
    ['changed, and that one canceled', [set(10, SIX), set(20, SEVEN), canceled(30)]],
  ])('never counts where it was %s', (_how, lines) => {
    expect(kept(own, ...lines)).toBeUndefined()
  })
})
