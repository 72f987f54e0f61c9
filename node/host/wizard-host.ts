import { createActor, type InspectionEvent } from 'xstate'
import type { CallArgument, CallReply, FoundPeople, Reply, ReportRequest, ScriptRequest, Written } from '#contract/contract.ts'
import type { ApplyChoices } from '#contract/pilot.ts'
import { PRODUCT } from '#contract/window-title.ts'
import { defined } from '#machines/defined.ts'
import { actionKey } from '#machines/engine/action.ts'
import { HOUR } from '#machines/engine/durations.ts'
import type { HandingOver } from '#machines/engine/handoff/make.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import { startProblem } from '#machines/engine/step/maintenance-window.ts'
import { changeRequestOf } from '#machines/engine/wizard/change-request.ts'
import { confirmedBy } from '#machines/engine/wizard/confirming.ts'
import { recordIn, type WizardContext } from '#machines/engine/wizard/context.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import type { OwnView, ViewWith } from '#machines/engine/wizard/presentation.ts'
import { createStartMachine, followStates, isBehindStart, showsStart, tenantIn } from '#machines/engine/wizard/start.ts'
import { type Surroundings, toView } from '#machines/engine/wizard/to-view.ts'
import { isWriting, scheduledStart, underwayIn, unstartedIn, wayToUnderway } from '#machines/engine/wizard/underway.ts'
import type { RecordView } from '#machines/engine/wizard/view.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sameText } from '#machines/messages/same-text.ts'
import { english } from '#messages/english.ts'
import type { Formatter } from '#messages/formatter.ts'
import { refusalIn } from '#messages/refusal.ts'
import type { Spoken, SpokenView } from '#messages/view.ts'
import { version } from '../../package.json'
import type { BrandFile } from '../records/brand/brand.ts'
import type { CustomersFile, KeptCustomers } from '../records/customers/customers-file.ts'
import { NEVER_READ } from '../records/engagement/engagement.ts'
import type { Journal } from '../records/engagement/journal/journal.ts'
import type { RecordState } from '../records/engagement/record.ts'
import { createRecorder, type Recorder } from '../records/engagement/recorder.ts'
import type { EngagementStore, Listed } from '../records/engagement/store.ts'
import { createKnownSchedules, type KnownSchedules } from '../records/evidence/known-schedules.ts'
import type { Exchanging } from '../records/handoff/exchange.ts'
import type { PickedFile } from '../records/open-file.ts'
import type { ProposalsFile } from '../records/pilot/proposals-file.ts'
import type { FileToSave, SaveFileOutcome } from '../records/save-file.ts'
import { applyChoicesTo, type Proposing } from './apply-choices.ts'
import { Board, idOf } from './board.ts'
import { type BoardCalls, boardCalls } from './board-calls.ts'
import type { CheckMany } from './check-many.ts'
import { messages } from './messages.ts'
import type { Opened, OpenPorts, Product } from './product.ts'
import { createReportCopies, type ReportCopies } from './report-copies.ts'
import { scriptPlan } from './script-plan.ts'
import { createShowOnce } from './show-once.ts'

