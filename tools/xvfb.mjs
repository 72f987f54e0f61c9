/** A display without a screen, for windows that nobody has to see. */
import { spawn } from 'node:child_process'
import { aptCommand, aptInstall, displayPackages, findProgram } from './system.mjs'

const START_LIMIT_MS = 15_000

/**
 * Installs Xvfb where it is missing and that is possible from here.
 * @returns {string | undefined} what to do, where it is missing and could not be installed
 */
export function ensureXvfb() {
  if (findProgram('Xvfb') !== undefined || aptInstall(displayPackages)) return undefined
  return `Xvfb is missing. On Debian and Ubuntu an administrator installs it with:\n  sudo ${aptCommand(displayPackages)}`
}

/**
 * Starts Xvfb on a display number that it picks itself: two runs on one machine never meet.
 * @returns {Promise<{ display: string, stop: () => void }>} `display` as the DISPLAY variable takes it
 * @throws when it does not start
 */
export function startXvfb() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const stop = () => {
    server.kill()
  }
  let complaint = ''
  server.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
    complaint += chunk
  })
  return new Promise((resolve, reject) => {
    const giveUp = (/** @type {string} */ why) => {
      clearTimeout(timer)
      stop()
      reject(new Error(`Xvfb did not start: ${why}. ${complaint.trim()}`))
    }
    const timer = setTimeout(() => giveUp('it named no display in time'), START_LIMIT_MS)
    server.once('error', (reason) => giveUp(reason.message))
    server.once('exit', (code) => giveUp(`it ended with code ${code}`))
    server.stdio[3]?.once('data', (/** @type {Buffer} */ number) => {
      clearTimeout(timer)
      server.removeAllListeners('exit')
      // The server must not keep a program alive that has finished.
      server.unref()
      resolve({ display: `:${String(number).trim()}`, stop })
    })
  })
}
