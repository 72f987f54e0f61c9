import { createActor } from 'xstate'
import { CALLS } from '#contract/contract.ts'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { actionKey } from '#machines/engine/action.ts'
import { sameId } from '#machines/engine/ids.ts'
import { type SituationKind, situationOf } from '#machines/engine/situation/situation.ts'
import { confirmedBy } from '#machines/engine/wizard/confirming.ts'
import { recordIn } from '#machines/engine/wizard/context.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { newestOfEach } from '#machines/engine/wizard/foreseeing.ts'
import type { WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import { createStartMachine, followStates, type StartSnapshot, tenantIn } from '#machines/engine/wizard/start.ts'
import { toView } from '#machines/engine/wizard/to-view.ts'
import { apply } from '#machines/procedure/apply.ts'
import { addressesIn } from '#machines/procedure/links/link-context.ts'
import { listedOf } from '#machines/procedure/listed.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { PRESENTATION } from '#machines/procedure/presentation.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { EngagementRow, WizardView } from '#messages/view.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { WriteRecord } from '#node/practice/state.ts'
import type { Line } from '#node/records/engagement/journal/chain.ts'
import type { Journal } from '#node/records/engagement/journal/journal.ts'
import { rowOf } from '#node/records/engagement/listing.ts'
import { createRecorder } from '#node/records/engagement/recorder.ts'
import { engagementOf } from '#node/records/engagement/remembering.ts'
import { situationFactsOf } from '#node/records/engagement/situation-facts.ts'
import type { EngagementStore } from '#node/records/engagement/store.ts'
import { summarise } from '#node/records/evidence/summary.ts'
import { giveHandOver, receiveHandOver } from '#node/records/handoff/exchange.ts'
import { createPorts, type OpenPorts } from '#node/services/ports.ts'
import { english } from '../../english.ts'
import { AFTERWARDS, AFTERWARDS_NAME } from '../../faults/afterwards.ts'
import { leapingTime, START } from '../../leaping-time.ts'
import { Oracle } from '../../oracle/claims.ts'
import { truthOf } from '../../oracle/truth.ts'
import type { Moment } from '../one-story.ts'
import { type Hand, type How, holding, type PracticeOpen } from './hand.ts'
import { memoryStore } from './memory-store.ts'

const APP = { name: 'the model', version: '0.0.0' }
/** One run of the wizard; the tenant and the disk outlive it. */
interface Run {
  readonly actor: ReturnType<typeof createActor<ReturnType<typeof createStartMachine>>>
  readonly recorder: ReturnType<typeof createRecorder>
  readonly hand: Hand
}

/** Scheduled start, noted apart from the machine. */
interface Scheduled {
  readonly at: number
  readonly plan: ReadonlySet<string>
  readonly found: ReadonlyMap<string, string>
  begun: boolean
  /** The page has said that it did not start. */
  isTold?: true
}

const LATEST_BEGINNING = 10 * 60_000

/** One person before the real machine, whose every effect waits to be settled, over one practice tenant that outlives restarts. */
export class Desk {
  readonly #store: EngagementStore
  /** The tenant of who signs in: the same one each time. */
  readonly #signedInTo: PracticeOpen
  /** Every practice tenant that was made here, by the services that a run holds of it. */
  readonly #made = new Map<unknown, PracticeOpen>()
  /** Writes accepted by the tenant, by the journal that must contain them. */
  readonly #accepted = new Map<Journal | undefined, WriteRecord[]>()
  #byOthers = 0
  /** No report of what was done here tells of them. */
  readonly #othersWrites = new Set<WriteRecord>()
  #run: Run
  readonly #oracle = new Oracle()
  #evidence: { readonly journal: Journal; readonly last: Line | undefined; readonly summary: NonNullable<Moment['evidence']> } | undefined
  #revision = 0
  readonly broken: string[] = []
  /** What was left to begin by itself. */
  #scheduled: Scheduled | undefined

  /** @param store where engagements rest; in memory if absent */
  constructor(scenario: string, store: EngagementStore = memoryStore(() => this.#signedInTo.clock.now())) {
    this.#store = store
    this.#signedInTo = this.#tenant(scenario)
    this.#run = this.#start()
  }

  get hand(): Hand {
    return this.#run.hand
  }

  get start(): StartSnapshot {
    return this.#run.actor.getSnapshot()
  }

  /** The open tenant's. */
  get snapshot(): WizardSnapshot | undefined {
    return tenantIn(this.start)
  }

  view(): WizardView {
    this.#revision += 1
    const now = this.#run.hand.ports.now()
    const last = this.#run.recorder.current()?.journal.last()
    return english.all(
      toView(
        this.start,
        {
          revision: this.#revision,
          now,
          scenarios: practiceCases,
          clouds: [],
          announcementId: this.#revision,
          addressOf: addressesIn(this.snapshot?.context, CLOUDS.commercial.portals),
          engagements: [],
          ...(last ? { journal: { lines: last.sequence, head: last.hash, at: last.at } } : {}),
        },
        PRESENTATION,
      ),
    )
  }

  /** What is on screen, on the start page, or in a report, and is not so in the tenant. */
  async falsehoods(view: WizardView): Promise<readonly string[]> {
    const { ports, readings } = this.#run.hand
    const open = this.#opened(ports)
    const { snapshot } = this
    if (!open || !snapshot) return []
    const { steps, operations, choices } = snapshot.context
    const records = [...Object.values(steps), ...Object.values(operations)]
    const heard = records.map(({ receipts, sent = [], pending }) => [
      receipts.map(({ kind, at, ended }) => [kind, at, ended]),
      sent.length,
      pending?.since,
    ])
    const { environmentId } = choices
    const about = `${[...this.#made.values()].indexOf(open)} ${environmentId}`
    const scheduled = this.#scheduled
    // A defect of the wizard ends the schedule with the run, and its page says so.
    const isTold = /^Not started/.test(view.step?.problem?.title ?? '') || view.step?.phase === 'stopped'
    if (isTold && scheduled) scheduled.isTold = true
    const isOverdue = scheduled?.begun === false && scheduled.isTold !== true && ports.now() > scheduled.at + LATEST_BEGINNING
    const current = [...records.flatMap(({ reading }) => reading ?? []), snapshot.children.step?.getSnapshot().context.reading]
    const isToldGone = current.some((each) => each && readings.get(each)?.isToldGone)
    const beside = { account: view.who?.account, isOverdue, isToldGone }
    const truth = open.practice.look((state) => truthOf(state, environmentId, ports.now(), beside))
    const row = view.practice ? undefined : await this.#rowOf(environmentId)
    const known = this.#byOthers > 0 ? undefined : JSON.stringify([environmentId, heard])
    const journal = this.#run.recorder.current()?.journal
    const said = this.#oracle.judge({ view, row }, truth, about, known)
    if (!journal) return said
    const own = open.practice.writes().filter((write) => !this.#othersWrites.has(write))
    return [...said, ...this.#oracle.judgeReport(await this.#evidenceIn(journal), about, own)]
  }

  /** Kinds of the record that would be saved now, while this run has it and after its end. Another run's waits until its person has answered. */
  async recorded(): Promise<readonly SituationKind[] | undefined> {
    const context = this.snapshot?.context
    const listed = (await this.#store.list()).find(
      (each) => each.ok && sameId(each.engagement.environment.id, context?.choices.environmentId),
    )
    if (context === undefined || context.tenant.practice || context.remembered !== undefined || !listed?.ok) return undefined
    // Of a step that this session hasn't read, the record keeps what an earlier one read.
    const { steps } = listed.engagement
    const isOlder = ([id, step]: [string, { readonly readAt?: number }], index: number) =>
      step.readAt !== undefined && newestOfEach(context, 'preflight')[index] === undefined && context.steps[id]?.reading === undefined
    if (Object.entries(steps).some(isOlder)) return undefined
    const engagement = engagementOf(listed.engagement, context, listedOf)
    // Nor, until it is read, whether it is locked or in another policy.
    const { locked, otherPolicy } = listedOf(context)
    if ((engagement.locked && locked === undefined) || (engagement.otherPolicy && otherPolicy === undefined)) return undefined
    const findings = Object.values(engagement.steps).flatMap((step) => step.findings)
    const inEffect = LISTED_AS.isInEffect(findings)
    return [true, false].map((isHeld) => situationOf(situationFactsOf(LISTED_AS, engagement, { inEffect, isHeld })).kind)
  }

  /** As the start page lists it. */
  async #rowOf(environmentId: string | undefined): Promise<EngagementRow | undefined> {
    const listed = (await this.#store.list()).find((each) => each.ok && sameId(each.engagement.environment.id, environmentId))
    return listed && english.all(rowOf(LISTED_AS, listed))
  }

  /** What is on screen, recorded and true at this moment. */
  async moment(view: WizardView): Promise<Moment> {
    const journal = this.#run.recorder.current()?.journal
    const { steps = {}, operations = {}, choices } = this.snapshot?.context ?? {}
    const step = this.snapshot?.children.step?.getSnapshot().context
    const records = [...Object.values(steps), ...Object.values(operations)]
    return {
      view,
      environmentId: choices?.environmentId,
      accepted: this.#accepted.get(journal) ?? [],
      byOthers: this.#byOthers,
      open: records.flatMap(({ sent = [] }) => sent).length,
      ...(step?.ending ? { endedEarly: { of: step.ending.planned.length } } : {}),
      ...(journal ? { evidence: await this.#evidenceIn(journal) } : {}),
    }
  }

  /** Most of what happens writes no line. */
  async #evidenceIn(journal: Journal): Promise<NonNullable<Moment['evidence']>> {
    const last = journal.last()
    if (this.#evidence?.journal !== journal || this.#evidence.last !== last)
      this.#evidence = { journal, last, summary: summarise(CUSTOMER_MANAGED_KEYS, await journal.lines()) }
    return this.#evidence.summary
  }

  /** Sends what the window might: what the contract does not let through never reaches the machine. */
  send(event: unknown): void {
    const parsed = CALLS['wizard:send'].takes.safeParse(event)
    if (!parsed.success) return
    // The contract is held against this type where it is declared.
    this.#sendTold(parsed.data as WizardEvent)
  }

  #sendTold(event: WizardEvent): void {
    const { actor, recorder, hand } = this.#run
    const before = this.snapshot
    // Asked before: the snapshot of the wizard has the step itself, which moves on.
    const isCanceled = event.type === 'CANCEL_SCHEDULE' && before?.children.step?.getSnapshot().can(event) === true
    if (event.type === 'ANSWER_DRIFT' && before?.can(event)) recorder.answered(before.context, event.answer)
    actor.send(event)
    const after = this.snapshot
    if (!before || !after) return
    this.#noteSchedule(event, before, after, isCanceled)
    const confirmed = confirmedBy(event, before, after.context)
    if (!confirmed) return
    hand.confirmed = new Set((recordIn(before.context, confirmed.of).reading?.plan ?? []).map(actionKey))
    recorder.confirmed(before.context, confirmed.of, confirmed.said)
  }

  /** What the person wants of the start, as an onlooker would note it: by events and readings alone. */
  #noteSchedule(event: WizardEvent, before: WizardSnapshot, after: WizardSnapshot, isCanceled: boolean): void {
    const { hand } = this.#run
    const confirmed = confirmedBy(event, before, after.context)
    if (event.type === 'CONFIRM' && confirmed) this.#scheduled = undefined
    if (event.type === 'SCHEDULE' && confirmed) {
      const { plan = [], findings = [] } = recordIn(before.context, confirmed.of).reading ?? {}
      this.#scheduled = {
        at: event.window?.from ?? 0,
        plan: new Set(plan.map(actionKey)),
        found: new Map(findings.map(({ key, status }) => [key, status])),
        begun: false,
      }
    }
    if (isCanceled) {
      this.#scheduled = undefined
      hand.confirmed = new Set()
    }
  }

  /** What was scheduled begins once, at its time, and only where nothing reads worse than when it was confirmed. */
  #judgeBeginning(): void {
    const scheduled = this.#scheduled
    const step = this.snapshot?.children.step?.getSnapshot().context
    if (!scheduled || !step || step.position > 0 || step.attempts > 0) return
    const now = this.#run.hand.ports.now()
    if (now < scheduled.at) this.broken.push('Begun before its time')
    if (now > scheduled.at + LATEST_BEGINNING) this.broken.push(`Begun ${now - scheduled.at} milliseconds after its time`)
    if (scheduled.begun) this.broken.push('Begun twice')
    scheduled.begun = true
    const worse = (step.reading?.findings ?? []).filter(({ key, status }) => status !== 'pass' && scheduled.found.get(key) !== status)
    if (worse.some(({ status, key }) => status === 'fail' || scheduled.found.get(key) !== 'fail'))
      this.broken.push(`Begun in spite of ${worse.map(({ key }) => key).join(', ')}`)
  }

  async settle(pick: number, how: How): Promise<string> {
    const { held } = this.hand
    const entry = held[pick % held.length]
    if (!entry) return 'nothing is held'
    const late = entry.isAbandoned() ? ', which nothing waits for any more' : ''
    await entry.settle(how)
    this.#see()
    return `${entry.what}${late}: ${how.end === 'fault' ? `${how.fault}, at call ${how.nth}` : how.end}`
  }

  /** Once other people have made changes, something can begin and end between two looks. */
  #see(): void {
    const { ports } = this.#run.hand
    const open = this.#opened(ports)
    if (!open || this.#byOthers === 0) return
    const environmentId = this.snapshot?.context.choices.environmentId
    this.#oracle.sees(open.practice.look((state) => truthOf(state, environmentId, ports.now())))
  }

  /** The effects that are waited for, longest first. */
  async settleNext(): Promise<string | undefined> {
    const pick = this.hand.held.findIndex((each) => !each.isAbandoned())
    return pick === -1 ? undefined : this.settle(pick, { end: 'truth' })
  }

  /** Another person makes one of the changes that are planned here. */
  async meddle(pick: number): Promise<string> {
    const { ports } = this.#run.hand
    const open = this.#opened(ports)
    const plan = this.snapshot?.children.step?.getSnapshot().context.reading?.plan ?? []
    const action = plan[pick % plan.length]
    if (!open || !action) return 'no other person does anything'
    this.#byOthers += 1
    // What was so until now may have begun, and been read, since the last look.
    this.#see()
    const before = open.practice.writes().length
    const made = await apply(action, open.services, () => open.clock.now(), new AbortController().signal)
    for (const write of open.practice.writes().slice(before)) this.#othersWrites.add(write)
    return `another person: ${action.kind}, ${made.ok ? 'done' : made.refusal.reason}`
  }

  advance(hours: number): void {
    this.#opened(this.#run.hand.ports)?.advance?.(hours * 3_600_000)
  }

  /** A person hands over a step, and the same file comes back. */
  async handOver(): Promise<string> {
    const { actor, recorder, hand } = this.#run
    const exchanging = { context: this.snapshot?.context, open: hand.ports.opened(), journal: recorder.current()?.journal, app: APP }
    let text = ''
    const save = async (file: { readonly content: string | Uint8Array }) => {
      text = String(file.content)
      return { ok: true, value: { savedAs: 'hand-over.json' } } as const
    }
    const given = await giveHandOver(exchanging, { purpose: 'ask', step: 'policy', note: '' }, save, async () => undefined)
    if (!given.ok) return english.text(given.why)
    const received = receiveHandOver(exchanging, { name: 'hand-over.json', text })
    if (!received.ok) return english.text(received.why)
    actor.send({ type: 'HAND_OVER_OPENED', opened: received.opened })
    return 'a hand-over was opened'
  }

  /** The process ends at this moment and is started again, on the engagement that is on the disk. */
  async restart(arrives: boolean, away = 0): Promise<string> {
    const { actor, recorder, hand } = this.#run
    await hand.cut(arrives)
    await quiet()
    const environmentId = this.snapshot?.context.choices.environmentId
    actor.stop()
    this.broken.push(...hand.broken)
    await recorder.end()
    this.#signedInTo.advance?.(away * 3_600_000)
    this.#run = this.#start()
    // What is still to come needs no second confirmation; what came meanwhile does.
    if (this.#scheduled && !this.#scheduled.begun && this.#signedInTo.clock.now() < this.#scheduled.at)
      this.#run.hand.confirmed = this.#scheduled.plan
    if (environmentId === undefined) return 'started again'
    const request = { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } as const
    this.#run.actor.send({ type: 'RESUME', request, environmentId, environment: environmentId })
    return 'started again from the record'
  }

  async stop(): Promise<void> {
    const { actor, recorder, hand } = this.#run
    actor.stop()
    this.broken.push(...hand.broken)
    await hand.cut(false)
    await recorder.end()
  }

  /** What is open, not what was opened last: an answer that comes too late opens nothing. */
  #opened(ports: Pick<OpenPorts, 'opened'>): PracticeOpen | undefined {
    return this.#made.get(ports.opened()?.services)
  }

  #tenant(scenario: string): PracticeOpen {
    const made = openPractice(scenario === AFTERWARDS_NAME ? AFTERWARDS : scenario, {
      ...leapingTime,
      random: seededRandom(scenario),
      linkDuration: 5 * 60_000,
    })
    this.#made.set(made.services, made)
    return made
  }

  #start(): Run {
    const real = createPorts(
      async (scenario) => this.#tenant(scenario),
      {
        signIn: async (request) => {
          const { practice: _, ...tenant } = this.#signedInTo.tenant
          return { ok: true, open: { ...this.#signedInTo, tenant, request } }
        },
        listTenants: async () => {
          const { tenantId, tenantName } = this.#signedInTo.tenant.account
          return {
            ok: true,
            tenants: [
              { id: tenantId, name: tenantName },
              { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734', domain: 'fabrikam.example' },
            ],
          }
        },
        signOut: async () => undefined,
      },
      () => START,
    )
    const hand = holding(real, () => this.#opened(real))
    const recorder = createRecorder({
      procedure: CUSTOMER_MANAGED_KEYS,
      listed: listedOf,
      ports: hand.ports,
      appVersion: APP.version,
      store: this.#store,
      changed: () => undefined,
    })
    hand.begins = () => this.#judgeBeginning()
    hand.accepted = (writes) => {
      const journal = recorder.current()?.journal
      this.#accepted.set(journal, [...(this.#accepted.get(journal) ?? []), ...writes])
    }
    const actor = createActor(createStartMachine(CUSTOMER_MANAGED_KEYS, { ...recorder.ports, openPractice: hand.ports.openPractice }))
    followStates(
      actor,
      () => {
        const open = tenantIn(actor.getSnapshot())
        if (open) recorder.follow(open.context)
      },
      (error) => void this.broken.push(`The machine stopped on a defect: ${error}`),
    )
    actor.start()
    return { actor, recorder, hand }
  }
}

/** Everything that is on its way in this process has had its turn. */
export const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn++) await new Promise<void>((resolve) => void setImmediate(resolve))
}
