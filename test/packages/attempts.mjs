/** Ways into the packaged app that must not lead in: each is tried on the package as it ships. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { copyPackage } from './copy.mjs'
import { untrustedCertificate } from './untrusted-certificate.mjs'

const LIMIT_MS = 30_000

/**
 * @typedef {{ program: string, options: readonly string[], environment: NodeJS.ProcessEnv, folder: string }} Place the packaged program, how it
 *   is started here, and an empty folder
 * @typedef {{ code: number | null, printed: string }} Ended
 * @typedef {{ name: string, run: (place: Place) => Promise<string | undefined> }} Attempt gives what went wrong
 */

/** A wrong option of ours: the app says so and ends with 2, so that an attempt on its start ends by itself. */
const ENDS = '--language=!'

/**
 * Starts the program and waits for its end.
 * @param {Place} place
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Promise<Ended>} code `null` when it had to be ended
 */
function ended({ program, options, environment }, words, more = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...options, ...words], { env: { ...environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text))
    const late = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(late)
      resolve({ code, printed })
    })
  })
}

/** @param {Ended} end @returns {string | undefined} */
const refused = ({ code, printed }) =>
  code === 2 ? undefined : `it ended with ${code ?? 'no code'} instead of 2: ${printed.slice(0, 300)}`

/** @param {Place} place @param {string} name */
const traceOf = ({ folder }, name) => path.join(folder, name)

/** @param {string} trace */
const writing = (trace) => `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`

/** @param {Place} place */
async function asNode(place) {
  const trace = traceOf(place, 'as-node')
  const end = await ended(place, [ENDS, '-e', writing(trace)], { ELECTRON_RUN_AS_NODE: '1' })
  return existsSync(trace) ? 'the script ran' : refused(end)
}

/** @param {Place} place */
async function nodeOptions(place) {
  const [trace, script] = [traceOf(place, 'node-options'), traceOf(place, 'required.cjs')]
  writeFileSync(script, writing(trace))
  const end = await ended(place, [ENDS], { NODE_OPTIONS: `--require=${script}` })
  return existsSync(trace) ? 'the script ran' : refused(end)
}

/** A copy of the package that has a folder where the archive was. @param {Place} place */
async function folderForArchive(place) {
  if (process.platform !== 'linux') return undefined
  const copy = copyPackage(place, 'copy')
  const resources = path.join(copy.folder, 'resources')
  const trace = traceOf(place, 'folder')
  rmSync(path.join(resources, 'app.asar'))
  mkdirSync(path.join(resources, 'app'))
  writeFileSync(path.join(resources, 'app', 'package.json'), '{"main":"index.cjs"}')
  writeFileSync(path.join(resources, 'app', 'index.cjs'), `${writing(trace)}; process.exit(0)`)
  await ended({ ...place, program: copy.program }, [ENDS])
  rmSync(copy.folder, { recursive: true })
  return existsSync(trace) ? 'the folder ran' : undefined
}

/** @param {string} text @returns {(place: Place) => Promise<string | undefined>} */
const cloudFile = (text) => async (place) => {
  const end = await ended(place, [`--cloud-file=${text}`])
  return /root:/.test(end.printed) ? 'it printed the file' : refused(end)
}

/** The attempts that need no running window. @type {readonly Attempt[]} */
export const attempts = [
  { name: 'ELECTRON_RUN_AS_NODE', run: asNode },
  { name: 'NODE_OPTIONS', run: nodeOptions },
  { name: 'a folder in place of app.asar', run: folderForArchive },
  { name: 'a certificate that no one trusts, with variables that ask to trust it', run: untrustedCertificate },
  { name: 'a deep path in --cloud-file', run: cloudFile(`${'../'.repeat(40)}etc/passwd`) },
  { name: 'an endless path in --cloud-file', run: cloudFile('../'.repeat(2000)) },
  { name: 'a folder in --cloud-file', run: cloudFile('/') },
  { name: 'a path in --practice', run: async (place) => refused(await ended(place, ['--practice=../../ready-to-enable'])) },
  { name: 'a path in --profile', run: async (place) => refused(await ended(place, ['--profile=../elsewhere'])) },
]

/** Attempts of a second start on the open window. @type {readonly Attempt[]} */
export const attemptsBeside = [
  { name: 'a second start with a wrong option', run: async (place) => refused(await ended(place, ['--practice=$(touch x)'])) },
  {
    name: 'a second start with a file and a debugger',
    async run(place) {
      const { code, printed } = await ended(place, ['--cloud-file=/etc/passwd', '--remote-debugging-port=0', '--', 'javascript:alert(1)'])
      return code === 0 && !printed.includes('DevTools listening')
        ? undefined
        : `it ended with ${code ?? 'no code'}: ${printed.slice(0, 300)}`
    },
  },
]

/** @param {number} port @returns {Promise<boolean>} whether something listens there */
export const listens = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** @returns {Promise<number>} a port that nothing listens on */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.'))))
    })
  })
