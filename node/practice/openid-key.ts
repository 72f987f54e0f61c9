import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** Key that signs identity tokens, so that OpenID Connect clients can verify them. */
export interface OpenIdKey {
  readonly id: string
  /** RS256 over a token's header and payload, base64url. */
  sign(text: string): string
  readonly published: Readonly<Record<string, unknown>>
}

let made: OpenIdKey | undefined

/** One per process, lazily, because generating one takes a tenth of a second. */
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
