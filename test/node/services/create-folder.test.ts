import { statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createFolder } from '#node/services/create-folder.ts'
import { testFolder } from '#test/folder.ts'

it('creates a folder with those above it, and is content with one that is there, also by a link', () => {
  const folder = testFolder()
  createFolder(path.join(folder, 'a', 'b', 'c'))
  createFolder(path.join(folder, 'a', 'b'))
  symlinkSync(path.join(folder, 'a'), path.join(folder, 'link'), 'junction')
  createFolder(path.join(folder, 'link'))
  createFolder(path.join(folder, 'link', 'd'))
  createFolder(path.parse(folder).root)
  expect(statSync(path.join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true)
  expect(statSync(path.join(folder, 'a', 'd')).isDirectory()).toBe(true)
})

it('refuses what is a file, or below one', () => {
  const folder = testFolder({ file: '' })
  expect(() => createFolder(path.join(folder, 'file'))).toThrow('EEXIST')
  expect(() => createFolder(path.join(folder, 'file', 'x'))).toThrow(/ENOTDIR|ENOENT|EEXIST/)
})

it.runIf(process.platform === 'linux')('ends where the system lets no one create a folder, and says that it’s missing', () => {
  expect(() => createFolder('/proc/x')).toThrow('ENOENT')
  expect(() => createFolder('/proc/x/y')).toThrow('ENOENT')
})
