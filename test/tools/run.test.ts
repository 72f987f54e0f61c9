import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

const run = (script: string, ...words: string[]) =>
  spawnSync(process.execPath, [path.join(repositoryRoot, 'tools', script), ...words], { encoding: 'utf8' })

test('a program that does not exist is refused on stderr, with nothing on stdout', () => {
  const { status, stdout, stderr } = run('run.mjs', 'demonstration')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('demo|practice-tenant')
})

test('a target that cannot be built is refused on stderr, with the ones that can', () => {
  const { status, stdout, stderr } = run('build.mjs', 'windows')
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('Unknown target windows. There are: main, preload, renderer, demo, practice-tenant.')
})

test('a wish that tests cannot be run by still ends in the closing line, as one failure', () => {
  const { status, stdout, stderr } = run('test.mjs', '--only', 'everything')
  expect([status, stdout]).toEqual([1, '0 passed, 1 failed\n'])
  expect(stderr).toContain('--only takes unit, integration, journeys, tours, azure-cli, exported-scripts, not everything.')
})
