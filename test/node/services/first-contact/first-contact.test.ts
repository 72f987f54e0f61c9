import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { compare } from '#machines/procedure/first-contact/compare.ts'
import { isArray, isObject, type Json, type Recording } from '#machines/procedure/first-contact/recording.ts'
import { firstContactOf } from '#machines/procedure/first-contact/told.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { seededRandom } from '#node/practice/random.ts'
import { openRecorded } from '#node/practice/recorded.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { known } from '#node/services/first-contact/known.ts'
import { readRecording, writtenRecording } from '#node/services/first-contact/read-recording.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { observeIn } from '#node/services/ports.ts'
import { english } from '#test/english.ts'
import { leapingTime } from '#test/leaping-time.ts'
import { caseOf, leaping } from '#test/practised.ts'

const { signal } = new AbortController()

const choicesOf = (name: string): Choices => ({ ...caseOf(name).choices, environmentId: caseOf(name).environmentId })

const recorded = (name: string, around?: (network: HttpClient) => HttpClient): Promise<Recording> =>
  makeFirstContact(leaping(caseOf(name), around ? { around } : {}), choicesOf(name), signal)

/** Findings of all steps, without names. */
async function findingsIn(open: OpenTenant, choices: Choices): Promise<readonly unknown[]> {
  const now = (): number => open.clock.now()
  const observe: Parameters<typeof readEverything>[1]['observe'] = (...asked) => observeIn(open, now, ...asked)
  const { readings } = await readEverything(CUSTOMER_MANAGED_KEYS, { observe }, choices, STEP_IDS, undefined, signal)
  return readings.map(({ stepId, findings, plan }) => ({
    stepId,
    findings: findings.map(({ id, status, title, seen }) => ({ id, status, title: idOf(title), seen: idOf(seen) })),
    plan: plan.map(({ kind }) => kind),
  }))
}

const idOf = (text: object): unknown => ('messageId' in text ? text.messageId : Object.keys(text))

describe('first contact with the practice tenant', () => {
  it.each(['ready-to-enable', 'already-encrypted', 'private-vault', 'managed-hsm', 'partner-by-delegation'])(
    'finds nothing else than what is known: %s',
    async (name) => {
      const { differences, answers, held } = compare(await recorded(name), known)
      expect(differences).toEqual([])
      expect(answers).toBeGreaterThan(20)
      expect(held.length).toBeGreaterThan(15)
    },
  )

  it.each([
    'ready-to-enable',
    'integration-missing',
    'already-encrypted',
    'private-vault',
    'managed-hsm',
    'key-expires-soon',
    'no-reader',
    'another-policy',
    'lock-access-removed',
    'vault-half',
  ])('is recorded so that whoever opens the recording sees the same findings: %s', async (name) => {
    const recording = readRecording(writtenRecording(await recorded(name)))
    if (!recording) throw new Error('The recording can’t be read back.')
    const open = openRecorded(recording, { ...leapingTime, random: seededRandom(name) })
    expect(await findingsIn(open, recording.choices)).toEqual(await findingsIn(leaping(caseOf(name)), choicesOf(name)))
  })
})

/** Network that changes each answer. */
const changing =
  (change: (url: URL, answer: { status: number; body: string; headers: Record<string, string> }) => void) =>
  (network: HttpClient): HttpClient => ({
    async sendRequest(request) {
      const response = await network.sendRequest(request)
      const answer = { status: response.status, body: response.bodyAsText ?? '', headers: response.headers.toJSON() }
      change(new URL(request.url), answer)
      return { ...response, status: answer.status, bodyAsText: answer.body, headers: createHttpHeaders(answer.headers) }
    },
  })

const members = z.record(z.string(), z.json())
type Members = z.infer<typeof members>

/** Changes one member of the JSON of an answer, each time its path is met. */
function edit(json: Json, path: readonly string[], change: (place: Members, name: string) => void): Json {
  if (isArray(json)) return json.map((each) => edit(each, path, change))
  if (!isObject(json)) return json
  const [name = '', ...rest] = path
  const copy = members.parse(json)
  if (rest.length === 0) change(copy, name)
  else if (copy[name] !== undefined) copy[name] = z.json().parse(edit(copy[name], rest, change))
  return copy
}

const set = (value: Members[string]) => (place: Members, name: string) => {
  if (place[name] !== undefined) place[name] = value
}
const add = (value: Members[string]) => (place: Members, name: string) => {
  place[name] = value
}
const remove = (place: Members, name: string): void => {
  delete place[name]
}

const ENVIRONMENT = /\/scopes\/admin\/environments\/[^/]+$/
const VAULT = /\/vaults\/[^/]+$/
const POLICY = /\/enterprisePolicies\/[^/]+$/i
const KEY = /^\/keys\/[^/]+$/

const word = (path: string, seen: string) => ({ path, change: set(seen), found: `word ${path} ${seen}: unknown-word` })
const unknownMember = (path: string, value: Members[string]) => ({ path, change: add(value), found: `member ${path} : unread` })
const missing = (path: string, consequence: string) => ({ path, change: remove, found: `missing ${path} : ${consequence}` })

