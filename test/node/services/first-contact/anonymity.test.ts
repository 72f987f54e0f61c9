import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Heard, isArray, isObject, type Json } from '#machines/procedure/first-contact/recording.ts'
import { recordingOf, type ToRecord } from '#machines/procedure/first-contact/structure.ts'
import { isWordMember } from '#machines/procedure/first-contact/words.ts'
import { ASKED_FOR } from '#machines/procedure/rights/azure-roles.ts'
import { ADMINISTRATORS } from '#machines/procedure/rights/directory-roles.ts'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { known } from '#node/services/first-contact/known.ts'
import { writtenRecording } from '#node/services/first-contact/read-recording.ts'
import { START } from '#test/leaping-time.ts'
import { caseOf, leaping } from '#test/practised.ts'
import { type Exchange, recording } from '#test/published/recorded.ts'
import { account } from '../azure/stand-in.ts'

const { signal } = new AbortController()

/** As it came from a case of the practice tenant. */
async function heardIn(name: string): Promise<Omit<ToRecord, 'wizard'>> {
  const exchanges: Exchange[] = []
  const scenario = caseOf(name)
  const open = leaping(scenario, { around: recording(exchanges) })
  const choices = { ...scenario.choices, environmentId: scenario.environmentId }
  await makeFirstContact(open, choices, signal)
  const heard = exchanges.map(({ url, answer, ...exchange }): Heard => ({ ...exchange, url: url.href, text: answer }))
  return { cloud: 'commercial', account: open.services.account, choices, at: START, heard }
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const EVERYWHERE = new Set<string>([
  '00000000-0000-0000-0000-000000000000',
  ...[...Object.values(AZURE_ROLES), ...Object.values(LOCAL_ROLES)],
  ...[...ASKED_FOR, ...ADMINISTRATORS].map(({ id }) => id),
])

/** Names of companies, people and resources in the practice tenant. Each is replaced. */
const NAMES = ['contoso', 'fabrikam', 'ada', 'grace', 'carl', 'gloria', 'kim', 'expense', 'pilot']
const PEOPLE = ['Ada Marsh', 'Grace Okafor', 'Carl Reyes', 'Gloria Tanaka', 'Kim Lindqvist']

interface Drawn {
  readonly names: readonly string[]
  readonly people: readonly string[]
  readonly id: string
}

/** The same tenant with other names and IDs. @returns it, and every name and ID in it */
function renamed(given: Omit<ToRecord, 'wizard'>, { names, people, id }: Drawn): readonly [Omit<ToRecord, 'wizard'>, ReadonlySet<string>] {
  const strings = new Set<string>()
  const other = (guid: string): string => {
    const made = EVERYWHERE.has(guid.toLowerCase()) ? guid : `${id}${guid.slice(8)}`.toLowerCase()
    if (made !== guid) strings.add(made)
    return made
  }
  let text = JSON.stringify(given)
  PEOPLE.forEach((name, index) => {
    // A name within the text of an answer is written as JSON twice.
    const [twice, once] = [
      JSON.stringify(JSON.stringify(people[index] ?? '').slice(1, -1)).slice(1, -1),
      JSON.stringify(people[index]).slice(1, -1),
    ]
    const [before, after] = text.split('"heard":')
    text = `${before?.replaceAll(name, () => once)}"heard":${after?.replaceAll(name, () => twice)}`
    strings.add(people[index] ?? '')
  })
  NAMES.forEach((name, index) => {
    text = text.replaceAll(new RegExp(`(?<![a-z])${name}(?![a-z])`, 'gi'), names[index] ?? '')
    strings.add(names[index] ?? '')
  })
  return [JSON.parse(text.replaceAll(GUID, other)), strings]
}

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 3, maxLength: 9 })
const drawn = fc.record({
  names: fc.uniqueArray(letters, { minLength: NAMES.length, maxLength: NAMES.length }).map((all) => all.map((each) => `zq${each}`)),
  people: fc
    .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { minLength: PEOPLE.length, maxLength: PEOPLE.length })
    .map((all) => all.map((each) => `Zq ${each}`)),
  id: fc.string({ unit: fc.constantFrom(...'123456789abcdef'), minLength: 8, maxLength: 8 }),
})

