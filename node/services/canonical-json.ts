import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { defineMessages, type Message } from '#machines/messages/message.ts'

/** Limits the stack; deeper than anything written here. */
const DEEPEST = 64

/**
 * Canonical JSON (RFC 8785) for hashing. Drops `undefined` members, as JSON does. Beyond the RFC, lone surrogates are
 * escaped, because earlier versions wrote truncated service texts.
 * @throws TypeError for functions, non-finite numbers, and more than 64 levels
 */
export function canonicalJson(value: unknown): string {
  refuseOutsideJson(value, 0)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('JSON holds no undefined.')
  return text
}

/** The package writes functions as `undefined` and has no depth limit. */
function refuseOutsideJson(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new TypeError(`Nested deeper than ${DEEPEST} levels.`)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is no number that JSON holds.`)
  if (['function', 'symbol', 'bigint'].includes(typeof value)) throw new TypeError(`JSON holds no ${typeof value}.`)
  if (typeof value !== 'object' || value === null) return
  for (const member of Object.values(value)) refuseOutsideJson(member, depth + 1)
}

/** SHA-256 of the canonical JSON, in hexadecimal. @throws TypeError as `canonicalJson` */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/**
 * Checks a parsed object against its member `digest`; undefined if it matches.
 * A missing digest is damage too, because damage can remove it. Detects damage, and edits without a new digest.
 */
export function damageOf(body: object): Message | undefined {
  // Includes a member called `__proto__`.
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

const messages = defineMessages('start.damage', {
  missing: 'Its digest is missing: something other than the wizard changed it.',
  differs: 'It doesn’t match its digest: something other than the wizard changed it.',
  notHashable: 'It has a value that can’t be hashed.',
})
