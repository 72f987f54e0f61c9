import { describe, expect, it } from 'vitest'
import { SEVERITIES } from '#machines/engine/step/severity.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { signInFirst } from '#machines/sign-in/local-problems.ts'
import { CheckMany, type CheckManyView, type ToCheck } from '#node/host/check-many.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import type { Check } from '#node/records/customers/check.ts'
import { NEVER_READ, newEngagement } from '#node/records/engagement/engagement.ts'
import { rowOf } from '#node/records/engagement/listing.ts'
import { throughGate } from '#node/services/azure/through-gate.ts'
import type { OpenTenant, QuietSignIn } from '#node/services/open-tenant.ts'
import { observeIn } from '#node/services/ports.ts'
import { english } from '../../english.ts'

const AT = Date.parse('2026-11-26T09:00:00Z')

/** A customer whose tenant is a practice case. */
interface Planted {
  readonly tenantId: string
  readonly name: string
  readonly scenario: string
  readonly account: string
}
const ALPHA: Planted = {
  tenantId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  name: `Alpha "=cmd|' /C calc'!A0"`,
  scenario: 'not-managed',
  account: 'ada@alpha.example',
}
const BETA: Planted = {
  tenantId: 'bbbbbbbb-0000-4000-8000-00000000000b',
  name: '\u202eBeta 👩‍💻',
  scenario: 'vault-without-purge-protection',
  account: 'ben@beta.example',
}

const opened = ({ tenantId, name, scenario, account }: Planted): OpenTenant => {
  const open = openPractice(scenario, {
    wall: () => AT,
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: seededRandom(name),
  })
  const { practice: _, ...tenant } = open.tenant
  return { ...open, tenant: { ...tenant, account: { ...tenant.account, tenantId, tenantName: name, userName: account } } }
}

const toCheck = ({ tenantId, name, scenario }: Planted, more: Partial<ToCheck['engagement']> = {}): ToCheck => {
  const { environmentId = '', ...choices } = scenarioByName(scenario)?.choices ?? {}
  const engagement = newEngagement(
    {
      appVersion: '0',
      cloud: { id: 'commercial', name: 'Azure' },
      tenant: { id: tenantId, name },
      environment: { id: environmentId },
      account: { objectId: 'a', userName: 'a', displayName: 'A' },
      reached: STEP_IDS[0] ?? '',
      signIn: { way: 'browser', tenant: tenantId, cloud: 'commercial' },
      steps: Object.fromEntries(STEP_IDS.map((id) => [id, NEVER_READ])),
    },
    AT - 1,
  )
  return { id: `${tenantId}_${environmentId}`, engagement: { ...engagement, choices: { ...choices, environmentId }, ...more } }
}

interface Ran {
  readonly view: CheckManyView
  readonly kept: Readonly<Record<string, Check>>
  readonly signedIn: readonly string[]
  readonly closed: number
}

async function run(items: readonly ToCheck[], signInTo: (tenant: string) => OpenTenant | 'refused'): Promise<Ran> {
  const signedIn: string[] = []
  let closed = 0
  let kept = {}
  const connect = (): QuietSignIn => ({
    async signIn({ tenant }) {
      signedIn.push(tenant)
      const open = signInTo(tenant)
      if (open === 'refused') return { ok: false, problem: signInFirst }
      return { ok: true, open }
    },
    async close() {
      closed += 1
    },
  })
  const { clock } = opened(ALPHA)
  return new Promise((resolve) => {
    const many = new CheckMany({
      product: { procedure: CUSTOMER_MANAGED_KEYS, listed: listedOf, listedAs: LISTED_AS, addressesIn: () => (link) => link },
      connect,
      observe: observeIn,
      throughGate,
      clock,
      customers: {
        async keepChecks(checks) {
          kept = checks
        },
      },
      ended() {
        const view = many.view()
        if (view) resolve({ view, kept, signedIn, closed })
      },
    })
    many.start(items)
  })
}

const planted = (tenant: string): OpenTenant => opened(tenant === ALPHA.tenantId ? ALPHA : BETA)

