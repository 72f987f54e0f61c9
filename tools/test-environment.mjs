/**
 * The environment of every test, and of each window and process that a test starts: the same on every machine. Only what says where programs
 * and downloads are comes from the person who runs the tests.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { cacheFolder } from './location.mjs'
import { fontsConfiguration, readFonts } from './test-fonts.mjs'

/** @typedef {Readonly<Record<string, string | undefined>>} Inherited */

/** By their names in capitals, since Windows has no others. */
const KEPT = new Set([
  'PATH',
  'TMPDIR',
  'TERM',
  // Where the windows are, if they're to be on the screen of a person.
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'NPM_EXECPATH',
  'ARM_SCHEMAS',
  // Without these, Windows starts no program.
  ...['APPDATA', 'COMSPEC', 'LOCALAPPDATA', 'PATHEXT', 'PROGRAMDATA', 'PROGRAMFILES', 'SYSTEMDRIVE', 'SYSTEMROOT', 'TEMP', 'TMP', 'WINDIR'],
])

/** Of the tools of this repository, and of the tests' own. */
const KEPT_PREFIXES = ['CMK_WIZARD_', 'VITEST']

/** @param {string} name */
const isKept = (name) => {
  const capitals = name.toUpperCase()
  return KEPT.has(capitals) || KEPT_PREFIXES.some((prefix) => capitals.startsWith(prefix))
}

/**
 * Where Playwright looks for its browsers by itself, which depends on the home folder.
 * @param {Inherited} inherited
 * @param {NodeJS.Platform} platform
 * @param {string} personHome
 */
function browsersFolder(inherited, platform, personHome) {
  const given = inherited['PLAYWRIGHT_BROWSERS_PATH']
  if (given) return given
  const caches = {
    darwin: path.join(personHome, 'Library', 'Caches'),
    win32: inherited['LOCALAPPDATA'] || path.join(personHome, 'AppData', 'Local'),
    other: inherited['XDG_CACHE_HOME'] || path.join(personHome, '.cache'),
  }
  return path.join(platform === 'darwin' || platform === 'win32' ? caches[platform] : caches.other, 'ms-playwright')
}

/**
 * @param {Inherited} inherited
 * @param {{ home: string, personHome: string, platform: NodeJS.Platform }} places `home` is the empty folder that takes the place of the person's
 * @returns {Record<string, string>}
 */
export function testEnvironment(inherited, { home, personHome, platform }) {
  const kept = Object.entries(inherited).flatMap(([name, value]) => (value !== undefined && isKept(name) ? [[name, value]] : []))
  // A display on the screen is opened with a file that is in the home folder, or a socket that is in that of the session.
  const onScreen = {
    ...(inherited['DISPLAY'] && !inherited['XAUTHORITY'] ? { XAUTHORITY: path.join(personHome, '.Xauthority') } : {}),
    ...(inherited['WAYLAND_DISPLAY'] && inherited['XDG_RUNTIME_DIR'] ? { XDG_RUNTIME_DIR: inherited['XDG_RUNTIME_DIR'] } : {}),
  }
  return {
    ...onScreen,
    ...Object.fromEntries(kept),
    CMK_WIZARD_CACHE_FOLDER: cacheFolder({ XDG_CACHE_HOME: path.join(personHome, '.cache'), ...inherited }),
    PLAYWRIGHT_BROWSERS_PATH: browsersFolder(inherited, platform, personHome),
    HOME: home,
    USERPROFILE: home,
    // Words and numbers are American, and files UTF-8. Every system has the second, and not every one the first.
    LANG: 'en_US.UTF-8',
    LC_CTYPE: 'C.UTF-8',
    TZ: 'UTC',
    NODE_ENV: 'test',
    FONTCONFIG_FILE: path.join(home, 'fonts.conf'),
  }
}

/** Gives this process that environment, and with it all that it starts. Its home folder lives as long as the process. */
export function enterTestEnvironment() {
  const home = mkdtempSync(path.join(tmpdir(), 'wizard-home-'))
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  const environment = testEnvironment(process.env, { home, personHome: homedir(), platform: process.platform })
  const cache = path.join(home, '.cache', 'fontconfig')
  mkdirSync(cache, { recursive: true })
  writeFileSync(path.join(home, 'fonts.conf'), fontsConfiguration(readFonts(process.env), cache))
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(environment, name)) delete process.env[name]
  Object.assign(process.env, environment)
}
