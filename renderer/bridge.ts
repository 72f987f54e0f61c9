import type { CallName, Command, RawBridge, WayIn } from '../ipc/channels.ts'
import {
  type CallInput,
  type CallReply,
  command,
  type OpenLink,
  REPLIES,
  type Reply,
  type ReportRequest,
  type ScriptRequest,
} from '../ipc/contract.ts'
import type { CaseStage } from '../machines/engine/wizard/case-stages.ts'
import type { WizardEvent } from '../machines/engine/wizard/events.ts'
import type { UpdateAct } from '../machines/updates/update.ts'
import type { Formatter } from '../messages/formatter.ts'
import type { SettingsChange } from '../messages/settings.ts'
import type { WizardView } from '../messages/view.ts'
import { everyPage } from './messages/every-page.ts'

type Refused = Extract<Reply, { ok: false }>

/** The main process as the window sees it: calls that resolve to a reply and never throw, and the last view. */
export interface Bridge {
  send(event: WizardEvent): Promise<Reply>
  /** Loads code ahead, because a tenant may be opened this way next. */
  loadAhead(way: WayIn): Promise<Reply>
  open(link: OpenLink): Promise<Reply>
  openMail(mail: CallInput<'mail:open'>): Promise<Reply>
  checkVaultName(subscriptionId: string, name: string): Promise<CallReply<'vault-name:check'>>
  searchPeople(text: string): Promise<CallReply<'people:search'>>
  copy(text: string): Promise<Reply>
  writeScript(script: ScriptRequest): Promise<CallReply<'script:write'>>
  /** @param file the name of one of the script's files */
  saveScript(script: ScriptRequest, file: string): Promise<CallReply<'script:save'>>
  holdSecret(secret: string): Promise<Reply>
  saveReport(request: ReportRequest): Promise<CallReply<'report:save'>>
  listReports(): Promise<CallReply<'report:list'>>
  saveCopyOfReport(name: string): Promise<CallReply<'report:copy'>>
  saveChangeRequest(asked: CallInput<'change-request:save'>): Promise<CallReply<'change-request:save'>>
  saveCalendar(asked: CallInput<'calendar:save'>): Promise<CallReply<'calendar:save'>>
  readBrand(): Promise<CallReply<'brand:read'>>
  changeBrand(change: CallInput<'brand:change'>): Promise<CallReply<'brand:change'>>
  chooseLogo(): Promise<CallReply<'brand:choose-logo'>>
  readTemplates(): Promise<CallReply<'templates:read'>>
  changeTemplates(templates: CallInput<'templates:change'>): Promise<CallReply<'templates:change'>>
  saveTemplates(): Promise<CallReply<'templates:save'>>
  openTemplates(): Promise<CallReply<'templates:open'>>
  /** @param hours in the practice tenant's time */
  advancePractice(hours: 1 | 24): Promise<Reply>
  /** @returns why it can't be opened */
  startCase(scenario: string, at: CaseStage): Promise<Reply>
  /** @returns why the file isn't a recording */
  openRecording(): Promise<Reply>
  readExercises(wanted: CallInput<'exercises:read'>): Promise<CallReply<'exercises:read'>>
  startExercise(name: string): Promise<Reply>
  /** @returns why the file isn't an exercise */
  openExercise(): Promise<Reply>
  saveClassSheet(): Promise<CallReply<'exercises:sheet'>>
  present(scenario: string): Promise<Reply>
  openEngagement(id: string): Promise<Reply>
  removeEngagement(id: string): Promise<Reply>
  takeOver(): Promise<Reply>
  changeCustomer(customer: CallInput<'customers:change'>): Promise<Reply>
  saveCustomers(): Promise<CallReply<'customers:save'>>
  openCustomers(): Promise<Reply>
  checkMany(ids: readonly string[]): Promise<Reply>
  controlCheck(wanted: CallInput<'check:control'>['wanted']): Promise<Reply>
  readCheck(): Promise<CallReply<'check:read'>>
  /** Proposes one environment's choices for others, and saves the proposals if requested. */
  applyChoices(wanted: CallInput<'choices:apply'>): Promise<CallReply<'choices:apply'>>
  saveBoard(request: CallInput<'board:save'>): Promise<CallReply<'board:save'>>
  handOver(wanted: CallInput<'hand-over:save'>): Promise<CallReply<'hand-over:save'>>
  openHandOver(): Promise<Reply>
  /** Saves a change for this session and later ones. @returns why it couldn't be saved */
  changeSettings(change: SettingsChange): Promise<Reply>
  readTeam(): Promise<CallReply<'team:read'>>
  connectTeam(wanted: CallInput<'team:connect'>): Promise<CallReply<'team:connect'>>
  repairTeam(): Promise<CallReply<'team:repair'>>
  leaveTeam(): Promise<CallReply<'team:leave'>>
  moveRecords(to: 'store' | 'computer'): Promise<CallReply<'team:move'>>
  actOnUpdate(act: UpdateAct): Promise<Reply>
  readRemoval(): Promise<CallReply<'removal:read'>>
  saveRemoval(): Promise<CallReply<'removal:save'>>
  makeFirstContact(): Promise<CallReply<'first-contact:make'>>
  saveFirstContact(): Promise<CallReply<'first-contact:save'>>
  readAbout(): Promise<CallReply<'about:read'>>
  readLicenses(): Promise<CallReply<'licenses:read'>>
  readDiagnostics(): Promise<CallReply<'diagnostics:read'>>
  openWindow(profile: string): Promise<Reply>
  closeWindow(): Promise<Reply>
  report(mark: 'firstPageInteractive' | 'firstStepInteractive'): Promise<Reply>
  current(): Arrival
  subscribe(listener: () => void): () => void
  /** Calls back for each command from the menu. @returns unsubscribe */
  onCommand(listener: (command: Command) => void): () => void
}

