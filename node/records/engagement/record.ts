import { defined } from '#machines/defined.ts'
import type { Account } from '#machines/engine/account.ts'
import { type Action, actionKey, describeAction, type Pending, type Receipt } from '#machines/engine/action.ts'
import type { Refusal } from '#machines/engine/answer.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import type { Exchange } from '#machines/engine/step/evidence.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import { sentChange } from '#machines/engine/step/outcome.ts'
import type { Poll } from '#machines/engine/step/poll.ts'
import type { Tenant } from '#machines/engine/step/ports.ts'
import { isSent } from '#machines/engine/step/problems.ts'
import { initialContext, recordIn, type WizardContext, withRecord } from '#machines/engine/wizard/context.ts'
import { restored } from '#machines/engine/wizard/recovery.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import type { Said } from '#machines/engine/wizard/said.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { SignInRequest } from '#machines/sign-in/sign-in.ts'
import { diskWords } from './disk-words.ts'
import { doubtAbout, isKept, lastDoubtIn, unendedIn, withUnanswered } from './doubts.ts'
import { type Engagement, NEVER_READ, type newEngagement } from './engagement.ts'
import { type ContentOf, type Entry, type Recorded, readEntry } from './journal/entry.ts'
import { type Journal, memoryJournal } from './journal/journal.ts'
import type { Held } from './lock.ts'
import { fileMessages, recordMessages } from './messages.ts'
import { engagementOf, isOf, type Listed, remembered, sentence, withoutSchedules, withSchedulesAsTold } from './remembering.ts'
import { type EngagementStore, NotInStore, type OpenEngagement, type Place, TakenOver } from './store.ts'
import { changes, who } from './telling.ts'

export interface OpenedTenant {
  readonly tenant: Tenant
  readonly services: { readonly account: Account }
  readonly clock: { readonly now: () => number }
  readonly cloud: { readonly id: string; readonly name: string }
  readonly request?: SignInRequest
}

export interface RecordOptions {
  /** Absent: nothing is written, as in the practice tenant. */
  readonly store?: EngagementStore
  readonly appVersion: string
  readonly listed: Listed
  readonly changed: () => void
}

/** Why the record can't be kept properly; empty if fine. */
export interface RecordState {
  /** Another run holds the engagement: read-only. */
  readonly held?: Held
  /** A disk error, or a newer file version. */
  readonly problem?: DisplayText
}

export interface Beginning {
  readonly environmentId: string
  readonly open: OpenedTenant
  readonly context: WizardContext
  /** Readings before the record started. */
  readonly early: readonly (readonly [SequenceId, Entry])[]
  readonly after: Promise<void>
  readonly tell: (remembered: Remembered) => void
  /** From the latest reading, if the context lacks it. */
  readonly displayName?: string
  /** Statements of an earlier record of the same environment. */
  readonly known: readonly Said[]
}

export class CurrentRecord {
  readonly environmentId: string
  readonly #options: RecordOptions
  readonly #beginning: Beginning
  /** Resolves when the disk's content, or an error, is known. */
  readonly opened: Promise<void>
  #known: readonly Said[]
  #journal: Journal | undefined
  #open: OpenEngagement | undefined
  #saved: Engagement | undefined
  #lastSaved = ''
  #state: RecordState = {}
  /** Persistent while open. */
  #lasting: RecordState = {}
  /** Context up to which everything is recorded; undefined until the disk's content is known. */
  #told: WizardContext | undefined
  #latest: WizardContext
  readonly #readingLines = new Map<SequenceId, number>()
  readonly #attempts = new Map<string, number>()
  #lastPoll = ''

  constructor(options: RecordOptions, beginning: Beginning) {
    this.#options = options
    this.#beginning = beginning
    this.environmentId = beginning.environmentId
    this.#latest = beginning.context
    this.#known = beginning.known
    this.opened = this.#begin().catch((error: unknown) => this.#fail(error))
  }

