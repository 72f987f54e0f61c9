import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'

/* Signed bytes in a DSSE envelope: the signature covers bytes and type, so no canonical form is needed.
   https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md */

/** Signed type, so that other signatures are worthless here. */
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

/** @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md */
const preAuthentication = (type: string, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload])

export type Opened = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly refused: 'malformed' | 'signature' }

/** @param written 32 bytes of Ed25519, in base64 @throws TypeError if invalid */
export function publisherKey(written: string): KeyObject {
  const raw = Buffer.from(written, 'base64')
  if (raw.length !== 32) throw new TypeError('A public key for updates has 32 bytes.')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
}

/** Opens an envelope signed by one of the keys; others aren't parsed further. */
export function openEnvelope(text: string, keys: readonly KeyObject[]): Opened {
  const found = parsedJson(text)
  if (found === undefined) return { ok: false, refused: 'malformed' }
  const parsed = envelope.safeParse(found)
  if (!parsed.success) return { ok: false, refused: 'malformed' }
  const { payloadType, payload, signatures } = parsed.data
  const bytes = Buffer.from(payload, 'base64')
  const signed = preAuthentication(PAYLOAD_TYPE, bytes)
  const isSigned = signatures.some(({ sig }) => keys.some((key) => verify(null, signed, key, Buffer.from(sig, 'base64'))))
  // Verified with the expected type, not the sent one.
  if (payloadType !== PAYLOAD_TYPE || !isSigned) return { ok: false, refused: 'signature' }
  return { ok: true, payload: bytes.toString('utf8') }
}
