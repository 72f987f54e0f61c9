import { expect, it } from 'vitest'
import { isOnPath, type Surroundings } from '#node/services/identity/program-on-path.ts'

const on = (platform: NodeJS.Platform, environment: Surroundings['environment'], ...files: string[]): Surroundings => ({
  platform,
  environment,
  isThere: async (file) => files.includes(file),
})

it.each<[string, Surroundings, boolean]>([
  [
    'on Windows, as Azure CLI installs it',
    on('win32', { PATH: 'C:\\Windows;C:\\Azure\\wbin', PATHEXT: '.EXE;.CMD' }, 'C:\\Azure\\wbin\\az.CMD'),
    true,
  ],
  ['on Windows without PATHEXT', on('win32', { Path: 'C:\\Azure\\wbin' }, 'C:\\Azure\\wbin\\az.CMD'), true],
  ['on Windows in quotes', on('win32', { PATH: '"C:\\Azure CLI;"', PATHEXT: '.CMD' }, 'C:\\Azure CLI\\az.CMD'), false],
  ['on Windows in quotes of one folder', on('win32', { PATH: '"C:\\Azure CLI"', PATHEXT: '.CMD' }, 'C:\\Azure CLI\\az.CMD'), true],
  ['on Windows, where only a script for Unix is', on('win32', { PATH: 'C:\\Azure', PATHEXT: '.EXE;.CMD' }, 'C:\\Azure\\az'), false],
  ['on Unix', on('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/az'), true],
  ['on Unix, nowhere', on('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/opt/az'), false],
  ['without a path', on('linux', {}, 'az', '/az'), false],
])('%s', async (_, surroundings, found) => {
  expect(await isOnPath('az', surroundings)).toBe(found)
})