/** A view with its arrival time, so that the engagement's clock can be computed between two views. */
export interface Arrival {
  readonly view?: WizardView
  readonly at: number
  /** Why the main process sent no view; the last one stays. */
  readonly refused?: string
}

/**
 * Builds the window's side from the contract. Every reply is parsed; views come from the same source and are only typed.
 * @param text formats the bridge's own messages in the current language
 * @param now milliseconds on a monotonic clock
 */
export function createBridge(raw: RawBridge, text: () => Formatter['text'], now: () => number = () => performance.now()): Bridge {
  const listeners = new Set<() => void>()
  let current: Arrival = { at: now() }

  const arrive = (arrival: Arrival): void => {
    current = arrival
    for (const listener of listeners) listener()
  }
  const receive = (view: WizardView): void => {
    if (current.view === undefined || view.revision >= current.view.revision) arrive({ view, at: now() })
  }
  const refuse = (why: string): void => arrive({ ...current, refused: why })
  // Subscribes before asking for the first view, so that no change is missed.
  raw.onView(receive)
  raw.getView().then(
    (answer) => ('ok' in answer ? refuse(answer.why) : receive(answer)),
    (error: unknown) => refuse(String(error)),
  )

  const call = async <Name extends CallName>(name: Name, argument: CallInput<Name>): Promise<CallReply<Name> | Refused> => {
    try {
      const parsed = REPLIES[name].safeParse(await raw.call(name, argument))
      return parsed.success ? (parsed.data as CallReply<Name>) : { ok: false, why: text()(everyPage.bridge.unknownAnswer) }
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    send: (event) => call('wizard:send', event),
    loadAhead: (way) => call('tenant:load-ahead', { way }),
    open: (link) => call('links:open', link),
    openMail: (mail) => call('mail:open', mail),
    checkVaultName: (subscriptionId, name) => call('vault-name:check', { subscriptionId, name }),
    searchPeople: (text) => call('people:search', { text }),
    copy: (text) => call('clipboard:write', { text }),
    writeScript: (script) => call('script:write', script),
    saveScript: (script, file) => call('script:save', { script, file }),
    holdSecret: (secret) => call('identity:hold-secret', { secret }),
    saveReport: (request) => call('report:save', request),
    listReports: () => call('report:list', {}),
    saveCopyOfReport: (name) => call('report:copy', { name }),
    readBrand: () => call('brand:read', {}),
    changeBrand: (change) => call('brand:change', change),
    chooseLogo: () => call('brand:choose-logo', {}),
    readTemplates: () => call('templates:read', {}),
    changeTemplates: (templates) => call('templates:change', templates),
    saveTemplates: () => call('templates:save', {}),
    openTemplates: () => call('templates:open', {}),
    saveChangeRequest: (asked) => call('change-request:save', asked),
    saveCalendar: (asked) => call('calendar:save', asked),
    advancePractice: (hours) => call('practice:advance', { hours }),
    startCase: (scenario, at) => call('practice:start', { scenario, at }),
    openRecording: () => call('recording:open', {}),
    readExercises: (wanted) => call('exercises:read', wanted),
    startExercise: (name) => call('exercises:start', { name }),
    openExercise: () => call('exercises:open', {}),
    saveClassSheet: () => call('exercises:sheet', {}),
    present: (scenario) => call('presenter:open', { scenario }),
    openEngagement: (id) => call('engagements:open', { id }),
    removeEngagement: (id) => call('engagements:remove', { id }),
    takeOver: () => call('engagements:take-over', {}),
    changeCustomer: (customer) => call('customers:change', customer),
    saveCustomers: () => call('customers:save', {}),
    openCustomers: () => call('customers:open', {}),
    checkMany: (ids) => call('check:start', { ids }),
    controlCheck: (wanted) => call('check:control', { wanted }),
    readCheck: () => call('check:read', {}),
    applyChoices: (wanted) => call('choices:apply', wanted),
    saveBoard: (request) => call('board:save', request),
    handOver: (wanted) => call('hand-over:save', wanted),
    openHandOver: () => call('hand-over:open', {}),
    changeSettings: (change) => call('settings:change', change),
    readTeam: () => call('team:read', {}),
    connectTeam: (wanted) => call('team:connect', wanted),
    repairTeam: () => call('team:repair', {}),
    leaveTeam: () => call('team:leave', {}),
    moveRecords: (to) => call('team:move', { to }),
    actOnUpdate: (act) => call('updates:act', { act }),
    readRemoval: () => call('removal:read', {}),
    saveRemoval: () => call('removal:save', {}),
    makeFirstContact: () => call('first-contact:make', {}),
    saveFirstContact: () => call('first-contact:save', {}),
    readAbout: () => call('about:read', {}),
    readLicenses: () => call('licenses:read', {}),
    readDiagnostics: () => call('diagnostics:read', {}),
    openWindow: (profile) => call('window:open', { profile }),
    closeWindow: () => call('window:close', {}),
    report: (mark) => call('marks:report', { mark }),
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onCommand: (listener) =>
      raw.onCommand((pushed) => {
        const parsed = command.safeParse(pushed)
        if (parsed.success) listener(parsed.data)
      }),
  }
}
