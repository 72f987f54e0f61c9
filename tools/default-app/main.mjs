/**
 * The app of an Electron laid out from the registry package and started as `electron [options] PATH`: it loads the app at PATH as
 * Electron's own default app does, so that start, Playwright and the bench need not know which Electron they were given.
 */
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import electron from 'electron'

/**
 * Electron's own default app calls these as well; the type declarations leave them out, of this version or of all.
 * @typedef {{ setVersion(version: string): void, setAppPath(folder: string): void, setDesktopName(name: string): void }} Setters
 * @typedef {import('electron').App & Setters} AppWithSetters
 */
const app = /** @type {AppWithSetters} */ (electron.app)

/**
 * @param {readonly string[]} words the command line after the executable
 * @returns {{ preload: string[], appPath: string | undefined, version: boolean }}
 */
function parse(words) {
  /** @type {string[]} */
  const preload = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '-r' || word === '--require') preload.push(words[++index] ?? '')
    else if (word === '-v' || word === '--version') return { preload, appPath: undefined, version: true }
    else if (!word.startsWith('-')) return { preload, appPath: word, version: false }
  }
  return { preload, appPath: undefined, version: false }
}

/** @param {string} folder */
function takeOverManifest(folder) {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) return false
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  app.name = manifest.productName ?? manifest.name ?? app.name
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  return true
}

const { preload, appPath, version } = parse(process.argv.slice(1))
if (version) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (appPath === undefined) {
  console.error('Usage: electron [options] PATH-OF-THE-APP')
  process.exit(1)
}
// Playwright hooks into the app's start with `-r`: its module must have run before anything of the app does.
for (const file of preload) Module.createRequire(path.join(process.cwd(), 'preload'))(file)
// Electron's own default app sets this, and so tells a development start from a packaged one.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const folder = path.resolve(appPath)
const entry = Module.createRequire(path.join(folder, 'index.js')).resolve(folder)
app.setAppPath(takeOverManifest(folder) ? folder : path.dirname(entry))
await import(pathToFileURL(entry).href)
