import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { driftOf } from '#machines/engine/drift/baseline.ts'
import { type DisplayText, isMessage, type Message } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { wordOf } from '#machines/procedure/service-words.ts'
import { openTarget } from '#node/cli/cmk-wizard/opening.ts'
import { readAll } from '#node/cli/cmk-wizard/reading.ts'
import { createWaits } from '#node/cli/cmk-wizard/waiting.ts'
import { realTimers } from '#node/practice/clock.ts'
import { AUTOMATION, PEOPLE } from '#node/practice/people.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { copyFolder, teamConfigFile } from '#node/records/team/config.ts'
import { readStartFiles } from '#node/services/identity/start-files.ts'
import { english } from '#test/english.ts'
import { keepRecord, openRecordIn, storeIn } from './kept-record.ts'
import { type Ended, endsWithTheFile, inFolder, resultIn, run, SECRET, type Served, serve } from './program.ts'

endsWithTheFile()

const NAME = 'already-encrypted'
const records = inFolder('records')
let served: Served

beforeAll(async () => {
  served = await serve(NAME)
  await keepRecord(records, await readServed())
})

/** Current readings of the steps, and the choices. */
async function readServed() {
  const files = await readStartFiles({ cloudFile: served.cloudFile })
  if (!files.ok) throw new Error(english.text(files.why))
  const request = { way: 'secret', tenant: served.tenantId, cloud: '', clientId: AUTOMATION.clientId } as const
  const { signal } = new AbortController()
  const opening = await openTarget(
    { opens: { request, secret: AUTOMATION.secret }, environments: 'all' },
    {
      files: files.files,
      variables: {},
      formatter: english,
      progress: () => undefined,
      waits: createWaits(english, realTimers, () => undefined),
      signal,
    },
  )
  if (!opening.ok) throw new Error(english.text(opening.problem.title))
  const { environmentId } = served
  const coverage: Choices['coverage'] = { answers: [], by: 'ada', at: 1, acknowledged: [] }
  const choices: Choices = { ...scenarioByName(NAME)?.choices, environmentId, coverage }
  const { readings } = await readAll(opening.open, choices, undefined, signal)
  return { environmentId, choices, readings }
}

const store = (now: number) => storeIn(records, now)

/** A person sets every change aside, for so long. */
async function snooze(now: number, until: number): Promise<void> {
  const { readings } = await readServed()
  const [listed] = await store(now).list()
  const engagement = listed?.ok ? listed.engagement : undefined
  if (!engagement?.end) throw new Error('There is no baseline.')
  const { end, attestations } = engagement
  const reviews = driftOf(CUSTOMER_MANAGED_KEYS, end, readings, attestations).map(({ step, key, was, is, state, what = was }) => ({
    answer: 'snoozed' as const,
    step,
    key,
    what,
    was,
    is,
    state,
    reason: 'Known',
    until,
    by: PEOPLE.ada.userName,
    at: now,
  }))
  const open = await openRecordIn(records, engagement, now)
  await open.save({ ...engagement, end: { ...end, reviews } })
  await open.close()
}

const drift = (...words: readonly string[]): Promise<Ended> => run(['drift', ...served.signedIn, '--folder', records, ...words], SECRET)

const comparedIn = (ended: Ended) => {
  const result = resultIn(ended)
  if (result.verb !== 'drift') throw new Error('It is no drift.')
  return result.customers.flatMap(({ environments }) => environments)
}

/** Every file of the records, with its content and when it was last changed. */
const allRecords = () =>
  readdirSync(records, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(records, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => [file, statSync(file).mtimeMs, readFileSync(file, 'utf8')])

/** As version 1.0.0 stored it: each service's word plain, inside a message. */
const asVersion1 = (text: DisplayText): DisplayText => (isMessage(text) && text.values ? { ...text, values: mapped(text.values) } : text)
const mapped = (values: NonNullable<Message['values']>): NonNullable<Message['values']> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isMessage(value) ? (wordOf(value) ?? asVersion1(value)) : value]))

