import { expect, it } from 'vitest'
import { judge } from '../../tools/audit.mjs'

const TODAY = '2026-11-27'
const ADVISORY = 'https://github.com/advisories/GHSA-1'
const report = (severity: string) => ({
  vulnerabilities: { tar: { via: [{ url: ADVISORY, title: 'A path leads out', severity }] }, asar: { via: ['tar'] } },
})
const exception = (until: string) => [{ advisory: ADVISORY, because: 'It unpacks nothing here.', until }]

it('fails for what is high or critical and has no exception', () => {
  for (const severity of ['high', 'critical'])
    expect(judge(report(severity), [], TODAY).problems).toEqual([`tar: A path leads out (${severity}) ${ADVISORY}`])
})

it('passes what is moderate or low', () => {
  for (const severity of ['moderate', 'low', 'info']) expect(judge(report(severity), [], TODAY)).toEqual({ problems: [] })
})

it('passes what has an exception until its last day, and no longer', () => {
  expect(judge(report('high'), exception(TODAY), TODAY).problems).toEqual([])
  expect(judge(report('high'), exception('2026-11-26'), TODAY).problems).toHaveLength(2)
})

it('names an exception that is not needed any more', () => {
  expect(judge({ vulnerabilities: {} }, exception(TODAY), TODAY).problems).toEqual([
    `The exception for ${ADVISORY} is not needed any more.`,
  ])
})

it('is skipped by name where the registry offers none', () => {
  expect(judge({ error: { code: 'E405' } }, [], TODAY)).toMatchObject({ problems: [], skipped: expect.stringContaining('E405') })
})
