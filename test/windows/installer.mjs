/**
 * Compiles the installer by electron-builder and its own script around a stand-in for the app, and installs, updates and removes it without questions.
 * What of the script is replaced, and why: makensis.mjs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { repositoryRoot } from '../../tools/location.mjs'
import { packagedApp } from '../../tools/package.mjs'
import { aptCommand, findProgram } from '../../tools/system.mjs'
import { onWindows, USER } from './wine.mjs'

/** @typedef {import('./results.mjs').Test} Test */
/** @typedef {import('./wine.mjs').Windows} Windows */

const TEMPLATES = path.join(repositoryRoot, 'node_modules', 'app-builder-lib', 'templates', 'nsis')
const VERSIONS = /** @type {const} */ (['1.0.0', '9.9.9'])
const LIMIT_MS = 120_000

/** @param {string} program @param {readonly string[]} words @param {import('node:child_process').SpawnSyncOptions} [options] */
function run(program, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { ...options, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
}

/** @param {string} file with one line @param {string} text */
function program(file, text) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}

/** Lays out what electron-builder is pointed at. @param {string} work */
function layOutTools(work) {
  const changed = path.join(work, 'templates')
  cpSync(TEMPLATES, changed, { recursive: true })
  cpSync(path.join(import.meta.dirname, 'nsis'), path.join(changed, 'include'), { recursive: true })
  for (const name of ['uninstaller.nsh', 'include/installer.nsh']) {
    const file = path.join(changed, name)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^ *WinShell::.*$/gm, 'Nop'))
  }
  const tools = path.join(work, 'nsis')
  program(path.join(tools, 'makensis'), `exec '${process.execPath}' '${path.join(import.meta.dirname, 'makensis.mjs')}' "$@"`)
  mkdirSync(path.join(tools, 'plugins'))
  writeFileSync(path.join(tools, 'elevate.exe'), 'a stand-in')
  // Nothing unpacks the archive: the files are packed by NSIS itself.
  program(path.join(work, '7za'), 'for word; do case "$word" in *.7z) printf x >"$word" ;; esac; done')
  return { changed, tools, sevenZip: path.join(work, '7za') }
}

/** A program of Windows with the name of the app's, and a file that only this version has. @param {string} work @param {string} version */
function standIn(work, version) {
  const app = path.join(work, `app-${version}`)
  mkdirSync(path.join(app, 'resources'), { recursive: true })
  const executable = path.join(app, path.basename(packagedApp(false, 'win32', 'x64').executable))
  const script = `Target amd64-unicode\nName app\nOutFile "${executable}"\nSilentInstall silent\nSection\nSectionEnd\n`
  run('makensis', ['-V1', '-'], { input: script })
  writeFileSync(path.join(app, 'resources', `only-in-${version}.txt`), version)
  return app
}

/** @param {Windows} windows @param {string} work @param {string} version @returns {string} the installer */
function compile(windows, work, version) {
  const { changed, tools, sevenZip } = layOutTools(path.join(work, `tools-${version}`))
  const app = standIn(work, version)
  const output = path.join(work, `installer-${version}`)
  const words = ['--win', 'nsis', '--x64', '--prepackaged', app, '--publish', 'never']
  const configuration = [`-c.directories.output=${output}`, `-c.extraMetadata.version=${version}`]
  run(process.execPath, [path.join(repositoryRoot, 'node_modules', 'electron-builder', 'cli.js'), ...words, ...configuration], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      ...windows.environment,
      NSIS_TEMPLATES: TEMPLATES,
      NSIS_CHANGED_TEMPLATES: changed,
      NSIS_APP: app,
      ELECTRON_BUILDER_NSIS_DIR: tools,
      ELECTRON_BUILDER_NSIS_RESOURCES_DIR: tools,
      ELECTRON_BUILDER_7ZIP_PATH: sevenZip,
    },
  })
  return path.join(output, `cmk-enablement-wizard-${version}-setup-x64.exe`)
}

/** @param {string} folder @returns {readonly string[]} files and folders below it; none where it isn't there */
const below = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : [])

