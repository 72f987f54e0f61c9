/**
 * A system of its own to install a package in: Debian with what the package depends on and nothing else, so that what it forgot to name is
 * missing. Made once and kept; each use is a layer over it that is thrown away.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runTool } from '../../tools/linux/deb.mjs'
import { debianDependencies } from '../../tools/linux/texts.mjs'
import { cacheFolder } from '../../tools/location.mjs'
import { findProgram } from '../../tools/system.mjs'

/** The person in the clean root. */
export const PERSON = 1000
const HOME = '/home/person'

/** Without any font, every text is a row of boxes. */
const besides = ['fonts-liberation']

/**
 * @param {readonly string[]} dependencies as a Debian package names them
 * @returns {readonly string[]} the first choice of each
 */
export const firstChoices = (dependencies) => dependencies.map((each) => each.split(/[ |]/)[0] ?? '')

/**
 * @param {string} sources what says where this machine gets its packages
 * @returns {string} the release of Debian that it is, for example `trixie`; empty where none is named
 */
export const suiteOf = (sources) => /^VERSION_CODENAME=(\S+)$/m.exec(sources)?.[1] ?? ''

/**
 * @param {string} suite
 * @returns {string} the folder with the clean root, made where it is missing
 * @throws where it cannot be made
 */
export function cleanRoot(suite) {
  const packages = [...firstChoices(debianDependencies), ...besides]
  const digest = createHash('sha256')
    .update([suite, ...packages].join(' '))
    .digest('hex')
    .slice(0, 12)
  const folder = path.join(cacheFolder(), 'clean-roots', `${suite}-${digest}`)
  if (existsSync(folder)) return folder
  mkdirSync(path.dirname(folder), { recursive: true })
  const unfinished = `${folder}.part-${process.pid}`
  const lists = '/etc/apt/sources.list.d'
  const sources = ['/etc/apt/sources.list', ...(existsSync(lists) ? readdirSync(lists).map((file) => path.join(lists, file)) : [])]
  try {
    runTool('mmdebstrap', [
      ...['--mode=root', '--variant=apt', '--quiet', `--include=${packages.join(',')}`],
      ...['--aptopt=APT::Install-Recommends "false"', '--aptopt=Acquire::Languages "none"'],
      ...[suite, unfinished, ...sources.filter((file) => /\.(list|sources)$/.test(file) && existsSync(file))],
    ])
    renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

/** @param {readonly string[]} words of a mount, in a namespace of this process */
const mount = (...words) => runTool('mount', words)

/**
 * Lays a layer over the clean root. The mounts are this process's own and end with it: it must have been started by `unshare --mount`.
 * @param {string} base
 * @param {string} packages a folder that the layer shows at `/packages`
 * @returns {{ root: string, home: string }} `home` is the person's, as seen from outside
 */
export function layOver(base, packages) {
  const work = mkdtempSync(path.join(tmpdir(), 'clean-root-'))
  // In memory: what is written is thrown away, and a layer cannot lie on another machine's layer.
  mount('-t', 'tmpfs', 'none', work)
  const [upper, below, root] = ['upper', 'work', 'root'].map((name) => path.join(work, name))
  for (const folder of [upper, below, root]) mkdirSync(folder ?? '')
  mount('-t', 'overlay', 'overlay', '-o', `lowerdir=${base},upperdir=${upper},workdir=${below}`, root ?? '')
  const inside = (/** @type {string} */ place) => path.join(root ?? '', place)
  for (const folder of ['packages', 'tmp/.X11-unix', HOME]) mkdirSync(inside(folder), { recursive: true })
  chownSync(inside(HOME), PERSON, PERSON)
  mount('--rbind', '/dev', inside('dev'))
  mount('-t', 'proc', 'proc', inside('proc'))
  mount('--bind', packages, inside('packages'))
  return { root: root ?? '', home: inside(HOME) }
}

/**
 * @param {string} root
 * @param {readonly string[]} words
 * @returns {{ ok: boolean, printed: string }} what a command inside did, as root
 */
export function runInside(root, words) {
  const environment = {
    PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    DEBIAN_FRONTEND: 'noninteractive',
    HOME: '/root',
  }
  const result = spawnSync('chroot', [root, ...words], { encoding: 'utf8', env: environment, maxBuffer: 2 ** 26 })
  return { ok: result.status === 0, printed: `${result.stdout}\n${result.stderr}`.trim() }
}

/**
 * Starts a program inside as an ordinary person would.
 * @param {string} root
 * @param {string} display
 * @param {readonly string[]} words
 */
export function startAsPerson(root, display, words) {
  const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', HOME, DISPLAY: display }
  // A person's path has no programs for administrators.
  return spawn(findProgram('chroot') ?? '/usr/sbin/chroot', [`--userspec=${PERSON}:${PERSON}`, root, ...words], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Files of the package manager itself, and of the running system. */
const NOT_THE_PACKAGES = /^(dev|proc|packages|tmp|home|var\/lib\/dpkg|var\/lib\/apt|var\/cache|var\/log)(\/|$)/

/**
 * @param {string} root
 * @returns {ReadonlySet<string>} every file of the system, without what the package manager keeps for itself
 */
export function filesOf(root) {
  const found = runTool('find', [root, '-xdev', '-printf', '%P\\n']).split('\n')
  return new Set(found.filter((file) => file !== '' && !NOT_THE_PACKAGES.test(file)))
}
