import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import type { Fault, FaultRule } from '#node/practice/faults.ts'
import { openPractice } from '#node/practice/open.ts'
import { sitBefore } from '#node/practice/presenting/walk/person.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import type { TenantState, WriteRecord } from '#node/practice/state.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import type { Journal } from '#node/records/engagement/journal/journal.ts'
import { english } from '../english.ts'
import { leapingTime, START } from '../leaping-time.ts'
import { watchStory } from '../model/one-story.ts'
import { goingOn, type Way } from './afterwards.ts'
import { type Told, whoHasItFixed } from './person.ts'
import { overhear, watchRepetitions } from './repetitions.ts'
import { shapeOf } from './shape.ts'

/** One kind of request: the method, and the path with what differs from run to run left open. */
export interface Call {
  readonly method: string
  readonly path: string
}

/** A link of five minutes has all stages that one of a day has, and less of the same look. In milliseconds. */
const LINK_DURATION = 5 * 60_000

export interface Outcome {
  /** Nothing, or why this walk is none that a person would call survived. */
  readonly failed: readonly string[]
  /** Accepted twice, and the second time changed something again. */
  readonly duplicates: readonly string[]
  /** Sent again after a failure that leaves a doubt, and no reading of the step came between. */
  readonly unobserved: readonly string[]
  /** Disagreements of the tenant, the wizard and the journal. */
  readonly lost: readonly string[]
  readonly told: readonly Told[]
  readonly met: number
}

/** Result of a walk at the services. */
export interface Left {
  readonly tenant: string
  readonly calls: readonly Call[]
}

const open = (scenario: Scenario) =>
  openPractice(scenario, { ...leapingTime, random: seededRandom(scenario.name), linkDuration: LINK_DURATION })

const FIVE_MINUTES = 5 * 60_000

/** The walk in which nothing goes wrong: what all others are held against. */
export async function undisturbed(way: Way): Promise<Left> {
  const { scenario } = way
  const calls = new Map<string, Call>()
  const tenant = open(scenario)
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  overhear(tenant.practice, async (request, answer) => {
    const call = { method: request.method, path: shapeOf(new URL(request.url).pathname) }
    calls.set(`${call.method} ${call.path}`, call)
    return answer
  })
  const complain = (told: Told): void => {
    throw new Error(`Nothing goes wrong, and yet: ${told.title}`)
  }
  const end = await sitBefore(host, whoHasItFixed(scenario, complain, goingOn(way)))
  await host.stop()
  if (end.end === 'lost') throw new Error(`Nothing goes wrong, and yet: ${end.why}`)
  return { tenant: summaryOf(tenant.practice.inspect()), calls: [...calls.values()] }
}

/**
 * Walks a way with one fault at one call.
 * @param lasting the fault stays until the person has seen it and it is fixed, and then occurs once more; otherwise it occurs once
 */
export async function walkWith(way: Way, call: Call, fault: Fault, lasting: boolean, clean: Left): Promise<Outcome> {
  const { scenario } = way
  const tenant = open(scenario)
  const { faults } = tenant.practice
  const rule: FaultRule = { ...call, fault }
  const first = faults.set(lasting ? rule : { ...rule, nth: 1 })
  const told: Told[] = []
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => tenant })
  let journal: Journal | undefined
  const watch = watchRepetitions()
  overhear(tenant.practice, watch.write)
  const story = watchStory({ host, practice: tenant.practice })
  const onView = (view: WizardView): void => {
    journal = host.engagement()?.journal ?? journal
    // A reading on the page. The recheck before a run's first write does not count: it always comes.
    if (view.step?.phase === 'reviewing') watch.observed()
    story.onView(view)
  }
  const putRight = (each: Told): void => {
    told.push(each)
    // A person doesn't select "Check again" in the same instant: some messages ask to wait five minutes.
    tenant.advance?.(FIVE_MINUTES)
    if (told.length > 1 || !lasting) return
    first.callOff()
    faults.set({ ...rule, nth: 2 })
  }
  const end = await sitBefore(host, whoHasItFixed(scenario, putRight, goingOn(way, putRight)), onView)
  const wrong = await story.atItsEnd()
  await host.stop()
  const writes = tenant.practice.writes()
  return {
    failed: end.end === 'lost' ? [end.why] : wrong,
    told,
    met: first.met(),
    duplicates: duplicatesIn(writes),
    unobserved: watch.repeated(),
    lost: end.end === 'lost' ? [] : await lostIn(tenant.practice.inspect(), clean, journal, writes),
  }
}

