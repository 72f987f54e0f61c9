/** A Windows of its own under Wine: its disk is a folder that is gone afterwards, and its user's name has a space and letters beyond ASCII. */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const USER = 'Jürgen Müßig 太郎'

/** @param {string} file absolute, on this system @returns {string} the same file as Windows names it: Z: is the root folder */
export const onWindows = (file) => `Z:${file.replaceAll('/', '\\')}`

/** How a program ended that took longer than it may. */
export const TOO_LONG = 'too long'

/** How a program ended whose Wine server had ended before: it would wait for an answer without end. */
export const WITHOUT_SERVER = 'the end of Wine’s server'

/**
 * Wine's server makes a folder of temporary files for each disk, and its socket there: below the user's folder, or with Debian below one with a name
 * of its own.
 * @param {string} prefix the disk's folder @returns {boolean} whether a server has its socket there
 */
function listens(prefix) {
  const { dev, ino } = statSync(prefix)
  const own = `server-${dev.toString(16)}-${ino.toString(16)}`
  return readdirSync('/tmp').some((name) => /^\.?wine-/.test(name) && existsSync(path.join('/tmp', name, own, 'socket')))
}

/** @typedef {{ folder: string, variables?: Readonly<Record<string, string>>, limitMs: number }} RunOptions */

/**
 * @param {string} work a folder that only this Windows uses
 * @param {Readonly<Record<string, string | undefined>>} [inherited]
 */
export function windowsIn(work, inherited = process.env) {
  const prefix = path.join(work, 'disk')
  const session = path.join(work, 'session')
  mkdirSync(session, { recursive: true, mode: 0o700 })
  /** @type {Record<string, string>} */
  const environment = {
    PATH: inherited['PATH'] ?? '',
    HOME: work,
    // Wine takes the name of Windows' user from here.
    USER,
    LOGNAME: USER,
    // Elsewhere, file names are ASCII to Wine.
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d',
    XDG_RUNTIME_DIR: session,
  }

  /** @type {Set<() => void>} What ends each program that runs. */
  const running = new Set()
  /** @type {Promise<void> | undefined} Whether one runs; once it has, that it is ready. */
  let server

  /**
   * Starts the one server of all programs, where none runs. Debian's ends as soon as no program runs, and the next program starts another. A program
   * that is connected to a server that ends or crashes waits for its answer for ever.
   */
  function serve() {
    server ??= startServer()
    return server
  }

  /** @returns {Promise<void>} when programs can reach it @throws where it can't be started */
  async function startServer() {
    mkdirSync(prefix, { recursive: true })
    const child = spawn('wineserver', ['--foreground', '--persistent'], { env: environment, stdio: 'ignore' })
    /** @type {unknown} */
    let ended
    const end = (/** @type {unknown} */ how) => {
      ended ??= how
      server = undefined
      for (const endProgram of running) endProgram()
    }
    child.once('error', end)
    child.once('close', (code, signal) => end(new Error(`Wine’s server ended with ${signal ?? code}.`)))
    while (ended === undefined && !listens(prefix)) await pause(20)
    if (ended !== undefined) throw ended
  }

  /**
   * Runs a Windows program to its end. Its output goes to files: with a pipe from outside of Wine, Node.js ends with EBADF.
   * @param {string} program as Wine takes it
   * @param {readonly string[]} words
   * @param {string} output what it printed, in one file
   * @param {RunOptions} options
   * @returns {Promise<string>} its exit code, the signal that ended it, that it took too long, or that its server ended
   */
  async function run(program, words, output, { folder, variables = {}, limitMs }) {
    await serve()
    const file = openSync(output, 'w')
    const child = spawn('wine', [program, ...words], {
      cwd: folder,
      env: { ...environment, ...variables },
      stdio: ['ignore', file, file],
    })
    return new Promise((resolve, reject) => {
      /** @type {string | undefined} */
      let why
      const end = (/** @type {string} */ reason) => {
        why ??= reason
        child.kill('SIGKILL')
      }
      const timer = setTimeout(end, limitMs, TOO_LONG)
      const serverEnded = () => end(WITHOUT_SERVER)
      running.add(serverEnded)
      child.once('error', reject)
      child.once('close', (code, signal) => {
        clearTimeout(timer)
        running.delete(serverEnded)
        closeSync(file)
        resolve(why ?? signal ?? String(code))
      })
    })
  }

  return {
    /** Windows' drive C: on this system. */
    drive: path.join(prefix, 'drive_c'),
    /** Of what runs Wine by itself. */
    environment,
    run,
    /** Makes the disk. @throws where Wine can't */
    async start() {
      // With a server of its own, which keeps the registry when it ends. What is left running would keep a pipe open.
      const { status, error } = spawnSync('wineboot', ['--init'], { env: environment, stdio: 'ignore' })
      if (status !== 0) throw new Error(`Wine couldn’t make its disk: ${error?.message ?? `wineboot ended with ${status}`}`)
      spawnSync('wineserver', ['--wait'], { env: environment, stdio: 'ignore' })
      await serve()
    },
    /** Ends all that runs in it, and waits for that. */
    stop() {
      spawnSync('wineserver', ['--kill'], { env: environment, stdio: 'ignore' })
      spawnSync('wineserver', ['--wait'], { env: environment, stdio: 'ignore' })
    },
  }
}

/** @typedef {ReturnType<typeof windowsIn>} Windows */
