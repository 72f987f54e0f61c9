import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { practiceCases } from '#node/practice/gallery.ts'
import { SCENARIO_TITLES } from '#node/practice/scenario-titles.ts'
import { tools } from '../../tools/by-name.mjs'
import { checks } from '../../tools/check.mjs'
import { INTEGRATION_TESTS } from '../../tools/integration-tests.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { english } from '../english.ts'

const packageJson: { scripts: Record<string, string> } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
const textOf = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')
const GUIDES = ['user-guide', 'partner-guide', 'trainer', 'developer-guide'].map((name) => `docs/${name}.md`)
const documents = ['README.md', 'docs/adding-things.md', 'docs/architecture.md', 'docs/performance.md', 'docs/releasing.md', ...GUIDES]
const npmWords = [
  ...documents
    .map(textOf)
    .join('\n')
    .matchAll(/`npm (start|test|run (?:-s )?[a-z0-9:-]+)(?: -- ([^`]*))?`/g),
].map(([, command = '', after = '']) => ({
  script: command.replace(/^run (-s )?/, ''),
  after,
}))

test('each command that the README or a guide names is one of package.json', () => {
  expect(npmWords.length).toBeGreaterThan(20)
  expect(npmWords.map(({ script }) => script).filter((script) => !(script in packageJson.scripts))).toEqual([])
})

test('each word behind a command that has several is one of them', () => {
  const several: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(Object.entries(tools).map(([script, ofScript]) => [script, Object.keys(ofScript)])),
    check: checks.map(({ name }) => name),
  }
  const named = npmWords.filter(({ script, after }) => script in several && /^\w/.test(after))
  expect(new Set(named.map(({ script }) => script))).toEqual(new Set(['bench', 'release', 'check']))
  expect(named.filter(({ script, after }) => !several[script]?.includes(after.split(' ', 1)[0] ?? ''))).toEqual([])
})

test('each promise that is checked by a part of the tests names tests that are there', () => {
  const files = readdirSync(path.join(repositoryRoot, 'test'), { recursive: true, encoding: 'utf8' }).map((file) =>
    ['test', ...file.split(path.sep)].join('/'),
  )
  const isIntegration = (file: string): boolean => INTEGRATION_TESTS.some((place) => file.startsWith(place))
  const kinds: Readonly<Record<string, (file: string) => boolean>> = {
    'test:unit': (file) => /\.test\.tsx?$/.test(file) && !isIntegration(file),
    'test:integration': (file) => /\.test\.tsx?$/.test(file) && isIntegration(file),
    'test:journeys': (file) => file.endsWith('.journey.ts'),
    'test:tours': (file) => file.endsWith('.tour.ts'),
  }
  const empty = npmWords.flatMap(({ script, after }) =>
    after.split(' ').filter((part) => {
      const isOfKind = kinds[script]
      return isOfKind && part !== '' && !files.some((file) => isOfKind(file) && file.includes(part))
    }),
  )
  expect(empty).toEqual([])
})

test('the trainer guide lists each case that can be practiced, with the title of its card', () => {
  const cases = textOf('docs/trainer.md')
  const rows = practiceCases.map(({ name, title, family }) => {
    const card = family ? `${english.text(family.title)}: ${english.text(family.choice)}` : english.text(title)
    return `| \`${name}\` | ${card} |`
  })
  expect(rows.filter((row) => !cases.includes(row))).toEqual([])
  expect(practiceCases.map(({ name }) => name).toSorted()).toEqual(Object.keys(SCENARIO_TITLES).toSorted())
})

test('each place of an integration test is there', () => {
  expect(INTEGRATION_TESTS.filter((place) => !existsSync(path.join(repositoryRoot, place)))).toEqual([])
})

test('the README has at most two screens', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(80)
})

test('each file and heading that a document links to exists', () => {
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-')
  const below = readdirSync(path.join(repositoryRoot, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  const all = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...below.map((name) => ['docs', ...name.split(path.sep)].join('/'))]
  const broken = all.flatMap((document) =>
    [...textOf(document).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, file = '', anchor]) => {
      const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
      if (!existsSync(path.join(repositoryRoot, target))) return [`${document}: ${link}`]
      const anchors = anchor === undefined ? [] : [...textOf(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
      return anchor === undefined || anchors.includes(anchor) ? [] : [`${document}: ${link}`]
    }),
  )
  expect(broken).toEqual([])
})

test('the changelog has an Unreleased section, then the version of package.json, and each entry in its group', () => {
  const [, ...sections] = textOf('CHANGELOG.md').split(/^## /m)
  const { version } = JSON.parse(textOf('package.json')) as { version: string }
  expect(sections.map((section) => section.split('\n')[0]).slice(0, 2)).toEqual([
    '[Unreleased]',
    expect.stringMatching(new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`)),
  ])
  for (const section of sections) {
    const groups = [...section.matchAll(/^### (.*)$/gm)].map(([, group]) => group)
    expect(groups).toEqual([...new Set(groups)])
    // An entry that names its group belongs under that group's heading.
    expect([...section.matchAll(/^- (?:Fixed|Added|Changed|Removed):.*$/gm)].map(([entry]) => entry)).toEqual([])
  }
})
