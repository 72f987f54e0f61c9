import { appendFileSync } from 'node:fs'

export type Mark = 'didStartMain' | 'appReady' | 'readyToShow' | 'firstPageInteractive' | 'firstStepInteractive'

/**
 * Records startup milestones.
 * @param file gets a JSON line per mark; without it marks cost nothing
 * @param now milliseconds since 1970-01-01T00:00:00Z, with decimals
 * @returns sets a mark once
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
