import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { problemsOf } from '../../tools/one-reader.mjs'
import { testFolder } from '../folder.ts'

it('the product reads JSON, files and answers in one way, and each exception is still needed', () => {
  expect(problemsOf(repositoryRoot)).toEqual([])
})

it.each([
  ['JSON.parse', '\nexport const read = (text: string) => JSON.parse(text)\n'],
  ['JSON.parse', '\nexport const all = (texts: string[]) => texts.map(JSON.parse)\n'],
  ['JSON.parse', '\nconst { parse } = JSON\n'],
  ['a body read as JSON', '\nexport const read = (response: Response) => response.json()\n'],
  ['a file read', "\nimport { readFile } from 'node:fs/promises'\n"],
  ['a file read', "\nimport fs from 'node:fs'\n"],
  ['a file read', "\nconst { readFile } = await import('node:fs/promises')\n"],
  ['a request', "\nexport const ask = () => fetch('https://contoso.com')\n"],
  ['a request', "\nimport { request } from 'node:https'\n"],
  ['a request', "\nimport { createPipelineFromOptions } from '@azure/core-rest-pipeline'\n"],
])('%s is found by its line: %s', (kind, code) => {
  expect(problemsOf(testFolder({ 'node/one.ts': code }), [])).toEqual([expect.stringMatching(`^node/one.ts:2: ${kind} without a limit. `)])
})

it.each([
  ['what writes JSON', 'export const text = JSON.stringify({ a: 1 })'],
  ['a comment', '// JSON.parse'],
  ['what writes a file', "import { writeFile } from 'node:fs/promises'"],
  ['a type', "import type { request } from 'node:https'"],
])('%s is not found', (_, code) => {
  expect(problemsOf(testFolder({ 'node/one.ts': code }), [])).toEqual([])
})

it('an exception that nothing needs is found', () => {
  expect(problemsOf(testFolder({ 'node/one.ts': '' }), [{ file: 'node/one.ts', kind: 'JSON.parse', why: 'once' }])).toEqual([
    'tools/one-reader.mjs: node/one.ts no longer needs its exception for JSON.parse.',
  ])
})
