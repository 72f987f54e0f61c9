import { createHash } from 'node:crypto'

const format = (bytes: Uint8Array, version: number): string => {
  const octets = bytes.slice(0, 16)
  octets[6] = ((octets[6] ?? 0) & 0x0f) | (version << 4)
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** @param random numbers from 0 up to but not including 1 */
export function randomGuid(random: () => number): string {
  return format(
    Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
    4,
  )
}

/** Fixed, so that all copies and scripts derive the same names. */
export const NAMESPACE_ID = '5f2c1b7e-9a4d-4c0e-8b3a-a6d17f90e2c4'

const NAMESPACE = Buffer.from(NAMESPACE_ID.replaceAll('-', ''), 'hex')

/** Deterministic and case-insensitive (RFC 9562, version 5). */
export function derivedGuid(...parts: readonly string[]): string {
  const name = parts.map((part) => part.toLowerCase()).join('\n')
  return format(createHash('sha1').update(NAMESPACE).update(name).digest(), 5)
}