  /** Statements that are on disk. */
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
    if (!this.#told || context.found) return
    for (const entry of changes(this.#told, context, (step) => this.#readingLines.get(step))) void this.append(entry)
    this.#told = context
    void this.#save(context)
  }

  /** Failures appear in `state` and never interrupt the work. */
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

  /** Records an upcoming write. @returns the line's number, or why the write must not happen: nothing unrecorded is done */
  async start(
    step: SequenceId,
    action: Action,
  ): Promise<number | { readonly reason: 'rejected'; readonly code: string; readonly message: DisplayText }> {
    await this.opened
    const held = this.#state.held ?? (await this.#open?.takenOver())
    if (held) this.#set({ held })
    if (held) return { reason: 'rejected', code: 'EngagementHeld', message: recordMessages.openElsewhere }
    const refused = () => ({ reason: 'rejected' as const, code: 'RecordNotKept', message: this.#state.problem ?? recordMessages.opening })
    if (!this.#told || this.#latest.found) return refused()
    // Clears the schedule on disk before the first change, so that it never starts twice. The list also sees a run without its journal.
    const begun = { ...recordIn(this.#latest, step), schedule: undefined, phase: 'applying' as const }
    await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, begun) })
    const key = actionKey(action)
    const attempt = (this.#attempts.get(key) ?? 0) + 1
    this.#attempts.set(key, attempt)
    const description = describeAction(this.#latest.procedure.actions, action, recordIn(this.#latest, step).reading?.names)
    const line = await this.append({ kind: 'apply-started', content: { step, attempt, action, description } })
    if (line === undefined) await this.#neverBegun(attempt)
    return line ?? refused()
  }

  /** The line is stored here but its change never starts: a later run must not doubt it. */
  async #neverBegun(attempt: number): Promise<void> {
    const last = this.#journal?.last()
    if (last?.kind !== 'apply-started' || last.content['attempt'] !== attempt || !this.#lasting.problem) return
    await this.append({ kind: 'interrupted', content: { started: last.sequence, why: this.#lasting.problem, requests: [] } })
  }

  /** The receipt with the running operation's address is synced before any wait. */
  async applied(step: SequenceId, started: number, receipt: Receipt, requests: readonly Exchange[]): Promise<void> {
    const before = recordIn(this.#latest, step)
    const record = { ...before, receipts: [...before.receipts, receipt], ...(receipt.pending ? { pending: receipt.pending } : {}) }
    await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, record) })
    await this.append({ kind: 'applied', content: { started, receipt, requests } })
  }

  /** A change with a lost answer is synced first, so that a later run can find it. */
  async refused(step: SequenceId, action: Action, started: number, refusal: Refusal, requests: readonly Exchange[]): Promise<void> {
    if (isSent(refusal)) {
      const before = recordIn(this.#latest, step)
      const { actions } = this.#latest.procedure
      const sent = [...(before.sent ?? []), sentChange(actions, action, before.reading, this.#beginning.open.clock.now(), refusal)]
      await this.#save({ ...this.#latest, ...withRecord(this.#latest, step, { ...before, sent }) })
    }
    await this.append({ kind: 'refused', content: { started, refusal, requests } })
  }

  /** Records only polls that differ: four days produce thousands of equal ones. */
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
        ...defined({ environmentState, refusal }),
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
        // Running work is followed but nothing is written, because nothing can be recorded. Schedules start where the engagement is open.
        if (opening.found && isOf(context.procedure.actions, opening.found)) this.#takeUp(withoutSchedules(opening.found), [])
        return
      }
      if (!isOf(context.procedure.actions, opening.open.engagement)) {
        await opening.open.close()
        this.#set({ problem: fileMessages.otherForm })
        return
      }
      this.#open = opening.open
      // Shown while data waits here: a later save is no proof of arrival.
      opening.open.watch?.((problem) => {
        this.#lasting = { ...defined({ problem }) }
        this.#set(this.#lasting)
      })
      this.#journal = opening.open.journal
      this.#saved = withSchedulesAsTold(opening.open.engagement, this.#recordedIn(opening.open))
      found.push(...opening.open.recovered)
      this.#saved = await this.#keepDoubts(opening.open, this.#saved, found)
    } else this.#journal = memoryJournal(() => open.clock.now())
    await this.#tell(early)
    // Damage is reported even if nothing of the engagement was readable.
    if (this.#open && this.#saved && (!this.#open.isNew || found.length > 0)) {
      void this.#checkRest(this.#open)
      this.#takeUp(this.#saved, found)
      return
    }
    this.#told = initialContext(this.#latest.procedure, { tenant: this.#latest.tenant, choices: {}, checkFirst: false })
    this.follow(this.#latest)
  }

  /** While the sequence has it as found, nothing is saved: that would lose it. */
  #takeUp(engagement: Engagement, found: readonly ContentOf<'recovered'>[]): void {
    const { procedure } = this.#latest
    const kept = { ...remembered(procedure, engagement, found), known: this.#known }
    // Statements from before the disk's answer are new to the journal.
    this.#told = { ...this.#latest, ...restored(procedure, kept) }
    this.#beginning.tell(kept)
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
      ...defined({ signIn: open.request }),
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

  /**
   * A begun write without an end: the wizard was killed. Its outcome is read, not guessed.
   * Decision 0228: the line that calls it in doubt comes after the save that keeps it: a run that is killed between the two leaves it to the next one.
   */
  async #keepDoubts(open: OpenEngagement, saved: Engagement, told: ContentOf<'recovered'>[]): Promise<Engagement> {
    const lines = this.#recordedIn(open)
    const begun = unendedIn(lines)
    const unreported = begun.filter(({ sequence }) => sequence > lastDoubtIn(lines))
    told.push(...begun.filter((each) => unreported.includes(each) || isKept(saved, each)).map(doubtAbout))
    if (unreported.length === 0) return saved
    const kept = withUnanswered(saved, this.#latest.procedure, unreported)
    try {
      if (kept !== saved) await open.save(kept)
    } catch (error) {
      // It stays in doubt, for the next run too.
      this.#fail(error)
      return kept
    }
    for (const each of unreported) await open.journal.append({ kind: 'recovered', content: doubtAbout(each) })
    return kept
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