/** The machine in the main process, for one window. */
export interface WizardHost<Own extends OwnView> extends BoardCalls {
  view(): SpokenView<Own>
  text(text: DisplayText): string
  formatter(): Formatter
  /** Changes the language, starting with the current view. */
  speak(formatter: Formatter): void
  /** Events that the current state doesn't accept are ignored. */
  send(event: WizardEvent): void
  subscribe(listener: (view: SpokenView<Own>) => void): () => void
  /** Held by the sign-in service until the next sign-in; never reaches the machine. */
  holdSecret(secret: string): void
  /** Plan of the current step or of all. Changes nothing. */
  writeScript(request: ScriptRequest): Promise<Written>
  searchPeople(text: string): Promise<FoundPeople>
  /** Azure's verdict on a new vault's name. Changes nothing. */
  checkVaultName(asked: CallArgument<'vault-name:check'>): Promise<CallReply<'vault-name:check'>>
  /** Compares the tenant's answers with known ones. Changes nothing. @returns why it can't */
  firstContact(): Promise<CallReply<'first-contact:make'>>
  /** The structure of the answers, as shown; undefined before. */
  firstContactFile(): FileToSave | undefined
  /** Removable resources. Changes nothing. @returns why they can't be read */
  removal(): Promise<CallReply<'removal:read'>>
  removalFile(): FileToSave | undefined
  /** @param hours of the engagement's time; ignored outside practice */
  advancePractice(hours: number): void
  /** Address of a link ID; uses nothing from the window. */
  addressOf(link: string): string
  /** The current record; undefined before a choice. */
  engagement(): ReturnType<Recorder['current']>
  /** Signs in for the engagement and restores it. @returns why it can't */
  openEngagement(id: string): Promise<Reply>
  /** Removes from the list; keeps the folder. */
  removeEngagement(id: string): Promise<void>
  /** Proposes a pilot's choices for listed environments. @returns results, or why not */
  applyChoices(wanted: ApplyChoices): Promise<CallReply<'choices:apply'>>
  listAgain(): Promise<void>
  /** Takes over an engagement from another wizard, on request. */
  takeOver(): Promise<void>
  /** @param save asks for a place and writes */
  handOver(wanted: HandingOver, save: (file: FileToSave) => Promise<SaveFileOutcome>): Promise<CallReply<'hand-over:save'>>
  /** Shows a handoff for the open environment. @returns why it is refused */
  openHandOver(picked: PickedFile): Promise<Reply>
  /** The journal as a report; undefined without one. @param print makes a PDF of a page */
  report(request: ReportRequest, print: (html: string) => Promise<Uint8Array>): Promise<FileToSave | undefined>
  /** The plan for approvers; undefined without downtime. @returns why the chosen start is invalid */
  changeRequest(
    asked: CallArgument<'change-request:save'>,
    print: (html: string) => Promise<Uint8Array>,
  ): Promise<{ readonly ok: true; readonly file: FileToSave } | { readonly ok: false; readonly why: string } | undefined>
  readonly reportCopies: ReportCopies
  /** Dates of the open environment, or one outage for users; undefined without dates. */
  calendar(asked: CallArgument<'calendar:save'>): Promise<FileToSave | undefined>
  /** Confirmed work in a real tenant is running. Practice ends with its window. */
  underway(): boolean
  followUnderway(): void
  /** Polls at once, unless nothing waits or a poll is running. */
  pollNow(): void
  isWriting(): boolean
  /** Changes of a run that would stay undone if it ended now. */
  unstarted(): number
  /** Next scheduled start while this runs, if any. In milliseconds since 1970-01-01T00:00:00Z. */
  scheduled(): number | undefined
  /** Resolves when the record is written and its lock released. */
  stop(): Promise<void>
}

export interface WizardHostOptions<Open extends Opened> {
  readonly ports: OpenPorts<Open>
  readonly holdSecret: (secret: string) => void
  readonly clouds?: Surroundings['clouds']
  readonly customCloud?: Surroundings['customCloud']
  readonly scenarios: Surroundings['scenarios']
  /** Absent: nothing is stored. */
  readonly store?: EngagementStore
  readonly customers?: CustomersFile
  readonly brand?: BrandFile
  readonly proposals?: ProposalsFile
  /** Absent: the procedure has none. */
  readonly proposing?: Proposing
  /** Batch checks; absent without a sign-in. @param ended lists again */
  readonly checkMany?: (ended: () => void) => CheckMany
  readonly begun?: Begun
  readonly inspect?: (event: InspectionEvent) => void
  /** Absent: English. */
  readonly formatter?: Formatter
}

export interface Begun {
  readonly revision: number
  readonly listed?: readonly Listed[]
  readonly kept?: KeptCustomers
}

// Handoff files: loaded on demand.
const exchange = () => import('../records/handoff/exchange.ts')

