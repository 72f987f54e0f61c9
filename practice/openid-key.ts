import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** The key that identity tokens are signed with, so that a client which verifies them, as OpenID Connect asks, can. */
export interface OpenIdKey {
  readonly id: string
  /** RS256 over a token's header and payload, base64url. */
  sign(text: string): string
  /** As the key set that the metadata name holds it. */
  readonly published: Readonly<Record<string, unknown>>
}

let made: OpenIdKey | undefined

/** One for as long as the program runs, made when it is first needed: making one takes a tenth of a second. */
export function openIdKey(): OpenIdKey {
  made ??= fromKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
  return made
}

function fromKey(key: KeyObject): OpenIdKey {
  const publicKey = createPublicKey(key)
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16)
  return {
    id,
    sign: (text) => sign('sha256', Buffer.from(text), key).toString('base64url'),
    published: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: id },
  }
}
