/** Connections of the packaged app to a server whose certificate no one trusts, while variables ask it to trust everyone and to write down what it sends. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repositoryRoot } from '../../tools/location.mjs'
import { runTypeScript } from '../../tools/typescript.mjs'
import { copyPackage } from './copy.mjs'
import { debuggingAddress, onFirstPage, START_LIMIT_MS } from './packaged-window.mjs'

/** @typedef {import('./attempts.mjs').Place} Place */
/** @typedef {{ readonly connections: number, readonly requests: number, readonly printed: string, readonly keysWritten: boolean }} Seen */

/** In base64, as long as a key of Ed25519: the feed's signature is never looked at here. */
const ANY_KEY = Buffer.alloc(32, 1).toString('base64')

/** Node.js's lines for `NODE_DEBUG`, what it says of the switched off check, and the request itself. */
const TELLS = /^(?:HTTP|HTTPS|NET|TLS) \d+:|NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes|stable\.json/m

async function untrustedServer() {
  const { module } = await runTypeScript(path.join(repositoryRoot, 'node/practice/certificates.ts'))
  const { authority, certificate, key } = module.createLoopbackCertificates(Date.now())
  const heard = { connections: 0, requests: 0 }
  const server = https.createServer({ cert: certificate, key }, (_request, response) => {
    heard.requests++
    response.writeHead(404).end()
  })
  server.on('connection', () => heard.connections++)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { authority, feed: `https://127.0.0.1:${address.port}/`, heard, stop }
}

/**
 * Has the window check for updates, as its button does.
 * @param {import('@playwright/test').Page} page
 */
async function checkForUpdates(page) {
  const asked = await page.evaluate("wizard.call('updates:act', { act: 'check' })")
  if (asked?.ok !== true) throw new Error(`The window refused to check for updates: ${JSON.stringify(asked)}`)
  const deadline = Date.now() + START_LIMIT_MS
  const update = () => page.evaluate('wizard.getView().then(({ update }) => update ?? null)')
  while ((await update())?.checkedAt === undefined) {
    if (Date.now() > deadline) throw new Error(`No check for updates ended: ${JSON.stringify(await update())}`)
    await pause(50)
  }
}

/**
 * @param {Place} place whose program may be debugged
 * @param {Awaited<ReturnType<typeof untrustedServer>>} server
 * @param {string} name of this start
 * @param {readonly string[]} [more] words
 * @returns {Promise<Seen>}
 */
async function startedWith({ program, options, environment, folder }, { heard }, name, more = []) {
  const [profile, keys] = [path.join(folder, `${name}-profile`), path.join(folder, `${name}-keys`)]
  mkdirSync(profile)
  Object.assign(heard, { connections: 0, requests: 0 })
  const hostile = { NODE_TLS_REJECT_UNAUTHORIZED: '0', SSLKEYLOGFILE: keys, NODE_DEBUG: 'http,https,net,tls', APPIMAGE: program }
  const words = [...options, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...more]
  const child = spawn(program, words, { env: { ...environment, ...hostile }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (/** @type {Buffer} */ text) => (printed += text))
  try {
    await onFirstPage(await debuggingAddress(child), checkForUpdates)
  } finally {
    child.kill()
    await ended
  }
  return { ...heard, printed, keysWritten: existsSync(keys) }
}

/** @param {Seen} seen @returns {string | undefined} what was written down of the connection */
function writtenDown({ printed, keysWritten }) {
  if (keysWritten) return 'the keys of the connection were written to SSLKEYLOGFILE'
  const told = TELLS.exec(printed)?.[0]
  return told === undefined ? undefined : `it printed ${JSON.stringify(told)}`
}

/**
 * Checks for updates at such a server, twice: the second time its authority is trusted, so that a server that no one reaches proves nothing.
 * @param {Place} place
 * @returns {Promise<string | undefined>}
 */
export async function untrustedCertificate(place) {
  if (process.platform !== 'linux') return undefined
  const server = await untrustedServer()
  const copy = copyPackage(place, 'untrusted')
  const resources = path.join(copy.folder, 'resources')
  const trusted = path.join(place.folder, 'authority.pem')
  writeFileSync(trusted, server.authority)
  writeFileSync(path.join(resources, 'updates.json'), JSON.stringify({ version: 1, keys: [ANY_KEY], feed: server.feed }))
  writeFileSync(path.join(resources, 'allow-debugging'), '')
  try {
    const changed = { ...place, program: copy.program }
    const untrusted = await startedWith(changed, server, 'untrusted')
    const control = await startedWith(changed, server, 'trusted', [`--ca-file=${trusted}`])
    if (untrusted.requests > 0) return 'a request was sent to a server whose certificate no one trusts'
    if (untrusted.connections === 0) return 'the app never connected, so nothing is proved'
    if (control.requests === 0) return 'the app sent no request to the server when its authority was trusted, so nothing is proved'
    return writtenDown(untrusted) ?? writtenDown(control)
  } finally {
    server.stop()
    rmSync(copy.folder, { recursive: true })
  }
}
