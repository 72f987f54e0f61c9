import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { decide } from '#machines/procedure/decide.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { StepView, WizardView } from '#messages/view.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { openPractice } from '#node/practice/open.ts'
import { TENANT } from '#node/practice/people.ts'
import { sitBefore } from '#node/practice/presenting/walk/person.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import type { PracticeTenant } from '#node/practice/tenant.ts'
import { type Line, verifyChain } from '#node/records/engagement/journal/chain.ts'
import type { Journal } from '#node/records/engagement/journal/journal.ts'
import { engagementId, type Whose } from '#node/records/engagement/store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { type TeamStore, teamStore } from '#node/records/team/team-store.ts'
import type { Identity } from '#node/services/open-tenant.ts'
import type { Container } from '#node/services/storage/container.ts'
import { leapingTime } from '../../leaping-time.ts'
import type { Azurite } from '../../node/records/team/azurite.ts'
import { duplicatesIn, lostIn, summaryOf } from '../one-case.ts'
import { type OwnWay, type PersonsEnd, type Told, whoHasItFixed } from '../person.ts'
import { isWrite, overhear } from '../repetitions.ts'
import type { StoreCall, StoreRule, Wire } from './wire.ts'

/** Shared by the walks of one process. Each has its own container and folder. */
export interface Team {
  readonly azurite: Azurite
  readonly wire: Wire
  /** Of this computer's copies. */
  readonly folder: string
  /** A minute and more passes at the service. */
  readonly letLeasesEnd: () => Promise<void>
}

/** The walk without a fault: what all others are held against. */
export interface Clean {
  readonly tenant: string
  readonly calls: ReadonlyMap<StoreCall, number>
}

export interface TeamOutcome {
  readonly wrong: readonly string[]
  readonly duplicates: readonly string[]
  readonly lost: readonly string[]
  readonly told: readonly string[]
  readonly met: number
}

const FIVE_MINUTES = 5 * 60_000

/** No walk takes a tenth of it. In milliseconds. */
const LONGEST_WALK = 60_000

const hanging = (): Promise<PersonsEnd> =>
  new Promise((resolve) => setTimeout(() => resolve({ end: 'lost', why: 'It hangs' }), LONGEST_WALK).unref())

let walks = 0

/** A wizard of its own before a tenant of its own, which is no practice tenant to it, with its records in a container of its own. */
async function openDesk(scenario: Scenario, { azurite, wire, folder: all }: Team) {
  const name = `faults-${process.pid}-${walks++}`
  await azurite.administer(name, 'create')
  const folder = await mkdtemp(path.join(all, 'desk-'))
  const tenant = openPractice(scenario, { ...leapingTime, random: seededRandom(scenario.name) })
  const renewals: (() => void)[] = []
  const storeAt = (container: Container): TeamStore =>
    teamStore({
      container,
      folder,
      holding: thisRun(),
      now: () => tenant.clock.now(),
      every(_milliseconds, work) {
        renewals.push(work)
        return () => void renewals.splice(renewals.indexOf(work), 1)
      },
    })
  await storeAt(azurite.container(name)).connect()
  const { practice: _practised, ...real } = tenant.tenant
  const identity: Identity = {
    signIn: async () => ({ ok: true, open: { ...tenant, tenant: real } }),
    listTenants: () => Promise.reject(new Error('The tenant is known.')),
    signOut: async () => undefined,
    holdSecret: () => undefined,
  }
  const host = createKeysHost({
    openPractice: () => Promise.reject(new Error('Nothing is practised here.')),
    identity,
    scenarios: [],
    store: storeAt(wire.container(name)),
    wall: () => tenant.clock.now(),
  })
  return {
    tenant,
    host,
    /** As one more desk sees the store, on a way without faults. */
    store: () => storeAt(azurite.container(name)),
    renew(): void {
      for (const renewal of renewals) renewal()
    },
    clear: () => Promise.all([azurite.administer(name, 'delete'), rm(folder, { recursive: true, force: true })]),
  }
}

