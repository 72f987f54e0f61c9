/** A Windows of its own under Wine: its disk is a folder that is gone afterwards, and its user's name has a space and letters beyond ASCII. */
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'

export const USER = 'Jürgen Müßig 太郎'

/** @param {string} file absolute, on this system @returns {string} the same file as Windows names it: Z: is the root folder */
export const onWindows = (file) => `Z:${file.replaceAll('/', '\\')}`

/** How a program ended that took longer than it may. */
export const TOO_LONG = 'too long'

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

  /**
   * Runs a Windows program to its end. Its output goes to files: with a pipe from outside of Wine, Node.js ends with EBADF.
   * @param {string} program as Wine takes it
   * @param {readonly string[]} words
   * @param {string} output what it printed, in one file
   * @param {RunOptions} options
   * @returns {Promise<string>} its exit code, the signal that ended it, or that it took too long
   */
  function run(program, words, output, { folder, variables = {}, limitMs }) {
    const file = openSync(output, 'w')
    const child = spawn('wine', [program, ...words], {
      cwd: folder,
      env: { ...environment, ...variables },
      stdio: ['ignore', file, file],
    })
    return new Promise((resolve, reject) => {
      let isTooLong = false
      const timer = setTimeout(() => {
        isTooLong = true
        child.kill('SIGKILL')
      }, limitMs)
      child.once('error', reject)
      child.once('close', (code, signal) => {
        clearTimeout(timer)
        closeSync(file)
        resolve(isTooLong ? TOO_LONG : (signal ?? String(code)))
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
    start() {
      const made = spawnSync('wineboot', ['--init'], { env: environment, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
      if (made.status !== 0) throw new Error(`Wine couldn’t make its disk: ${made.error?.message ?? made.stderr}`)
    },
    /** Waits until nothing runs in it any more. */
    wait() {
      spawnSync('wineserver', ['--wait'], { env: environment, stdio: 'ignore' })
    },
    /** Ends all that runs in it, and waits for that. */
    stop() {
      spawnSync('wineserver', ['--kill'], { env: environment, stdio: 'ignore' })
      spawnSync('wineserver', ['--wait'], { env: environment, stdio: 'ignore' })
    },
  }
}

/** @typedef {ReturnType<typeof windowsIn>} Windows */
