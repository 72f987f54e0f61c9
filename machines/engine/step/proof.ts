import type { DisplayText } from '../../messages/message.ts'
import type { Action, Names, Pending } from '../action.ts'
import type { RefusalReason } from '../answer.ts'
import type { Place } from '../ledger/place.ts'
import { type Attestation, blocks, type Finding, type SequenceId, type StepId } from './finding.ts'

/*
 * What a reading is, and what follows from one. Apart from how a reading is made: the machines and the view need only this,
 * and the checks and their words are loaded when a tenant is opened.
 */

/** What a procedure keeps in a reading for itself. Its kind says what it is: the engine hands it on and asks no further. */
export interface Carried {
  readonly kind: string
}

/** One observation of a step, judged: what was found, what is still to be written, what runs already. Memory only. */
export interface Reading {
  readonly stepId: SequenceId
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly readAt: number
  /** When the first of its requests could leave. */
  readonly begunAt?: number
  /** What its requests asked about. */
  readonly asked?: readonly Place[]
  /** When a change was made to what it asked about: since then it isn't known to be true. */
  readonly oldSince?: number
  readonly findings: readonly Finding[]
  readonly plan: readonly Action[]
  /** What the services call what the plan and the choices name by ID. */
  readonly names?: Names
  /** Where later steps can be foreseen. They read everything themselves before they plan. */
  readonly foreseen?: Readonly<Record<StepId, Foreseen>>
  /** Something that runs already and is followed instead of repeated. */
  readonly underway?: Pending
  /** Changes that the services show to be made. What is neither here nor in the plan could not be read, or does not apply. */
  readonly shows?: readonly ShownChange[]
  /** True while a choice is missing without which the step has nothing to judge. */
  readonly choiceMissing: boolean
  /** What the page of the step shows besides findings. */
  readonly picture: Carried
  /** What it saw of the things that the procedure shows beside every page. */
  readonly things?: Carried
  /** One line for the list of steps. */
  readonly note: DisplayText
  readonly environment?: {
    readonly id: string
    readonly displayName: string
    /** As its service names it, for example `unitedstates`. */
    readonly location?: string
    /** ID of what holds it once the steps are through, whatever was chosen here. */
    readonly heldBy?: string
    /** It was off then, for the loss of what it depends on. */
    readonly locked?: true
    /** It was held then, and nothing ran on it. */
    readonly linked?: true
  }
  /** IDs of what was found, for links into the portals, by the procedure's own names. */
  readonly found: Readonly<Partial<Record<string, string>>>
}

/** What is known of a later step before this one is done. */
export interface Foreseen {
  /** What it would write once this one is done. */
  readonly plan: readonly Action[]
  /** Findings of it that are gone then, refused for that reason. Present while this step creates what the later one reads. */
  readonly settles?: readonly { readonly key: string; readonly reason: RefusalReason }[]
}

/** A change that the services show to be made. */
export interface ShownChange<Of extends Action = Action> {
  /** What is made; of its details only those that name the resource count. */
  readonly action: Of
  /** When the service began it, in milliseconds since 1970-01-01T00:00:00Z; absent where the state itself is the proof. */
  readonly since?: number
}

/** The reading, unless a change has made it old. */
export const currentOf = (reading: Reading | undefined): Reading | undefined => (reading?.oldSince === undefined ? reading : undefined)

/** The guard of the sequence: nothing blocks, and nothing is left to write. */
export function isProved(reading: Reading | undefined, attestations: readonly Attestation[]): boolean {
  return (
    reading !== undefined &&
    reading.oldSince === undefined &&
    !reading.choiceMissing &&
    reading.underway === undefined &&
    reading.plan.length === 0 &&
    !reading.findings.some((finding) => blocks(finding, attestations))
  )
}

/** True when an action of the plan puts the finding right. */
export const isPlanned = (finding: Finding, plan: readonly Action[]): boolean =>
  finding.putRightBy?.some((kind) => plan.some((action) => action.kind === kind)) ?? false

/** Findings that keep the plan from being applied: what blocks and no action of the plan puts right. */
export function blockingFindings(reading: Reading, attestations: readonly Attestation[]): readonly Finding[] {
  return reading.findings.filter((finding) => blocks(finding, attestations) && !isPlanned(finding, reading.plan))
}

/** How long facts count before they are read again. The services change by other hands meanwhile. */
export const FACTS_COUNT_FOR = 15 * 60_000

// A clock that was put back tells as little of how old a reading is as one that ran on.
export const isStale = (reading: Reading, now: number): boolean => Math.abs(now - reading.readAt) > FACTS_COUNT_FOR
