import { defined } from '#machines/defined.ts'
import { type Action, type Applied, actionKey, type Pending } from '#machines/engine/action.ts'
import { sameId } from '#machines/engine/ids.ts'
import { type Procedure, stepWith } from '#machines/engine/procedure.ts'
import type { Confirmation } from '#machines/engine/step/context.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import type { Poll } from '#machines/engine/step/poll.ts'
import { operationIn, type WizardContext } from '#machines/engine/wizard/context.ts'
import type { DriftAnswer } from '#machines/engine/wizard/events.ts'
import type { TenantPorts } from '#machines/engine/wizard/from-main.ts'
import { differencesIn } from '#machines/engine/wizard/recovery.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import type { Said } from '#machines/engine/wizard/said.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { withExchanges } from '../../services/azure/trail.ts'
import { ownWords } from './disk-words.ts'
import type { Engagement } from './engagement.ts'
import type { ContentOf, Entry } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import { recordMessages } from './messages.ts'
import { CurrentRecord, type OpenedTenant, type RecordOptions, type RecordState } from './record.ts'
import { byOf, confirmedEntry, readingEntry } from './telling.ts'

/** Effects that know the open tenant. */
interface OpenPorts extends TenantPorts {
  opened(): OpenedTenant | undefined
}

export interface RecorderOptions<Own extends OpenPorts> extends RecordOptions {
  readonly procedure: Procedure
  readonly ports: Own
}

/**
 * Keeps the journal and the engagement's file: it wraps the machines' effects, is one of them, and follows their snapshots. A write
 * is recorded before its request. Its outcome, with a running operation's address, is synced before the machine gets it.
 */
export interface Recorder<Own extends OpenPorts = OpenPorts> {
  readonly ports: Own
  follow(context: WizardContext): void
  confirmed(context: WizardContext, step: SequenceId, confirmation: Confirmation): void
  /** @param context at the time of the answer */
  answered(context: WizardContext, answer: DriftAnswer): void
  handedOver(content: ContentOf<'handed-over'>): Promise<void>
  state(): RecordState
  /** Takes over on request, only from the holder that was shown. */
  takeOver(): Promise<void>
  current(): { readonly journal: Journal; readonly engagement?: Engagement } | undefined
  end(): Promise<void>
}

/** A change may belong to a step or an operation: the current operation is the writer. */
const sequenceOf = (procedure: Procedure, action: Action, on: WizardContext | undefined): SequenceId =>
  (on && operationIn(on)) ?? stepWith(procedure, procedure.actions.definitionOf(action))

/** Readings kept before the environment is known. */
const MOST_EARLY = 8

export function createRecorder<Own extends OpenPorts>(options: RecorderOptions<Own>): Recorder<Own> {
  return new Recording(options)
}

class Recording<Own extends OpenPorts> implements Recorder<Own> {
  readonly #options: RecorderOptions<Own>
  #record: CurrentRecord | undefined
  #closing: Promise<void> = Promise.resolve()
  #early: { readonly environmentId: string; readonly readings: (readonly [SequenceId, Entry])[] } | undefined
  #latest: WizardContext | undefined
  #tell: (remembered: Remembered) => void = () => undefined
  /** Statements of the previous record. */
  #known: { readonly environmentId: string; readonly said: readonly Said[] } | undefined
  readonly ports: Own

  constructor(options: RecorderOptions<Own>) {
    this.#options = options
    const { ports, procedure } = options
    this.ports = {
      ...ports,
      keepRecord: (tell) => {
        this.#tell = tell
        // An environment can have the same ID in the tenant before.
        this.#early = undefined
        return () => this.follow(undefined)
      },
      observe: async (stepId, choices, ...asked) => {
        const open = ports.opened()
        const account = open?.services.account
        const reading = await ports.observe(stepId, choices, ...asked)
        const { environmentId } = choices
        const [, signal] = asked
        // The tenant was left meanwhile: the record is another's, even with equal environment IDs as in practice.
        const isLeft = signal.aborted && ports.opened() !== open
        if (!account || environmentId === undefined || isLeft) return reading
        await this.#noteReading(environmentId, stepId, readingEntry(procedure, reading, account, environmentId))
        const { environment } = reading
        if (environment && sameId(environment.id, environmentId) && !signal.aborted)
          await this.#opening(environmentId, environment.displayName)
        return reading
      },
      apply: (action, signal) => this.#apply(action, signal),
      poll: (pending, signal) => this.#poll(pending, signal),
    }
  }

