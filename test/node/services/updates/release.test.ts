import { describe, expect, it } from 'vitest'
import { publisherKey } from '#node/services/updates/envelope.ts'
import { readRelease } from '#node/services/updates/release.ts'
import { signed } from '../../../../tools/sign-update.mjs'
import { foreignKey, ownKey, ownPublicKey, payload } from './signing.ts'

const keys = [publisherKey(ownPublicKey)]
const refused = (text: string) => {
  const read = readRelease(text, keys)
  return read.ok ? undefined : read.refused
}
const changed = (change: (envelope: Record<string, unknown>) => unknown) => JSON.stringify(change(JSON.parse(signed(payload(), ownKey))))

describe('what the publisher signed about a version', () => {
  it('is read', () => {
    expect(readRelease(signed(payload(), ownKey), keys)).toEqual({
      ok: true,
      release: {
        channel: 'stable',
        version: '1.1.0',
        expires: Date.UTC(2027, 1, 1),
        notes: 'https://releases.example/1.1.0',
        packages: [{ kind: 'deb', arch: 'x64', file: 'wizard_1.1.0_amd64.deb', size: 3, sha512: `${'A'.repeat(86)}==` }],
      },
    })
  })

  it('is read with any of the keys, so that one can be replaced', () => {
    const two = [...keys, publisherKey(Buffer.alloc(32, 1).toString('base64'))]
    expect(readRelease(signed(payload(), ownKey), two.toReversed()).ok).toBe(true)
  })

  it.each([
    ['another key', signed(payload(), foreignKey)],
    ['a signature over another kind of file', signed(payload(), ownKey, 'application/vnd.in-toto+json')],
    ['a kind that was renamed after it was signed', changed((envelope) => ({ ...envelope, payloadType: 'text/plain' }))],
    [
      'another payload under the same signature',
      changed((envelope) => ({ ...envelope, payload: Buffer.from(payload({ version: '9.0.0' })).toString('base64') })),
    ],
    ['no payload', changed((envelope) => ({ ...envelope, payload: '' }))],
  ])('is refused by its signature: %s', (_what, text) => {
    expect(refused(text)).toBe('signature')
  })

  it('is refused when any one byte of what was signed, or of the signature, is another', () => {
    const whole = JSON.parse(signed(payload(), ownKey))
    const flipped = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64')
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      return bytes.toString('base64')
    }
    const [signature] = whole.signatures
    for (let at = 0; at < Buffer.from(whole.payload, 'base64').length; at += 7) {
      expect(refused(JSON.stringify({ ...whole, payload: flipped(whole.payload, at) })), `byte ${at}`).toBe('signature')
    }
    for (let at = 0; at < 64; at++) {
      const other = { ...whole, signatures: [{ ...signature, sig: flipped(signature.sig, at) }] }
      expect(refused(JSON.stringify(other)), `byte ${at} of the signature`).toBe('signature')
    }
  })

  it.each([
    ['nothing', ''],
    ['half of it', signed(payload(), ownKey).slice(0, 200)],
    ['a page of a server', '<html>'],
    ['another member', changed((envelope) => ({ ...envelope, more: 1 }))],
    ['no signature', changed((envelope) => ({ ...envelope, signatures: [] }))],
  ])('is refused where it can’t be read: %s', (_what, text) => {
    expect(refused(text)).toBe('malformed')
  })

  const file = { kind: 'deb', arch: 'x64', file: 'wizard.deb', size: 3, sha512: `${'A'.repeat(86)}==` }
  it.each([
    ['a file elsewhere', payload({ packages: [{ ...file, file: '../wizard.deb' }] })],
    ['an address as a file', payload({ packages: [{ ...file, file: 'https://a.example/b' }] })],
    ['a file with a backslash', payload({ packages: [{ ...file, file: 'a\\b.deb' }] })],
    ['a hidden file', payload({ packages: [{ ...file, file: '.deb' }] })],
    ['a shorter hash', payload({ packages: [{ ...file, sha512: 'AAAA' }] })],
    ['no size', payload({ packages: [{ ...file, size: 0 }] })],
    ['no package', payload({ packages: [] })],
    ['release notes without https', payload({ notes: 'http://releases.example/' })],
    ['a version of another form', payload({ version: 'latest' })],
    ['an unknown channel', payload({ channel: 'nightly' })],
    ['another app', payload().replace('cmk-enablement-wizard', 'another-app')],
    ['no JSON', 'version: 1.1.0'],
  ])('is refused where it says something else, though it is signed: %s', (_what, said) => {
    expect(refused(signed(said, ownKey))).toBe('malformed')
  })
})
