import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const ROOMS = ['machines', 'node/services', 'node/records', 'node/host', 'node/cli']

/** The ID of something that services name: their answers spell one ID in changing ways. */
const NAME =
  /(?:(?:environment|tenant|policy|vault|system|subscription|resource|object|principal)Id|(?:environment|tenant|policy|vault)\??\.id)/
const LOWERED = /(?:\??\.toLowerCase\(\))?/
/** Tests for presence, and names made by the wizard itself, are no comparison of IDs. */
const OTHER = /(?!undefined\b|null\b|[A-Z][A-Z_]+\b)\w/
const COMPARED = new RegExp(
  `(?<!typeof [\\w.]*)\\b${NAME.source}${LOWERED.source} (?:===|!==) ${OTHER.source}|(?:===|!==) [\\w.?#]*\\b${NAME.source}\\b(?![\\w(])`,
)

const comparisonsIn = (text: string): readonly string[] => text.split('\n').filter((line) => COMPARED.test(line))

it.each([
  ['policy.id === chosen', 1],
  ['each.environmentId !== environmentId', 1],
  ['one.toLowerCase() === other.tenantId', 1],
  ['reading.environment?.id === wanted', 1],
  ['sameId(policy.id, chosen)', 0],
  ['choices.environmentId === undefined', 0],
  ["typeof pending.environmentId === 'string'", 0],
  ['policyId === YET_TO_COME', 0],
])('sees in “%s” whether IDs are compared by their spelling', (line, count) => {
  expect(comparisonsIn(line)).toHaveLength(count)
})

it('IDs of services are compared by one function alone, which knows letter case and trailing slashes', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(room, file)),
  )
  expect(files.length).toBeGreaterThan(500)
  expect(
    files.flatMap((file) => comparisonsIn(readFileSync(path.join(ROOT, file), 'utf8')).map((line) => `${file}: ${line.trim()}`)),
  ).toEqual([])
})
