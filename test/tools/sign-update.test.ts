import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { version } from '../../package.json'
import { publisherKey } from '../../services/updates/envelope.ts'
import { readRelease } from '../../services/updates/release.ts'
import { repositoryRoot } from '../../tools/location.mjs'
import { ownKey, ownPublicKey } from '../services/updates/signing.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const pem = String(ownKey.export({ type: 'pkcs8', format: 'pem' }))

function sign(words: readonly string[], key: string | undefined) {
  const { CMK_WIZARD_UPDATE_KEY: _, ...environment } = process.env
  const run = spawnSync(process.execPath, [path.join(repositoryRoot, 'tools', 'sign-update.mjs'), ...words], {
    encoding: 'utf8',
    env: { ...environment, ...(key === undefined ? {} : { CMK_WIZARD_UPDATE_KEY: key }) },
  })
  return { ...run, said: `${run.stdout}${run.stderr}` }
}

/** With what a release workflow has in it. */
function releaseFolder(
  files = [
    'wizard_1.0.0_amd64.deb',
    'wizard-1.0.0-1.x86_64.rpm',
    'wizard-1.0.0-setup-x64.exe',
    'wizard-1.0.0-x64.msi',
    'wizard-1.0.0-arm64.zip',
    'wizard-1.0.0-x86_64.AppImage',
    'SHA256SUMS',
  ],
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cmk-wizard-sign-'))
  folders.push(folder)
  for (const file of files) writeFileSync(path.join(folder, file), `bytes of ${file}`)
  return folder
}

test('the packages of a version are signed so that the app reads them, each with its kind, its processor, its size and its hash', () => {
  const folder = releaseFolder()
  const run = sign(['--packages', folder, '--channel', 'beta', '--days', '30', '--notes', 'https://releases.example/'], pem)
  expect(run.status, run.said).toBe(0)
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
  const run = sign(['--packages', folder, '--channel', 'stable', '--days', '30'], pem)
  const everything = [run.said, ...readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))].join('\n')
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
  expect(sign(['--public-key'], pem).stdout).toBe(`${ownPublicKey}\n`)
})

test.each([
  ['no key', ['--public-key'], undefined, 'CMK_WIZARD_UPDATE_KEY isn’t set'],
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
  const run = sign(words, key)
  expect(run.status).toBe(1)
  expect(run.said).toContain(said)
})

test('nothing is signed where there is no package', () => {
  const folder = releaseFolder(['SHA256SUMS'])
  const run = sign(['--packages', folder, '--channel', 'stable', '--days', '30'], pem)
  expect(run.status).toBe(1)
  expect(readdirSync(folder)).toEqual(['SHA256SUMS'])
})
