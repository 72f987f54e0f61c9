import { expect, test } from 'vitest'
import { testFolder } from '../folder.ts'
import { parseMarks } from '../marks.mjs'
import { scriptsIn, sizeKb } from './loaded-scripts.ts'
import { cpuOf, parentOf, processTree } from './processes.ts'
import { median, percentile } from './statistics.ts'

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([30, 10, 20])).toBe(20)
  expect(median([40, 10, 20, 30])).toBe(25)
})

test('a percentile is the smallest value that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_none, index) => 100 - index)
  expect(percentile(hundred, 95)).toBe(95)
  expect(percentile(hundred, 50)).toBe(50)
  expect(percentile([7], 95)).toBe(7)
  expect(percentile([], 95)).toBeNaN()
})

test('the median of nothing, or with an unknown value, is unknown', () => {
  expect(median([])).toBeNaN()
  expect(median([1, Number.NaN, 3])).toBeNaN()
})

test('marks are read line by line, and a line that is still being written is left out', () => {
  const marks = parseMarks('{"mark":"appReady","at":5}\n{"mark":"readyToShow","at":9.5}\n{"mark":"firstSt')
  expect([...marks]).toEqual([
    ['appReady', 5],
    ['readyToShow', 9.5],
  ])
})

test('a line that is no mark is refused', () => {
  expect(() => parseMarks('{"mark":"appReady"}\n')).toThrow('Not a mark')
})

test('the parent is read after a process name that holds blanks and parentheses', () => {
  expect(parentOf('4321 (cmk (wizard) x) S 77 4321 4321 0')).toBe(77)
})

test('processor time is that of a process and of its children that have ended, in user mode and in the kernel', () => {
  expect(cpuOf('4321 (cmk (wizard) x) S 77 4321 4321 0 -1 4194560 100 0 0 0 15 4 3 1 20 0 22 0 9000')).toBe(230)
})

test('the tree contains the process and its descendants, and no other', () => {
  const processes = [
    { pid: 2, parent: 1 },
    { pid: 3, parent: 2 },
    { pid: 4, parent: 3 },
    { pid: 5, parent: 1 },
  ]
  expect(processTree(2, processes)).toEqual([2, 3, 4])
})

test('of the scripts an engine has parsed, those of the bundle count, each once', () => {
  const parsed = [
    'node:internal/main',
    '',
    'file:///app/out/main/index.js',
    'file:///app/out/main/chunks/wizard-a1.js',
    'file:///app/out/main/chunks/wizard-a1.js',
    'file:///app/out/preload/index.cjs',
    'file:///elsewhere/loader.js',
  ]
  expect(scriptsIn(parsed, '/app/out/main')).toEqual(['chunks/wizard-a1.js', 'index.js'])
})

test("scripts from the app's own scheme are found by their path", () => {
  expect(scriptsIn(['app://wizard/assets/index-b2.js', 'app://wizard/index.html'], '/app/out/renderer')).toEqual(['assets/index-b2.js'])
})

test('sizes are added up in KiB', () => {
  const out = testFolder({ 'index.js': 'x'.repeat(1024), 'assets/a.js': 'x'.repeat(512) })
  expect(sizeKb(['index.js', 'assets/a.js'], out)).toBe(1.5)
})
