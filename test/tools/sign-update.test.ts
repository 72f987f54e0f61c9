import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { publisherKey } from '#node/services/updates/envelope.ts'
import { readRelease } from '#node/services/updates/release.ts'
import { version } from '../../package.json'
import { signUpdate } from '../../tools/sign-update.mjs'
import { testFolder } from '../folder.ts'
import { ownKey, ownPublicKey } from '../node/services/updates/signing.ts'

const pem = String(ownKey.export({ type: 'pkcs8', format: 'pem' }))

const sign = (words: readonly string[], key: string | undefined) => signUpdate(words, { CMK_WIZARD_UPDATE_KEY: key })

/** With what a release workflow has in it. */
function releaseFolder(
  files = [
    `wizard_${version}_amd64.deb`,
    `wizard-${version}-1.x86_64.rpm`,
    `wizard-${version}-setup-x64.exe`,
    `wizard-${version}-x64.msi`,
    `wizard-${version}-arm64.zip`,
    `wizard-${version}-x86_64.AppImage`,
    'SHA256SUMS',
  ],
) {
  return testFolder(Object.fromEntries(files.map((file) => [file, `bytes of ${file}`])))
}

test('the packages of a version are signed so that the app reads them, each with its kind, its processor, its size and its hash', () => {
  const folder = releaseFolder()
  sign(['--packages', folder, '--channel', 'beta', '--days', '30', '--notes', 'https://releases.example/'], pem)
  const read = readRelease(readFileSync(path.join(folder, 'beta.json'), 'utf8'), [publisherKey(ownPublicKey)])
  expect(read).toMatchObject({ ok: true, release: { channel: 'beta', version, notes: 'https://releases.example/' } })
  const packages = read.ok ? read.release.packages : []
  expect(packages.map(({ kind, arch }) => `${kind} ${arch}`).toSorted()).toEqual([
    'AppImage x64',
    'deb x64',
    'nsis x64',
    'rpm x64',
    'zip arm64',
  ])
  for (const { file, size, sha512 } of packages) {
    expect(size).toBe(`bytes of ${file}`.length)
    expect(sha512).toBe(createHash('sha512').update(`bytes of ${file}`).digest('base64'))
  }
})

test('the private key is in nothing that is written or printed', () => {
  const folder = releaseFolder()
  const printed = sign(['--packages', folder, '--channel', 'stable', '--days', '30'], pem)
  const everything = [printed, ...readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))].join('\n')
  const { d = '' } = ownKey.export({ format: 'jwk' })
  for (const form of [
    d,
    Buffer.from(d, 'base64url').toString('base64'),
    Buffer.from(d, 'base64url').toString('hex'),
    pem.split('\n')[1] ?? '',
  ]) {
    expect(everything).not.toContain(form)
  }
})

test('the public key is printed as a package takes it', () => {
  expect(sign(['--public-key'], pem)).toBe(ownPublicKey)
})

test.each([
  ['no key', ['--public-key'], undefined, 'CMK_WIZARD_UPDATE_KEY isn’t set'],
  ['what is no key', ['--public-key'], 'key', 'CMK_WIZARD_UPDATE_KEY isn’t a private key in PEM format.'],
  ['no channel', ['--packages', '.', '--days', '3'], pem, 'Use --packages FOLDER'],
  ['an unknown channel', ['--packages', '.', '--days', '3', '--channel', 'nightly'], pem, 'Use --packages FOLDER'],
  ['no end', ['--packages', '.', '--channel', 'beta', '--days', '0'], pem, 'Use --packages FOLDER'],
  [
    'release notes without https',
    ['--packages', '.', '--channel', 'beta', '--days', '3', '--notes', 'http://a.example'],
    pem,
    'https address',
  ],
])('nothing is signed with %s', (_what, words, key, said) => {
  expect(() => sign(words, key)).toThrow(said)
})

test('nothing is signed where there is no package', () => {
  const folder = releaseFolder(['SHA256SUMS'])
  expect(() => sign(['--packages', folder, '--channel', 'stable', '--days', '30'], pem)).toThrow('holds no package')
  expect(readdirSync(folder)).toEqual(['SHA256SUMS'])
})

test.each([
  `cmk-enablement-wizard_${version}~fortests_amd64.deb`,
  `cmk-enablement-wizard-${version}~fortests-1.x86_64.rpm`,
  'wizard_0.9.0_amd64.deb',
  `wizard_${version}.1_amd64.deb`,
  `wizard-1${version}-x64.zip`,
  'wizard-x64.zip',
])('nothing is signed beside a package that isn’t this version’s, for people: %s', (file) => {
  const folder = releaseFolder([`wizard_${version}_amd64.deb`, file])
  expect(() => sign(['--packages', folder, '--channel', 'stable', '--days', '30'], pem)).toThrow(file)
  expect(readdirSync(folder)).not.toContain('stable.json')
})