describe('a check of many environments', () => {
  it('says each advice once with the environments that it is for, the most urgent first, and writes one message to each person of each customer', async () => {
    const { view, signedIn, closed } = await run([toCheck(ALPHA), toCheck(BETA)], planted)
    expect(view).toMatchObject({ state: 'done', total: 2, ended: 2, failed: 0, problems: [] })
    expect(signedIn.toSorted()).toEqual([ALPHA.tenantId, BETA.tenantId])
    expect(closed).toBe(2)
    expect(view.advice.length).toBeGreaterThan(0)
    const places = view.advice.map(({ severity }) => SEVERITIES.indexOf(severity))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const said = english.all(view).advice.map(({ owner, severity, remedy }) => `${severity} ${owner} ${remedy}`)
    expect(said).toEqual([...new Set(said)])
    const tenants = view.advice.map(({ environments }) => environments.map(({ tenantId }) => tenantId))
    expect(tenants).toContainEqual([ALPHA.tenantId, BETA.tenantId])
    const people = view.messages.map(({ owner, tenantId }) => `${owner} ${tenantId}`)
    expect(people).toEqual([...new Set(people)])
    const found = view.advice.reduce((sum, { environments }) => sum + environments.length, 0)
    expect(view.messages.reduce((sum, { count }) => sum + count, 0)).toBe(found)
  })

  it('names one customer in each message, and never another one', async () => {
    const { view } = await run([toCheck(ALPHA), toCheck(BETA)], planted)
    const spoken = english.all(view)
    const marks = { [ALPHA.tenantId]: [ALPHA.name, ALPHA.account], [BETA.tenantId]: [BETA.name, BETA.account] }
    const people = spoken.messages
    expect(new Set(people.map(({ tenantId }) => tenantId)).size).toBe(2)
    for (const { tenantId, ...said } of people) {
      const text = JSON.stringify(said)
      const [own, other] = tenantId === ALPHA.tenantId ? [ALPHA, BETA] : [BETA, ALPHA]
      expect(said.message.body).toContain(own.name.replace('\u202e', ''))
      expect(said.message.subject + said.message.body).not.toContain('\u202e')
      for (const mark of [...(marks[other.tenantId] ?? []), other.tenantId]) expect(text).not.toContain(JSON.stringify(mark).slice(1, -1))
    }
  })

  it('keeps what it found for the list, which says how the environment stands now', async () => {
    const item = toCheck(BETA)
    const { kept } = await run([item], planted)
    const listed = { id: item.id, ok: true, engagement: item.engagement } as const
    expect(rowOf(LISTED_AS, listed).state).toEqual({ kind: 'open', step: 1 })
    const row = rowOf(LISTED_AS, listed, kept[item.id])
    expect(row.checkedAt).toBe(AT)
    expect(row.state.kind).not.toBe('open')
    const readLater = { ...listed, engagement: { ...item.engagement, steps: { [STEP_IDS[0] ?? '']: { ...NEVER_READ, readAt: AT + 1 } } } }
    expect(rowOf(LISTED_AS, readLater, kept[item.id]).checkedAt).toBe(AT + 1)
  })

  it('keeps all that it read of a key while the environment is opened and one step of it is read', async () => {
    const item = toCheck({ ...ALPHA, scenario: 'key-expires-soon' })
    const { kept } = await run([item], () => opened({ ...ALPHA, scenario: 'key-expires-soon' }))
    const steps = { ...item.engagement.steps, [STEP_IDS[0] ?? '']: { ...NEVER_READ, readAt: AT + 1, proved: true } }
    const listed = { id: item.id, ok: true, engagement: item.engagement } as const
    const before = rowOf(LISTED_AS, listed, kept[item.id])
    expect(before.dates?.map(({ kind }) => kind)).toEqual(['rotate', 'expires'])
    expect(rowOf(LISTED_AS, { ...listed, engagement: { ...item.engagement, steps } }, kept[item.id])).toMatchObject({
      keyExpires: before.keyExpires,
      dates: before.dates,
    })
  })

  it('signs in once for all environments of a tenant, and its message names each of them', async () => {
    const second = toCheck(ALPHA)
    const { view, signedIn } = await run([toCheck(ALPHA), { ...second, id: 'second' }], planted)
    expect(signedIn).toEqual([ALPHA.tenantId])
    const [person] = view.messages
    expect(view.advice[0]?.environments).toHaveLength(2)
    expect(person && english.text(person.message.subject)).toContain('in 2 environments')
  })

  it('says why one could not be checked, and checks the others', async () => {
    const { signIn: _, ...withoutSignIn } = toCheck(ALPHA).engagement
    const unknown = { id: 'unknown', engagement: withoutSignIn }
    const moved = { ...BETA, tenantId: 'cccccccc-0000-4000-8000-00000000000c' }
    const { view } = await run([unknown, toCheck(ALPHA), toCheck(moved)], planted)
    expect(english.all(view.problems).map(({ customer, title }) => [customer, title])).toEqual([
      [ALPHA.name, 'We didn’t save how you signed in'],
      [BETA.name, 'The sign-in leads to another tenant'],
    ])
    expect(view).toMatchObject({ ended: 3, failed: 2 })
    expect(view.messages.map(({ tenantId }) => tenantId)).toContain(ALPHA.tenantId)
  })

  it('asks no one: where a sign-in is over it says so', async () => {
    const { view } = await run([toCheck(ALPHA)], () => 'refused')
    expect(view.problems).toMatchObject([{ customer: ALPHA.name }])
    expect(view.needAction).toBe(0)
  })
})
