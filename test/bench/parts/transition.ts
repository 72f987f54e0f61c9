import { cp, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serialize } from 'node:v8'
import type { HttpClient } from '@azure/core-rest-pipeline'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { decide } from '#machines/procedure/decide.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import type { PracticeClockOptions } from '#node/practice/clock.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { openPractice } from '#node/practice/open.ts'
import { walk } from '#node/practice/presenting/walk/walk.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { writeDurably } from '#node/records/engagement/durable-file.ts'
import { readEngagement, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { type Line, nextLine, writeLine } from '#node/records/engagement/journal/chain.ts'
import { readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import type { EngagementStore } from '#node/records/engagement/store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { connectServices } from '#node/services/azure/services.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { manyEnvironments } from './many-environments.ts'

interface Opened {
  /** From creating the machine to the engagement on the list. */
  readonly listedMs: number
  /** From opening the engagement's folder to the restored sequence. */
  readonly openedMs: number
}

/** Duration of the wizard's own work, in milliseconds. */
export interface Transitions {
  readonly lines: number
  readonly journalMb: number
  readonly environments: number
  /** For this engagement, and for one with a single journal line. */
  readonly openings: { readonly large: readonly Opened[]; readonly small: readonly Opened[] }
  /** Per event: until the new view is serialized for the window. */
  readonly pushedMs: readonly number[]
  readonly events: readonly string[]
  /** Per event: until its records are on disk. */
  readonly savedMs: readonly number[]
  /** CPU time until then, in milliseconds: on a shared machine more reliable than the time. */
  readonly savedCpuMs: readonly number[]
  /** Baseline: appending and replacing files of the same sizes. */
  readonly diskMs: readonly number[]
}

const NAME = 'ready-to-enable'

/** Answers at once, so that only the wizard's own work is measured. */
const immediately: PracticeClockOptions = {
  wall: Date.now,
  timers: {
    after(_milliseconds, wake) {
      const turn = setImmediate(wake)
      return () => clearImmediate(turn)
    },
  },
  speed: Number.POSITIVE_INFINITY,
  longest: 0,
}

/** As far away as a nearby data center, so that the services' work in this process isn't measured. */
const LATENCY_MS = 30

const fromAfar = (client: HttpClient): HttpClient => ({
  async sendRequest(request) {
    await pause(LATENCY_MS)
    return client.sendRequest(request)
  },
})

/** A practice tenant that counts as real, so that records are written. */
function realTenant(environments: number): OpenTenant {
  const scenario = scenarioByName(NAME)
  if (!scenario) throw new Error(`There is no scenario ${NAME}.`)
  const random = seededRandom(NAME)
  const { practice, ...open } = openPractice(scenario, { ...immediately, random, environments: manyEnvironments(environments) })
  const { clock, cloud, tenant } = open
  const services = connectServices({
    cloud,
    clock,
    random,
    account: open.services.account,
    credential: practiceCredential(practice, scenario.person),
    httpClient: fromAfar(practiceHttpClient(practice)),
  })
  return { ...open, services, tenant: { account: tenant.account, cloud: 'Public cloud' } }
}

function observed(store: EngagementStore) {
  const writing = new Set<Promise<unknown>>()
  let openedAt = 0
  const noting = <Given>(work: Promise<Given>): Promise<Given> => {
    const noted = work.finally(() => writing.delete(noted))
    writing.add(noted)
    return noted
  }
  return {
    openedAt: () => openedAt,
    current: (): Promise<unknown> => Promise.all([...writing]),
    async settled(): Promise<void> {
      while (writing.size > 0) await Promise.all(writing)
    },
    store: {
      ...store,
      async open(...whose: Parameters<EngagementStore['open']>) {
        openedAt = performance.now()
        const opening = await store.open(...whose)
        if (!opening.ok) return opening
        const { open } = opening
        const { journal } = open
        return {
          ok: true,
          open: {
            ...open,
            journal: { ...journal, append: (entry) => noting(journal.append(entry)) },
            save: (engagement) => noting(open.save(engagement)),
          },
        }
      },
    } satisfies EngagementStore as EngagementStore,
  }
}

const until = (host: KeysHost, fits: (view: WizardView) => boolean): Promise<WizardView> =>
  new Promise((resolve) => {
    const leave = host.subscribe(look)
    look(host.view())
    function look(view: WizardView): void {
      if (!fits(view)) return
      leave()
      resolve(view)
    }
  })

const isAtRest = ({ page, step, preflight, recovery }: WizardView): boolean =>
  page !== 'start' && step?.phase !== 'reading' && preflight?.reading !== true && recovery?.reading !== true

async function walkOnce(folder: string, tenant: OpenTenant): Promise<void> {
  const scenario = scenarioByName(NAME)
  if (!scenario) throw new Error(`There is no scenario ${NAME}.`)
  const host = hostOn(engagementStore(folder, thisRun(), Date.now), tenant)
  const { end } = await walk(host, { scenario: NAME, ...scenario, tell: () => undefined })
  await host.stop()
  if (end !== 'encrypted') throw new Error(`The walk ended ${end}.`)
}

const hostOn = (store: EngagementStore, tenant: OpenTenant): KeysHost =>
  createKeysHost({ store, wall: Date.now, scenarios: [], openPractice: async () => tenant })

/** Repeats the engagement's own journal to the wanted length, in a valid chain. */
async function enlarge(folder: string, count: number): Promise<number> {
  const [id = ''] = await readdir(folder)
  const journal = path.join(folder, id, 'journal.jsonl')
  const file = path.join(folder, id, 'engagement.json')
  const { lines } = await readJournalFile(journal)
  const written: string[] = []
  let last: Line | undefined
  for (let place = 0; place < count; place++) {
    // Ends as the walk did: a write without an outcome would start a recovery.
    const index = (lines.length + ((place - count) % lines.length)) % lines.length
    const { kind, content, at } = lines[index] as Line
    const started = typeof content['started'] === 'number' ? { started: content['started'] + place - index } : {}
    last = nextLine(last, kind, { ...content, ...started }, (last?.at ?? at) + 1)
    written.push(`${writeLine(last)}\n`)
  }
  const text = written.join('')
  await writeFile(journal, text)
  const read = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(file, 'utf8'))
  if (!read.ok || !last) throw new Error('The walk left no engagement.')
  await writeFile(file, writeEngagement({ ...read.engagement, journal: { sequence: last.sequence, hash: last.hash } }))
  return text.length / 1e6
}

async function begin(folder: string, tenant: OpenTenant) {
  const watched = observed(engagementStore(folder, { ...thisRun(), isRunning: () => false }, Date.now))
  const startedAt = performance.now()
  const host = hostOn(watched.store, tenant)
  const first = await until(host, ({ start }) => start?.engagements !== undefined)
  const listedMs = performance.now() - startedAt
  if (first.start?.engagements?.length !== 1) throw new Error('Expected one engagement on the list.')
  host.send({ type: 'OPEN_PRACTICE', scenario: NAME })
  await until(host, ({ page }) => page === 'prepare')
  host.send({ type: 'NEXT' })
  await until(host, ({ step }) => step?.phase === 'choosing')
  const environmentId = scenarioByName(NAME)?.environmentId ?? ''
  host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId })
  await until(host, ({ page }) => page === 'recovery')
  const openedMs = performance.now() - watched.openedAt()
  await until(host, (view) => view.page !== 'recovery' && isAtRest(view))
  await watched.settled()
  return { host, watched, listedMs, openedMs }
}

