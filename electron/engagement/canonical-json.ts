import { createHash } from 'node:crypto'

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

/**
 * SHA-256 of the canonical JSON of a value, as hexadecimal digits: the same for the same value, however it is written.
 * @throws TypeError as `canonicalJson`
 */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/**
 * Why an object that was parsed from JSON is not as it was written, by its member `digest` of everything else; nothing when it agrees,
 * and for one without a digest. It shows damage, and edits by whoever makes no new digest.
 */
export function damageOf(body: object): string | undefined {
  // Member by member: one that is called `__proto__` is damage like any other.
  const members = Object.entries(body)
  const digest = members.find(([name]) => name === 'digest')?.[1]
  if (digest === undefined) return undefined
  try {
    const rest = Object.fromEntries(members.filter(([name]) => name !== 'digest'))
    return digestOf(rest) === digest ? undefined : 'It does not agree with its digest: something else than the wizard changed it.'
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return error.message
  }
}