export function createWizardHost<Own extends OwnView, Open extends Opened>(
  product: Product<Own, Open>,
  options: WizardHostOptions<Open>,
): WizardHost<Own> {
  const { procedure } = product
  const { scenarios, clouds = [], customCloud, store, begun } = options
  let formatter = options.formatter ?? english
  const recorder = createRecorder({
    procedure,
    listed: product.listed,
    ports: options.ports,
    appVersion: version,
    changed: () => show(),
    ...defined({ store }),
  })
  const { ports } = recorder
  const actor = createActor(createStartMachine(procedure, ports), defined({ inspect: options.inspect }))
  /** After a defect of its machine, the tenant stays as it was last: it is open, and a write may be under way. */
  let last: WizardSnapshot | undefined
  /** The open tenant's; undefined on the start page. */
  function snapshotNow(): WizardSnapshot | undefined {
    const now = actor.getSnapshot()
    return now.status === 'active' ? tenantIn(now) : last
  }
  const contextNow = () => snapshotNow()?.context
  const isStartShown = () => showsStart(actor.getSnapshot())
  /** What is open behind the start page, as recorded last. */
  const openBehind = () => (isBehindStart(actor.getSnapshot()) ? recorder.current()?.engagement : undefined)
  const listeners = new Set<(view: SpokenView<Own>) => void>()
  let revision = begun?.revision ?? 0
  let announcementId = 0
  let lastSaid: DisplayText = verbatim('')
  const board = new Board({
    listedAs: product.listedAs,
    store,
    customers: options.customers,
    begun,
    procedure,
    before: {
      appVersion: version,
      reached: procedure.steps[0]?.id ?? '',
      steps: Object.fromEntries(stepIds(procedure).map((id) => [id, NEVER_READ])),
    },
    release: async () => {
      if (!snapshotNow()) await recorder.end()
    },
    changed: () => show(),
  })
  const checks = options.checkMany?.(() => {
    // Hidden lists are refreshed afterwards.
    if (isStartShown()) void board.again()
  })
  const schedules = createKnownSchedules(procedure, () => {
    if (snapshotNow()?.matches('evidence')) show()
  })
  let view = draw()

  function draw(): SpokenView<Own> {
    revision += 1
    const around = {
      revision,
      now: ports.now(),
      scenarios,
      clouds,
      announcementId,
      addressOf: product.addressesIn(contextNow(), ports.opened()),
      ...defined({ customCloud }),
      record: recordView(recorder.state()),
      ...journalState(recorder.current()?.journal, schedules),
      ...board.shown(openBehind()),
    }
    const shown = toView(actor.getSnapshot(), around, product.presentation)
    // Compares messages, so that a language change is no news.
    if (!sameText(shown.announcement.text, lastSaid)) announcementId += 1
    lastSaid = shown.announcement.text
    const spoken: ViewWith<Own> & Spoken = { ...shown, announcement: { id: announcementId, text: lastSaid }, language: formatter.locale }
    return formatter.all(spoken)
  }

  const showing = createShowOnce(() => show())

  let isShowing = false
  function show(): void {
    if (actor.getSnapshot().status === 'active') view = draw()
    const wasShowing = isShowing
    isShowing = true
    for (const listener of listeners) listener(view)
    isShowing = wasShowing
  }

  let recorded: string | undefined

  let removing: string | undefined

  /** Statements are recorded once accepted. */
  function send(event: WizardEvent): void {
    const before = snapshotNow()
    if (event.type === 'ANSWER_DRIFT' && before?.can(event)) recorder.answered(before.context, event.answer)
    // A step's event often causes two snapshots, of which only the last is needed.
    showing.during(() => actor.send(event))
    const after = contextNow()
    const confirmed = before && after && confirmedBy(event, before, after)
    if (confirmed) recorder.confirmed(before.context, confirmed.of, confirmed.said)
  }

  const exchanging = (): Exchanging => ({
    context: contextNow(),
    open: ports.opened(),
    journal: recorder.current()?.journal,
    app: { name: PRODUCT, version },
  })

  async function madeNow({ text }: Formatter) {
    const madeBy = ports.opened()?.services.account.userName ?? text(messages.signedOut)
    const brand = await options.brand?.read()
    return { madeAt: ports.now(), madeBy, app: { name: PRODUCT, version }, ...defined({ brand }) }
  }

  /** Rows may come from a list shown before. */
  const listFirst = async (): Promise<void> => {
    if (isStartShown()) await board.list()
  }

  function keepDirectory(context: WizardContext): void {
    const open = ports.opened()
    const read = product.directoryIn?.(context)
    if (open && read) board.keepDirectory(open, read)
  }

  function follow(): void {
    const snapshot = snapshotNow()
    last = snapshot
    if (snapshot) {
      recorder.follow(snapshot.context)
      keepDirectory(snapshot.context)
      // The evidence page includes schedules of earlier runs.
      if (snapshot.matches('evidence')) schedules.follow(recorder.current()?.journal)
    }
    if (isStartShown()) void board.list()
    else if (snapshot) board.forget()
    showing.changed()
  }

  // The machine must never fail; a defect is logged, not swallowed.
  followStates(actor, follow, (error) => console.error('The wizard’s machine stopped on a defect:', error))
  actor.start()

  return {
    view: () => view,
    text: (text) => formatter.text(text),
    formatter: () => formatter,
    speak(next) {
      formatter = next
      show()
    },
    send,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    holdSecret: options.holdSecret,
    async writeScript({ language, of, action }) {
      const [open, snapshot] = [ports.opened(), snapshotNow()]
      if (!open || !snapshot) return { kind: 'nothing-planned' }
      const { plan, leftOut } = await scriptPlan(procedure, ports, snapshot, of)
      const planned = plan.filter((each) => action === undefined || actionKey(each) === action)
      return product.writeScript(open, planned, language, leftOut)
    },
    async searchPeople(text) {
      const open = ports.opened()
      return open && product.searchPeople ? formatter.all(await product.searchPeople(open, text)) : { kind: 'people', people: [] }
    },
    async checkVaultName(asked) {
      const open = ports.opened()
      if (!open || !product.checkVaultName) return { ok: false, why: formatter.text(messages.noTenantToRead) }
      return { ok: true, value: formatter.all(await product.checkVaultName(open, asked)) }
    },
    async firstContact() {
      const [open, context] = [ports.opened(), contextNow()]
      if (!open || !context || !product.firstContact) return { ok: false, why: formatter.text(messages.noTenantOpen) }
      const value = formatter.all(await product.firstContact(open, context))
      recorded = value.file
      return { ok: true, value }
    },
    firstContactFile: () => (recorded === undefined ? undefined : { name: 'cmk-wizard-recording.json', content: recorded }),
    async removal() {
      const [open, context] = [ports.opened(), contextNow()]
      if (!open || !context || !product.removal) return { ok: false, why: formatter.text(messages.noTenantToRead) }
      const value = formatter.all(await product.removal(open, context))
      removing = value.script
      return { ok: true, value }
    },
    removalFile: () => (removing === undefined ? undefined : { name: 'remove-cmk.sh', content: removing }),
    advancePractice(hours) {
      const context = contextNow()
      const start = context && scheduledStart(context)
      // Never past a start, which would be missed.
      const left = start === undefined ? Number.POSITIVE_INFINITY : Math.max(0, start - ports.now())
      const advance = ports.opened()?.advance
      if (advance === undefined) return
      advance(Math.min(hours * HOUR, left))
      // Even if nothing waited, the clock moved by an hour or a day. Requests during showing get the next view.
      if (!isShowing) show()
    },
    addressOf: (link) => product.addressesIn(contextNow(), ports.opened())(link),
    engagement: () => recorder.current(),
    async openEngagement(id) {
      await listFirst()
      const found = board.find(id)
      if (!found?.ok) return { ok: false, why: formatter.text(found?.why ?? messages.notListed) }
      const behind = openBehind()
      if (behind && idOf(behind) === id) {
        actor.send({ type: 'RETURN' })
        return { ok: true }
      }
      if (view.staying !== undefined && isStartShown()) return { ok: false, why: view.staying }
      const { signIn: request, environment } = found.engagement
      if (!request) return { ok: false, why: formatter.text(messages.signInUnknown) }
      actor.send({ type: 'RESUME', request, environmentId: environment.id, environment: environment.displayName ?? environment.id })
      return { ok: true }
    },
    async removeEngagement(id) {
      const behind = openBehind()
      // A run that continues would have no record.
      if (!behind || idOf(behind) !== id) await board.remove(id)
    },
    ...boardCalls({ board, checks, listFirst, shown: () => view.start?.engagements ?? [], now: ports.now, formatter: () => formatter }),
    async applyChoices(wanted) {
      const { proposals, proposing } = options
      if (!proposals || !proposing) return { ok: false, why: formatter.text(messages.noChoices) }
      await listFirst()
      const said = formatter.all(await applyChoicesTo(wanted, { board, proposing, proposals }))
      return said.ok ? { ok: true, value: { protections: said.protections, rows: said.rows } } : said
    },
    listAgain: () => board.refresh(),
    reportCopies: createReportCopies(store, () => (contextNow()?.tenant.practice ? undefined : recorder.current()?.engagement)),
    async report({ format, language = formatter.locale }, print) {
      const current = recorder.current()
      if (!current) return undefined
      // Report code: loaded with the first report.
      const [{ reportFile }, { reportFormatter }] = await Promise.all([
        import('../records/evidence/report-file.ts'),
        import('#messages/report.ts'),
      ])
      const spoken = await reportFormatter(language)
      return reportFile(procedure, format, await current.journal.lines(), await madeNow(spoken), print, spoken)
    },
    async changeRequest({ format, start, language = formatter.locale }, print) {
      const snapshot = snapshotNow()
      if (!snapshot) return undefined
      const { context } = snapshot
      const id = context.running
      const request = id === undefined ? undefined : changeRequestOf(context, id, start, product.presentation.requested?.(context, id))
      if (id === undefined || request === undefined) return undefined
      // A schedule was validated when set and is shown.
      if (start && recordIn(context, id).schedule === undefined) {
        const { from, timeZone } = start
        const wrong = startProblem({ from, to: from + request.needed, timeZone }, ports.now())
        if (wrong) return { ok: false, why: formatter.text(wrong) }
      }
      const [{ changeRequestFile }, { reportFormatter }] = await Promise.all([
        import('../records/evidence/change-request.ts'),
        import('#messages/report.ts'),
      ])
      const spoken = await reportFormatter(language)
      return { ok: true, file: await changeRequestFile(procedure, format, request, await madeNow(spoken), print, spoken) }
    },
    async calendar({ outage, event }) {
      const context = contextNow()
      if (!context) return undefined
      const { presentation } = product
      const isPractice = view.practice !== undefined
      const dates = outage ? [presentation.outage?.(context, outage) ?? []].flat() : (presentation.calendar?.(context, ports.now()) ?? [])
      const events = event === undefined ? dates : dates.filter(({ key }) => key === event)
      if (events.length === 0) return undefined
      // Calendar library: loaded with the first file.
      const [{ calendarFile, calendarName, outageName }, { mainFormatter }] = await Promise.all([
        import('../records/calendar/calendar-file.ts'),
        import('#messages/main.ts'),
      ])
      const made = { app: PRODUCT, version, at: ports.now() }
      if (outage) {
        const { timeZone, start, isCanceled = false, language } = outage
        const spoken = (language === undefined ? formatter : await mainFormatter(language)).inZone(timeZone)
        return calendarFile(events, { ...made, timeZone, name: outageName(start, timeZone, isCanceled, isPractice) }, spoken)
      }
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
      return calendarFile(events, { ...made, timeZone, name: calendarName(procedure, view.who?.environment, isPractice) }, formatter)
    },
    underway: () => {
      const context = contextNow()
      return context !== undefined && !context.tenant.practice && underwayIn(context) !== undefined
    },
    followUnderway() {
      const context = contextNow()
      for (const event of context ? wayToUnderway(context) : []) actor.send(event)
    },
    pollNow() {
      // Waits only: a retry keeps its requested pause.
      if (view.step?.phase === 'waiting' || view.step?.schedule !== undefined) actor.send({ type: 'POLL_NOW' })
    },
    scheduled: () => {
      const context = contextNow()
      return context && !context.tenant.practice ? scheduledStart(context) : undefined
    },
    unstarted: () => {
      const context = contextNow()
      return context === undefined ? 0 : unstartedIn(context)
    },
    isWriting: () => {
      const context = contextNow()
      return context !== undefined && isWriting(context)
    },
    takeOver() {
      // One that was set meanwhile couldn't start. `takenUp` ends one that is on record.
      if (recorder.state().held) send({ type: 'CANCEL_SCHEDULE' })
      return recorder.takeOver()
    },
    async handOver(wanted, save) {
      const { giveHandOver } = await exchange()
      return refusalIn(formatter, await giveHandOver(exchanging(), wanted, save, (content) => recorder.handedOver(content)))
    },
    async openHandOver(picked) {
      const { receiveHandOver } = await exchange()
      const received = receiveHandOver(exchanging(), picked)
      if (!received.ok) return refusalIn(formatter, received)
      actor.send({ type: 'HAND_OVER_OPENED', opened: received.opened })
      return { ok: true }
    },
    async stop() {
      actor.stop()
      await recorder.end()
    },
  }
}

function journalState(journal: Journal | undefined, schedules: KnownSchedules): Pick<Surroundings, 'journal'> {
  const last = journal?.last()
  if (!last) return {}
  return { journal: { lines: last.sequence, head: last.hash, at: last.at, ...defined({ schedules: schedules.of(journal) }) } }
}

/** Holder of an engagement, without the lock's name. */
function recordView({ held, problem }: RecordState): RecordView {
  const holder = held?.holder
  const by = holder ? { user: holder.user, host: holder.host, processId: holder.processId, since: holder.since } : {}
  return { ...(held ? { held: { state: held.state, ...by } } : {}), ...defined({ problem }) }
}
