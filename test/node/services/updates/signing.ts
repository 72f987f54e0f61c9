import { generateKeyPairSync } from 'node:crypto'
import { publicKeyOf, releasePayload } from '../../../../tools/sign-update.mjs'

const { privateKey } = generateKeyPairSync('ed25519')
/** Another one's. */
export const foreignKey = generateKeyPairSync('ed25519').privateKey
export const ownKey = privateKey
/** As a package holds it. */
export const ownPublicKey = publicKeyOf(privateKey)

type Payload = Parameters<typeof releasePayload>[0]

/** Signed payload of a version, with a test's changes. */
export const payload = (change: Partial<Payload> = {}): string =>
  releasePayload({
    channel: 'stable',
    version: '1.1.0',
    expires: new Date(Date.UTC(2027, 1, 1)),
    notes: 'https://releases.example/1.1.0',
    packages: [{ kind: 'deb', arch: 'x64', file: 'wizard_1.1.0_amd64.deb', size: 3, sha512: `${'A'.repeat(86)}==` }],
    ...change,
  })