/** Complains of each change that is sent to Microsoft before the store has the line that begins it. */
function watchWrites(practice: PracticeTenant, wire: Wire, journal: () => Journal | undefined, wrong: string[]): void {
  overhear(practice, async (request, answer) => {
    if (!isWrite({ method: request.method, path: new URL(request.url).pathname })) return answer
    const taken = wire.taken()
    const [given, lines] = await Promise.allSettled([answer, journal()?.lines() ?? []])
    const begun = lines.status === 'fulfilled' ? lines.value.findLast(({ kind }) => kind === 'apply-started') : undefined
    if (!begun || !taken.includes(begun.hash))
      wrong.push(`Written at Microsoft before the store had its line: ${request.method} ${request.url}`)
    if (given.status === 'rejected') throw given.reason
    return given.value
  })
}

/**
 * Opens an encrypted environment and protects its key: three changes, with the records in the team's store, and a fault at one of the
 * store's calls.
 * @param rule nothing: nothing goes wrong
 */
export async function walkInStore(scenario: Scenario, team: Team, rule?: StoreRule, clean?: Clean): Promise<TeamOutcome & Clean> {
  const { wire, letLeasesEnd } = team
  const { tenant, host, ...desk } = await openDesk(scenario, team)
  wire.begin()
  const fault = rule && wire.set(rule)
  const lift = (): void => fault?.lift()
  const [wrong, said, told]: [string[], string[], Told[]] = [[], [], []]
  let journal: Journal | undefined
  watchWrites(tenant.practice, wire, () => journal, wrong)
  const onView = ({ step }: WizardView): void => {
    journal = host.engagement()?.journal ?? journal
    if (step?.phase === 'reviewing') desk.renew()
  }
  const putRight = (each: Told): void => {
    told.push(each)
    lift()
    tenant.advance?.(FIVE_MINUTES)
  }
  const end = await Promise.race([
    sitBefore(host, whoHasItFixed(scenario, putRight, colleague(host, said, lift, letLeasesEnd)), onView),
    hanging(),
  ])
  if (end.end === 'lost') wrong.push(end.why)
  const kept = (await journal?.lines()) ?? []
  await host.stop()
  lift()
  await letLeasesEnd()
  const lines = await whatIsThere(desk.store, scenario, wrong)
  const [writes, state] = [tenant.practice.writes(), tenant.practice.inspect()]
  const calls = new Map(wire.calls())
  await desk.clear()
  return {
    tenant: summaryOf(state),
    calls,
    wrong,
    duplicates: [...duplicatesIn(writes), ...doubledIn(lines)],
    lost: [...missingIn(kept, lines), ...(clean ? await lostIn(state, clean, { lines: async () => lines }, writes) : [])],
    told: [...said, ...told.map(({ title }) => title)],
    met: fault?.met() ?? 0,
  }
}

/**
 * What a person does beside the walk: they open what is on the list, read why the record isn't kept and have it fixed, take over from a
 * lock whose holder could not be named, and open the environment again where it could not be opened. While lines only wait here they go on,
 * until a change is refused.
 * @param said what the page says of the record, each thing once
 */
