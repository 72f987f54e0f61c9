import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { defineMessages, type Message } from '../machines/messages/message.ts'

/** Deeper than anything that is written here, and shallow enough that no file can exhaust the stack. */
const DEEPEST = 64

/**
 * The canonical JSON of a value (RFC 8785), so that a hash of it means the value. Members that are `undefined` are left out, as JSON leaves
 * them out. Beyond the RFC, half of a surrogate pair is written as an escape: earlier versions wrote service texts that were cut there.
 * @throws TypeError for what JSON does not hold: a function, a number that is none, a nesting of more than 64 levels
 */
export function canonicalJson(value: unknown): string {
  refuseOutsideJson(value, 0)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('JSON holds no undefined.')
  return text
}

/** The package leaves a function in the text as `undefined`, and follows any nesting until the stack ends. */
function refuseOutsideJson(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new TypeError(`Nested deeper than ${DEEPEST} levels.`)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is no number that JSON holds.`)
  if (['function', 'symbol', 'bigint'].includes(typeof value)) throw new TypeError(`JSON holds no ${typeof value}.`)
  if (typeof value !== 'object' || value === null) return
  for (const member of Object.values(value)) refuseOutsideJson(member, depth + 1)
}

/**
 * SHA-256 of the canonical JSON of a value, as hexadecimal digits: the same for the same value, however it is written.
 * @throws TypeError as `canonicalJson`
 */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/**
 * Why an object that was parsed from JSON is not as it was written, by its member `digest` of everything else; nothing when it agrees.
 * One without a digest is damaged too: damage can swallow the member together with what it speaks for. It shows damage, and edits
 * that make no new digest.
 */
export function damageOf(body: object): Message | undefined {
  // Member by member: one that is called `__proto__` is damage like any other.
  const members = Object.entries(body)
  const digest = members.find(([name]) => name === 'digest')?.[1]
  if (digest === undefined) return messages.missing
  try {
    const rest = Object.fromEntries(members.filter(([name]) => name !== 'digest'))
    return digestOf(rest) === digest ? undefined : messages.differs
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return messages.notHashable
  }
}

/** Of an engagement's file as well, which the first page lists. */
const messages = defineMessages('start.damage', {
  missing: 'Its digest is missing: something other than the wizard changed it.',
  differs: 'It doesn’t match its digest: something other than the wizard changed it.',
  notHashable: 'It has a value that can’t be hashed.',
})