/** A tenant's names found in the saved file. */
function leftIn(file: string, strings: Iterable<string>): readonly string[] {
  const lower = file.toLowerCase()
  return [...strings].filter(
    (each) => each !== '' && (lower.includes(each.toLowerCase()) || lower.includes(JSON.stringify(each).slice(1, -1).toLowerCase())),
  )
}

describe.each(['already-encrypted', 'private-vault', 'managed-hsm', 'partner-by-delegation'])(
  'the file of first contact with %s',
  (name) => {
    let given: Omit<ToRecord, 'wizard'>
    beforeAll(async () => {
      given = await heardIn(name)
    })

    it('has no name and no ID of the tenant, whatever they are', () => {
      fc.assert(
        fc.property(drawn, (each) => {
          const [tenant, strings] = renamed(given, each)
          expect(leftIn(JSON.stringify(tenant), strings).length).toBeGreaterThan(3)
          expect(leftIn(writtenRecording(recordingOf({ wizard: '1.0.0', ...tenant }, known)), strings)).toEqual([])
        }),
        { numRuns: 15 },
      )
    })
  },
)

/** Recorded by others from real tenants; a collection beside the project, not part of it. */
const FIXTURES = fileURLToPath(new URL('../../../../../shared/fixtures/power-platform/', import.meta.url))
const exists = existsSync(FIXTURES)
if (!exists) console.info(`Skipped: there are no recorded payloads at ${FIXTURES}.`)
const fixtures = exists ? readdirSync(FIXTURES).filter((file) => file.endsWith('.json')) : []

const BASE = 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform'
const ASKED: Readonly<Record<string, string>> = {
  'environments-list.json': `${BASE}/scopes/admin/environments`,
  'lifecycle-operation-failed.json': `${BASE}/lifecycleOperations/b03e1e6d-73db-4367-90e1-2e378bf7e2fc`,
  'lifecycle-operation-succeeded.json': `${BASE}/lifecycleOperations/b03e1e6d-73db-4367-90e1-2e378bf7e2fc`,
  'locations.json': `${BASE}/locations`,
}

/** The same payload in which each text that is no word of Microsoft's is another one. */
function marked(json: Json, path: string, draw: () => string): Json {
  if (isArray(json)) return json.map((each) => marked(each, `${path}[]`, draw))
  if (isObject(json))
    return Object.fromEntries(
      Object.entries(json).map(([name, each]) => [name, marked(each, path === '' ? name : `${path}.${name}`, draw)]),
    )
  return typeof json === 'string' && json !== '' && !isWordMember(path) ? draw() : json
}

describe.skipIf(!exists)('of a recorded payload of Power Platform', () => {
  it.each(fixtures)('no text of the tenant is left: %s', (file) => {
    const body = z.json().parse(JSON.parse(readFileSync(FIXTURES + file, 'utf8')))
    const text = fc.oneof(
      letters.map((each) => `zq${each}`),
      fc.uuid(),
      letters.map((each) => `https://zq${each}.example/zq${each}`),
      letters.map((each) => `zq${each}@zq${each}.com`),
    )
    fc.assert(
      fc.property(fc.infiniteStream(text), (stream) => {
        const strings = new Set<string>()
        const draw = (): string => {
          const { value } = stream.next()
          strings.add(value)
          return value
        }
        const status = file.startsWith('error') ? 404 : 200
        const url = ASKED[file] ?? `${BASE}/scopes/admin/environments/00000000-0000-0000-0000-000000000001`
        const heard = [
          {
            method: 'GET',
            url,
            signedIn: true,
            status,
            headers: { 'content-type': 'application/json' },
            text: JSON.stringify(marked(body, '', draw)),
          },
        ]
        const recorded = recordingOf({ wizard: '1.0.0', cloud: 'commercial', account, choices: {}, at: START, heard }, known)
        expect(strings.size).toBeGreaterThan(0)
        expect(leftIn(writtenRecording(recorded), strings)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
