/** Installs the packages into a clean root, starts them, updates them, and removes them. */
import { chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runTool } from '../../tools/linux/deb.mjs'
import { packageName } from '../../tools/linux/facts.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { findProgram } from '../../tools/system.mjs'
import { offScreen } from '../../tools/xvfb.mjs'
import { CannotBeChecked } from './checks.mjs'
import { cleanRoot, filesOf, layOver, PERSON, runInside, startAsPerson, suiteOf } from './clean-root.mjs'
import { debuggingAddress, onFirstPage, START_LIMIT_MS } from './packaged-window.mjs'

/** @typedef {'deb' | 'rpm'} Kind */
/** @typedef {{ readonly work: string, readonly packageOf: (kind: Kind) => string, readonly olderOf: (kind: Kind) => string }} Given */

/** An environment of the app, as an earlier version saved it, and what its page must show. */
const ENVIRONMENT = 'test/node/records/engagement/golden/engagement-5.json'
const SHOWN = 'Contoso Production'

/**
 * What a person has in the app's profile: an environment, a setting, and a sign-in. The sign-in is bytes that no keyring sealed: what is
 * checked is that they stay as they are.
 * @param {string} home
 */
function plantProfile(home) {
  const engagement = readFileSync(path.join(repositoryRoot, ENVIRONMENT), 'utf8')
  const { tenant, environment } = JSON.parse(engagement)
  const profile = path.join(home, '.config', 'CMK Enablement Wizard')
  const files = {
    [`engagements/${tenant.id}_${environment.id}/engagement.json`]: engagement,
    'settings.json': `${JSON.stringify({ version: 1, language: 'de', theme: 'dark', textSize: 1, notifications: true })}\n`,
    'sign-ins/kept.bin': 'sealed by a keyring',
  }
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(profile, file)), { recursive: true })
    writeFileSync(path.join(profile, file), content)
  }
  for (const entry of ['', ...readdirSync(home, { recursive: true, encoding: 'utf8' })]) chownSync(path.join(home, entry), PERSON, PERSON)
  return () => {
    for (const [file, content] of Object.entries(files)) {
      const now = existsSync(path.join(profile, file)) ? readFileSync(path.join(profile, file), 'utf8') : undefined
      if (now !== content) throw new Error(`${file} was ${now === undefined ? 'removed' : 'changed'}.`)
    }
  }
}

/**
 * @param {string} entry the content of a desktop entry
 * @returns {readonly string[]} the words of its command; it takes neither files nor quotes
 */
export function commandOf(entry) {
  const command = /^Exec=(.+)$/m.exec(entry)?.[1]
  if (command === undefined) throw new Error('The desktop entry has no command.')
  return command.split(' ').filter((word) => !word.startsWith('%'))
}

/** Everything that the checks share: made when the first of them needs it. */
class Installed {
  /** @type {{ root: string, home: string, display: string, stop: () => void, before: ReadonlySet<string>, kept: () => void } | undefined} */
  made

  /** @param {string} work */
  constructor(work) {
    this.work = work
  }

  async place() {
    if (this.made !== undefined) return this.made
    if (findProgram('mmdebstrap') === undefined) throw new CannotBeChecked('mmdebstrap is missing and cannot be installed from here.')
    const suite = suiteOf(readFileSync('/etc/os-release', 'utf8'))
    const base = cleanRoot(suite)
    const { environment, stop } = await offScreen()
    const { root, home } = layOver(base, this.work)
    this.made = { root, home, display: environment['DISPLAY'] ?? '', stop, before: filesOf(root), kept: plantProfile(home) }
    return this.made
  }

  /** @param {string} file @returns {string} where the root sees it */
  seen(file) {
    return path.join('/packages', path.relative(this.work, file))
  }

  /** @param {readonly string[]} words @returns {Promise<string>} what it printed @throws where it failed */
  async run(words) {
    const { ok, printed } = runInside((await this.place()).root, words)
    if (!ok) throw new Error(`${words.join(' ')} failed:\n${printed}`)
    return printed
  }

  /** Starts the app as its desktop entry says and looks at the first page. */
  async start() {
    const { root, display } = await this.place()
    const entry = readFileSync(path.join(root, `usr/share/applications/${packageName}.desktop`), 'utf8')
    // Only who may change the program allows a debugging port.
    const allowed = path.join(root, `usr/lib/${packageName}/resources/allow-debugging`)
    writeFileSync(allowed, '')
    const child = startAsPerson(root, display, [...commandOf(entry), '--remote-debugging-port=0'])
    const ended = new Promise((resolve) => {
      child.once('exit', resolve)
      child.once('error', resolve)
    })
    try {
      await onFirstPage(await debuggingAddress(child), async (page) => {
        await page.getByText(SHOWN).first().waitFor({ state: 'visible', timeout: START_LIMIT_MS })
        const language = await page.evaluate('document.documentElement.lang')
        if (language !== 'de') throw new Error(`The page is in "${language}", and the setting says German.`)
      })
    } finally {
      child.kill()
      await ended
      rmSync(allowed)
    }
  }