/**
 * A write counts as made twice when a service accepted the same method, path and body again and it changed the tenant again. A PUT
 * that is repeated and finds everything as it wants it is none: that is what makes it safe to repeat.
 */
export function duplicatesIn(writes: readonly WriteRecord[]): readonly string[] {
  const seen = new Set<string>()
  return writes.flatMap(({ method, origin, path, body, changed }) => {
    const key = `${method} ${origin}${path} ${body}`.toLowerCase()
    const again = seen.has(key) && changed
    if (changed) seen.add(key)
    return again ? [`${method} ${path}`] : []
  })
}

/** State of the tenant, without times and random IDs. */
export function summaryOf(state: TenantState): string {
  const { resourceGroups, vaults, keys, policies, roleAssignments, localRoles, environments, operations, locks, diagnosticSettings } = state
  return JSON.stringify(
    {
      providers: state.subscriptions.flatMap(({ providers }) => providers.map((each) => `${each.namespace} ${each.registrationState}`)),
      groups: resourceGroups.map(({ name, location, tags }) => ({ name, location, tags })),
      vaults: vaults.map(({ readyAt: _, ...vault }) => vault),
      keys: keys.map(({ vault, name, versions }) => ({ vault, name, versions: versions.map(({ kty, enabled }) => ({ kty, enabled })) })),
      policies: policies.map(({ name, location, kind, tags, identity }) => ({ name, location, kind, tags, type: identity.type })),
      roles: roleAssignments.map(({ scope, roleId, principalType }) => `${scope} ${roleId} ${principalType}`).sort(),
      localRoles: localRoles.map(({ hsm, scope, roleId }) => `${hsm} ${scope} ${roleId}`).sort(),
      locks: locks.map(({ scope, name }) => `${scope} ${name}`).sort(),
      auditLogs: diagnosticSettings,
      actionGroups: state.actionGroups,
      alerts: state.eventSubscriptions.map(({ underWay: _, ...alert }) => alert),
      environments: environments.map(({ payload }) => ({
        name: payload.name,
        runtime: payload.properties.states?.runtime?.id,
        link: payload.properties.enterprisePolicies?.customerManagedKeys?.linkStatus,
      })),
      operations: operations.map(({ environment, type, purpose, settled }) => ({ environment, type, kind: purpose.kind, settled })),
    },
    undefined,
    1,
  )
}

/** The tenant is as after the undisturbed walk, and every change in it is in the journal, begun and ended. */
export async function lostIn(
  state: TenantState,
  clean: Pick<Left, 'tenant'>,
  journal: Pick<Journal, 'lines'> | undefined,
  writes: readonly WriteRecord[],
): Promise<readonly string[]> {
  const lost: string[] = []
  if (summaryOf(state) !== clean.tenant) lost.push(`The tenant is another: ${firstDifference(summaryOf(state), clean.tenant)}`)
  if (!journal) return [...lost, 'There is no journal']
  const entries = (await journal.lines()).map((line) => {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, line)
    if (!read.ok) throw new Error(english.text(read.why))
    return read.entry
  })
  const ended = new Set<number>()
  const onRecord = new Set<string>()
  const written: string[] = []
  for (const entry of entries) {
    if (entry.kind !== 'applied' && entry.kind !== 'refused' && entry.kind !== 'interrupted') continue
    ended.add(entry.content.started)
    for (const { method, path } of entry.content.requests) onRecord.add(`${method} ${path}`.toLowerCase())
    if (entry.kind === 'applied' && entry.content.receipt.written) written.push(entry.content.receipt.resourceId)
  }
  for (const entry of entries)
    if (entry.kind === 'apply-started' && !ended.has(entry.sequence)) lost.push(`Begun and never ended: ${entry.content.description.title}`)
  for (const { method, path, changed } of writes)
    if (changed && !onRecord.has(`${method} ${path}`.toLowerCase())) lost.push(`Not in the journal: ${method} ${path}`)
  for (const id of written) if (written.indexOf(id) !== written.lastIndexOf(id)) lost.push(`Two receipts say that it was written: ${id}`)
  return lost
}

function firstDifference(is: string, was: string): string {
  const [now, before] = [is.split('\n'), was.split('\n')]
  const at = now.findIndex((line, index) => line !== before[index])
  return `${now[at]?.trim()} instead of ${before[at]?.trim()}`
}
