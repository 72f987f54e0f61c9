import { cpSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { TimeIsOver } from '#node/cli/cmk-wizard/at-once.ts'
import { isVerb, type Verb } from '#node/cli/cmk-wizard/grammar.ts'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import type { Surroundings } from '#node/cli/cmk-wizard/running.ts'
import type { Fault } from '#node/practice/faults.ts'
import { TENANT } from '#node/practice/people.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { testFolder } from '#test/folder.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'
import { command } from './in-process.ts'
import { CASE, keptCase, openRecordIn, storeIn } from './kept-record.ts'
import { disablingTheKey, leapingClock, openCase, practiceIdentity } from './practice-identity.ts'

/*
 * The table of docs/command-line.md, cell by cell: what each command ends with, and that nothing that was asked is left out.
 */

const CLIENT = '11111111-2222-4333-8444-555555555555'
const GOOD = 'good.example'
const BAD = 'bad.example'
/** An environment that the tenants don't have: its record is made from the other's. */
const OTHER = '99999999-2222-4333-8444-555555555555'

type Kept = Awaited<ReturnType<typeof keptCase>>

interface Happening {
  readonly records?: (kept: Kept) => void | Promise<void>
  readonly folder?: (kept: Kept) => string
  /** How the second of two customers signs in, which tenant it gets, and which environment is named. */
  readonly signIn?: object
  readonly opens?: (abort: AbortController) => ReturnType<typeof openCase> | undefined
  readonly environment?: string
  readonly words?: (verb: Verb, kept: Kept & { readonly report: string }) => readonly string[]
  readonly surroundings?: Partial<Surroundings>
  /** The folder of the report isn't there. */
  readonly missing?: true
  /** One tenant instead of two customers. */
  readonly single?: true
}

const opened = () => openCase(CASE)
const every =
  (fault: Fault): NonNullable<Happening['opens']> =>
  () =>
    openCase(CASE, [{ method: '*', path: '/**', fault }])

function otherRecord({ folder, own }: Kept): string {
  const other = path.join(folder, engagementId({ tenantId: TENANT.id, environmentId: OTHER }))
  cpSync(own, other, { recursive: true })
  return path.join(other, 'engagement.json')
}

/** Every step asks for something. */
async function asks({ folder }: Kept): Promise<void> {
  const [listed] = await storeIn(folder, 2).list()
  if (!listed?.ok) throw new Error('It has no record.')
  const { engagement } = listed
  const open = await openRecordIn(folder, engagement, 2)
  const asked = { state: 'action-required' as const, count: 1, title: verbatim('A'), owner: 'you' as const }
  const steps = Object.fromEntries(Object.entries(engagement.steps).map(([id, step]) => [id, { ...step, asks: asked }]))
  await open.save({ ...engagement, steps })
  await open.close()
}

function edit({ report }: Kept & { readonly report: string }): void {
  writeFileSync(report, readFileSync(report, 'utf8').replace('Contoso', 'Fabrikam'))
}

/** A tenant at whose first request for a key the person stops the command. */
const stopping = (abort: AbortController) =>
  openCase(CASE, [], (network) => ({
    sendRequest(request) {
      if (/\/keys\//.test(request.url)) abort.abort(new Error('SIGINT'))
      return network.sendRequest(request)
    },
  }))

/** Power Platform says a word that no one knows. */
const answeringOtherwise = (network: HttpClient): HttpClient => ({
  async sendRequest(request) {
    const response = await network.sendRequest(request)
    return { ...response, bodyAsText: response.bodyAsText?.replaceAll('"keyManagedBy":"Customer"', '"keyManagedBy":"Both"') ?? null }
  },
})

const ALLOWED: Partial<Surroundings> = {
  managed: async () => ({ source: 'policy', settings: { AllowedSignInMethods: ['browser'] }, authorities: [] }),
}

const HAPPENINGS: Readonly<Record<string, Happening>> = {
  'everything is in order': {},
  'something needs action, is to be confirmed, or has changed': {
    records: asks,
    opens: () => openCase(CASE, [], disablingTheKey),
    words: (verb, kept) => (verb === 'verify' ? edit(kept) : undefined) ?? [],
  },
  'an option that there isn’t': { words: () => ['--mars'] },
  'the secret of a single tenant isn’t set': { single: true, surroundings: { variables: {} } },
  'managed settings don’t allow the sign-in': { surroundings: ALLOWED },
  'a customer’s secret isn’t set': { signIn: { secretVariable: 'BAD_SECRET' } },
  'a customer’s certificate is missing': { signIn: { way: 'certificate', certificate: '/none/client.pem' } },
  'a customer’s sign-in is refused': { opens: () => undefined },
  'a right to read something is missing': { opens: () => openCase(CASE, [{ method: 'GET', path: '/keys/**', fault: '403' }]) },
  'a service can’t be reached': { opens: every('reset-before') },
  'a service asks to come back later, each time': { opens: every('429-seconds') },
  'a service doesn’t answer in time': { opens: every('time-out-before') },
  'a record can’t be read': { records: (kept) => truncateSync(otherRecord(kept), 200), environment: OTHER },
  'the named folder has no records': { folder: ({ folder }) => path.join(folder, 'none') },
  'a named environment has no baseline': { environment: OTHER },
  'a downloaded store has later saves': { records: ({ own, file }) => renameSync(file, path.join(own, 'engagement.2.json')) },
  'the report or the recording can’t be saved, or isn’t there': {
    missing: true,
    surroundings: { confirm: async () => true },
  },
  'an answer isn’t as the wizard expects': { opens: () => openCase(CASE, [], answeringOtherwise) },
  'the time that --timeout allows is over': {
    opens: (abort) => {
      abort.abort(new TimeIsOver())
      return opened()
    },
  },
  'it’s canceled while it signs in': {
    opens: (abort) => {
      abort.abort(new Error('SIGINT'))
      return opened()
    },
  },
  'it’s canceled while it reads': { opens: stopping },
}

interface Cell {
  readonly happening: string
  readonly verb: Verb
  readonly code: number
}

/** The cells of the table that say a code. */
function cellsOf(markdown: string): readonly Cell[] {
  const rows = markdown
    .slice(markdown.indexOf('| If |'))
    .split('\n\n')[0]
    ?.split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
  const [[, ...verbs] = [], , ...body] = rows ?? []
  return body.flatMap(([happening = '', ...codes]) =>
    codes.flatMap((code, at) => {
      const verb = verbs[at] ?? ''
      return isVerb(verb) && code !== '–' ? [{ happening, verb, code: Number(code) }] : []
    }),
  )
}

const CELLS = cellsOf(readFileSync(path.join(repositoryRoot, 'docs', 'command-line.md'), 'utf8'))

const OF_TENANTS: readonly Verb[] = ['environments', 'check', 'plan', 'drift']

function wordsOf(
  verb: Verb,
  kept: Kept & { readonly report: string },
  { folder, signIn, environment, single, missing }: Happening,
): readonly string[] {
  if (verb === 'verify') return ['verify', missing ? '/none/report.html' : kept.report]
  const records = ['--folder', folder?.(kept) ?? kept.folder]
  if (verb === 'report') return ['report', ...records]
  if (verb === 'status') return ['status', ...records]
  const way = { way: 'secret', clientId: CLIENT }
  if (verb === 'first-contact') {
    const out = missing ? ['--out', '/none/recording.json'] : []
    return [
      verb,
      '--tenant',
      BAD,
      '--sign-in',
      'secret',
      '--client-id',
      CLIENT,
      ...records,
      '--environment',
      environment ?? kept.environmentId,
      ...out,
    ]
  }
  const customers = [
    { name: 'Good', tenant: GOOD, environments: [kept.environmentId], signIn: way },
    { name: 'Bad', tenant: BAD, environments: [environment ?? kept.environmentId], signIn: { ...way, ...signIn } },
  ]
  const list = path.join(kept.folder, 'customers.json')
  writeFileSync(list, JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers }))
  const where = single ? ['--tenant', GOOD, '--sign-in', 'secret', '--client-id', CLIENT] : ['--customers', list, '--at-once', '1']
  return [
    verb,
    ...where,
    ...(verb === 'environments' ? [] : records),
    ...(single && verb !== 'environments' ? ['--environment', OTHER] : []),
  ]
}