test('a baseline that version 1.0.0 stored shows no change that is none', async () => {
  const folder = inFolder('of-version-1')
  await keepRecord(folder, await readServed())
  const now = Date.now()
  const [listed] = await storeIn(folder, now).list()
  if (!listed?.ok || !listed.engagement.end) throw new Error('There is no baseline.')
  const { engagement } = listed
  const findings = listed.engagement.end.findings.map((finding) => ({ ...finding, seen: asVersion1(finding.seen) }))
  expect(findings.map(({ key, seen }) => [key, JSON.stringify(seen)])).toContainEqual([
    'provider-registered',
    expect.stringContaining('"Registered"'),
  ])
  const open = await openRecordIn(folder, engagement, now)
  await open.save({ ...engagement, end: { ...listed.engagement.end, findings } })
  await open.close()
  const ended = await run(['drift', ...served.signedIn, '--folder', folder, '--json'], SECRET)
  expect([ended.code, comparedIn(ended).flatMap(({ changes }) => changes)]).toEqual([0, []])
})

describe('the records', () => {
  it('are listed without a sign-in', async () => {
    const [json, told] = await Promise.all([run(['status', '--folder', records, '--json']), run(['status', '--folder', records])])
    expect(resultIn(json)).toMatchObject({
      verb: 'status',
      records: [{ customer: 'Contoso', environment: { name: 'contoso-prod', type: 'Production' } }],
    })
    expect(told.out).toMatch(/^contoso-prod \(Production\) .* · Contoso: /)
  })

  it('make a report in the language that is asked for, which verify accepts', async () => {
    const file = inFolder('report.html')
    const made = await run(['report', '--folder', records, '--language', 'de', '--out', file])
    expect([made.code, made.out]).toEqual([0, ''])
    expect(readFileSync(file, 'utf8')).toContain('<html lang="de"')
    const valid = await run(['verify', file, '--json'])
    expect(resultIn(valid)).toMatchObject({ files: [{ state: 'valid', lines: 1 }] })
    expect((await run(['report', '--folder', records, '--format', 'json'])).out).toContain('"format":"cmk-enablement-report"')
  })

  it('show an edited report as not valid, and a missing one as not read', async () => {
    const file = inFolder('edited.json')
    const { out } = await run(['report', '--folder', records, '--format', 'json'])
    writeFileSync(file, out.replace('Contoso', 'Fabrikam'))
    expect((await run(['verify', file])).code).toBe(1)
    expect((await run(['verify', inFolder('none.json')])).code).toBe(3)
    const both = await run(['verify', file, inFolder('none.json'), '--json'])
    expect(resultIn(both)).toMatchObject({ exitCode: 3, files: [{ state: 'not-valid' }, { state: 'not-read' }] })
  })

  it('say that there is no such environment, or no record', async () => {
    const other = await run(['report', '--folder', records, '--environment', 'other'])
    expect([other.code, other.out]).toEqual([3, ''])
    expect(other.err).toContain('have no environment “other”')
    expect((await run(['report', '--folder', inFolder('nothing')])).err).toContain('There are no records in')
  })

  it('say which line of a log isn’t valid', async () => {
    const broken = inFolder('broken')
    cpSync(records, broken, { recursive: true })
    const [id = ''] = readdirSync(broken)
    const journal = path.join(broken, id, 'journal.jsonl')
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('Contoso', 'Fabrikam'))
    const ended = await run(['report', '--folder', broken])
    expect([ended.code, ended.out]).toEqual([3, ''])
    expect(ended.err).toContain('The log isn’t valid from line 1')
  })

  it('are not in order in a folder that was named and has none: a pipeline could wait for news from the wrong one', async () => {
    const wrong = inFolder('not-there')
    const ended = await run(['status', '--folder', wrong])
    expect([ended.code, ended.out, ended.err]).toEqual([3, '', `  ✕ There are no records in ${wrong}.\n`])
    const asJson = await run(['status', '--folder', wrong, '--json'])
    expect(resultIn(asJson)).toMatchObject({ exitCode: 3, records: [] })
    expect(asJson.err).toBe(ended.err)
  })

  it('are those of the app, with its copies of the team’s store, where no folder is named', async () => {
    const home = inFolder('home')
    const isWindows = process.platform === 'win32'
    const profiles = isWindows ? path.join(home, 'AppData', 'Roaming') : path.join(home, '.config')
    const variables = isWindows ? { APPDATA: profiles } : { HOME: home }
    const profile = path.join(profiles, 'CMK Enablement Wizard')
    const address = 'https://contoso.blob.core.windows.net/records'
    cpSync(records, copyFolder(profile, address), { recursive: true })
    expect((await run(['status'], variables)).out).toContain('There are no records in')
    await teamConfigFile(profile).write({ address, tenant: 'contoso.com' })
    expect(resultIn(await run(['status', '--json'], variables))).toMatchObject({ records: [{ customer: 'Contoso' }] })
    expect((await run(['report', '--environment', 'contoso-prod'], variables)).code).toBe(0)
  })

  it('decide what check reads: what was confirmed there is in order', async () => {
    const ended = await run(['check', ...served.signedIn, '--folder', records, '--environment', 'contoso-prod', '--json'], SECRET)
    const result = resultIn(ended)
    expect(result).toMatchObject({ customers: [{ environments: [{ state: 'in-order' }] }] })
    expect(ended.code).toBe(0)
  })
})

