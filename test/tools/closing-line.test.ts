import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closingLine, countTests, readCounts } from '../../tools/closing-line.mjs'

const module = (state: string, ...tests: string[]) => ({
  state: () => state,
  children: { allTests: () => tests.map((result) => ({ result: () => ({ state: result }) })) },
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'closing-line-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('skipped tests are named only where there are any', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})

test('passed, failed and skipped tests of all files are added up', () => {
  const counts = countTests([module('passed', 'passed', 'skipped'), module('failed', 'failed', 'failed', 'passed')], 0)
  expect(counts).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

test('a file that failed before it named a test counts as one failure', () => {
  expect(countTests([module('failed')], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a file whose tests passed but which failed around them counts as one failure', () => {
  expect(countTests([module('failed', 'passed')], 0)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('an error that belongs to no file counts as a failure', () => {
  expect(countTests([module('passed', 'passed')], 1).failed).toBe(1)
})

test('a run that left no counts is one failure', () => {
  expect(readCounts(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a run that ended with an error without naming a failure is one failure', () => {
  const file = path.join(folder, 'counts.json')
  writeFileSync(file, JSON.stringify({ passed: 5, failed: 0, skipped: 0 }))
  expect(readCounts(file, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  expect(readCounts(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 })
})
