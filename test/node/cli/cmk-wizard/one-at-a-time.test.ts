import type { HttpClient, PipelineResponse } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import type { Verb } from '#node/cli/cmk-wizard/grammar.ts'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import type { Fault, FaultRule } from '#node/practice/faults.ts'
import { command } from './in-process.ts'
import { leapingClock, openCase, practiceIdentity } from './practice-identity.ts'

/* One request at a time gives no answer: what it should have told is named and counted, and the exit code says it. */

const TENANT = 'contoso.example'
const OTHER = { subscriptionId: '88888888-2222-4333-8444-555555555555', displayName: 'Other', state: 'Enabled' }

interface Wish {
  readonly name?: string
  readonly faults?: readonly FaultRule[]
  readonly words?: readonly string[]
  readonly around?: (network: HttpClient) => HttpClient
}

async function ended(verb: Verb, { name = 'ready-to-enable', faults = [], words = ['--json'], around }: Wish = {}) {
  const environmentId = openCase(name).practice.scenario.environmentId
  const signIn = ['--tenant', TENANT, '--sign-in', 'secret', '--client-id', '11111111-2222-4333-8444-555555555555']
  return command([verb, ...signIn, '--environment', environmentId, ...words], {
    variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' },
    clock: leapingClock(),
    identity: practiceIdentity({ [TENANT]: () => openCase(name, faults, around) }),
  })
}

function environmentIn(out: string) {
  const result: ResultDocument = JSON.parse(out)
  const each = result.verb === 'check' || result.verb === 'plan' ? result.customers[0]?.environments[0] : undefined
  if (!each) throw new Error('It has no environment.')
  return each
}

/** Subscriptions that the tenant lists instead of its own one. */
const listing =
  (change: (own: readonly unknown[]) => readonly unknown[]) =>
  (network: HttpClient): HttpClient => ({
    async sendRequest(request): Promise<PipelineResponse> {
      const response = await network.sendRequest(request)
      if (new URL(request.url).pathname !== '/subscriptions') return response
      const { value }: { value: readonly unknown[] } = JSON.parse(response.bodyAsText ?? '')
      return { ...response, bodyAsText: JSON.stringify({ value: change(value) }) }
    },
  })

const several = listing((own) => [...own, { id: `/subscriptions/${OTHER.subscriptionId}`, ...OTHER }])

const FAULTS: readonly Fault[] = ['403', '429-seconds', 'reset-before', '500', 'redirect-elsewhere', '502-html']

/** Requests that only give names, or rights that no planned change needs: without them, no finding is missing. */
const BESIDE = [/\/locations$/, /\/permissions$/, /\/managedHSMs$/i, /\/scopes\/admin\/environments$/]

async function requestsOf(name: string): Promise<readonly FaultRule[]> {
  const asked = new Map<string, FaultRule>()
  await ended('check', {
    name,
    around: (network) => ({
      sendRequest(request) {
        const { pathname } = new URL(request.url)
        asked.set(`${request.method} ${pathname}`, { method: request.method, path: pathname, fault: '403' })
        return network.sendRequest(request)
      },
    }),
  })
  return [...asked.values()].filter(({ path }) => !BESIDE.some((each) => each.test(path)))
}

describe.each(['ready-to-enable', 'already-encrypted'])('one request without an answer, in the case %s', (name) => {
  it.each(FAULTS)('is named, counted, and exit code 3: %s', async (fault) => {
    const requests = await requestsOf(name)
    expect(requests.length).toBeGreaterThan(10)
    for (const request of requests) {
      const { code, out } = await ended('plan', { name, faults: [{ ...request, fault }] })
      const { state, unread } = environmentIn(out)
      expect({ request, code, state, isNamed: unread.length > 0 }).toEqual({ request, code: 3, state: 'not-read', isNamed: true })
    }
  })
})

describe('steps whose key can’t be suggested', () => {
  it.each<[string, Wish]>([
    ['several subscriptions', { around: several }],
    ['no subscription', { around: listing(() => []) }],
    ['a refused list of subscriptions', { faults: [{ method: 'GET', path: '/subscriptions', fault: '403' }] }],
    ['no answer of Resource Manager', { faults: [{ method: '*', path: '/subscriptions**', fault: 'reset-before' }] }],
  ])('are named, and nothing is in order: %s', async (_, wish) => {
    for (const verb of ['check', 'plan'] as const) {
      const { code, out } = await ended(verb, wish)
      const { state, unread } = environmentIn(out)
      expect([code, state]).toEqual([3, 'not-read'])
      expect(unread.flatMap(({ step }) => step ?? [])).toEqual(expect.arrayContaining(['policy', 'membership']))
    }
  })

  it('are in the text, with the subscriptions to choose from, and in JUnit’s XML as errors', async () => {
    const told = await ended('check', { around: several, words: [] })
    expect(told.out).toMatch(/Step 3 wasn’t checked: .*\n.*several subscriptions.*Other \(88888888-/)
    expect(told.out).toContain('next: Name it with --subscription')
    expect(told.out).toContain('2 things couldn’t be read')
    const junit = await ended('check', { around: several, words: ['--format', 'junit'] })
    expect(junit.out.match(/<error type="not-read"/g)).toHaveLength(3)
  })

  it('give no script, not even an empty one', async () => {
    const { code, out, err } = await ended('plan', { around: several, words: ['--script', 'azure-cli'] })
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('No script was written')
  })

  it('are checked once the subscription is named', async () => {
    const { subscriptionId = '' } = openCase('ready-to-enable').practice.scenario.choices.policy ?? {}
    const { code, out } = await ended('plan', { around: several, words: ['--json', '--subscription', subscriptionId] })
    expect(environmentIn(out)).toMatchObject({ unread: [] })
    expect(code).not.toBe(3)
  })

  it('say which name the subscription doesn’t have', async () => {
    const { code, out } = await ended('check', { words: ['--json', '--vault', 'kv-none'] })
    expect(code).toBe(3)
    expect(environmentIn(out).unread[0]?.meaning).toContain('--vault')
  })

  it.each(['--subscription', '--vault', '--key', '--policy'])('refuse a value that no service would accept: %s', async (option) => {
    const { code, err } = await ended('check', { words: [option, 'a..b/'] })
    expect(code).toBe(2)
    expect(err).toContain(`${option}: `)
  })
})

it('says the document that each finding rests on, in text and JSON', async () => {
  const { findings } = environmentIn((await ended('check')).out)
  expect(findings.every(({ source }) => source.title !== '' && source.url.startsWith('https://'))).toBe(true)
  expect((await ended('check', { words: [] })).out).toMatch(/\n {4}source: .* · \d{4}-\d\d-\d\d\n/)
})
