/** Random number in [0, 1). Passed in for reproducible tests. */
export type Random = () => number

/** Deterministic per seed (mulberry32). Not for secrets. @param seed any text, for example a scenario's name */
export function seededRandom(seed: string): Random {
  let state = 2166136261
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const DIGITS = '0123456789abcdef'

/** A loop for speed: every answer carries IDs. */
export function hex(random: Random, digits: number): string {
  let drawn = ''
  for (let place = 0; place < digits; place++) drawn += DIGITS.charAt(Math.floor(random() * DIGITS.length))
  return drawn
}

/** Version 4, lower case. */
export function guid(random: Random): string {
  const digits = hex(random, 32)
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}

/** Base64url; the highest bit is set, as in a modulus of exactly that size. */
export function modulus(random: Random, bytes: number): string {
  const values = Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256))
  values[0] = (values[0] ?? 0) | 0x80
  return Buffer.from(values).toString('base64url')
}
