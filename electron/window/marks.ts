import { appendFileSync } from 'node:fs'

/** Moments of the start, in their order: measured by the app itself, so that everyone measures the same. */
export type Mark = 'didStartMain' | 'appReady' | 'readyToShow' | 'firstPageInteractive' | 'firstStepInteractive'

/**
 * Writes down when the app reached which moment.
 * @param file gets one JSON line for each mark; without it marks cost nothing
 * @param now milliseconds since 1970-01-01T00:00:00Z, with decimals
 * @returns a function that sets a mark; only its first time counts
 */
export function createMarks(
  file: string | undefined,
  now: () => number = () => performance.timeOrigin + performance.now(),
  append: (file: string, line: string) => void = appendFileSync,
): (mark: Mark) => void {
  if (file === undefined) return () => undefined
  const seen = new Set<Mark>()
  return (mark) => {
    const at = now()
    if (seen.has(mark)) return
    seen.add(mark)
    append(file, `${JSON.stringify({ mark, at })}\n`)
  }
}
