import type { DisplayText } from '../../messages/message.ts'
import type { Action, Names, Pending } from '../action.ts'
import type { RefusalReason } from '../answer.ts'
import type { Place } from '../ledger/place.ts'
import { type Attestation, blocks, type Finding, type SequenceId, type StepId } from './finding.ts'

/*
 * A reading and its consequences, apart from how it is made: the machines and the view need only this, and the checks and their texts load
 * when a tenant opens.
 */

/** Procedure's own data in a reading, distinguished by its kind. The engine only passes it on. */
export interface Carried {
  readonly kind: string
}

/** A judged observation of a step: findings, plan, and running operation. Memory only. */
export interface Reading {
  readonly stepId: SequenceId
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly readAt: number
  /** Earliest time of its first request. */
  readonly begunAt?: number
  /** Places that its requests read. */
  readonly asked?: readonly Place[]
  /** When a change to one of those places made it outdated. */
  readonly oldSince?: number
  readonly findings: readonly Finding[]
  readonly plan: readonly Action[]
  /** Services' display names for IDs in the plan and the choices. */
  readonly names?: Names
  /** Forecast of later steps, if possible. They read everything themselves before they plan. */
  readonly foreseen?: Readonly<Record<StepId, Foreseen>>
  /** Something that runs already and is followed instead of repeated. */
  readonly underway?: Pending
  /** Changes that the services show to be made. What is neither here nor in the plan could not be read, or does not apply. */
  readonly shows?: readonly ShownChange[]
  /** True while a choice is missing without which the step has nothing to judge. */
  readonly choiceMissing: boolean
  /** Content of the step's page besides findings. */
  readonly picture: Carried
  /** Observed things that the procedure shows beside every page. */
  readonly things?: Carried
  /** One line for the list of steps. */
  readonly note: DisplayText
  readonly environment?: {
    readonly id: string
    readonly displayName: string
    /** The service's own name, for example `unitedstates`. */
    readonly location?: string
    /** ID of the resource that holds it after the steps, regardless of the choices here. */
    readonly heldBy?: string
    /** Something holds it that the service doesn't name by such an ID. */
    readonly heldUnnamed?: true
    /** Offline at that time, because a dependency was lost. */
    readonly locked?: true
    /** Held at that time, with no running operation. */
    readonly linked?: true
  }
  /** IDs of what was found, for links into the portals, by the procedure's own names. */
  readonly found: Readonly<Partial<Record<string, string>>>
}

/** Forecast of a later step before this one is complete. */
export interface Foreseen {
  /** Its plan after this one. */
  readonly plan: readonly Action[]
  /** Findings of it that are gone then, refused for that reason. Present while this step creates what the later one reads. */
  readonly settles?: readonly { readonly key: string; readonly reason: RefusalReason }[]
}

/** A change that the services show to be made. */
export interface ShownChange<Of extends Action = Action> {
  /** The change; only details that identify the resource count. */
  readonly action: Of
  /** Service's start time, in milliseconds since 1970-01-01T00:00:00Z; absent if the state itself is the proof. */
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

/** Maximum age of facts before they are read again, because other people change the services meanwhile. */
export const FACTS_COUNT_FOR = 15 * 60_000

// A clock that was put back tells as little of how old a reading is as one that ran on.
export const isStale = (reading: Reading, now: number): boolean => Math.abs(now - reading.readAt) > FACTS_COUNT_FOR
