import { readFileSync } from 'node:fs'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { customersSchema } from '#node/cli/cmk-wizard/customers.ts'
import { resultSchema } from '#node/cli/cmk-wizard/results.ts'

const inDocs = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8'))
const published = inDocs('cmk-wizard.schema.json')

it('is the one that is published: npm run -s cmk-wizard -- schema > docs/cmk-wizard.schema.json', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(resultSchema())))
})

it('is published for lists of customers: npm run -s cmk-wizard -- schema customers > docs/cmk-wizard-customers.schema.json', () => {
  expect(inDocs('cmk-wizard-customers.schema.json')).toEqual(JSON.parse(JSON.stringify(customersSchema())))
})

it('refuses what is no result', () => {
  const validate = new Ajv2020({ strict: false }).compile(published as AnySchema)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'check', language: 'en', at: 0, exitCode: 0, customers: [] })).toBe(true)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'check', language: 'en', at: 0, exitCode: 4, customers: [] })).toBe(false)
  expect(validate({ format: 'cmk-wizard', version: 1, verb: 'apply', language: 'en', at: 0, exitCode: 0 })).toBe(false)
})
