import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SCENARIO_TITLES } from '../../practice/scenario-titles.ts'
import { repositoryRoot } from '../../tools/location.mjs'

const packageJson: { scripts: Record<string, string> } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
const readme = readFileSync(path.join(repositoryRoot, 'README.md'), 'utf8')
const npmWords = [...readme.matchAll(/`npm (start|test|run (?:-s )?[a-z0-9:-]+)(?: -- ([^`]*))?`/g)].map(
  ([, command = '', after = '']) => ({
    script: command.replace(/^run (-s )?/, ''),
    after,
  }),
)

test('each command that the README names is one of package.json', () => {
  expect(npmWords.length).toBeGreaterThan(20)
  expect(npmWords.map(({ script }) => script).filter((script) => !(script in packageJson.scripts))).toEqual([])
})

test('each promise that is checked by a part of the tests names tests that are there', () => {
  const files = readdirSync(path.join(repositoryRoot, 'test'), { recursive: true, encoding: 'utf8' }).map((file) =>
    ['test', ...file.split(path.sep)].join('/'),
  )
  const endings: Readonly<Record<string, RegExp>> = { 'test:unit': /\.test\.tsx?$/, 'test:e2e': /\.e2e\.ts$/ }
  const empty = npmWords.flatMap(({ script, after }) =>
    after.split(' ').filter((part) => {
      const ending = endings[script]
      return ending && part !== '' && !files.some((file) => ending.test(file) && file.includes(part))
    }),
  )
  expect(empty).toEqual([])
})

test('the README tells of each case that can be practised', () => {
  const told = Object.keys(SCENARIO_TITLES).filter((name) => readme.includes(`| \`${name}\` |`))
  expect(told).toEqual(Object.keys(SCENARIO_TITLES))
})
