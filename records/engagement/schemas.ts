import * as z from 'zod/mini'
import { type Action, type ActionDescription, type Pending, REVERSIBLE, type Receipt } from '../../machines/engine/action.ts'
import { REFUSAL_REASONS, type Refusal } from '../../machines/engine/answer.ts'
import type { Baseline } from '../../machines/engine/drift/baseline.ts'
import { oncePer } from '../../machines/engine/once-per.ts'
import type { Procedure } from '../../machines/engine/procedure.ts'
import type { DeepReadonly, Same } from '../../machines/engine/same-type.ts'
import type { Exchange } from '../../machines/engine/step/evidence.ts'
import type { Attestation, Finding } from '../../machines/engine/step/finding.ts'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { Schedule } from '../../machines/engine/step/scheduled.ts'
import type { SentChange } from '../../machines/engine/step/sent.ts'
import { displayText, named } from './display-text-schema.ts'
import { ofKinds, schemasOf, time } from './stored-schema.ts'

/*
 * What is written to disk, as it must look when it is read again. What was written by this program came out of its own types,
 * but a file may have been cut, edited or made elsewhere. That each schema is its type is proved below at compile time.
 */

const text = z.string()
export const REVIEW_ANSWERS = ['accepted', 'snoozed', 'resumed'] as const
export const findingStatus = z.enum(['pass', 'warning', 'fail', 'unknown'])
const optional = z.exactOptional
/** Of the procedure that was run. Who takes it up knows which ones there are. */
export const stepId = text
/** A step, or an operation after the link. */
export const sequenceId = text

export const exchange = z.strictObject({
  method: text,
  path: text,
  status: optional(z.number()),
  clientRequestId: optional(text),
  requestId: optional(text),
  correlationId: optional(text),
  at: time,
})

export const refusal = z.strictObject({
  reason: z.enum(REFUSAL_REASONS),
  request: text,
  status: optional(z.number()),
  code: optional(text),
  message: named,
  correlationId: optional(text),
  retryAfterSeconds: optional(z.number()),
  taken: optional(z.literal(true)),
  running: optional(z.strictObject({ type: text, name: optional(text), since: optional(text) })),
})

/** Stated where users are cut off or something cannot be taken back. */
export const maintenanceWindow = z.strictObject({ from: time, to: time, timeZone: text })

export const attestation = z.strictObject({ key: text, by: text, at: time, title: optional(displayText) })

/** What is kept of a finding: enough to show what was found, and to compare it later. */
export const findingSummary = z.strictObject({
  key: text,
  id: z.templateLiteral(['F-', z.string()]),
  status: findingStatus,
  title: displayText,
  seen: displayText,
})
export type FindingSummary = DeepReadonly<z.infer<typeof findingSummary>>

/** The procedure whose record is read, as far as it says how its record looks. */
export type Kept = Pick<Procedure, 'actions' | 'owners' | 'stored'>

/**
 * For who takes nothing of a record up: the list of engagements, and a journal that is only told from others. What belongs to a procedure
 * is then read as it comes.
 */
export const ANY = { isAny: true } as const

export type WhoseRecord = Kept | typeof ANY

function choicesOf(whose: WhoseRecord) {
  const told = {
    by: text,
    askedBy: optional(text),
    at: time,
    step: stepId,
    file: text,
    sha256: text,
    note: optional(text),
    environment: z.strictObject({ id: text, displayName: optional(text), location: optional(text) }),
    proved: z.array(z.strictObject({ step: stepId, at: time })),
  }
  if ('isAny' in whose) return z.looseObject({ environmentId: optional(text), told: optional(z.looseObject(told)) })
  const chosen = schemasOf(whose.stored.chosen)
  return z.strictObject({
    ...chosen,
    ...schemasOf(whose.stored.choices),
    environmentId: optional(text),
    told: optional(z.strictObject({ ...chosen, ...told })),
  })
}

