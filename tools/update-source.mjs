/** Where a package takes its updates from, read from the environment of who makes it. */
import { createPublicKey } from 'node:crypto'

/** The app reads it from its resources: node/services/updates/source.ts. */
export const UPDATE_SOURCE_FILE = 'updates.json'

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string | undefined} the file's content; nothing where the package is not to update itself
 * @throws naming what is missing or wrong
 */
export function updateSourceFile(environment) {
  const [feed, key, channel = 'stable'] = ['FEED', 'PUBLIC_KEY', 'CHANNEL'].map(
    (name) => environment[`CMK_WIZARD_UPDATE_${name}`] || undefined,
  )
  if (key === undefined) {
    if (feed === undefined) return undefined
    throw new Error('Updates are half set: CMK_WIZARD_UPDATE_PUBLIC_KEY is missing. npm run release -- sign-update --public-key prints it.')
  }
  if (feed !== undefined && !feed.startsWith('https://')) throw new Error('CMK_WIZARD_UPDATE_FEED must be an https address.')
  if (!['stable', 'beta'].includes(channel)) throw new Error('CMK_WIZARD_UPDATE_CHANNEL must be stable or beta.')
  try {
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'base64').toString('base64url') }, format: 'jwk' })
  } catch {
    throw new Error('CMK_WIZARD_UPDATE_PUBLIC_KEY isn’t a public key of Ed25519. npm run release -- sign-update --public-key prints it.')
  }
  return `${JSON.stringify({ version: 1, keys: [key], ...(feed === undefined ? {} : { feed }), channel })}\n`
}
