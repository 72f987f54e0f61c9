/**
 * Ends a test run with one plain line, `N passed, N failed` and `, N skipped` where there are any, so that a person and
 * a script read the outcome in the same place. Vitest's own summary is worded for people only.
 */
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Counts the tests in Vitest's report. A file that failed without a failed test counts as one failure, as does a run that left no report, or that
 * ended with an error without naming a failure: nothing that went wrong may read as zero failures.
 * @param {string} file of Vitest's reporter `json`
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function readCounts(file, exitCode) {
  /** @type {{ testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} */
  const { testResults } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of testResults) {
    const having = (/** @type {string} */ wanted) => assertionResults.filter((each) => each.status === wanted).length
    counts.passed += having('passed')
    counts.failed += having('failed') || Number(status === 'failed')
    counts.skipped += assertionResults.length - having('passed') - having('failed')
  }
  const isWrong = exitCode !== 0 || testResults.length === 0
  return isWrong && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
