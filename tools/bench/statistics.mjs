/** Reading and summing up what the runs left behind. */

/**
 * @param {readonly number[]} values
 * @returns {number} NaN where there are none, or where one of them is unknown
 */
export function median(values) {
  if (values.length === 0 || values.some(Number.isNaN)) return Number.NaN
  const sorted = [...values].sort((first, second) => first - second)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * @param {readonly number[]} values
 * @param {number} share in hundredths
 * @returns {number} the smallest of the values that so many of them do not exceed; NaN where there are none
 */
export function percentile(values, share) {
  const sorted = [...values].sort((first, second) => first - second)
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN
}

/**
 * @param {string} lines one JSON object a line, `{"mark":"readyToShow","at":…}`; a last line that is still being written
 *   is left for the next reading
 * @returns {Map<string, number>} each mark with its time in ms since 1970
 */
export function parseMarks(lines) {
  const complete = lines.slice(0, lines.lastIndexOf('\n') + 1)
  const marks = new Map()
  for (const line of complete.split('\n').filter(Boolean)) {
    const { mark, at } = JSON.parse(line)
    if (typeof mark !== 'string' || typeof at !== 'number') throw new Error(`Not a mark: ${line}`)
    marks.set(mark, at)
  }
  return marks
}