  /** @param {readonly string[]} [others] folders that another package brings where this one belongs */
  async nothingLeft(others = []) {
    const { root, before } = await this.place()
    const left = [...filesOf(root)].filter((file) => !before.has(file) && !others.includes(file))
    if (left.length > 0) throw new Error(`Left behind: ${left.slice(0, 20).join(', ')}`)
  }
}

/**
 * @param {readonly string[]} words
 * @param {Installed} system
 * @param {RegExp} why
 */
async function refused(words, system, why) {
  const { ok, printed } = runInside((await system.place()).root, words)
  if (ok) throw new Error('It was installed.')
  if (!why.test(printed)) throw new Error(`It was refused without the reason:\n${printed}`)
}

/** @param {Installed} system */
async function commandLine(system) {
  const { root } = await system.place()
  const without = runInside(root, ['cmk-wizard', 'help'])
  if (without.ok || !without.printed.includes('needs Node.js 20.19')) throw new Error(`Without Node.js it said:\n${without.printed}`)
  const node = path.join(root, 'usr/local/bin/node')
  copyFileSync(process.execPath, node)
  try {
    const help = await system.run(['cmk-wizard', 'help'])
    if (!help.includes('cmk-wizard COMMAND')) throw new Error(`It printed:\n${help}`)
  } finally {
    rmSync(node)
  }
}

const apt = ['apt-get', 'install', '-y', '--no-install-recommends']

/**
 * @param {Given} given
 * @param {Installed} system
 * @returns {readonly import('./checks.mjs').Check[]}
 */
function debChecks({ packageOf, olderOf }, system) {
  let older = ''
  return [
    {
      name: 'apt installs an older .deb, and nothing else is needed for it',
      run: async () => {
        await system.place()
        older = olderOf('deb')
        await system.run([...apt, system.seen(older)])
      },
    },
    { name: 'it starts from its desktop entry, with its sandbox, and shows the saved environment', run: () => system.start() },
    { name: 'apt updates it to this .deb', run: () => system.run([...apt, system.seen(packageOf('deb'))]) },
    { name: 'the updated app starts and shows the saved environment in the chosen language', run: () => system.start() },
    { name: 'environments, settings, and sign-ins are kept by the update', run: async () => (await system.place()).kept() },
    { name: 'cmk-wizard is on the path, and says what it needs', run: () => commandLine(system) },
    {
      name: 'the older .deb is refused, with what to do',
      run: () =>
        refused(['dpkg', '--install', system.seen(older)], system, /is older: it may not open what .* has saved[\s\S]*remove .* first/),
    },
    {
      name: 'the refusal leaves the newer one as it was',
      run: async () => {
        const status = await system.run(['dpkg-query', '--status', packageName])
        if (!status.includes('Status: install ok installed')) throw new Error(status)
        if ((await system.run(['dpkg', '--verify', packageName])) !== '') throw new Error('Its files were changed.')
      },
    },
    {
      name: 'purged, nothing is left of it in the system',
      run: async () => {
        await system.run(['dpkg', '--purge', packageName])
        await system.nothingLeft()
      },
    },
    { name: "the person's environments, settings, and sign-ins stay", run: async () => (await system.place()).kept() },
  ]
}

/** Folders of the package `filesystem` on systems with RPM. */
const ofFilesystem = ['usr/share/applications', 'usr/share/licenses', 'usr/share/metainfo']

/**
 * RPM's own dependencies are not Debian's: they are left out here.
 * @param {Given} given
 * @param {Installed} system
 * @returns {readonly import('./checks.mjs').Check[]}
 */
function rpmChecks({ packageOf, olderOf }, system) {
  let older = ''
  const rpm = async (/** @type {readonly string[]} */ ...words) =>
    runTool('rpm', ['--root', (await system.place()).root, '--dbpath', '/var/lib/rpm', '--nodeps', '--nosignature', ...words])
  return [
    {
      name: 'rpm updates an older .rpm to this one, and it starts from its desktop entry',
      run: async () => {
        const newer = packageOf('rpm')
        older = olderOf('rpm')
        await rpm('--install', older)
        await rpm('--upgrade', newer)
        await system.start()
      },
    },
    {
      name: 'the older .rpm is refused',
      run: async () => {
        packageOf('rpm')
        const failure = await rpm('--upgrade', older).then(
          () => 'It was installed.',
          (/** @type {Error} */ reason) => reason.message,
        )
        if (!/which is newer than/.test(failure)) throw new Error(failure)
      },
    },
    {
      name: 'erased, nothing is left of the .rpm in the system',
      run: async () => {
        packageOf('rpm')
        await rpm('--erase', packageName)
        const { root } = await system.place()
        rmSync(path.join(root, 'var/lib/rpm'), { recursive: true, force: true })
        await system.nothingLeft(ofFilesystem)
      },
    },
  ]
}

/**
 * @param {Given} given
 * @returns {readonly import('./checks.mjs').Check[]}
 */
export function installChecks(given) {
  const system = new Installed(given.work)
  const end = { name: 'the display is closed', run: () => system.made?.stop() }
  return [...debChecks(given, system), ...rpmChecks(given, system), end]
}
