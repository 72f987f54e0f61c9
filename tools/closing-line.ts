/**
 * Ends a test run with one plain line, `N passed, N failed` and `, N skipped` where there are any, so that a person and
 * a script read the outcome in the same place. Vitest's own summary is worded for people only.
 */
import type { Reporter, TestModule } from 'vitest/node'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The closing line for these counts. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** What of a test module matters for counting. */
export type CountedModule = Pick<TestModule, 'state'> & {
  readonly children: { allTests(): Iterable<{ result(): { readonly state: string } }> }
}

/**
 * Counts single tests. A file that failed before it could name a test, or one that failed outside of its tests, counts
 * as one failure, as does each error that belongs to no file: nothing that went wrong may read as zero failures.
 */
export function countTests(modules: Iterable<CountedModule>, unhandledErrors: number): Counts {
  let passed = 0
  let failed = unhandledErrors
  let skipped = 0
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state)
    const failedTests = states.filter((state) => state === 'failed').length
    passed += states.filter((state) => state === 'passed').length
    skipped += states.filter((state) => state !== 'passed' && state !== 'failed').length
    failed += module.state() === 'failed' ? Math.max(1, failedTests) : failedTests
  }
  return { passed, failed, skipped }
}

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    // The default reporter writes its summary in the same hook; the next turn of the event loop puts this line after it.
    process.once('exit', () => console.log(closingLine(countTests(modules, unhandledErrors.length))))
  }
}