const EVENTS = (round: number): readonly WizardEvent[] => [
  { type: 'GO_TO_PAGE', page: 'coverage' },
  { type: 'CHANGE_CHOICES' },
  decide({ kind: 'use-apps', apps: round % 2 === 0 ? ['finance'] : ['finance', 'supply-chain-management'] }),
  { type: 'GO_TO_PAGE', page: 'evidence' },
  { type: 'GO_TO_PAGE', page: 'hand-over' },
  { type: 'GO_TO_PAGE', page: 'operations' },
  { type: 'GO_TO_STEP', step: 'integration' },
  // The picker shows every environment.
  { type: 'CHANGE_CHOICES' },
  { type: 'CANCEL' },
  { type: 'GO_TO_STEP', step: 'environment' },
  { type: 'CHECK_AGAIN' },
  { type: 'GO_TO_STEP', step: 'policy' },
  { type: 'CHANGE_CHOICES' },
  { type: 'CANCEL' },
  { type: 'NEXT' },
  { type: 'NEXT' },
  { type: 'GO_TO_PAGE', page: 'preflight' },
  { type: 'BACK' },
]

/** Walks through an engagement's pages and times each event. @param rounds repetitions of all events */
async function transitions({ host, watched }: Awaited<ReturnType<typeof begin>>, rounds: number) {
  const pushedMs: number[] = []
  const savedMs: number[] = []
  const savedCpuMs: number[] = []
  const events: string[] = []
  for (let round = 0; round < rounds; round++)
    for (const event of EVENTS(round)) {
      const { revision } = host.view()
      const leave = host.subscribe((view) => void serialize(view))
      const sentAt = performance.now()
      const cpuBefore = process.cpuUsage()
      host.send(event)
      const pushed = performance.now() - sentAt
      leave()
      if (host.view().revision === revision) throw new Error(`${JSON.stringify(event)} changed nothing on ${host.view().page}.`)
      // The event's writes start after its microtasks.
      await new Promise(process.nextTick)
      for (let turn = 0; turn < 10; turn++) await undefined
      await watched.current()
      pushedMs.push(pushed)
      events.push(Object.values(event).flat().join(' '))
      savedMs.push(performance.now() - sentAt)
      const { user, system } = process.cpuUsage(cpuBefore)
      savedCpuMs.push((user + system) / 1000)
      await until(host, isAtRest)
      await watched.settled()
    }
  return { pushedMs, savedMs, savedCpuMs, events }
}

