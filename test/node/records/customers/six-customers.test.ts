import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowAt } from '#machines/engine/situation/listed.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import type { EngagementRow } from '#messages/view.ts'
import { readAll } from '#node/cli/cmk-wizard/reading.ts'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import { CheckMany, type CheckManyView, type ToCheck } from '#node/host/check-many.ts'
import { boardFile } from '#node/records/customers/board-file.ts'
import { type CustomersFile, customersFile } from '#node/records/customers/customers-file.ts'
import { type Engagement, NEVER_READ } from '#node/records/engagement/engagement.ts'
import { boardOf } from '#node/records/engagement/listing.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { throughGate } from '#node/services/azure/through-gate.ts'
import type { OpenTenant, QuietSignIn } from '#node/services/open-tenant.ts'
import { observeIn } from '#node/services/ports.ts'
import { needingSomeone } from '#renderer/home/rows.ts'
import { english } from '#test/english.ts'
import { command } from '../../cli/cmk-wizard/in-process.ts'
import { storeIn } from '../../cli/cmk-wizard/kept-record.ts'
import { leapingClock, openCase, practiceIdentity } from '../../cli/cmk-wizard/practice-identity.ts'
import { parsedCsv } from './strict-csv.ts'

/*
 * Six customers in different states, read by one check of all of them: the board, the files that it exports, and the command line say the
 * same of each.
 */

const AT = Date.UTC(2026, 10, 29)
const DAY = 86_400_000
const CLIENT = '11111111-2222-4333-8444-555555555555'

interface Customer {
  readonly name: string
  /** Practice case that its tenant is. */
  readonly scenario: string
  readonly tenantId: string
  /** What only a person knows isn't confirmed. */
  readonly isUnconfirmed?: true
  /** What its record says beside the choices. */
  readonly record?: (engagement: Engagement) => Partial<Engagement>
}

const withStep =
  (id: string, step: Partial<Engagement['steps'][string]>) =>
  ({ steps }: Engagement) => ({
    steps: { ...steps, [id]: { ...(steps[id] ?? NEVER_READ), ...step } },
  })

const PLANTED: readonly Omit<Customer, 'tenantId'>[] = [
  { name: 'Adatum', scenario: 'already-encrypted' },
  { name: 'Bellows', scenario: 'vault-without-purge-protection' },
  { name: 'Contoso', scenario: 'key-expires-soon', isUnconfirmed: true },
  { name: 'Datum', scenario: 'locked' },
  {
    name: 'Fabrikam',
    scenario: 'ready-to-enable',
    record: withStep('policy', { sent: [{ action: { kind: 'create-vault' }, at: AT - DAY }], confirmed: 6 }),
  },
  {
    name: 'Northwind',
    scenario: 'ready-to-enable',
    record: withStep('policy', {
      schedule: { setAt: AT - DAY, window: { from: AT + DAY, to: AT + 2 * DAY, timeZone: 'UTC' }, plan: [], found: [] },
    }),
  },
]
const CUSTOMERS: readonly Customer[] = PLANTED.map((each, place) => ({
  ...each,
  tenantId: `${place + 1}0000000-0000-4000-8000-000000000000`,
}))

const opened = ({ name, scenario, tenantId }: Customer): OpenTenant & Pick<ReturnType<typeof openCase>, 'practice'> => {
  const open = openCase(scenario)
  const { practice: _, ...tenant } = open.tenant
  return { ...open, tenant: { ...tenant, account: { ...tenant.account, tenantId, tenantName: name } } }
}

const of = (tenant: string): Customer => {
  const found = CUSTOMERS.find(({ tenantId }) => tenantId === tenant)
  if (!found) throw new Error(`There is no tenant ${tenant}.`)
  return found
}

