import { renameSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fingerprint, isStampedWith, stamp } from '../../tools/freshness.mjs'
import { testFolder } from '../folder.ts'

let root = ''
beforeEach(() => {
  root = testFolder({ 'machines/step/plan.ts': 'export {}', 'package-lock.json': '{}' })
})

const sources = ['machines', 'package-lock.json', 'not-there']

test('touching a file without changing it leaves the fingerprint as it was', () => {
  const before = fingerprint(root, sources)
  utimesSync(path.join(root, 'machines', 'step', 'plan.ts'), new Date(0), new Date(0))
  expect(fingerprint(root, sources)).toBe(before)
})

test('a changed, a new and a renamed file each change the fingerprint', () => {
  const file = path.join(root, 'machines', 'step', 'plan.ts')
  const seen = [fingerprint(root, sources)]
  writeFileSync(file, 'export { }')
  seen.push(fingerprint(root, sources))
  writeFileSync(path.join(root, 'machines', 'new.ts'), '')
  seen.push(fingerprint(root, sources))
  renameSync(file, path.join(root, 'machines', 'step', 'planned.ts'))
  seen.push(fingerprint(root, sources))
  expect(new Set(seen).size).toBe(4)
})

test('what is outside of the sources does not count', () => {
  const before = fingerprint(root, sources)
  writeFileSync(path.join(root, 'README.md'), 'words')
  expect(fingerprint(root, sources)).toBe(before)
})

test('a stamp holds only for the very sources it was made from', () => {
  const file = path.join(root, 'out', '.stamps', 'main')
  expect(isStampedWith(file, 'abc')).toBe(false)
  stamp(file, 'abc')
  expect(isStampedWith(file, 'abc')).toBe(true)
  expect(isStampedWith(file, 'abd')).toBe(false)
})
