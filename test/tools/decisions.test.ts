import { expect, it } from 'vitest'
import { problemsOf } from '../../tools/decisions.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { testFolder } from '../folder.ts'

const FIRST = 'docs/decisions/0001-read-before-write.md'

it('each decision is named by the code that it binds, and what names one names one that is there', () => {
  expect(problemsOf(repositoryRoot)).toEqual([])
})

it.each([
  ['a comment', { 'services/key.ts': '// Decision 0001: read first.\n' }],
  ['a doc comment whose line ends before the number', { 'services/key.ts': '/**\n * Reads first, by decision\n * 1.\n */\n' }],
  ['a comment of a configuration', { 'electron-builder.yml': '# Decision 0001: read first.\n' }],
])('a decision is named by %s', (_, files) => {
  expect(problemsOf(testFolder({ [FIRST]: '# 1. Read before each write\n', ...files }))).toEqual([])
})

it.each([
  ['nothing', {}],
  ['a document alone', { 'docs/guide.md': '[decision 1](decisions/0001-read-before-write.md)\n' }],
])('a decision is found that is named by %s', (_, files) => {
  expect(problemsOf(testFolder({ [FIRST]: '# 1. Read before each write\n', ...files }))).toEqual([
    `${FIRST} is named by no code: name it where it would be undone.`,
  ])
})

it('a decision with the number of another one is found', () => {
  const root = testFolder({ [FIRST]: '', 'docs/decisions/0001-another.md': '', 'services/key.ts': '// Decision 0001: read first.\n' })
  expect(problemsOf(root)).toEqual(['docs/decisions/0001-another.md has the number of another decision.'])
})

it.each([
  ['code', { 'services/retry.ts': '// Decision 0016: one policy.\n' }],
  ['a document', { 'docs/guide.md': 'See [decision\n16](decisions/0016-retry.md).\n' }],
  ['another decision', { 'docs/decisions/0001-read-before-write.md': 'As in [16](0016-retry.md).\n' }],
])('a name in %s of a decision that is not there is found', (_, files) => {
  const root = testFolder({ [FIRST]: '# 1. Read before each write\n', 'services/key.ts': '// Decision 0001: read first.\n', ...files })
  expect(new Set(problemsOf(root))).toEqual(new Set([`${Object.keys(files)[0]} names decision 0016, which isn't there.`]))
})
