import { expect, test } from 'vitest'
import { readWish, Tally } from './main.mjs'

test('without options a test draws its own seed and makes all its runs', () => {
  const { name, wish } = readWish(['model'])
  expect({ name, ...wish, seed: 0 }).toEqual({ name: 'model', seed: 0, runs: 2_000, shares: 4, tell: false })
  expect(Number.isInteger(wish.seed)).toBe(true)
})

test('a seed and the name of a case make the same again', () => {
  expect(readWish(['model', '--seed', '7', '--runs', '1', '--shares', '1', '--only', '3:0:1']).wish).toEqual({
    seed: 7,
    runs: 1,
    shares: 1,
    only: '3:0:1',
    tell: false,
  })
})

test.each([
  [[], 'There is no such test'],
  [['toString'], 'There is no such test'],
  [['model', '--sead', '1'], "Unknown option '--sead'"],
  [['model', '--seed'], "Option '--seed <value>' argument missing"],
  [['model', '--seed', 'x'], '--seed takes a whole number, not x'],
  [['model', '--runs=-1'], '--runs takes a whole number'],
])('%j is refused', (words, why) => {
  expect(() => readWish(words)).toThrow(why)
})

type Said = Parameters<Tally['hear']>[0]

/** Output on the way, and at the end. @param said all by the first share */
function told(said: readonly Said[], codes = [0, 0], words: readonly string[] = []) {
  const printed: string[] = []
  const tally = new Tally('faults', readWish(['faults', ...words]).wish, (line) => printed.push(line))
  for (const each of said) tally.hear(each, 0)
  return { end: tally.close(codes), printed }
}

const PLANS: readonly Said[] = [
  { plan: { own: 1, all: 2 } },
  { plan: { own: 1, all: 2 } },
  { highest: { calls: 1 } },
  { highest: { calls: 1 } },
]
const good: Said = { case: { name: 'GET /x: 500', wrong: [], told: ['The service failed'] }, figures: { lost: 0 } }
const bad: Said = { case: { name: 'GET /x: 429', wrong: ['Written twice: PUT /x'] }, figures: { lost: 1 } }

test('the last lines are the figures of all shares, and how many passed', () => {
  expect(told([...PLANS, good, good])).toEqual({ printed: [], end: ['1 calls, 0 lost', '2 passed, 0 failed'] })
  expect(told([...PLANS, good, good], [0, 0], ['--tell']).printed).toContain('GET /x: 500\nThe service failed')
})

test('a case that failed is counted, and printed with the words that make it again', () => {
  const { printed, end } = told([...PLANS, good, bad], [0, 0], ['--store', 'team'])
  expect(end).toEqual(['1 calls, 1 lost', '1 passed, 1 failed'])
  expect(printed).toEqual(['GET /x: 429\n    Written twice: PUT /x', '    again: npm run test:faults -- --store team --only "GET /x: 429"'])
})

test.each<[string, readonly Said[], readonly number[], string]>([
  ['no case at all', [], [0, 0], '0 of 0 planned cases were never made'],
  ['a case that never came', [...PLANS, good], [0, 0], '1 of 2 planned cases were never made'],
  ['shares that are not the whole', [{ plan: { own: 1, all: 2 } }, good], [0, 0], 'The shares planned 1 cases, and there are 2'],
  ['a share that broke', [...PLANS, good, good], [0, 1], 'A share ended with 1'],
])('%s is a failure', (_what, said, codes, why) => {
  const { end } = told(said, [...codes])
  expect(end[0]).toBe(why)
  expect(end.at(-1)).toMatch(/ [1-9] failed$/)
})

test('a share that died names the case it was at, with the words that make it again', () => {
  const begins: Said = { begins: { name: 'PUT /x: 500', again: '--seed 7 --runs 3 --only "PUT /x: 500"' } }
  const { end } = told([{ plan: { own: 2, all: 2 } }, good, begins], [134, 0], ['--store', 'team'])
  expect(end.slice(0, 2)).toEqual([
    '1 of 2 planned cases were never made',
    'A share ended with 134 at PUT /x: 500, again: npm run test:faults -- --store team --seed 7 --runs 3 --only "PUT /x: 500"',
  ])
})

test('a share that draws one case after the other and died is made again up to there', () => {
  const { end } = told([{ plan: { own: 9, all: 9, seed: 7 } }, good, good], [134])
  expect(end[1]).toBe('A share ended with 134 at case 3 of seed 7, again: npm run test:faults -- --seed 7 --runs 3 --shares 1')
})

test('a share that died between two cases names none', () => {
  const begins: Said = { begins: { name: 'GET /x: 500', again: '' } }
  expect(told([{ plan: { own: 1, all: 1 } }, begins, good], [1]).end[0]).toBe('A share ended with 1')
})
