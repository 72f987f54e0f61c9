import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readFacts } from '../../../tools/linux/facts.mjs'
import { checksums, everythingIn, stage } from '../../../tools/linux/stage.mjs'
import { whoMakes } from '../../../tools/package.mjs'
import { testFolder } from '../../folder.ts'

const facts = readFacts({ forTests: true, environment: {} })
const DATE = 1_700_000_000
let folder = ''
let app = ''

beforeEach(() => {
  const programs = ['cmk-enablement-wizard', 'resources/cmk-wizard/cmk-wizard', 'resources/cmk-wizard/cmk-wizard.cmd']
  const files = [...programs, 'chrome-sandbox', 'resources/app.asar'].map((file) => [`app/${file}`, file])
  folder = testFolder(Object.fromEntries(files))
  app = path.join(folder, 'app')
})

function staged(kind: 'deb' | 'rpm', name = 'root'): string {
  const root = path.join(folder, name)
  stage({ app, root, facts, kind, date: DATE })
  return root
}

test.skipIf(process.platform === 'win32')('programs can be run, the sandbox has its rights, and everything else can only be read', () => {
  const root = staged('deb')
  const mode = (file: string) => lstatSync(path.join(root, 'usr/lib/cmk-enablement-wizard', file)).mode & 0o7777
  expect(mode('cmk-enablement-wizard')).toBe(0o755)
  expect(mode('resources/cmk-wizard/cmk-wizard')).toBe(0o755)
  expect(mode('chrome-sandbox')).toBe(0o4755)
  expect(mode('resources/app.asar')).toBe(0o644)
  expect(mode('resources')).toBe(0o755)
})

test.skipIf(process.platform === 'win32')('both programs are on the path, as links into the app', () => {
  const root = staged('deb')
  for (const program of ['cmk-enablement-wizard', 'cmk-wizard']) {
    const target = readlinkSync(path.join(root, 'usr/bin', program))
    expect(lstatSync(path.join(root, 'usr/bin', target)).isFile()).toBe(true)
  }
})

test('everything carries one time, links and folders too', () => {
  const root = staged('rpm')
  for (const entry of ['', ...everythingIn(root)]) expect(lstatSync(path.join(root, entry)).mtimeMs, entry).toBe(DATE * 1000)
})

test('what only Windows runs is left out', () => {
  expect(everythingIn(staged('deb')).filter((entry) => entry.endsWith('.cmd'))).toEqual([])
})

test.each(['deb', 'rpm'] as const)('the app can read which package it came in (%s)', (kind) => {
  expect(readFileSync(path.join(staged(kind), 'usr/lib/cmk-enablement-wizard/resources/package-type'), 'utf8')).toBe(`${kind}\n`)
})

test('staged twice, every file is the same', () => {
  expect(checksums(staged('deb', 'one'))).toBe(checksums(staged('deb', 'two')))
})

test("Debian's own documents are in the Debian package only", () => {
  const documents = (kind: 'deb' | 'rpm') =>
    everythingIn(staged(kind)).filter((entry) => /copyright|changelog|lintian|LICENSE$/.test(entry))
  expect(documents('rpm')).toEqual(['usr/share/licenses/cmk-enablement-wizard/LICENSE'])
  expect(documents('deb')).not.toContain('usr/share/licenses/cmk-enablement-wizard/LICENSE')
})

test.each([
  [[], 'linux', { byBuilder: [], byUs: ['deb', 'rpm'], needed: false }],
  [['dir'], 'linux', { byBuilder: ['dir'], byUs: [], needed: true }],
  [['deb', 'AppImage'], 'linux', { byBuilder: ['AppImage'], byUs: ['deb'], needed: true }],
  [[], 'win32', { byBuilder: [], byUs: [], needed: false }],
  [['nsis'], 'win32', { byBuilder: ['nsis'], byUs: [], needed: true }],
] as const)('of %j on %s, each package has its maker', (installers, platform, makers) => {
  expect(whoMakes(installers, platform)).toEqual(makers)
})
