import path from 'node:path'
import { expect, test } from 'vitest'
import { closingLine, readCounts } from '../../tools/closing-line.mjs'
import { testFolder } from '../folder.ts'

/** A file of tests, as Vitest reports it. */
const module = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

const counted = (testResults: readonly ReturnType<typeof module>[], exitCode: number) =>
  readCounts(path.join(testFolder({ 'counts.json': JSON.stringify({ testResults }) }), 'counts.json'), exitCode)

test('skipped tests are named only where there are any', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

test.each([
  ['what all files have', [module('passed', 'passed', 'skipped'), module('failed', 'failed', 'failed', 'passed')], 1, [2, 2, 1]],
  ['a file that failed before it named a test as one failure', [module('failed')], 1, [0, 1, 0]],
  ['a file whose tests passed but which failed around them as one failure', [module('failed', 'passed')], 1, [1, 1, 0]],
  ['an error that belongs to no file as a failure', [module('passed', 'passed')], 1, [1, 1, 0]],
  ['no failure where there is none', [module('passed', 'passed')], 0, [1, 0, 0]],
])('counts %s', (_what, modules, exitCode, [passed, failed, skipped]) => {
  expect(counted(modules, exitCode)).toEqual({ passed, failed, skipped })
})

test('a run that left no counts is one failure', () => {
  expect(readCounts(path.join(testFolder(), 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
