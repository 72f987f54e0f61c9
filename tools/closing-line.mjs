/**
 * Ends a test run with one plain line, `N passed, N failed` and `, N skipped` where there are any, so that a person and
 * a script read the outcome in the same place. Vitest's own summary is worded for people only.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * What of one of Vitest's test modules matters for counting.
 * @typedef {{ state(): string, children: { allTests(): Iterable<{ result(): { state: string } }> } }} CountedModule
 */

/**
 * Counts single tests. A file that failed before it could name a test, or outside of its tests, counts as one failure,
 * as does each error that belongs to no file: nothing that went wrong may read as zero failures.
 * @param {Iterable<CountedModule>} modules
 * @param {number} unhandledErrors
 * @returns {Counts}
 */
export function countTests(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 }
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state)
    const passed = states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length
    counts.passed += passed
    counts.failed += module.state() === 'failed' ? Math.max(1, failed) : failed
    counts.skipped += states.length - passed - failed
  }
  return counts
}

/**
 * The counts that a run left in its file. A run that left none, or that ended with an error without naming a failure,
 * counts as one failure.
 * @param {string} file
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  /** @type {Counts} */
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

export default class ClosingLine {
  /** @param {readonly import('vitest/node').TestModule[]} modules @param {readonly unknown[]} unhandledErrors */
  onTestRunEnd(modules, unhandledErrors) {
    const counts = countTests(modules, unhandledErrors.length)
    const file = process.env['CMK_WIZARD_COUNTS_FILE']
    // Under `tools/test.mjs` the line is printed there, after everything else has ended.
    if (file) writeFileSync(file, JSON.stringify(counts))
    // Vitest's own summary is written in this same hook; the line belongs after it.
    else process.once('exit', () => console.log(closingLine(counts)))
  }
}