const MEMBERS: readonly {
  readonly of: RegExp
  readonly path: string
  readonly change: (place: Members, name: string) => void
  readonly found: string
}[] = [
  { of: ENVIRONMENT, ...word('properties.states.runtime.id', 'Quarantined') },
  { of: ENVIRONMENT, ...word('properties.states.management.id', 'Waking') },
  { of: ENVIRONMENT, ...word('properties.enterprisePolicies.customerManagedKeys.linkStatus', 'Settling') },
  { of: ENVIRONMENT, ...word('properties.protectionStatus.keyManagedBy', 'Both') },
  { of: ENVIRONMENT, ...unknownMember('properties.dataResidency', { boundary: 'Contoso only' }) },
  { of: ENVIRONMENT, path: 'properties.createdTime', change: set(5), found: 'kind properties.createdTime number: unread' },
  { of: VAULT, ...missing('properties.enableSoftDelete', 'absent') },
  { of: VAULT, ...word('properties.publicNetworkAccess', 'Fenced') },
  { of: POLICY, ...word('kind', 'Sealing') },
  { of: POLICY, ...missing('properties.systemId', 'absent') },
  { of: POLICY, ...unknownMember('etag', 'W/"contoso"') },
  { of: KEY, ...word('key.kty', 'ML-KEM') },
  { of: KEY, path: 'attributes.enabled', change: set('yes'), found: 'kind attributes.enabled string: unreadable' },
  { of: /^\/keys\/[^/]+\/versions$/, ...missing('value[].kid', 'unreadable') },
]

interface Changed {
  status: number
  body: string
  readonly headers: Record<string, string>
}

const renamed =
  (from: string, to: string) =>
  (answer: Changed): void => {
    answer.body = answer.body.replace(from, to)
  }

const OTHERS: readonly { readonly of: RegExp; readonly change: (answer: Changed) => void; readonly found: string }[] = [
  { of: /\/managedHSMs$/i, change: renamed('"value"', '"items"'), found: 'page value : unreadable' },
  {
    of: /^\/subscriptions$/,
    change: renamed('{', '{"@odata.nextLink":"https://management.azure.com/contoso",'),
    found: 'page @odata.nextLink : first-page',
  },
  {
    of: /\/workspaces$/,
    change(answer) {
      answer.status = 206
    },
    found: 'status  206: success',
  },
  {
    of: /\/rotationpolicy$/,
    change({ headers }) {
      headers['content-type'] = 'text/html'
    },
    found: 'header content-type text/html: unreadable',
  },
  {
    of: /\/locations$/,
    change({ headers }) {
      delete headers['x-ms-correlation-request-id']
    },
    found: 'header x-ms-correlation-request-id : no-support-id',
  },
  {
    of: /\/systemTopics$/,
    change(answer) {
      answer.body = '<html>Contoso</html>'
    },
    found: 'form  page: unreadable',
  },
]

/** Changes to answers, each with its subject. */
const PLANTS = [
  ...MEMBERS.map(({ of, path, change, found }) => ({
    of,
    found,
    change(answer: Changed) {
      answer.body = JSON.stringify(edit(z.json().parse(JSON.parse(answer.body)), path.replaceAll('[]', '').split('.'), change))
    },
  })),
  ...OTHERS,
]

const planting =
  (plants: typeof PLANTS) =>
  ({ pathname }: URL, answer: Changed): void => {
    for (const { of, change } of answer.status === 200 ? plants : []) if (of.test(pathname)) change(answer)
  }

const unreadable = z.object({ ok: z.literal(false), refusal: z.object({ reason: z.literal('unreadable') }) })

/** A service's client that notes which of its answers couldn't be read. */
const noting = <Client extends object>(client: Client, into: string[]): Client =>
  new Proxy(client, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return async (...asked: readonly unknown[]): Promise<unknown> => {
        const answer: unknown = await Reflect.apply(member, target, asked)
        if (unreadable.safeParse(answer).success) into.push(String(name))
        return answer
      }
    },
  })

/** Unreadable facts of a tenant with these changes. */
async function unreadWith(plants: typeof PLANTS): Promise<readonly string[]> {
  const open = leaping(caseOf('already-encrypted'), { around: changing(planting(plants)) })
  const { azure, powerPlatform, dataverse, directory, account } = open.services
  const unread: string[] = []
  const services = {
    account,
    azure: noting(azure, unread),
    powerPlatform: noting(powerPlatform, unread),
    dataverse: noting(dataverse, unread),
    directory: noting(directory, unread),
  }
  await makeFirstContact({ ...open, services }, choicesOf('already-encrypted'), signal)
  return unread
}

describe('first contact with a tenant that was changed', () => {
  it('names exactly the twenty differences that were planted', async () => {
    const planted = PLANTS.map(({ found }) => found)
    const recording = await recorded('already-encrypted', changing(planting(PLANTS)))
    const { differences } = compare(recording, known)
    expect(differences.map(({ kind, place, seen, consequence }) => `${kind} ${place} ${seen}: ${consequence}`).toSorted()).toEqual(
      planted.toSorted(),
    )
    expect(planted).toHaveLength(20)
    expect(writtenRecording(recording)).not.toMatch(/contoso/i)
  })

  it.each(PLANTS)('means for the wizard what is said of it: $found', async (plant) => {
    expect((await unreadWith([plant])).length > 0).toBe(plant.found.endsWith(': unreadable'))
  })

  it('is told by what matters most: what can’t be read first, and what nothing reads last', async () => {
    const { differences } = firstContactOf(await recorded('already-encrypted', changing(planting(PLANTS))), known)
    const told = english.all(differences)
    expect(told.at(0)?.meaning).toBe('The wizard can’t read the answer. What depends on it counts as not checked.')
    expect(told.at(-1)?.meaning).toBe('The wizard doesn’t read it. Nothing changes.')
    expect(told.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'The answer isn’t JSON',
        'Missing member: value[].kid',
        'properties.states.runtime.id has an unknown value: Quarantined',
        'The header content-type has an unknown value: text/html',
        'Missing header: x-ms-correlation-request-id',
        'The list has another page format: @odata.nextLink',
        'Unknown status: 206',
        'New member: etag',
      ]),
    )
  })
})
