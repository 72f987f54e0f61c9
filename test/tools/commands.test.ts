import { expect, test } from 'vitest'
import { packagedApp, parseWish as parsePackageWish } from '../../tools/package.mjs'
import { electronOptions, noDisplayMessage } from '../../tools/start.mjs'
import { parseWish as parseTestWish } from '../../tools/test.mjs'

test('without options all but the tours is tested off screen', () => {
  expect(parseTestWish([])).toEqual({
    projects: ['unit', 'integration', 'journeys'],
    onScreen: false,
    wider: false,
    fonts: 'liberation',
    forVitest: [],
  })
})

test('one kind can be chosen, shown, and narrowed with what Vitest understands', () => {
  expect(parseTestWish(['--only', 'tours', '--on-screen', '--fonts', 'noto', '--wider', 'test/e2e/every', '-t', 'keyboard'])).toEqual({
    projects: ['tours'],
    onScreen: true,
    wider: true,
    fonts: 'noto',
    forVitest: ['test/e2e/every', '-t', 'keyboard'],
  })
})

test('a kind that does not exist is refused', () => {
  expect(() => parseTestWish(['--only', 'everything'])).toThrow(
    'unit, integration, journeys, tours, azure-cli, exported-scripts, not everything',
  )
  expect(() => parseTestWish(['--only'])).toThrow('not nothing')
})

test('a package is for people unless an option says otherwise', () => {
  expect(parsePackageWish([])).toEqual({ forTests: false, installers: [], onlyCommandLine: false })
  expect(parsePackageWish(['--for-tests', '--target', 'deb', '--target', 'AppImage'])).toEqual({
    forTests: true,
    installers: ['deb', 'AppImage'],
    onlyCommandLine: false,
  })
  expect(parsePackageWish(['--cli'])).toEqual({ forTests: false, installers: [], onlyCommandLine: true })
  expect(() => parsePackageWish(['--cli', '--target', 'deb'])).toThrow('one by one')
  expect(() => parsePackageWish(['--for-test'])).toThrow("Unknown option '--for-test'")
  expect(() => parsePackageWish(['--target'])).toThrow("Option '--target <value>' argument missing")
})

test.each([
  [false, 'linux', 'x64', 'dist/linux-unpacked/cmk-enablement-wizard'],
  [true, 'linux', 'arm64', 'dist/for-tests/linux-arm64-unpacked/cmk-enablement-wizard'],
  [false, 'win32', 'x64', 'dist/win-unpacked/CMK Enablement Wizard.exe'],
  [false, 'darwin', 'arm64', 'dist/mac-arm64/CMK Enablement Wizard.app/Contents/MacOS/CMK Enablement Wizard'],
] as const)('the packaged app (for tests: %s) on %s %s is %s', (forTests, platform, architecture, executable) => {
  expect(packagedApp(forTests, platform, architecture).executable).toBe(executable)
})

test('the sandbox stays on for everyone but root', () => {
  expect(electronOptions({ root: false })).not.toContain('--no-sandbox')
  expect(electronOptions({ root: true })).toContain('--no-sandbox')
})

test('without a display the message names the command, and the packages where they are missing', () => {
  expect(noDisplayMessage({ hasXvfb: true, root: true })).toContain('xvfb-run -a npm start')
  expect(noDisplayMessage({ hasXvfb: true, root: true })).not.toContain('apt')
  expect(noDisplayMessage({ hasXvfb: false, root: false })).toContain('sudo apt-get install -y --no-install-recommends xvfb xauth')
  expect(noDisplayMessage({ hasXvfb: false, root: true })).not.toContain('sudo')
})
