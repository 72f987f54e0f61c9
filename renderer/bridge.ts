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

/** Main as the window knows it: calls that answer with a reply, never with a throw, and the last view. */
export interface Bridge {
  send(event: WizardEvent): Promise<Reply>
  /** A tenant may be opened in this way next. */
  loadAhead(way: WayIn): Promise<Reply>
  open(link: OpenLink): Promise<Reply>
  /** A draft to the users, in the person's mail app. */
  openMail(mail: CallInput<'mail:open'>): Promise<Reply>
  /** People of the tenant's directory. */
  /** Whether a new key vault can have a name, as Azure says. */
  checkVaultName(subscriptionId: string, name: string): Promise<CallReply<'vault-name:check'>>
  searchPeople(text: string): Promise<CallReply<'people:search'>>
  copy(text: string): Promise<Reply>
  /** The plan as a script. */
  writeScript(script: ScriptRequest): Promise<CallReply<'script:write'>>
  /** Main asks the person where to. @param file the name of one of the script's files */
  saveScript(script: ScriptRequest, file: string): Promise<CallReply<'script:save'>>
  /** Hands a client secret or a passphrase to main for the next sign-in alone. */
  holdSecret(secret: string): Promise<Reply>
  saveReport(request: ReportRequest): Promise<CallReply<'report:save'>>
  /** The copies of reports in the team's store. */
  listReports(): Promise<CallReply<'report:list'>>
  saveCopyOfReport(name: string): Promise<CallReply<'report:copy'>>
  /** The plan on screen for those who approve it. Main asks the person where to. */
  saveChangeRequest(asked: CallInput<'change-request:save'>): Promise<CallReply<'change-request:save'>>
  /** The dates as a calendar file, or an outage alone. Main asks the person where to. */
  saveCalendar(asked: CallInput<'calendar:save'>): Promise<CallReply<'calendar:save'>>
  /** Whose name and logo stand on reports. */
  readBrand(): Promise<CallReply<'brand:read'>>
  changeBrand(change: CallInput<'brand:change'>): Promise<CallReply<'brand:change'>>
  /** Main asks the person for a picture. */
  chooseLogo(): Promise<CallReply<'brand:choose-logo'>>
  /** What names are proposed by. */
  readTemplates(): Promise<CallReply<'templates:read'>>
  changeTemplates(templates: CallInput<'templates:change'>): Promise<CallReply<'templates:change'>>
  saveTemplates(): Promise<CallReply<'templates:save'>>
  openTemplates(): Promise<CallReply<'templates:open'>>
  /** @param hours of the practice tenant's time */
  advancePractice(hours: 1 | 24): Promise<Reply>
  /** Opens a practice case at a stage. @returns why it isn't there */
  startCase(scenario: string, at: CaseStage): Promise<Reply>
  /** Main asks the person for a file. @returns why it’s no recording */
  openRecording(): Promise<Reply>
  /** The exercises, and what of the one under way holds now. */
  readExercises(wanted: CallInput<'exercises:read'>): Promise<CallReply<'exercises:read'>>
  startExercise(name: string): Promise<Reply>
  /** Main asks the person for a file. @returns why it’s no exercise */
  openExercise(): Promise<Reply>
  /** Main asks the person where to. */
  saveClassSheet(): Promise<CallReply<'exercises:sheet'>>
  /** Opens the trainer's window for a practice case. */
  present(scenario: string): Promise<Reply>
  /** @param id as the view gives it */
  openEngagement(id: string): Promise<Reply>
  removeEngagement(id: string): Promise<Reply>
  takeOver(): Promise<Reply>
  /** Keeps the name and the groups of a customer. */
  changeCustomer(customer: CallInput<'customers:change'>): Promise<Reply>
  /** Main asks the person where to. */
  saveCustomers(): Promise<CallReply<'customers:save'>>
  /** Main asks the person for a file; what it says comes with the next view. */
  openCustomers(): Promise<Reply>
  /** Checks environments of the list: reads only. */
  checkMany(ids: readonly string[]): Promise<Reply>
  controlCheck(wanted: CallInput<'check:control'>['wanted']): Promise<Reply>
  /** How far it is, and what it found. */
  readCheck(): Promise<CallReply<'check:read'>>
  /** Proposes one environment's choices for others; keeps the proposals where it is asked to. */
  applyChoices(wanted: CallInput<'choices:apply'>): Promise<CallReply<'choices:apply'>>
  /** Rows of the list as a file. Main asks the person where to. */
  saveBoard(request: CallInput<'board:save'>): Promise<CallReply<'board:save'>>
  /** Main asks the person where to. */
  handOver(wanted: CallInput<'hand-over:save'>): Promise<CallReply<'hand-over:save'>>
  /** Main asks the person for a file; what it says comes with the next view. */
  openHandOver(): Promise<Reply>
  /** For now and for every later start; the next view shows it. @returns why it could not be saved */
  changeSettings(change: SettingsChange): Promise<Reply>
  /** The team's store, tested now. */
  readTeam(): Promise<CallReply<'team:read'>>
  /** The browser opens for the sign-in. */
  connectTeam(wanted: CallInput<'team:connect'>): Promise<CallReply<'team:connect'>>
  repairTeam(): Promise<CallReply<'team:repair'>>
  leaveTeam(): Promise<CallReply<'team:leave'>>
  moveRecords(to: 'store' | 'computer'): Promise<CallReply<'team:move'>>
  /** What comes of it is in the next views. */
  actOnUpdate(act: UpdateAct): Promise<Reply>
  /** What can be removed of what the wizard created. Reads only. */
  readRemoval(): Promise<CallReply<'removal:read'>>
  /** Main asks the person where to. */
  saveRemoval(): Promise<CallReply<'removal:save'>>
  /** What the open tenant answers, compared with what the wizard expects. */
  makeFirstContact(): Promise<CallReply<'first-contact:make'>>
  /** Main asks the person where to. */
  saveFirstContact(): Promise<CallReply<'first-contact:save'>>
  readAbout(): Promise<CallReply<'about:read'>>
  readLicenses(): Promise<CallReply<'licenses:read'>>
  readDiagnostics(): Promise<CallReply<'diagnostics:read'>>
  /** @param profile of the other window */
  openWindow(profile: string): Promise<Reply>
  closeWindow(): Promise<Reply>
  report(mark: 'firstPageInteractive' | 'firstStepInteractive'): Promise<Reply>
  /** The last view that arrived. */
  current(): Arrival
  subscribe(listener: () => void): () => void
  /** Calls back when the menu asks for something to be shown. @returns ends that */
  onCommand(listener: (command: Command) => void): () => void
}

/** A view with the moment it arrived, so that the engagement's clock can be read between two views. */
export interface Arrival {
  readonly view?: WizardView
  /** `performance.now()` at arrival. */
  readonly at: number
  /** Why main gave no view; the last one stays. */
  readonly refused?: string
}

/**
 * Derives the window's side from the contract: every reply is parsed; a view is main's own, typed from the same source.
 * @param text formats what the bridge itself has to say, in the language of now
 * @param now milliseconds on a clock that only runs forward
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
  // Subscribed before the first view is asked for: nothing that changes in between is missed.
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
