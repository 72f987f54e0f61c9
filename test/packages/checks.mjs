/** A row of named checks that are run one after another, each with its time, and counted. */

/** A check that this machine can't run, and why. */
export class CannotBeChecked extends Error {}

/**
 * @typedef {{ readonly name: string, readonly run: () => unknown }} Check fails by throwing, and is skipped by throwing {@link CannotBeChecked}
 */

/**
 * @param {readonly Check[]} checks
 * @param {(line: string) => void} say
 * @returns {Promise<import('../../tools/closing-line.mjs').Counts>}
 */
export async function runChecks(checks, say) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, run } of checks) {
    const began = performance.now()
    const took = () => `(${((performance.now() - began) / 1000).toFixed(1)} s)`
    try {
      await run()
      counts.passed += 1
      say(`passed: ${name} ${took()}`)
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason)
      const skipped = reason instanceof CannotBeChecked
      counts[skipped ? 'skipped' : 'failed'] += 1
      say(`${skipped ? 'skipped' : 'FAILED'}: ${name} ${took()}\n  ${why.replaceAll('\n', '\n  ')}`)
    }
  }
  return counts
}
