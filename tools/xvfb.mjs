/** A display without a screen, for windows that need not be visible. */
import { spawn } from 'node:child_process'
import { aptCommand, aptInstall, displayPackages, findProgram, hasDisplay } from './system.mjs'

const START_LIMIT_MS = 15_000

/**
 * Installs Xvfb where it is missing and that is possible from here.
 * @returns {string | undefined} what to do, where it is missing and could not be installed
 */
function ensureXvfb() {
  if (findProgram('Xvfb') !== undefined || aptInstall(displayPackages)) return undefined
  return `Xvfb is missing. On Debian and Ubuntu an administrator installs it with:\n  sudo ${aptCommand(displayPackages)}`
}

/**
 * Starts Xvfb on a display number that it picks itself: two runs on one machine never meet.
 * @returns {Promise<{ display: string, stop: () => void }>} `display` as the DISPLAY variable takes it
 * @throws when it does not start
 */
function startXvfb() {
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

/**
 * Where to open windows that are tested or measured: on a display of their own, so that they neither take the keyboard
 * from a person nor are disturbed by one. Where there is no Xvfb to be had, the real display is used, and announced.
 * @param {{ onScreen?: boolean, count?: number }} [options] `onScreen` prefers the real display, to watch the windows;
 * `count` is the number of displays, so that as many windows can have the keyboard at once: they are listed in
 * CMK_WIZARD_DISPLAYS, with commas, and the first is DISPLAY
 * @returns {Promise<{ environment: Record<string, string>, stop: () => void }>} the environment to start programs with
 * @throws with what to install, where there is no display at all
 */
export async function offScreen({ onScreen = false, count = 1 } = {}) {
  // What this process was given is set, each variable of it.
  const inherited = /** @type {Record<string, string>} */ ({ ...process.env })
  const asItIs = { environment: inherited, stop: () => undefined }
  if (process.platform !== 'linux' || (onScreen && hasDisplay())) return asItIs
  const obstacle = ensureXvfb()
  if (obstacle === undefined) return displaysOfOurOwn(inherited, count)
  if (!hasDisplay()) throw new Error(`A display is needed for the windows, and there is none.\n${obstacle}`)
  console.error(`The windows will show up on your screen: leave mouse and keyboard alone meanwhile.\n${obstacle}`)
  return asItIs
}

/** @param {Record<string, string>} inherited @param {number} count */
async function displaysOfOurOwn({ WAYLAND_DISPLAY: _, ...inherited }, count) {
  const started = await Promise.allSettled(Array.from({ length: count }, startXvfb))
  const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const stop = () => {
    for (const server of servers) server.stop()
  }
  const failed = started.find((each) => each.status === 'rejected')
  if (failed) {
    stop()
    throw failed.reason
  }
  const displays = servers.map(({ display }) => display)
  return { environment: { ...inherited, DISPLAY: displays[0] ?? '', CMK_WIZARD_DISPLAYS: displays.join(',') }, stop }
}
