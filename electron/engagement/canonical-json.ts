/** Deeper than anything that is written here, and shallow enough that no file can exhaust the stack. */
const DEEPEST = 64

/**
 * One text for one value, so that a hash of it means the value: members sorted by name, no white space, numbers and strings
 * as JSON writes them. Members that are `undefined` are left out, as JSON leaves them out.
 * @throws TypeError for what JSON does not hold: a function, a number that is none, a nesting of more than 64 levels
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new TypeError(`Nested deeper than ${DEEPEST} levels.`)
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no number that JSON holds.`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`JSON holds no ${typeof value}.`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]: [string, unknown]) => `${JSON.stringify(name)}:${write(member, depth + 1)}`)
  return `{${members.join(',')}}`
}