/** As the wizard leaves it: what only a person knows is confirmed, unless the customer says otherwise. */
async function begun(customer: Customer, store: ReturnType<typeof storeIn>): Promise<ToCheck> {
  const open = opened(customer)
  const { environmentId, choices: decided } = open.practice.scenario
  const choices: Choices = { ...decided, environmentId, coverage: { answers: [], by: 'ada', at: 1, acknowledged: [] } }
  const { readings } = await readAll(open, choices, undefined, new AbortController().signal)
  const attestations = readings.flatMap(({ findings }) =>
    findings.filter(({ attestable }) => attestable).map(({ key, title }) => ({ key, title, by: 'ada', at: 1 })),
  )
  const whose = {
    appVersion: '1.1.0',
    cloud: { id: 'commercial', name: 'Azure' },
    tenant: { id: customer.tenantId, name: customer.name },
    environment: { id: environmentId, displayName: `${customer.name}-prod`, type: 'Production' },
    account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
    reached: STEP_IDS[0] ?? '',
    signIn: { way: 'browser', tenant: customer.tenantId, cloud: 'commercial' } as const,
    steps: Object.fromEntries(STEP_IDS.map((id) => [id, NEVER_READ])),
  }
  const opening = await store.open({ tenantId: customer.tenantId, environmentId }, whose, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error('It is held.')
  const engagement = { ...opening.open.engagement, choices, attestations: customer.isUnconfirmed ? [] : attestations }
  await opening.open.save({ ...engagement, ...customer.record?.(engagement) })
  await opening.open.close()
  return {
    id: engagementId({ tenantId: customer.tenantId, environmentId }),
    engagement: { ...engagement, ...customer.record?.(engagement) },
  }
}

/** As *Check selected* does it. */
function checkAll(items: readonly ToCheck[], customers: CustomersFile): Promise<CheckManyView> {
  const connect = (): QuietSignIn => ({
    signIn: async ({ tenant }) => ({ ok: true, open: opened(of(tenant)) }),
    close: async () => undefined,
  })
  return new Promise((resolve) => {
    const many = new CheckMany({
      product: { procedure: CUSTOMER_MANAGED_KEYS, listed: listedOf, listedAs: LISTED_AS, addressesIn: () => (link) => link },
      connect,
      observe: observeIn,
      throughGate,
      clock: opened(CUSTOMERS[0] ?? of('')).clock,
      customers,
      ended() {
        const view = many.view()
        if (view) resolve(view)
      },
    })
    many.start(items)
  })
}

async function commands(config: string, verb: 'status' | 'check'): Promise<ResultDocument> {
  const list = path.join(config, 'list.json')
  const customers = CUSTOMERS.map(({ name, tenantId }) => ({
    name,
    tenant: tenantId,
    environments: [opened(of(tenantId)).practice.scenario.environmentId],
    signIn: { way: 'secret', clientId: CLIENT },
  }))
  writeFileSync(list, JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers }))
  const { out, err } = await command([verb, ...(verb === 'check' ? ['--customers', list] : []), '--json'], {
    variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x', XDG_CONFIG_HOME: config, APPDATA: config },
    identity: practiceIdentity(Object.fromEntries(CUSTOMERS.map((each) => [each.tenantId, () => opened(each)]))),
    clock: leapingClock(),
    now: () => AT,
  })
  try {
    return JSON.parse(out)
  } catch {
    throw new Error(err)
  }
}

/** What each voice says of a customer. */
interface Voices {
  readonly row: EngagementRow
  readonly csv: Readonly<Record<string, string>>
  readonly status: Extract<ResultDocument, { readonly verb: 'status' }>['records'][number]
  readonly check: Extract<ResultDocument, { readonly verb: 'check' }>['customers'][number]['environments'][number]
}

let voices: ReadonlyMap<string, Voices>
let checked: CheckManyView
let rows: readonly EngagementRow[]
const codes = { status: -1, check: -1 }
let told: string
const config = mkdtempSync(path.join(tmpdir(), 'wizard-test-'))
afterAll(() => rmSync(config, { recursive: true, force: true }))

const voicesOf = (name: string): Voices => {
  const found = voices.get(name)
  if (!found) throw new Error(`${name} isn’t said everywhere.`)
  return found
}

