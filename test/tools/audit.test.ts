import { expect, it } from 'vitest'
import { holds, judge } from '../../tools/audit.mjs'

/** As npm writes it: `asar` is named for what it brings with it. */
const report = (severity: string) => ({
  vulnerabilities: { tar: { severity, via: [{ title: 'A path leads out', severity }] }, asar: { severity, via: ['tar'] } },
})

it('fails for what is high or critical', () => {
  for (const severity of ['high', 'critical']) expect(judge(report(severity)).problems).toEqual([`tar: ${severity}`, `asar: ${severity}`])
})

it('passes what is moderate or low', () => {
  for (const severity of ['moderate', 'low', 'info']) expect(judge(report(severity))).toEqual({ problems: [] })
})

it('is skipped by name where the registry offers none', () => {
  expect(judge({ message: '405 Method Not Allowed' })).toMatchObject({ problems: [], skipped: expect.stringContaining('405') })
})

it('fails for a release where the registry offers none', () => {
  const none = judge({ message: '405 Method Not Allowed' })
  expect(holds(none, false)).toBe(true)
  expect(holds(none, true)).toBe(false)
  expect(holds(judge(report('low')), true)).toBe(true)
  expect(holds(judge(report('high')), true)).toBe(false)
})
