import type { Account } from '../../machines/engine/account.ts'
import { type Action, actionKey, describeAction, knowsAction, type Pending, type Receipt } from '../../machines/engine/action.ts'
import type { Refusal } from '../../machines/engine/answer.ts'
import { stepIds } from '../../machines/engine/procedure.ts'
import type { Exchange } from '../../machines/engine/step/evidence.ts'
import type { SequenceId } from '../../machines/engine/step/finding.ts'
import { sentChange } from '../../machines/engine/step/outcome.ts'
import type { Poll } from '../../machines/engine/step/poll.ts'
import type { Tenant } from '../../machines/engine/step/ports.ts'
import { isSent } from '../../machines/engine/step/problems.ts'
import type { SentChange } from '../../machines/engine/step/sent.ts'
import { initialContext, recordIn, type WizardContext, withRecord } from '../../machines/engine/wizard/context.ts'
import type { Remembered } from '../../machines/engine/wizard/remembered.ts'
import type { Said } from '../../machines/engine/wizard/said.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { present } from '../../machines/present.ts'
import type { SignInRequest } from '../../machines/sign-in/sign-in.ts'
import { diskWords } from './disk-words.ts'
import { type Engagement, NEVER_READ, type newEngagement } from './engagement.ts'
import { type ContentOf, type Entry, type Recorded, readEntry } from './journal/entry.ts'
import { type Journal, memoryJournal } from './journal/journal.ts'
import type { Held } from './lock.ts'
import { fileMessages, recordMessages, recoveredMessages } from './messages.ts'
import { engagementOf, isOf, type Listed, remembered, sentence, withoutEndedSchedules, withoutSchedules } from './remembering.ts'
import { type EngagementStore, NotInStore, type OpenEngagement, type Place, TakenOver } from './store.ts'
import { changes, who } from './telling.ts'

/** What a record takes from an open tenant. */
export interface OpenedTenant {
  readonly tenant: Tenant
  readonly services: { readonly account: Account }
  readonly clock: { readonly now: () => number }
  readonly cloud: { readonly id: string; readonly name: string }
  readonly request?: SignInRequest
}

export interface RecordOptions {
  /** Absent: nothing reaches a disk. The practice tenant in this process never does. */
  readonly store?: EngagementStore
  readonly appVersion: string
  readonly listed: Listed
  /** Called when the state of the record is another. */
  readonly changed: () => void
}

/** Why the record of an engagement cannot be kept as it should; nothing while all is well. */
export interface RecordState {
  /** Another run has the engagement: nothing can be written meanwhile. */
  readonly held?: Held
  /** The folder or the disk refuses, or the file is of a newer version. */
  readonly problem?: DisplayText
}

export interface Beginning {
  readonly environmentId: string
  readonly open: OpenedTenant
  readonly context: WizardContext
  /** What was read before the record was begun. */
  readonly early: readonly (readonly [SequenceId, Entry])[]
  /** The record before this one is closed when it resolves. */
  readonly after: Promise<void>
  readonly found: (environmentId: string, remembered: Remembered, known: readonly Said[]) => void
  /** As it was read just now, where the context doesn't have it yet. */
  readonly displayName?: string
  /** What was said here and kept by an earlier record of the same environment. */
  readonly known: readonly Said[]
}

/** The record of one environment while it is open. */
export class CurrentRecord {
  readonly environmentId: string
  readonly #options: RecordOptions
  readonly #beginning: Beginning
  /** Resolves when the disk has said what it remembers, or that it can't. */
  readonly opened: Promise<void>
  #known: readonly Said[]
  #journal: Journal | undefined
  #open: OpenEngagement | undefined
  #saved: Engagement | undefined
  #lastSaved = ''
  #state: RecordState = {}
  /** Said for as long as this is open. */
  #lasting: RecordState = {}
  /** The context up to which everything is recorded; nothing until the disk and the sequence agree. */
  #told: WizardContext | undefined
  #latest: WizardContext
  /** What the sequence is to take up, until it has. */
  #restoring: Remembered | undefined
  #offeredTo: WizardContext | undefined
  readonly #readingLines = new Map<SequenceId, number>()
  readonly #attempts = new Map<string, number>()
  #lastPoll = ''
  /** Begun by a run that ended before their answer was on record. */
  #unanswered: readonly (SentChange & { readonly step: SequenceId })[] = []