/** Disk time of a journal line and an engagement file, written the same way. */
async function diskOnly(folder: string, rounds: number): Promise<readonly number[]> {
  const [id = ''] = await readdir(folder)
  const content = await readFile(path.join(folder, id, 'engagement.json'), 'utf8')
  const handle = await open(path.join(folder, 'line'), 'a')
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const beganAt = performance.now()
    await handle.appendFile('a line of the journal that says what was chosen')
    await handle.datasync()
    await writeDurably(path.join(folder, 'file'), content)
    times.push(performance.now() - beganAt)
  }
  await handle.close()
  return times
}

/**
 * Measures the wizard's own part of the wait, in a temporary folder.
 * @param lines journal length
 * @param environments additional environments
 * @param rounds repetitions of events and openings
 */
export async function measureTransitions(lines: number, environments: number, rounds: number): Promise<Transitions> {
  const root = await mkdtemp(path.join(tmpdir(), 'bench-transition-'))
  try {
    const tenant = realTenant(environments)
    const folder = path.join(root, 'large')
    await walkOnce(folder, tenant)
    const small = path.join(root, 'small')
    await cp(folder, small, { recursive: true })
    await enlarge(small, 1)
    const journalMb = await enlarge(folder, lines)
    const openings = { large: [] as Opened[], small: [] as Opened[] }
    // Alternating, so that slow moments affect both.
    for (let round = 0; round < rounds; round++)
      for (const [size, place] of [
        ['small', small],
        ['large', folder],
      ] as const) {
        const { host, listedMs, openedMs } = await begin(place, tenant)
        await host.stop()
        openings[size].push({ listedMs, openedMs })
      }
    const begun = await begin(folder, tenant)
    const measured = await transitions(begun, rounds)
    await begun.host.stop()
    return { lines, journalMb, environments, openings, ...measured, diskMs: await diskOnly(folder, measured.savedMs.length) }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
