import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8')

interface Threat {
  readonly id: string
  readonly stride: string
  readonly test: string
}

const threats: readonly Threat[] = [...read('docs/threat-model.md').matchAll(/^\| (T-\d+) \| ([A-Z]) \| .+ \| (.+) \|$/gm)].map(
  ([, id = '', stride = '', test = '']) => ({ id, stride, test }),
)

/** The reasons why what a threat names are no tests. Several are separated by semicolons. */
const problemsOf = ({ test }: Threat): readonly string[] => test.split(/; (?=`)/).flatMap((each) => problemOf(each) ?? [])

function problemOf(test: string): string | undefined {
  const [, command] = /^`npm run ([\w:-]+)`$/.exec(test) ?? []
  if (command !== undefined) return Object.hasOwn(JSON.parse(read('package.json')).scripts, command) ? undefined : `no command ${command}`
  const [, file = '', title = ''] = /^`(test\/[\w/.-]+)`: (.+)$/.exec(test) ?? []
  if (!file || !existsSync(path.join(repositoryRoot, file))) return `no file ${file}`
  return title.length > 10 && read(file).includes(title) ? undefined : `no test in ${file} is called “${title}”`
}

it('has a test for each threat that exists under its name', () => {
  expect(threats.length).toBeGreaterThan(30)
  expect(threats.flatMap(problemsOf)).toEqual([])
})

it('numbers its threats in order, and has each kind of STRIDE', () => {
  expect(threats.map(({ id }) => id)).toEqual(threats.map((_, index) => `T-${String(index + 1).padStart(2, '0')}`))
  expect([...new Set(threats.map(({ stride }) => stride))].toSorted()).toEqual(['D', 'E', 'I', 'R', 'S', 'T'])
})

it('finds a test that is not there', () => {
  const never = '`test/tools/threat-model.test.ts`: never written anywhere' + ' at all'
  expect(problemsOf({ id: 'T-00', stride: 'S', test: never })).toHaveLength(1)
  expect(problemsOf({ id: 'T-00', stride: 'S', test: '`npm run never`' })).toEqual(['no command never'])
  expect(problemsOf({ id: 'T-00', stride: 'S', test: `\`npm run smoke\`; ${never}; \`npm run never\`` })).toHaveLength(2)
})