  constructor(options: RecordOptions, beginning: Beginning) {
    this.#options = options
    this.#beginning = beginning
    this.environmentId = beginning.environmentId
    this.#latest = beginning.context
    this.#known = beginning.known
    this.opened = this.#begin().catch((error: unknown) => this.#fail(error))
  }

  /** What was said here and is on the disk. */
  get known(): readonly Said[] {
    return this.#known
  }

  get state(): RecordState {
    return this.#state
  }

  current(): { readonly journal: Journal; readonly engagement?: Engagement } | undefined {
    return this.#journal && { journal: this.#journal, ...(this.#saved ? { engagement: this.#saved } : {}) }
  }

  follow(context: WizardContext): void {
    this.#latest = context
    if (this.#restoring) this.#offer()
    if (!this.#told) return
    for (const entry of changes(this.#told, context, (step) => this.#readingLines.get(step))) void this.append(entry)
    this.#told = context
    void this.#save(context)
  }

  /** Failures are said by `state`, and never end what was being done. */
  async append(entry: Entry): Promise<number | undefined> {
    await this.opened
    try {
      return (await this.#journal?.append(entry))?.sequence
    } catch (error) {
      this.#fail(error)
      return undefined
    }
  }

  async appendReading(step: SequenceId, entry: Entry): Promise<void> {
    const line = await this.append(entry)
    if (line !== undefined) this.#readingLines.set(step, line)
  }

  /**
   * Puts it on record that a write is about to be made.
   * @returns the line's number, or why the write must not be made: what is not on record is not done
   */
  async start(
    step: SequenceId,
    action: Action,
  ): Promise<number | { readonly reason: 'rejected'; readonly code: string; readonly message: DisplayText }> {
    await this.opened
    const held = this.#state.held ?? (await this.#open?.takenOver())
    if (held) this.#set({ held })
    if (held) return { reason: 'rejected', code: 'EngagementHeld', message: recordMessages.openElsewhere }
    // What was scheduled is off the disk before anything of it is made: it never begins twice. And the list knows of a run without its journal.
    const begun = { ...recordIn(this.#latest, step), schedule: undefined, phase: 'applying' as const }
    await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, begun) })
    const key = actionKey(action)
    const attempt = (this.#attempts.get(key) ?? 0) + 1
    this.#attempts.set(key, attempt)
    const description = describeAction(this.#latest.procedure.actions, action, recordIn(this.#latest, step).reading?.names)
    const line = this.#told && (await this.append({ kind: 'apply-started', content: { step, attempt, action, description } }))
    if (line === undefined) await this.#neverBegun(attempt)
    return (
      line ?? {
        reason: 'rejected',
        code: 'RecordNotKept',
        message: this.#state.problem ?? recordMessages.opening,
      }
    )
  }

  /** The line is kept here, and what it begins is not: a later run must not take it for a change in doubt. */
  async #neverBegun(attempt: number): Promise<void> {
    const last = this.#journal?.last()
    if (last?.kind !== 'apply-started' || last.content['attempt'] !== attempt || !this.#lasting.problem) return
    await this.append({ kind: 'interrupted', content: { started: last.sequence, why: this.#lasting.problem, requests: [] } })
  }

  /** The receipt is on the disk, with the address of what still runs, before anything waits for it. */
  async applied(step: SequenceId, started: number, receipt: Receipt, requests: readonly Exchange[]): Promise<void> {
    const before = recordIn(this.#latest, step)
    const record = { ...before, receipts: [...before.receipts, receipt], ...(receipt.pending ? { pending: receipt.pending } : {}) }
    await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, record) })
    await this.append({ kind: 'applied', content: { started, receipt, requests } })
  }

  /** A change whose answer was lost is on the disk before anything is said of it: a reading of a later run may find it. */
  async refused(step: SequenceId, action: Action, started: number, refusal: Refusal, requests: readonly Exchange[]): Promise<void> {
    if (isSent(refusal)) {
      const before = recordIn(this.#latest, step)
      const { actions } = this.#latest.procedure
      const sent = [...(before.sent ?? []), sentChange(actions, action, before.reading, this.#beginning.open.clock.now(), refusal)]
      await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, { ...before, sent }) })
    }
    await this.append({ kind: 'refused', content: { started, refusal, requests } })
  }

  /** Four days of polls say the same thing thousands of times: only what differs from the poll before is written. */
  async polled(pending: Pending, poll: Poll, requests: readonly Exchange[]): Promise<void> {
    const { state, stateWord, environmentState, refusal, operation } = poll
    const said = JSON.stringify([pending, state, stateWord, environmentState, refusal?.reason, refusal?.code, operation?.id])
    if (said === this.#lastPoll) return
    this.#lastPoll = said
    await this.append({
      kind: 'looked',
      content: {
        pending,
        state,
        stateWord,
        requests,
        ...(operation ? { operationId: operation.id } : {}),
        ...present({ environmentState, refusal }),
      },
    })
  }

  async breakLock(): Promise<void> {
    await this.#options.store?.breakLock(this.#place(), this.#state.held?.holder?.id)
  }

  async close(): Promise<void> {
    await this.opened
    await this.#open?.close().catch((error: unknown) => this.#fail(error))
  }

  #place(): Place {
    return { tenantId: this.#beginning.open.services.account.tenantId, environmentId: this.environmentId }
  }

  async #begin(): Promise<void> {
    const { open, after, early, context } = this.#beginning
    const { store } = this.#options
    await after
    const found: ContentOf<'recovered'>[] = []
    if (store && !open.tenant.practice) {
      const opening = await store.open(this.#place(), this.#whose(), context.procedure)
      if (!opening.ok) {
        this.#set('held' in opening ? { held: opening.held } : { problem: opening.why })
        // What runs at Microsoft is followed all the same; nothing is written there, because nothing can be put on record.
        // What is scheduled starts where it is open.
        if (opening.found && isOf(context.procedure.actions, opening.found)) this.#takeUp(withoutSchedules(opening.found), [])
        return
      }
      if (!isOf(context.procedure.actions, opening.open.engagement)) {
        await opening.open.close()
        this.#set({ problem: fileMessages.otherForm })
        return
      }
      this.#open = opening.open
      // Said for as long as something waits here: what is saved meanwhile is no sign that it arrived.
      opening.open.watch?.((problem) => {
        this.#lasting = { ...present({ problem }) }
        this.#set(this.#lasting)
      })
      this.#journal = opening.open.journal
      this.#saved = withoutEndedSchedules(opening.open.engagement, this.#recordedIn(opening.open))
      found.push(...opening.open.recovered)
      this.#unanswered = await this.#doubtful(opening.open, found)
    } else this.#journal = memoryJournal(() => open.clock.now())
    await this.#tell(early)
    // Damage is reported even where nothing of the engagement could be read.
    if (this.#open && this.#saved && (!this.#open.isNew || found.length > 0)) {
      void this.#checkRest(this.#open)
      this.#takeUp(this.#saved, found)
      return
    }
    this.#told = { ...this.#latest, ...initialContext(this.#latest.procedure), tenant: this.#latest.tenant }
    this.follow(this.#latest)
  }

  #takeUp(engagement: Engagement, found: readonly ContentOf<'recovered'>[]): void {
    this.#restoring = remembered(this.#latest.procedure, engagement, found, this.#unanswered)
    this.#offer()
  }

  async #checkRest(open: OpenEngagement): Promise<void> {
    try {
      const broken = await open.checkRest()
      if (!broken) return
      this.#lasting = { problem: sentence(broken) }
      this.#set({ ...this.#state, ...this.#lasting })
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The first lines of this run. */
  async #tell(early: Beginning['early']): Promise<void> {
    const { open } = this.#beginning
    const { cloud, tenant, environment, account } = this.#whose()
    const practice = open.tenant.practice ? { practice: open.tenant.practice.scenario } : {}
    const opened: Entry = {
      kind: 'opened',
      content: { appVersion: this.#options.appVersion, cloud, tenant, environment, account, ...practice },
    }
    await this.#journal?.append(opened)
    for (const [step, entry] of early) {
      const line = await this.#journal?.append(entry)
      if (line) this.#readingLines.set(step, line.sequence)
    }
  }

  #whose(): Parameters<typeof newEngagement>[0] {
    const { open, context } = this.#beginning
    const { account } = open.services
    const displayName =
      this.#beginning.displayName ??
      Object.values(context.steps)
        .map(({ reading }) => reading?.environment?.displayName)
        .find((name) => name !== undefined)
    return {
      appVersion: this.#options.appVersion,
      cloud: { id: open.cloud.id, name: open.cloud.name },
      tenant: { id: account.tenantId, name: account.tenantName },
      environment: { id: this.environmentId, ...(displayName === undefined ? {} : { displayName }) },
      account: who(account),
      ...present({ signIn: open.request }),
      reached: context.lastStep,
      steps: Object.fromEntries(stepIds(context.procedure).map((id) => [id, NEVER_READ])),
    }
  }

  #recordedIn({ lines }: OpenEngagement): readonly Recorded[] {
    return lines.flatMap((line) => {
      const read = readEntry(this.#latest.procedure, line)
      return read.ok ? [read.entry] : []
    })
  }

  /** A write that was begun and has no end on record: the wizard was killed meanwhile. What came of it is read, not guessed. */
  async #doubtful(open: OpenEngagement, told: ContentOf<'recovered'>[]): Promise<readonly (SentChange & { readonly step: SequenceId })[]> {
    const started = new Map<number, Extract<Recorded, { kind: 'apply-started' }>>()
    for (const entry of this.#recordedIn(open)) {
      if (entry.kind === 'apply-started') started.set(entry.sequence, entry)
      if (entry.kind === 'applied' || entry.kind === 'refused' || entry.kind === 'interrupted') started.delete(entry.content.started)
      // Said once: the run that found it read the services anew.
      if (entry.kind === 'recovered' && entry.content.what === 'write-in-doubt') started.clear()
    }
    for (const { content } of started.values()) {
      const doubt: ContentOf<'recovered'> = {
        what: 'write-in-doubt',
        detail: recoveredMessages.writeInDoubt({ title: content.description.title }),
      }
      await open.journal.append({ kind: 'recovered', content: doubt })
      told.push(doubt)
    }
    return [...started.values()]
      .map(({ at, content: { step, action } }) => ({ step, action, at }))
      .filter(({ action }) => knowsAction(this.#latest.procedure.actions, action))
  }

  /** Once for each state of the sequence, until it takes up what was remembered. Nothing is saved before: it would be lost. */
  #offer(): void {
    if (this.#restoring && this.#latest.remembered === this.#restoring) {
      const { choices, attestations, end: atEnd } = this.#restoring
      this.#restoring = undefined
      // What was said before the disk was asked is news to the journal.
      this.#told = { ...this.#latest, choices, attestations, atEnd }
      return
    }
    if (!this.#restoring || this.#offeredTo === this.#latest) return
    this.#offeredTo = this.#latest
    const { found, environmentId } = this.#beginning
    const restoring = this.#restoring
    const known = this.#known
    queueMicrotask(() => found(environmentId, restoring, known))
  }

  async #save(context: WizardContext): Promise<void> {
    if (!this.#open || !this.#saved) return
    const engagement = engagementOf(this.#saved, context, this.#options.listed)
    const text = JSON.stringify(engagement)
    if (text === this.#lastSaved) {
      this.#known = context.said
      return
    }
    this.#saved = engagement
    try {
      await this.#open.save(engagement)
      this.#lastSaved = text
      this.#known = context.said
      if (this.#state.problem !== this.#lasting.problem) this.#set(this.#lasting)
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    if (error instanceof TakenOver) this.#set({ held: error.held })
    else if (error instanceof NotInStore) this.#set({ ...this.#state, problem: error.why })
    else this.#set({ ...this.#state, problem: diskWords(error) })
  }

  #set(state: RecordState): void {
    this.#state = state
    this.#options.changed()
  }
}
