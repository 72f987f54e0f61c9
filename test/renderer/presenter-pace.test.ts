import { describe, expect, it } from 'vitest'
import { paceOf, timerText } from '#renderer/presenter/pace.ts'
import { lookOf, shortPath } from '#renderer/presenter/requests.tsx'

const MINUTE = 60_000
const stageOf = (minutes: number) => ({ title: '', minutes, points: [] })
const session = { stages: [stageOf(2), stageOf(4), stageOf(3)] } as const

describe('the pace of a session', () => {
  it.each([
    ['at its beginning', 0, 0, 0, 0, 0],
    ['within a stage’s own time', 0, 1.5, 1.5, 1.5, 0],
    ['once a stage takes longer than planned', 0, 5, 5, 2, 3],
    ['in a stage that began late', 1, 6, 1, 3, 3],
    ['in a stage that began early', 2, 4, 0.5, 6.5, -2],
    ['when a late stage made it up', 2, 6, 0, 6, 0],
  ])('%s', (_when, stage, elapsed, inStage, planned, behind) => {
    expect(paceOf(session, stage, elapsed * MINUTE, inStage * MINUTE)).toEqual({ planned: planned * MINUTE, behind })
  })

  it.each([
    [0, '0:00'],
    [61_999, '1:01'],
    [21 * MINUTE + 40_000, '21:40'],
    [62 * MINUTE + 3000, '1:02:03'],
    [-5, '0:00'],
  ])('counts %i ms as %s', (milliseconds, text) => {
    expect(timerText(milliseconds)).toBe(text)
  })
})

describe('a request in the log', () => {
  it('has a sign for each ID that no one reads aloud', () => {
    expect(shortPath('/subscriptions/3f0b0a4c-8a3a-4b7e-9f53-1f8a9f6f2a10/resourceGroups/rg-cmk')).toBe(
      '/subscriptions/…/resourceGroups/rg-cmk',
    )
  })

  it.each([
    [200, 'good'],
    [202, 'good'],
    [404, 'missing'],
    [429, 'wait'],
    [403, 'bad'],
    [503, 'bad'],
    [undefined, 'bad'],
  ])('with the answer %s looks %s', (status, look) => {
    expect(lookOf(status)).toBe(look)
  })
})
