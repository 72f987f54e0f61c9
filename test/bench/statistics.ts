/** Reading and summing up what the runs left behind. */

/** @returns NaN where there are none, or where one of them is unknown */
export function median(values: readonly number[]): number {
  if (values.length === 0 || values.some(Number.isNaN)) return Number.NaN
  const sorted = [...values].sort((first, second) => first - second)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * @param share in hundredths
 * @returns the smallest of the values that so many of them do not exceed; NaN where there are none
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second)
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN
}

/** Says which figures are within their limits: one beyond is reported, never hidden. */
export function reportBudgets(budgets: Readonly<Record<string, number>>, measured: Readonly<Record<string, unknown>>): void {
  for (const [name, limit] of Object.entries(budgets)) {
    const value = measured[name]
    const verdict = typeof value !== 'number' ? 'not measured' : value <= limit ? 'within' : `over by ${(value - limit).toFixed(2)}`
    console.error(`  ${name.padEnd(28)} ${(typeof value === 'number' ? value.toFixed(2) : '-').padStart(9)}   budget ${limit}: ${verdict}`)
  }
}
