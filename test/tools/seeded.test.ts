import { expect, test } from 'vitest'
import { parseWish, shares, tests } from '../../tools/test-seeded.mjs'

test('without options a test draws its own seed and makes all its runs', () => {
  const { name, runs, seed, path } = parseWish(['model'])
  expect({ name, runs, path }).toEqual({ name: 'model', runs: 2_000, path: undefined })
  expect(Number.isInteger(seed)).toBe(true)
})

test('a seed and a path draw the same again', () => {
  expect(parseWish(['model', '--seed', '7', '--runs', '1', '--path', '3:0:1'])).toEqual({ name: 'model', seed: 7, runs: 1, path: '3:0:1' })
})

test.each([
  [[], 'There is no such test'],
  [['toString'], 'There is no such test'],
  [['model', '--sead', '1'], 'Unknown option --sead'],
  [['model', '--seed'], 'Unknown option --seed, or its value is missing'],
  [['model', '--seed', 'x'], '--seed takes a whole number, not x'],
  [['model', '--runs', '-1'], '--runs takes a whole number'],
])('%j is refused', (words, why) => {
  expect(() => parseWish(words)).toThrow(why)
})

test('the runs are distributed the same on every machine, each process with its own seed', () => {
  expect(shares({ seed: 7, runs: 6, path: undefined })).toEqual([
    { seed: 7, runs: 2 },
    { seed: 8, runs: 2 },
    { seed: 9, runs: 1 },
    { seed: 10, runs: 1 },
  ])
  expect(shares({ seed: 7, runs: 1, path: undefined })).toEqual([{ seed: 7, runs: 1 }])
  expect(shares({ seed: 7, runs: 9, path: '3:0' })).toEqual([{ seed: 7, runs: 9 }])
})

test('the last line says the figures', () => {
  const messages = { runs: 3, channels: 16, answered: 1, refusedByType: 1, refusedBySender: 1 }
  expect(tests.ipc.line(7, messages, 0)).toBe(
    '3 messages on 16 channels (seed 7): 1 answered, 1 refused by type, 1 refused by sender, 0 unanswered, main answers',
  )
  expect(tests.ipc.line(7, messages, 2)).toMatch(/2 answered wrongly$/)
  expect(tests.corrupt.line(7, { runs: 3, survived: 3, opened: 1, recovered: 1, said: 1 }, 0)).toBe(
    '3 files (seed 7), 3 survived: 1 opened, 1 recovered from what was kept, 1 put aside or refused and said, 0 crashes, 0 silent losses',
  )
  expect(tests.model.line(7, { runs: 2_000, events: 160_000 }, 0)).toBe('2000 runs (seed 7), 160000 events, 0 broken invariants')
  expect(tests.model.line(7, {}, 1)).toBe('0 runs (seed 7), 0 events, 1 broken invariants')
})
