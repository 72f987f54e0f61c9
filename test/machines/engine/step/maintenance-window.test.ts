import { describe, expect, it } from 'vitest'
import {
  isOpenEnded,
  type MaintenanceWindow,
  timeNeeded,
  windowProblem as windowProblemAsData,
} from '#machines/engine/step/maintenance-window.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { windowInWords } from '#node/records/evidence/version-1.ts'
import { inEnglish } from '#test/english.ts'
import { ACTIONS } from '../../procedure/actions/every.ts'

const windowProblem = inEnglish(windowProblemAsData)

const NOW = Date.UTC(2026, 10, 24, 12, 0)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const window = (part: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  from: NOW - HOUR,
  to: NOW + 4 * DAY,
  timeZone: 'Europe/Berlin',
  ...part,
})

describe('a maintenance window', () => {
  it.each([
    ['that holds now', {}],
    ['that begins now', { from: NOW }],
    ['that ends in a moment', { to: NOW + 1 }],
    ['in a zone of another name', { timeZone: 'UTC' }],
  ])('%s is taken', (_what, part) => expect(windowProblem(window(part), NOW)).toBeUndefined())

  it.each([
    ['that ends before it starts', { from: NOW - HOUR, to: NOW - 2 * HOUR }, 'ends before it starts'],
    ['without any length', { from: NOW, to: NOW }, 'ends before it starts'],
    ['that is over', { to: NOW }, 'has already ended'],
    ['that is yet to begin', { from: NOW + HOUR }, 'hasn’t started yet'],
    ['without an end', { to: Number.NaN }, 'the start and the end'],
    ['in an unknown zone', { timeZone: 'Middle/Earth' }, 'Middle/Earth'],
  ])('%s is refused, with the reason', (_what, part, reason) => {
    expect(windowProblem(window(part), NOW)).toContain(reason)
  })

  it('was in reports of version 1 in UTC, with the zone in which it was entered', () => {
    expect(windowInWords(window({ from: NOW, to: NOW + HOUR }))).toBe('2026-11-24 12:00 to 2026-11-24 13:00 UTC, stated in Europe/Berlin')
  })

  it('needs the four days of the documents where there is downtime, and an hour elsewhere', () => {
    expect(timeNeeded(actions, [ACTIONS['turn-on-purge-protection']])).toBe(HOUR)
    expect(timeNeeded(actions, [ACTIONS['enable-managed-environment'], ACTIONS['link-environment']])).toBe(4 * DAY)
  })

  it('knows no latest end of a removal, and plans for one outage after the other (WA3)', () => {
    const [unlink, link] = [ACTIONS['unlink-environment'], ACTIONS['link-environment']]
    expect([[link], [unlink], [unlink, link]].map((plan) => [timeNeeded(actions, plan), isOpenEnded(actions, plan)])).toEqual([
      [4 * DAY, false],
      [4 * DAY, true],
      [8 * DAY, true],
    ])
  })
})
