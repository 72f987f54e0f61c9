/** Capabilities of this machine: a display, root's rights, apt, the libraries Electron links to, user namespaces. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** @param {NodeJS.Platform} platform @param {Record<string, string | undefined>} environment */
export function hasDisplay(platform = process.platform, environment = process.env) {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

/** @returns {boolean} whether this process may do everything on this machine */
export const isRoot = () => process.getuid?.() === 0

/**
 * @param {string} program
 * @returns {string | undefined} its path, where it is on PATH
 */
export function findProgram(program) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, program)).find((candidate) => existsSync(candidate))
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries whose time type became 64 bits wide.
 * @param {string} osRelease content of /etc/os-release
 */
export function hasRenamedLibraries(osRelease) {
  const value = (/** @type {string} */ name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? ''
  const version = Number.parseFloat(value('VERSION_ID'))
  // Unreleased Debian and Ubuntu carry no number, or the newest.
  if (Number.isNaN(version)) return true
  return value('ID') === 'ubuntu' || value('ID_LIKE').includes('ubuntu') ? version >= 24.04 : version >= 13
}

/** @returns {string} */
const osRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')

/**
 * The Debian and Ubuntu packages that hold everything Electron links to; they bring the rest as their dependencies.
 * @param {string} [release] content of /etc/os-release
 */
export function libraryPackages(release = osRelease()) {
  const suffix = hasRenamedLibraries(release) ? 't64' : ''
  return [`libgtk-3-0${suffix}`, 'libnss3', 'libgbm1', `libasound2${suffix}`]
}

/** A display without a screen; the fonts are there because without any font every text is a row of boxes. */
export const displayPackages = ['xvfb', 'xauth', 'fonts-liberation']

/** Library that Electron loads for notifications without linking to it. */
export const notificationLibrary = 'libnotify.so.4'
export const notificationPackages = ['libnotify4']

/**
 * @param {string} name of the file, with its version
 * @returns {boolean} whether the loader finds it; elsewhere than on Linux, no
 */
export function hasLibrary(name) {
  if (process.platform !== 'linux') return false
  return (spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '').includes(`\t${name} `)
}

/** Installs what notifications need where that is possible without asking. Elsewhere the tests of what they say are skipped. */
export function ensureNotifications() {
  if (process.platform !== 'linux' || hasLibrary(notificationLibrary) || aptInstall(notificationPackages)) return
  console.error(
    `${notificationLibrary} is missing and cannot be installed from here, so notifications are not tested. On Debian and Ubuntu an administrator installs it with:\n  sudo ${aptCommand(notificationPackages)}`,
  )
}

/** @param {readonly string[]} packages */
export const aptCommand = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`

/**
 * Installs system packages where that is possible without asking: as root, with apt.
 * @param {readonly string[]} packages
 * @returns {boolean} whether they are installed now
 */
export function aptInstall(packages) {
  if (!isRoot() || findProgram('apt-get') === undefined) return false
  console.error(`Installing system packages: ${packages.join(' ')}…`)
  const run = (/** @type {string[]} */ words) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...words], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  // A container image comes without package lists.
  const results = [run(['update']), run(['install', '-y', '--no-install-recommends', ...packages])]
  const failed = results.at(-1)
  if (failed?.status === 0) return true
  console.error(`apt-get failed:\n${results.map((result) => result.stderr.trim()).join('\n')}`)
  return false
}

/**
 * @param {string} lddOutput
 * @returns {string[]} names of the shared libraries that the loader cannot find
 */
export function parseMissingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}

/**
 * @param {string} executable
 * @returns {string[]} names of the shared libraries it needs and this machine lacks; empty where that is unknown
 */
function missingLibraries(executable) {
  if (process.platform !== 'linux' || findProgram('ldd') === undefined) return []
  return parseMissingLibraries(spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? '')
}

/**
 * Makes sure that Electron's shared libraries are there.
 * @param {string} executable
 * @throws with the line to type, when they are not and may not be installed from here
 */
export function ensureLibraries(executable) {
  const missing = missingLibraries(executable)
  if (missing.length === 0) return
  // Where there is no display either, the next thing missing is one: asked for together, installed in one go.
  const packages = [...libraryPackages(), ...(hasDisplay() || findProgram('Xvfb') ? ['fonts-liberation'] : displayPackages)]
  if (aptInstall(packages) && missingLibraries(executable).length === 0) return
  throw new Error(
    [
      `Electron cannot start: this system lacks ${missing.join(', ')}.`,
      `On Debian and Ubuntu an administrator installs them with:\n  sudo ${aptCommand(packages)}`,
    ].join('\n'),
  )
}

/** The kernel settings that can forbid user namespaces, and the value that does. */
const namespaceSettings = [
  {
    file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    forbids: '1',
    name: 'kernel.apparmor_restrict_unprivileged_userns',
    allow: '0',
  },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', forbids: '0', name: 'kernel.unprivileged_userns_clone', allow: '1' },
  { file: '/proc/sys/user/max_user_namespaces', forbids: '0', name: 'user.max_user_namespaces', allow: '15000' },
]

/**
 * Chromium's sandbox needs user namespaces an ordinary user may create, or its helper program set up by root.
 * @param {string} electronFolder
 * @returns {string | undefined} what to do, where it has neither; undefined where the sandbox works
 */
export function whySandboxUnavailable(electronFolder) {
  if (process.platform !== 'linux' || isRoot() || findProgram('unshare') === undefined) return undefined
  const helper = path.join(electronFolder, 'chrome-sandbox')
  if (existsSync(helper) && (statSync(helper).mode & 0o4000) !== 0 && statSync(helper).uid === 0) return undefined
  if (spawnSync('unshare', ['--user', '--map-root-user', '--net', 'true']).status === 0) return undefined
  const culprit = namespaceSettings.find(({ file, forbids }) => existsSync(file) && readFileSync(file, 'utf8').trim() === forbids)
  return [
    "Chromium's sandbox cannot start: this system does not let ordinary users create user namespaces" +
      `${culprit ? ` (${culprit.name} is ${culprit.forbids})` : ''}.`,
    'The sandbox keeps a compromised page away from your files, so the wizard does not continue without it. An administrator can fix this with one of:',
    ...(culprit ? [`  sudo sysctl -w ${culprit.name}=${culprit.allow}`] : []),
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  ].join('\n')
}
