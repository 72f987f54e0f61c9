import path from 'node:path'
import { expect, test } from 'vitest'
import { closingLine, countTests, readCounts } from '../../tools/closing-line.mjs'
import { testFolder } from '../folder.ts'

const module = (state: string, ...tests: string[]) => ({
  state: () => state,
  children: { allTests: () => tests.map((result) => ({ result: () => ({ state: result }) })) },
})

test('skipped tests are named only where there are any', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

test.each([
  ['what all files have', [module('passed', 'passed', 'skipped'), module('failed', 'failed', 'failed', 'passed')], 0, [2, 2, 1]],
  ['a file that failed before it named a test as one failure', [module('failed')], 0, [0, 1, 0]],
  ['a file whose tests passed but which failed around them as one failure', [module('failed', 'passed')], 0, [1, 1, 0]],
  ['an error that belongs to no file as a failure', [module('passed', 'passed')], 1, [1, 1, 0]],
])('counts %s', (_what, modules, errors, [passed, failed, skipped]) => {
  expect(countTests(modules, errors)).toEqual({ passed, failed, skipped })
})

test('a run that left no counts is one failure', () => {
  expect(readCounts(path.join(testFolder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a run that ended with an error without naming a failure is one failure', () => {
  const file = path.join(testFolder({ 'counts.json': JSON.stringify({ passed: 5, failed: 0, skipped: 0 }) }), 'counts.json')
  expect(readCounts(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(readCounts(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
})