function make(whose: WhoseRecord) {
  const definitions = 'isAny' in whose ? [] : whose.actions.all
  /** An action of the procedure, or another's, of which only the kind is known: who takes it up says whether it has that kind. */
  const action: z.ZodMiniType<Action> = ofKinds(
    definitions.map(({ kind, stored }) => ({ kind, fields: stored })),
    {},
    {},
  )
  const pending: z.ZodMiniType<Pending> = ofKinds(
    definitions.flatMap(({ wait }) => wait?.stored ?? []),
    { since: time },
    { until: optional(time) },
  )
  /** The engine's owners are text: which there are is the procedure's to say. */
  const owner: z.ZodMiniType<string> = 'isAny' in whose ? text : z.enum(whose.owners.map(({ id }) => id))
  const actionDescription = z.strictObject({
    title: displayText,
    resource: displayText,
    before: displayText,
    after: displayText,
    reversible: z.enum(REVERSIBLE),
    undo: displayText,
    usersCutOff: z.boolean(),
    takes: displayText,
    owner,
  })
  const receipt = z.strictObject({
    kind: text,
    title: displayText,
    resourceId: text,
    at: time,
    written: z.boolean(),
    found: optional(z.literal(true)),
    wish: optional(text),
    pending: optional(pending),
    ended: optional(z.enum(['succeeded', 'failed'])),
  })

  /** A change whose answer was lost. */
  const sentChange = z.strictObject({ action, at: time, before: optional(time), refused: optional(z.literal(true)) })
  /** Confirmed, to begin by itself when its window begins. */
  const schedule = z.strictObject({
    setAt: time,
    by: optional(text),
    window: maintenanceWindow,
    plan: z.array(action),
    found: z.array(z.strictObject({ key: text, status: findingStatus, title: displayText })),
  })
  /** What a step asked for most when it was read last: what the list of engagements says of it. */
  const asked = z.strictObject({
    state: z.enum(['action-required', 'confirm', 'not-checked']),
    /** How many findings ask for it. */
    count: z.int().check(z.positive()),
    /** Of the first of them. */
    title: displayText,
    owner,
  })
  const review = z.strictObject({
    answer: z.enum(REVIEW_ANSWERS),
    step: stepId,
    key: text,
    what: displayText,
    was: displayText,
    is: displayText,
    state: text,
    reason: optional(text),
    until: optional(time),
    by: text,
    at: time,
  })
  /** What was true at the end, to compare with on a later day. */
  const baseline = z.strictObject({
    at: time,
    by: text,
    environmentId: text,
    findings: z.array(z.extend(findingSummary, { step: stepId, owner, endsAt: optional(z.number()) })),
    reviews: optional(z.array(review)),
  })
  return { choices: choicesOf(whose), action, actionDescription, pending, receipt, schedule, sentChange, asked, baseline }
}

export type RecordSchemas = ReturnType<typeof make>

/** How the record of a procedure looks. */
export const schemasFor = oncePer(make)

type Of<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>

/** Does not compile when a schema and its type differ, in either direction. */
const schemasAreTheTypes: readonly [
  Same<Of<typeof exchange>, Exchange>,
  Same<Of<typeof refusal>, Refusal>,
  Same<Of<RecordSchemas['actionDescription']>, ActionDescription>,
  Same<Of<typeof maintenanceWindow>, MaintenanceWindow>,
  Same<Of<RecordSchemas['schedule']>, Schedule>,
  Same<Of<RecordSchemas['receipt']>, Receipt>,
  Same<Of<RecordSchemas['sentChange']>, SentChange>,
  Same<Of<typeof attestation>, Attestation>,
  Same<Of<RecordSchemas['baseline']>, Baseline>,
  Same<FindingSummary, Pick<Finding, 'key' | 'id' | 'status' | 'title' | 'seen'>>,
] = [true, true, true, true, true, true, true, true, true, true]
void schemasAreTheTypes