  follow(context: WizardContext | undefined): void {
    this.#latest = context
    const environmentId = context?.choices.environmentId
    if (this.#record && !sameId(this.#record.environmentId, environmentId)) void this.end()
    if (!context || environmentId === undefined) return
    if (this.#record) this.#record.follow(context)
    else if (isRead(context, environmentId)) this.#begin(context, environmentId)
  }

  confirmed(context: WizardContext, step: SequenceId, confirmation: Confirmation): void {
    void this.#record?.append(confirmedEntry(context, step, confirmation))
  }

  answered(context: WizardContext, decision: DriftAnswer): void {
    const differences = differencesIn(context)
    if (differences.length === 0) return
    void this.#record?.append({ kind: 'drift', content: { differences, decision, ...byOf(context) } })
  }

  async handedOver(content: ContentOf<'handed-over'>): Promise<void> {
    await this.#record?.append({ kind: 'handed-over', content })
  }

  state(): RecordState {
    return this.#record?.state ?? {}
  }

  async takeOver(): Promise<void> {
    const record = this.#record
    if (!record?.state.held) return
    await record.breakLock()
    await this.end()
    this.#known = { environmentId: record.environmentId, said: record.known }
    this.follow(this.#latest)
    // Without stored data, nothing else would clear the holder.
    this.#options.changed()
  }

  current(): ReturnType<Recorder['current']> {
    return this.#record?.current()
  }

  end(): Promise<void> {
    const record = this.#record
    this.#record = undefined
    if (record) this.#closing = this.#closing.then(() => record.close())
    return this.#closing
  }

  /** Readings are usable only after the record's content is known. */
  async #opening(environmentId: string, displayName: string): Promise<void> {
    const context = this.#latest
    if (!context || !sameId(context.choices.environmentId, environmentId)) return
    if (!this.#record) this.#begin(context, environmentId, displayName)
    await this.#record?.opened
  }

  #begin(context: WizardContext, environmentId: string, displayName?: string): void {
    const open = this.#options.ports.opened()
    if (!open) return
    const early = this.#early && sameId(this.#early.environmentId, environmentId) ? this.#early.readings : []
    this.#early = undefined
    const tell = this.#tell
    const record = new CurrentRecord(this.#options, {
      environmentId,
      open,
      context,
      early,
      ...defined({ displayName }),
      known: this.#known && sameId(this.#known.environmentId, environmentId) ? this.#known.said : [],
      after: this.#closing,
      tell: (remembered) => record === this.#record && tell(remembered),
    })
    this.#record = record
  }

  async #noteReading(environmentId: string, step: SequenceId, entry: Entry): Promise<void> {
    if (this.#record && sameId(this.#record.environmentId, environmentId)) return this.#record.appendReading(step, entry)
    const early = this.#early && sameId(this.#early.environmentId, environmentId) ? this.#early : { environmentId, readings: [] }
    this.#early = early
    early.readings.push([step, entry])
    if (early.readings.length > MOST_EARLY) early.readings.shift()
  }

  async #apply(action: Action, signal: AbortSignal): Promise<Applied> {
    const { ports, procedure } = this.#options
    const record = this.#record
    const sequence = sequenceOf(procedure, action, this.#latest)
    const started = await (record ? record.start(sequence, action) : refusedHere(recordMessages.noEnvironment))
    if (typeof started !== 'number') return { ok: false, refusal: { ...started, request: `Record of ${actionKey(action).slice(0, 200)}` } }
    try {
      const { outcome, exchanges: requests } = await withExchanges(() => ports.apply(action, signal), ports.now)
      if (outcome.ok) await record?.applied(sequence, started, outcome.receipt, requests)
      else await record?.refused(sequence, action, started, outcome.refusal, requests)
      return outcome
    } catch (error) {
      await record?.append({ kind: 'interrupted', content: { started, why: ownWords(error), requests: [] } })
      throw error
    }
  }

  async #poll(pending: Pending, signal: AbortSignal): Promise<Poll> {
    const { ports } = this.#options
    const record = this.#record
    const { outcome, exchanges } = await withExchanges(() => ports.poll(pending, signal), ports.now)
    // Answers for other environments or tenants aren't recorded.
    if (record === this.#record) await record?.polled(pending, outcome, exchanges)
    return outcome
  }
}

const refusedHere = (message: DisplayText) => ({ reason: 'rejected' as const, code: 'RecordNotKept', message })

/** Whether the environment was read here: no record for a nonexistent one. */
function isRead({ steps, choices: { told } }: WizardContext, environmentId: string): boolean {
  // A key vault administrator may lack access; the sender of the handoff had it.
  if (sameId(told?.environment.id, environmentId)) return Object.values(steps).some(({ reading }) => reading !== undefined)
  return Object.values(steps).some(({ reading }) => sameId(reading?.environment?.id, environmentId))
}
