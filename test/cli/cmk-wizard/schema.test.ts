import { readFileSync } from 'node:fs'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { resultSchema } from '../../../cli/cmk-wizard/results.ts'

const published: unknown = JSON.parse(readFileSync(new URL('../../../docs/cmk-wizard.schema.json', import.meta.url), 'utf8'))

it('is the one that is published: npm run -s cmk-wizard -- schema > docs/cmk-wizard.schema.json', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(resultSchema())))
})

it('refuses what is no result', () => {
  const validate = new Ajv2020({ strict: false }).compile(published as AnySchema)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'check', language: 'en', at: 0, exitCode: 0, customers: [] })).toBe(true)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'check', language: 'en', at: 0, exitCode: 4, customers: [] })).toBe(false)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'apply', language: 'en', at: 0, exitCode: 0 })).toBe(false)
})
