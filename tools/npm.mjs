/** Runs npm: the one that is running this program where there is one, otherwise the one on PATH. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

function runningNpm() {
  const running = process.env['npm_execpath']
  return running !== undefined && path.basename(running) === 'npm-cli.js' ? running : undefined
}

/** @param {readonly string[]} words */
function npmInvocation(words) {
  const running = runningNpm()
  if (running !== undefined) return { command: process.execPath, words: [running, ...words], shell: false }
  // On Windows npm is a batch file, which only a shell can start.
  return process.platform === 'win32'
    ? { command: 'npm.cmd', words: [...words], shell: true }
    : { command: 'npm', words: [...words], shell: false }
}

/** The npm that is running this program, or the one beside its Node.js. */
export const npmProgram = () =>
  runningNpm() ?? path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')

/**
 * Runs npm to its end. What it prints goes to stderr, and is returned as well where `capture` asks for it.
 * @param {readonly string[]} words
 * @param {{ folder: string, capture?: boolean, timeoutMs?: number }} options
 * @returns {string} standard output where captured, otherwise empty
 * @throws when npm is missing, ends with an error or runs longer than the limit
 */
export function runNpm(words, { folder, capture = false, timeoutMs }) {
  const invocation = npmInvocation(words)
  const result = spawnSync(invocation.command, invocation.words, {
    cwd: folder,
    shell: invocation.shell,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', capture ? 'pipe' : 2, capture ? 'pipe' : 2],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  })
  if (result.error) throw new Error(`npm ${words[0]} could not be run: ${result.error.message}`)
  if (result.status !== 0)
    throw new Error(`npm ${words[0]} failed (exit code ${result.status}).${capture ? `\n${result.stderr.trim()}` : ''}`)
  return result.stdout ?? ''
}

/**
 * A package archive from the registry, checked against the hash that is written in this repository: neither a changed
 * registry nor a damaged download gets further than this.
 * @param {{ name: string, version: string, integrity: string }} pinned `integrity` as in package-lock.json, `sha512-…`
 * @param {string} folder where the archive is put
 * @returns {string} path of the .tgz
 */
export function fetchPackage({ name, version, integrity }, folder) {
  const printed = runNpm(['pack', `${name}@${version}`, '--json', '--ignore-scripts', '--pack-destination', folder], {
    folder,
    capture: true,
  })
  const archive = path.join(folder, packedFileName(printed))
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (actual !== integrity) {
    throw new Error(
      `${name}@${version} from the registry is not the archive this project pinned.\n  expected ${integrity}\n  received ${actual}`,
    )
  }
  return archive
}

/** @param {string} printed what `npm pack --json` wrote */
function packedFileName(printed) {
  /** @type {unknown} */
  const parsed = JSON.parse(printed)
  const first = Array.isArray(parsed) ? parsed[0] : undefined
  if (typeof first?.filename !== 'string') throw new Error(`npm pack answered something unexpected: ${printed.slice(0, 200)}`)
  return first.filename
}
