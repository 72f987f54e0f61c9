import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'

/*
 * Signed bytes in a DSSE envelope: the signature covers the bytes as they are and what they are for, so nothing has to be brought into a
 * canonical form before it is verified. https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md
 */

/** What is signed, so that a signature over something else is worth nothing here. */
export const PAYLOAD_TYPE = 'application/vnd.cmk-enablement-wizard.release+json'

const base64 = z.base64().max(64 * 1024)
const envelope = z.strictObject({
  payloadType: z.string().max(256),
  payload: base64,
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(256).optional(), sig: base64 }))
    .min(1)
    .max(8),
})

/** The bytes that are signed. @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md */
const preAuthentication = (type: string, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload])

export type Opened = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly refused: 'malformed' | 'signature' }

/**
 * A public key of the publisher.
 * @param written 32 bytes of Ed25519, in base64
 * @throws TypeError where it's something else
 */
export function publisherKey(written: string): KeyObject {
  const raw = Buffer.from(written, 'base64')
  if (raw.length !== 32) throw new TypeError('A public key for updates has 32 bytes.')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
}

/** Opens an envelope that one of the keys signed. What isn't signed by one is not read any further. */
export function openEnvelope(text: string, keys: readonly KeyObject[]): Opened {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return { ok: false, refused: 'malformed' }
  }
  const parsed = envelope.safeParse(found)
  if (!parsed.success) return { ok: false, refused: 'malformed' }
  const { payloadType, payload, signatures } = parsed.data
  const bytes = Buffer.from(payload, 'base64')
  const signed = preAuthentication(PAYLOAD_TYPE, bytes)
  const isSigned = signatures.some(({ sig }) => keys.some((key) => verify(null, signed, key, Buffer.from(sig, 'base64'))))
  // Verified with the type that is expected here and not with the one that was sent.
  if (payloadType !== PAYLOAD_TYPE || !isSigned) return { ok: false, refused: 'signature' }
  return { ok: true, payload: bytes.toString('utf8') }
}
