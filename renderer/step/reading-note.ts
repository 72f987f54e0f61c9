import type { Times } from '../format.ts'
import type { Strings } from '../strings.ts'

/** When the page was read, or that it is being read again. */
export function readingNote({ findings }: Strings, { moment, relative }: Times, checkedAt: number, reading: boolean, now: number): string {
  const at = moment(checkedAt, now)
  return reading ? findings.readingAgain({ at }) : findings.checked({ at, relative: relative(checkedAt, now) })
}
