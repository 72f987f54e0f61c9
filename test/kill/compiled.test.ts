import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../folder.ts'
import { runCompiled } from './compiled.ts'

/** @param word differs: a process that has compiled a text itself asks for nothing that was kept of it */
const bundle = (word: string): string =>
  path.join(testFolder({ 'index.cjs': `require('node:fs').appendFileSync(__filename + '.ran', '${word} ')` }), 'index.cjs')

test('what was compiled of a bundle is kept once, and the bundle runs with it and without', () => {
  const file = bundle('first')
  runCompiled(file)()
  const keep = runCompiled(file)
  writeFileSync(`${file}.compiled`, 'not written again')
  keep()
  expect(readFileSync(`${file}.compiled`, 'utf8')).toBe('not written again')
  expect(readFileSync(`${file}.ran`, 'utf8')).toBe('first first ')
})

test('a bundle runs where what was compiled of it is damaged, and that is replaced', () => {
  const file = bundle('second')
  writeFileSync(`${file}.compiled`, 'damaged')
  runCompiled(file)()
  expect(readFileSync(`${file}.compiled`).length).toBeGreaterThan('damaged'.length)
  expect(readFileSync(`${file}.ran`, 'utf8')).toBe('second ')
})
