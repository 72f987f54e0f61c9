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
