import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchPackage, runNpm } from '../../tools/npm.mjs'
import { testFolder } from '../folder.ts'

let folder = ''

/** Puts a program in npm's place. It is an ES module, run with the words npm would get. */
function standInForNpm(program: string): void {
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(path.join(folder, 'npm-cli.js'), program)
  vi.stubEnv('npm_execpath', path.join(folder, 'npm-cli.js'))
}

const packs = (content: string) => `
  import { writeFileSync } from 'node:fs'
  const to = process.argv[process.argv.indexOf('--pack-destination') + 1]
  writeFileSync(to + '/electron-33.2.1.tgz', ${JSON.stringify(content)})
  console.log(JSON.stringify([{ filename: 'electron-33.2.1.tgz' }]))`

const pinned = (content: string) => ({
  name: 'electron',
  version: '33.2.1',
  integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
})

beforeEach(() => {
  folder = testFolder()
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('an archive with the pinned hash is handed over', () => {
  standInForNpm(packs('the real one'))
  expect(readFileSync(fetchPackage(pinned('the real one'), folder), 'utf8')).toBe('the real one')
})

test('an archive with another hash is refused, with both hashes', () => {
  standInForNpm(packs('a changed one'))
  expect(() => fetchPackage(pinned('the real one'), folder)).toThrow(
    /not the archive this project pinned[\s\S]*expected sha512-[\s\S]*received sha512-/,
  )
})

test('an answer of npm that names no archive is shown', () => {
  standInForNpm("console.log('[]')")
  expect(() => fetchPackage(pinned('x'), folder)).toThrow('npm pack answered something unexpected: []')
})

test('what npm complained about is passed on when it fails', () => {
  standInForNpm("console.error('npm error 404 Not Found'); process.exit(1)")
  expect(() => runNpm(['pack', 'nothing'], { folder, capture: true })).toThrow('npm pack failed (exit code 1).\nnpm error 404 Not Found')
})