describe('drift', () => {
  it('finds nothing where nothing has changed', async () => {
    const ended = await drift('--json')
    expect(comparedIn(ended)).toMatchObject([{ name: 'contoso-prod', state: 'unchanged', changes: [] }])
    expect(ended.code).toBe(0)
  })

  it('doesn’t take what can’t be read for a change', async () => {
    const { callOff, met } = served.server.tenant.faults.set({ method: 'GET', path: '/keys/**', fault: 'redirect-elsewhere' })
    const ended = await drift('--json')
    callOff()
    expect(met()).toBeGreaterThan(0)
    expect(comparedIn(ended)).toMatchObject([{ state: 'not-read' }])
    expect(ended.code).toBe(3)
  })

  it('ends with 3 where there is nothing to compare with: a wrong folder isn’t in order', async () => {
    const ended = await run(['drift', ...served.signedIn, '--folder', inFolder('nothing'), '--json'], SECRET)
    expect(resultIn(ended)).toMatchObject({ customers: [{ problem: { title: expect.stringContaining('There are no records in') } }] })
    expect(ended.code).toBe(3)
  })

  it('ends with 3 for an environment without a baseline that was named', async () => {
    const ended = await drift('--environment', '11111111-2222-4333-8444-555555555555', '--json')
    expect(comparedIn(ended)).toMatchObject([{ state: 'no-baseline' }])
    expect(ended.code).toBe(3)
  })

  it('names what has changed, and who resolves it', async () => {
    const { tenant, addresses } = { tenant: served.server.tenant, addresses: served.server.addresses() }
    const vault = addresses.find(({ origin }) => origin.includes('kv-contoso-cmk'))?.address ?? ''
    const answer = await tenant.handle({
      method: 'PATCH',
      url: `${vault}/keys/cmk-contoso-prod?api-version=7.4`,
      body: JSON.stringify({ attributes: { enabled: false } }),
      headers: {
        authorization: `Bearer ${tenant.tokenFor('ada', 'https://vault.azure.net/.default').token}`,
        'content-type': 'application/json',
      },
    })
    expect(answer.status).toBe(200)
    const [json, told] = [await drift('--json'), await drift()]
    expect([json.code, told.code]).toEqual([1, 1])
    expect(comparedIn(json)[0]).toMatchObject({ state: 'changed' })
    expect(comparedIn(json)[0]?.changes).toContainEqual(
      expect.objectContaining({ turn: 'worse', was: 'Passed: The key is enabled', is: 'Action required: The key is disabled' }),
    )
    expect(told.out).toMatch(/was: Passed: The key is enabled\n {4}is: Action required: The key is disabled/)
  })

  it('doesn’t count what a person has snoozed, until its date', async () => {
    const now = Date.now()
    await snooze(now, now + 86_400_000)
    const [json, told] = [await drift('--json'), await drift()]
    expect(comparedIn(json)).toMatchObject([{ state: 'unchanged' }])
    expect(comparedIn(json).flatMap(({ changes }) => changes.map(({ snoozedUntil = 0 }) => snoozedUntil - now))).toEqual(
      Array.from({ length: 3 }, () => 86_400_000),
    )
    expect([json.code, told.code]).toEqual([0, 0])
    expect(told.out).toContain('Snoozed until ')
    await snooze(now, now)
    expect((await drift()).code).toBe(1)
  })

  it('has left every record as it was', async () => {
    const before = allRecords()
    await Promise.all([drift(), run(['status', '--folder', records]), run(['report', '--folder', records])])
    expect(allRecords()).toEqual(before)
  })
})
