/** Results of the tests on Windows, a line of JSON each. */
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ name: string, state: 'pass' | 'fail' | 'skip', reasons: readonly string[] }} Test
 * @typedef {Test | { begun: string } | { isWhole: true }} Told
 */

/**
 * A process that ended before it had told all is a failure, whatever it had told until then.
 * @param {string} file
 * @param {string} ended how its process did
 * @param {string} printed what it printed
 * @returns {readonly Test[]}
 */
export function readResults(file, ended, printed) {
  /** @type {readonly Told[]} */
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    : []
  const tests = lines.flatMap((line) => ('name' in line ? [line] : []))
  const last = lines.findLast((line) => 'begun' in line)
  const during = last === undefined ? 'before its first test' : `in or after the test “${last.begun}”`
  const isWhole = lines.some((line) => 'isWhole' in line) && ended === '0' && tests.length > 0
  return isWhole
    ? tests
    : [...tests, { name: 'to its end', state: 'fail', reasons: [`It ended with ${ended} before that, ${during}.`, printed] }]
}

/** @param {readonly Test[]} tests @returns {import('../../tools/closing-line.mjs').Counts} */
export const countOf = (tests) => ({
  passed: tests.filter(({ state }) => state === 'pass').length,
  failed: tests.filter(({ state }) => state === 'fail').length,
  skipped: tests.filter(({ state }) => state === 'skip').length,
})
