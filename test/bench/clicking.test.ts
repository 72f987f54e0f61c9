import { describe, expect, it } from 'vitest'
import { parseWish } from './clicking.ts'
import { growth, verdict, type Weight, warmUpOf } from './clicking-verdict.ts'

const WARM_UP = 100

/** One weight after each 50 clicks. */
const weights = (mainMb: readonly number[], more: (round: number) => Partial<Weight> = () => ({})): readonly Weight[] =>
  mainMb.map((mb, round) => ({ clicks: (round + 1) * 50, mainMb: mb, windowMb: 7, nodes: 300, listeners: 100, ...more(round) }))

const FLAT = [15, 18, 20, 20, 20, 20, 20, 20]

describe('growth', () => {
  it.each([
    ['nothing, where the memory is flat behind the warm-up', FLAT, 0],
    ['what lies between the medians of the first three and the last three', [1, 20, 21, 22, 23, 24, 25, 26], 4],
    ['less than nothing, where memory was given back', [1, 25, 25, 25, 20, 20, 20], -5],
    ['not what one point alone shows', [1, 20, 40, 20, 20, 60, 20], 0],
  ])('is %s', (_what, mainMb, grown) => {
    expect(growth(weights(mainMb), WARM_UP)).toEqual({ mainMb: grown, windowMb: 0, nodes: 0, listeners: 0 })
  })

  it('is unknown, where the first three and the last three would be the same points', () => {
    expect(growth(weights([1, 20, 20, 20, 20, 20]), WARM_UP)).toBeUndefined()
  })

  it('counts from the first round that ends with the warm-up', () => {
    expect(warmUpOf(720)).toBe(180)
    expect(growth(weights([0, 0, 0, 20, 20, 20, 20, 20, 20]), 200)).toMatchObject({ mainMb: 0 })
  })
})

describe('the verdict', () => {
  it.each([
    ['flat', weights(FLAT), true, 'flat'],
    ['just within the budget', weights([1, 20, 20, 20, 22, 22, 22]), true, 'flat'],
    ['main grown', weights([1, 20, 20, 20, 22.01, 22.01, 22.01]), false, 'missed: pages: main not within ±2 MB'],
    ['main shrunk', weights([1, 20, 20, 20, 17, 17, 17]), false, 'missed: pages: main not within ±2 MB'],
    ['the window grown', weights([1, ...FLAT], (round) => ({ windowMb: 7 + round })), false, 'missed: pages: window not within ±2 MB'],
    ['too short', weights([1, 20]), false, 'missed: pages: too few rounds to tell'],
    ['nothing measured', [], false, 'missed: pages: too few rounds to tell'],
  ])('of %s', (_what, measured, kept, end) => {
    const told = verdict({ pages: measured }, WARM_UP)
    expect(told.kept).toBe(kept)
    expect(told.line.endsWith(`; ${end}`)).toBe(true)
  })

  it('has its figures for the trend from a point at each end, and is not complete where a way has none', () => {
    expect(verdict({ pages: weights([1, 20, 23]) }, WARM_UP, 1)).toMatchObject({ kept: false, complete: true })
    expect(verdict({ pages: weights(FLAT), cases: weights([1, 20]) }, WARM_UP, 1)).toMatchObject({ complete: false })
  })

  it('tells the clicks that count, both processes, nodes and listeners of each way, and misses if one does', () => {
    const grown = weights([1, 20, 20, 20, 23, 23, 23], (round) => ({ nodes: 300 + round, listeners: 100 - round }))
    expect(verdict({ pages: weights(FLAT), cases: grown }, WARM_UP)).toEqual({
      line:
        'pages: 300 clicks, main +0.00 MB, window +0.00 MB, +0 nodes, +0 listeners; ' +
        'cases: 250 clicks, main +3.00 MB, window +0.00 MB, +3 nodes, -3 listeners; missed: cases: main not within ±2 MB',
      kept: false,
      complete: true,
    })
  })
})

describe('the wish', () => {
  it('is an hour on all ways, unless it says otherwise', () => {
    const all = ['pages', 'cases', 'tenant-pages', 'engagements']
    expect(parseWish([])).toEqual({ clicks: 720, rounds: all, folder: undefined, isTrend: false })
    expect(parseWish(['--trend'])).toEqual({ clicks: 100, rounds: all, folder: undefined, isTrend: true })
    expect(parseWish(['--clicks', '60', '--rounds', 'cases'])).toMatchObject({ clicks: 60, rounds: ['cases'] })
  })

  it.each([
    ['no number', ['--clicks', 'many'], '--clicks takes a whole number'],
    ['no click', ['--clicks', '0'], '--clicks takes a whole number'],
    ['another way', ['--rounds', 'dances'], '--rounds takes pages, cases, tenant-pages or engagements'],
    ['a word', ['quickly'], "Unexpected argument 'quickly'"],
  ])('refuses %s', (_what, words, why) => {
    expect(() => parseWish(words)).toThrow(why)
  })
})