/** @param {unknown} found @param {unknown} wanted @returns {readonly string[]} */
const differs = (found, wanted) =>
  JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`found ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]

/**
 * @param {Windows} windows
 * @param {string} work
 * @returns {Promise<readonly Test[]>}
 */
export async function installerTests(windows, work) {
  /** @type {Test[]} */
  const tests = []
  const tell = (/** @type {string} */ name, /** @type {readonly string[]} */ reasons) =>
    tests.push({ name, state: reasons.length === 0 ? 'pass' : 'fail', reasons })
  if (findProgram('makensis') === undefined) {
    console.log(
      `The installer isn’t compiled here: makensis can’t be found. On Debian an administrator installs it with:\n  sudo ${aptCommand(['nsis'])}`,
    )
    return [{ name: 'the installer', state: 'skip', reasons: [] }]
  }
  const profile = path.join(windows.drive, 'users', USER, 'AppData')
  const menu = path.join(profile, 'Roaming', 'Microsoft', 'Windows', 'Start Menu', 'Programs')
  const kept = path.join(profile, 'Roaming', 'CMK Enablement Wizard', 'engagements', 'a record')
  const name = path.basename(packagedApp(false, 'win32', 'x64').executable, '.exe')
  const installed = path.join(profile, 'Local', 'Programs', name)
  const filesOf = (/** @type {string} */ version) =>
    [`${name}.exe`, `Uninstall ${name}.exe`, 'resources', `resources/only-in-${version}.txt`].toSorted()

  /** @param {string} file @param {readonly string[]} words */
  const runThere = async (file, words) => {
    const log = path.join(work, 'installer.log')
    const ended = await windows.run(file, words, log, { folder: work, limitMs: LIMIT_MS })
    return ended === '0' ? [] : [`ended with ${ended}: ${readFileSync(log, 'utf8')}`]
  }
  /** @returns {Promise<string>} what the registry has of this user's programs, and of this app */
  const registry = async () => {
    const file = path.join(work, 'registry.txt')
    rmSync(file, { force: true })
    await runThere('reg', ['export', 'HKEY_CURRENT_USER\\Software', onWindows(file), '/y'])
    return readFileSync(file, 'utf16le')
  }
  /** @param {string} version */
  const entry = async (version) => {
    const text = await registry()
    const wanted = [
      `"DisplayName"="CMK Enablement Wizard ${version}"`,
      `"DisplayVersion"="${version}"`,
      `\\\\Uninstall ${name}.exe\\" /currentuser /S"`,
    ]
    return wanted.filter((each) => !text.includes(each)).map((each) => `the registry lacks ${each}`)
  }

  mkdirSync(path.dirname(kept), { recursive: true })
  writeFileSync(kept, 'kept')
  const before = { menu: below(menu), registry: (await registry()).includes('CMK Enablement Wizard') }
  for (const version of VERSIONS) {
    const setup = compile(windows, work, version)
    const what = `the installer of ${version}${version === VERSIONS[0] ? '' : ', over the version before it,'}`
    tell(`${what} ends without questions`, await runThere(setup, ['/S']))
    tell(`${what} leaves its own files and no others`, differs(below(installed), filesOf(version)))
    tell(`${what} has one shortcut`, differs(below(menu), [...before.menu, 'CMK Enablement Wizard.lnk'].toSorted()))
    tell(`${what} is listed with what removes it`, await entry(version))
  }
  tell('the uninstaller ends without questions', await runThere(path.join(installed, `Uninstall ${name}.exe`), ['/currentuser', '/S']))
  // It removes itself in another process, which it doesn't wait for.
  for (let left = 600; left > 0 && below(installed).length > 0; left--) await pause(100)
  tell('the uninstaller leaves no file', differs(below(installed), []))
  tell('the uninstaller leaves no shortcut', differs(below(menu), before.menu))
  tell('the uninstaller leaves nothing in the registry', differs((await registry()).includes('CMK Enablement Wizard'), before.registry))
  tell('the uninstaller keeps what a person saved', differs(readFileSync(kept, 'utf8'), 'kept'))
  return tests
}