beforeAll(async () => {
  const profile = path.join(config, 'CMK Enablement Wizard')
  const folder = path.join(profile, 'engagements')
  mkdirSync(folder, { recursive: true })
  const [store, customers] = [storeIn(folder, AT - 1), customersFile(profile, () => AT)]
  const items: ToCheck[] = []
  for (const each of CUSTOMERS) items.push(await begun(each, store))
  checked = await checkAll(items, customers)
  rows = english.all(boardOf(LISTED_AS, await store.list(), await customers.read())).engagements ?? []
  const [columns = [], ...lines] = parsedCsv(String(boardFile(rows, 'csv', AT).content))
  const [status, check] = [await commands(config, 'status'), await commands(config, 'check')]
  if (status.verb !== 'status' || check.verb !== 'check') throw new Error('It is another document.')
  told = (await command(['status'], { variables: { LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: config, APPDATA: config }, now: () => AT })).out
  codes.status = status.exitCode
  codes.check = check.exitCode
  voices = new Map(
    CUSTOMERS.flatMap(({ name }) => {
      const row = rows.find((each) => each.customer === name)
      const line = lines.find(([first]) => first === name)
      const record = status.records.find((each) => each.customer === name)
      const environment = check.customers.find((each) => each.customer === name)?.environments[0]
      if (!row || !line || !record || !environment) return []
      const csv = Object.fromEntries(columns.map((column, at) => [column, line[at] ?? '']))
      return [[name, { row, csv, status: record, check: environment }] as const]
    }),
  )
})

describe('six customers after one check of all', () => {
  it.each([
    ['Adatum', 'encrypted', 'in-order'],
    ['Bellows', 'action-required', 'action-required'],
    ['Contoso', 'due', 'action-required'],
    ['Datum', 'locked', 'action-required'],
    ['Fabrikam', 'interrupted', 'action-required'],
    ['Northwind', 'scheduled', 'running'],
  ])('%s is %s on the board, in the file, and on the command line', (name, state, result) => {
    const { row, csv, status, check } = voicesOf(name)
    expect([rowAt(row, AT).state.kind, csv['state'], status.state, check.situation]).toEqual([state, state, state, state])
    expect(check.state).toBe(result)
  })

  it('have one count and one reason each', () => {
    for (const { row, csv, status } of CUSTOMERS.map(({ name }) => voicesOf(name))) {
      const state = rowAt(row, AT).state
      const { findings, headline, why = headline } = { findings: '', why: undefined, headline: '', ...state }
      expect([csv['findings'], csv['why']]).toEqual([String(findings), why])
      // A program has the key's date in a column of its own.
      expect(status.why ?? '').toBe(state.kind === 'due' ? 'The key expires Dec 19, 2026, 12:00 AM UTC' : why)
    }
  })

  it('are counted in one way: those that need action', () => {
    expect(checked).toMatchObject({ state: 'done', ended: CUSTOMERS.length, needAction: needingSomeone(rows.map((row) => rowAt(row, AT))) })
  })

  it('count all findings of their kind, as a check lists them', () => {
    const { row, check } = voicesOf('Bellows')
    const failed = check.findings.filter(({ status, planned }) => status === 'fail' && !planned)
    expect(row.state).toMatchObject({ findings: failed.length })
  })

  it.each([
    ['Adatum', 'Encrypted'],
    ['Bellows', 'Action required'],
    ['Contoso', 'Action required'],
    ['Datum', 'Locked'],
    ['Fabrikam', 'Stopped'],
    ['Northwind', 'Scheduled'],
  ])('%s is “%s” in the text of status', (name, word) => {
    expect(told.split('\n').find((line) => line.includes(`· ${name}:`))).toMatch(new RegExp(`: ${word}$`))
  })

  it('aren’t all known where what was checked can’t be read', async () => {
    const file = path.join(config, 'CMK Enablement Wizard', 'checks.json')
    const before = readFileSync(file)
    writeFileSync(file, '[')
    const document = await commands(config, 'status')
    writeFileSync(file, before)
    expect(document).toMatchObject({ exitCode: 3, problem: { title: expect.stringContaining('checks') } })
  })

  it('need someone by each command’s exit code', () => {
    expect(codes).toEqual({ status: 1, check: 1 })
  })
})
