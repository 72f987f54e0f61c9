import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { parseCustomers } from '#node/cli/cmk-wizard/customers.ts'
import { ORIGINS } from '#node/practice/addresses.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { readClassFile } from '#node/practice/presenting/class-file.ts'
import { readExercise } from '#node/practice/presenting/exercises/exercise.ts'
import { readCustomerList } from '#node/records/customers/customer-list.ts'
import { readEngagement } from '#node/records/engagement/engagement.ts'
import { ANY } from '#node/records/engagement/schemas.ts'
import { checkReport } from '#node/records/evidence/report.ts'
import { checkHandOver } from '#node/records/handoff/hand-over-file.ts'
import { readTemplates } from '#node/records/templates/templates-file.ts'
import { parseCloudFile } from '#node/services/identity/cloud-file.ts'
import { acceptJson } from '#node/services/managed/accept.ts'
import { repositoryRoot } from '../../../tools/location.mjs'

const TENANT = '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90'
const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** Every file that a person may have edited, or saved once more, with what some editors of Windows put first. */
const FILES: readonly (readonly [what: string, text: string, reader: (text: string) => unknown])[] = [
  ['customers', JSON.stringify({ schema: 1, customers: [{ tenantId: TENANT, groups: [] }] }), (text) => readCustomerList(text, 'f')],
  [
    'customers for the command line',
    JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers: [{ name: 'A', tenant: TENANT }] }),
    (text) => parseCustomers(text, 'f'),
  ],
  ['saved work', read('test/node/records/engagement/golden/engagement-6.json'), (text) => readEngagement(ANY, text)],
  ['templates', JSON.stringify({ schema: 3, list: [] }), (text) => readTemplates(text, 'f')],
  ['a class', JSON.stringify({ version: 1, case: 'locked' }), (text) => readClassFile('f', text)],
  ['an exercise', read('node/practice/presenting/exercises/shipped/another-key.json'), readExercise],
  [
    'a file of a colleague',
    read('test/node/records/handoff/golden/hand-over-1.json'),
    (text) => checkHandOver(CUSTOMER_MANAGED_KEYS, text),
  ],
  ['a report', read('test/node/records/evidence/golden/report-1.json'), (text) => checkReport(CUSTOMER_MANAGED_KEYS, text)],
  [
    'a cloud',
    JSON.stringify(practiceCloud(Object.values(ORIGINS).map((origin) => ({ origin, address: 'https://localhost:8443' })))),
    (text) => ({ ok: true, ...parseCloudFile(text, 'f') }),
  ],
  ['a policy', JSON.stringify({ AllowedClouds: ['gcc'] }), (text) => ({ ok: true, ...acceptJson('f', Buffer.from(text)) })],
]

describe('a byte order mark', () => {
  it.each(FILES)('changes nothing of %s', (_what, text, reader) => {
    const without = reader(text)
    expect(without).toMatchObject({ ok: true })
    expect(reader(`\uFEFF${text}`)).toEqual(without)
  })
})
