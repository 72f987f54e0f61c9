/**
 * `npm run release -- sign-update`: signs what the app reads before it updates itself, for the packages of one version.
 *
 * --packages FOLDER    with the packages; `CHANNEL.json` is written beside them
 * --channel NAME       `stable` or `beta`
 * --days NUMBER        how long it counts. Sign it again before that, also without a new version
 * --notes ADDRESS      https address of the release notes (optional)
 * --public-key         prints the public key for CMK_WIZARD_UPDATE_PUBLIC_KEY, and does nothing else
 *
 * The private key is read from CMK_WIZARD_UPDATE_KEY, a PEM of Ed25519 as `openssl genpkey -algorithm ed25519` makes it. It's written nowhere.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readOptions, runAsCommand } from './command.mjs'
import { repositoryRoot } from './location.mjs'

/** Both are the app's as well: node/services/updates. */
const PAYLOAD_TYPE = 'application/vnd.cmk-enablement-wizard.release+json'
const PRODUCT = 'io.github.cmk-enablement-wizard'
const CHANNELS = ['stable', 'beta']
const DAY_MS = 24 * 60 * 60 * 1000

/** @type {readonly (readonly [end: RegExp, kind: string])[]} the packages that replace themselves, by how their names end */
const kinds = [
  [/\.deb$/, 'deb'],
  [/\.rpm$/, 'rpm'],
  [/\.AppImage$/, 'AppImage'],
  [/-setup-[^-]+\.exe$/, 'nsis'],
  [/\.zip$/, 'zip'],
]
/** @type {readonly (readonly [RegExp, string])[]} each packager has its own names */
const architectures = [
  [/[-_.](?:x64|x86_64|amd64)\b/, 'x64'],
  [/[-_.](?:arm64|aarch64)\b/, 'arm64'],
]

/** @param {readonly (readonly [RegExp, string])[]} table @param {string} name */
const named = (table, name) => table.find(([pattern]) => pattern.test(name))?.[1]

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @throws in words, where there is no such key
 */
function privateKey(environment) {
  const pem = environment['CMK_WIZARD_UPDATE_KEY']
  if (!pem) throw new Error('CMK_WIZARD_UPDATE_KEY isn’t set. It holds the private key, a PEM of Ed25519.')
  const key = parsedKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('CMK_WIZARD_UPDATE_KEY isn’t a key of Ed25519.')
  return key
}

/**
 * @param {string} pem
 * @throws in words, and not in the library's
 */
function parsedKey(pem) {
  try {
    return createPrivateKey(pem)
  } catch {
    throw new Error('CMK_WIZARD_UPDATE_KEY isn’t a private key in PEM format.')
  }
}

/**
 * @param {import('node:crypto').KeyObject} key private or public
 * @returns {string} 32 bytes in base64, as the app reads it
 */
export function publicKeyOf(key) {
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

/**
 * Signs a payload in a DSSE envelope.
 * @param {string} payload
 * @param {import('node:crypto').KeyObject} key
 * @param {string} [type]
 * @returns {string} the envelope, as JSON
 * @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
 */
export function signed(payload, key, type = PAYLOAD_TYPE) {
  const bytes = Buffer.from(payload)
  const covered = Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${bytes.length} `), bytes])
  const signatures = [{ keyid: publicKeyOf(key), sig: sign(null, covered, key).toString('base64') }]
  return `${JSON.stringify({ payloadType: type, payload: bytes.toString('base64'), signatures })}\n`
}

/**
 * @param {string} folder
 * @returns {readonly { kind: string, arch: string, file: string, size: number, sha512: string }[]} the packages in it that replace themselves
 */
export function packagesIn(folder) {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => {
      const [kind, arch] = [named(kinds, file), named(architectures, file)]
      if (kind === undefined || arch === undefined) return []
      const bytes = readFileSync(path.join(folder, file))
      return [{ kind, arch, file, size: bytes.length, sha512: createHash('sha512').update(bytes).digest('base64') }]
    })
}

/**
 * Packages for tests have another version: 1.0.0~fortests.
 * @param {string} file
 * @param {string} version
 */
function isOfVersion(file, version) {
  const [, after] = file.split(new RegExp(`[-_]${version.replaceAll('.', '\\.')}`))
  return after !== undefined && /^(?:[-_]|\.(?!\d))/.test(after)
}

/**
 * @param {{ channel: string, version: string, expires: Date, notes?: string | undefined, packages: ReturnType<typeof packagesIn> }} release
 * @returns {string} what is signed
 */
export const releasePayload = ({ expires, ...release }) => JSON.stringify({ product: PRODUCT, ...release, expires: expires.toISOString() })

/**
 * Signs the packages of a folder, or gives the public key.
 * @param {readonly string[]} words
 * @param {Readonly<Record<string, string | undefined>>} environment holds the private key
 * @returns {string} what is printed
 */
export function signUpdate(words, environment) {
  const { values, on } = readOptions(words, { valued: ['packages', 'channel', 'days', 'notes'], switches: ['public-key'] })
  const key = privateKey(environment)
  if (on.has('public-key')) return publicKeyOf(key)
  const [folder, channel, days, notes] = ['packages', 'channel', 'days', 'notes'].map((name) => values[name]?.at(-1))
  if (folder === undefined || channel === undefined || !CHANNELS.includes(channel) || !/^[1-9]\d{0,2}$/.test(days ?? '')) {
    throw new Error('Use --packages FOLDER, --channel stable or beta, and --days NUMBER.')
  }
  if (notes !== undefined && !notes.startsWith('https://')) throw new Error('Use --notes with an https address.')
  const packages = packagesIn(folder)
  if (packages.length === 0) throw new Error(`${folder} holds no package that replaces itself.`)
  const { version } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
  const others = packages.filter(({ file }) => !isOfVersion(file, version)).map(({ file }) => file)
  if (others.length > 0) throw new Error(`Only packages of version ${version} for people are signed, and not ${others.join(', ')}.`)
  const expires = new Date(Date.now() + Number(days) * DAY_MS)
  const file = path.join(folder, `${channel}.json`)
  writeFileSync(file, signed(releasePayload({ channel, version, expires, notes, packages }), key))
  return `${file}: version ${version}, counts until ${expires.toISOString()}.\n${packages.map((each) => `  ${each.file}`).join('\n')}`
}

await runAsCommand(import.meta.url, async (words) => {
  console.log(signUpdate(words, process.env))
  return true
})
