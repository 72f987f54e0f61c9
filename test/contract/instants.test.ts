import { describe, expect, it } from 'vitest'
import { CALLS } from '#contract/contract.ts'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'

const window = (at: number) => ({ from: at, to: at, timeZone: 'UTC' })

const TAKEN: readonly (readonly [string, (at: number) => { readonly success: boolean }])[] = [
  [
    'the end of a partner’s access',
    (endsAt) => CALLS['wizard:send'].takes.safeParse({ type: 'DECIDE', decision: { kind: 'note-partner-end', endsAt } }),
  ],
  [
    'the end of a change’s snooze',
    (until) =>
      CALLS['wizard:send'].takes.safeParse({ type: 'REVIEW_CHANGE', change: 'k', wish: { answer: 'snoozed', reason: 'r', until } }),
  ],
  ['the window of a start', (at) => CALLS['wizard:send'].takes.safeParse({ type: 'CONFIRM', typedName: 'n', window: window(at) })],
  ['the window of a schedule', (at) => CALLS['wizard:send'].takes.safeParse({ type: 'SCHEDULE', typedName: 'n', window: window(at) })],
  ['an email’s outage', (at) => CALLS['mail:open'].takes.safeParse({ mail: 'outage', start: at, end: at })],
  ['a calendar’s outage', (at) => CALLS['calendar:save'].takes.safeParse({ outage: { start: at, end: at, timeZone: 'UTC' } })],
  [
    'a change request’s start',
    (from) => CALLS['change-request:save'].takes.safeParse({ format: 'html', start: { from, timeZone: 'UTC' } }),
  ],
]

describe('an instant from the window', () => {
  it.each(TAKEN)('is one that every file can write, in %s', (_what, taken) => {
    expect(taken(1).success).toBe(true)
    expect(taken(LATEST_INSTANT).success).toBe(true)
    for (const at of [LATEST_INSTANT + 1, 8.64e15, Infinity, Number.NaN, -1]) expect(taken(at).success, String(at)).toBe(false)
  })
})