function colleague(host: KeysHost, said: string[], fix: () => void, letLeasesEnd: () => Promise<void>): OwnWay {
  let opening = false
  let closing: string | undefined
  const hear = (words: string): void => {
    if (!said.includes(words)) said.push(words)
  }
  return (view) => {
    const { page, start, record, recovery, step } = view
    if (page === 'start' && start) {
      closing = undefined
      if (!start.engagements || start.connecting || opening) return 'wait'
      opening = true
      const [row] = start.engagements
      if (!row) return { type: 'SIGN_IN', request: { way: 'browser', tenant: TENANT.id, cloud: 'commercial' } }
      if (row.state.kind === 'closed') return { end: 'lost', why: `The engagement cannot be opened: ${row.state.why}` }
      void host.openEngagement(row.id)
      return 'wait'
    }
    opening = false
    if (record?.held) {
      hear(`Open elsewhere: ${record.held.state}`)
      fix()
      if (closing !== 'held') void letLeasesEnd().then(() => host.takeOver())
      closing = 'held'
      return 'wait'
    }
    if (closing === 'held') closing = undefined
    if (record?.problem !== undefined) {
      hear(record.problem)
      // It could not be opened: what was read stays readable, and it is opened again.
      if (!host.engagement() && view.can.includes('CLOSE_TENANT')) {
        fix()
        if (closing === record.problem) return 'wait'
        closing = record.problem
        return { type: 'CLOSE_TENANT' }
      }
    }
    if (page === 'recovery' && recovery) {
      if (recovery.problem) return { end: 'lost', why: `Cannot be read again: ${recovery.problem.title}. ${recovery.problem.meaning}` }
      return !recovery.reading && view.can.includes('ANSWER_DRIFT') ? { type: 'ANSWER_DRIFT', answer: 'keep' } : 'wait'
    }
    if (step?.id === 'protect') return step.phase === 'reviewing' ? protecting(step) : undefined
    if (page === 'operations') return step ? undefined : { type: 'OPEN_OPERATION', operation: 'protect' }
    return step?.phase === 'reviewing' && view.can.includes('GO_TO_PAGE') ? { type: 'GO_TO_PAGE', page: 'operations' } : undefined
  }
}

/** All in one wish: three changes. */
const WISH = { kind: 'wish-protections', locks: ['vault', 'policy'], rotation: true } as const

function protecting({ findings, proved }: StepView): ReturnType<OwnWay> {
  if (findings.some(({ key, offer }) => key === 'protect-lock-vault' && offer && isWish(offer))) return decide(WISH)
  return proved ? { end: 'encrypted' } : undefined
}

const isWish = (offer: NonNullable<StepView['findings'][number]['offer']>): boolean =>
  offer.event === 'DECIDE' && 'wanted' in offer.decision && offer.decision.wanted === true

/** Lines in the store after everything arrived: opening the environment again sends lines kept here by a fault. */
async function whatIsThere(store: () => TeamStore, scenario: Scenario, wrong: string[]): Promise<readonly Line[]> {
  const place = { tenantId: TENANT.id, environmentId: scenario.environmentId }
  const opening = await store().open(place, whose(scenario), CUSTOMER_MANAGED_KEYS)
  if (opening.ok) await opening.open.close()
  else wrong.push('It can’t be opened again')
  const [listed] = await store().list()
  if (!listed?.ok) wrong.push('The state in the store can’t be read')
  const { ok, lines } = await store().journal(engagementId(place))
  if (!ok || !verifyChain(lines).ok) wrong.push('The journal in the store is broken')
  return lines
}

const whose = ({ environmentId }: Scenario): Whose => ({
  appVersion: '0',
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: TENANT.id, name: TENANT.name },
  reached: 'integration',
  steps: {},
  environment: { id: environmentId },
  account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
})

const missingIn = (kept: readonly Line[], there: readonly Line[]): readonly string[] => {
  // A line that waited while a colleague wrote follows theirs, with another place and hash.
  const said = new Set(there.map(({ kind, content }) => JSON.stringify([kind, content])))
  return kept.flatMap(({ kind, content, sequence }) =>
    said.has(JSON.stringify([kind, content])) ? [] : [`Line ${sequence}, ${kind}, isn’t in the store`],
  )
}

/** One line twice would break the chain; the same content twice in a row is one that was sent twice. */
const doubledIn = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ kind, content, sequence }, index) => {
    const before = lines[index - 1]
    const isSame = kind === 'apply-started' && before?.kind === kind && JSON.stringify(before.content) === JSON.stringify(content)
    return isSame ? [`Line ${sequence}, ${kind}, is there twice`] : []
  })