type State = 'read' | 'not-read' | 'canceled'

const stateOf = (state: string): State => (state === 'canceled' || state === 'not-read' ? state : state === 'closed' ? 'not-read' : 'read')

/** State of each requested item. */
function tally(result: ResultDocument): readonly State[] {
  if (result.verb === 'status') return result.problem ? ['not-read'] : result.records.map(({ state }) => stateOf(state))
  if (result.verb === 'verify') return result.files.map(({ state }) => stateOf(state))
  if (result.verb === 'first-contact') return [result.exitCode === 130 ? 'canceled' : result.problem ? 'not-read' : 'read']
  if (result.verb === 'report') return [result.problem ? 'not-read' : 'read']
  return result.customers.flatMap(({ problem, canceled, environments }): readonly State[] => {
    const own: State = canceled ? 'canceled' : problem ? 'not-read' : 'read'
    return result.verb === 'environments' ? [own] : environments.map((each) => ('state' in each ? stateOf(each.state) : own))
  })
}

async function ended({ happening, verb }: Cell) {
  const how = HAPPENINGS[happening]
  if (!how) throw new Error(`Nothing is made for “${happening}”.`)
  const kept = { ...(await keptCase()), report: path.join(testFolder(), 'report.json') }
  await command(['report', '--folder', kept.folder, '--out', kept.report])
  await how.records?.(kept)
  const abort = new AbortController()
  const out = verb === 'report' ? ['--format', 'json', '--out', how.missing ? '/none/report.json' : kept.report] : []
  const words = [...wordsOf(verb, kept, how), '--json', ...out, ...(how.words?.(verb, kept) ?? [])]
  const identity = practiceIdentity({ [GOOD]: opened, [BAD]: () => (how.opens ?? opened)(abort) })
  return command(words, {
    variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' },
    identity,
    signal: abort.signal,
    clock: leapingClock(),
    ...how.surroundings,
  })
}

describe('the exit code in the table', () => {
  it('is given for each thing that is tried here, and the other way round', () => {
    expect([...new Set(CELLS.map(({ happening }) => happening))]).toEqual(Object.keys(HAPPENINGS))
  })

  it.each(CELLS)('where $happening: $verb ends with $code, and leaves nothing out', async (cell) => {
    const { code, out, err } = await ended(cell)
    expect({ code, err: code === cell.code ? '' : err + out }).toEqual({ code: cell.code, err: '' })
    if (code === 2) return expect(out).toBe('')
    const result: ResultDocument = JSON.parse(out)
    expect(result.exitCode).toBe(code)
    const states = tally(result)
    expect(states).toHaveLength(
      OF_TENANTS.includes(cell.verb) || (cell.verb === 'status' && cell.happening === 'a record can’t be read') ? 2 : 1,
    )
    expect(states.includes('canceled')).toBe(code === 130)
    if (code !== 130 && cell.happening !== 'a named environment has no baseline') expect(states.includes('not-read')).toBe(code === 3)
  })
})
