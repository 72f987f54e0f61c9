import * as z from 'zod/mini'
import { nearestTime, storedSchemasOf, time } from '#contract/shapes.ts'
import { type Action, type ActionDescription, type Pending, REVERSIBLE, type Receipt } from '#machines/engine/action.ts'
import { REFUSAL_REASONS, type Refusal } from '#machines/engine/answer.ts'
import type { Baseline } from '#machines/engine/drift/baseline.ts'
import { oncePer } from '#machines/engine/once-per.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { DeepReadonly, Same } from '#machines/engine/same-type.ts'
import { ASKED_STATES } from '#machines/engine/situation/situation.ts'
import type { Exchange } from '#machines/engine/step/evidence.ts'
import type { Attestation, Finding } from '#machines/engine/step/finding.ts'
import type { MaintenanceWindow } from '#machines/engine/step/maintenance-window.ts'
import type { Schedule } from '#machines/engine/step/scheduled.ts'
import type { SentChange } from '#machines/engine/step/sent.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { displayText, named } from './display-text-schema.ts'
import { ofKinds } from './stored-schema.ts'

/* Stored forms for reading. Files may be truncated, edited or foreign. Compile-time checks below prove that each schema
   matches its type. */

const text = z.string()
export const REVIEW_ANSWERS = ['accepted', 'snoozed', 'resumed'] as const
export const findingStatus = z.enum(['pass', 'warning', 'fail', 'unknown'])
const optional = z.exactOptional
/** Of any procedure; the reader knows its own. */
export const stepId = text
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
  challenge: optional(z.strictObject({ asksFor: z.enum(['second-factor', 'sign-in']), scope: text, claims: text })),
})

/** For downtime or irreversible changes. */
export const maintenanceWindow = z.strictObject({ from: time, to: time, timeZone: text })

export const attestation = z.strictObject({ key: text, by: text, at: time, title: optional(displayText) })

/** Enough of a finding to show and compare it. */
export const findingSummary = z.strictObject({
  key: text,
  id: z.templateLiteral(['F-', z.string()]),
  status: findingStatus,
  title: displayText,
  seen: displayText,
})
export type FindingSummary = DeepReadonly<z.infer<typeof findingSummary>>

export type Kept = Pick<Procedure, 'actions' | 'owners' | 'stored'>

/** For readers that restore nothing, such as the list of engagements: procedure data is accepted as is. */
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
  const chosen = storedSchemasOf(whose.stored.chosen)
  return z.strictObject({
    ...chosen,
    ...storedSchemasOf(whose.stored.choices),
    environmentId: optional(text),
    told: optional(z.strictObject({ ...chosen, ...told })),
  })
}

function make(whose: WhoseRecord) {
  const definitions = 'isAny' in whose ? [] : whose.actions.all
  /** An action of this or another procedure; of others only the kind is known. */
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
  /** Owners are text in the engine; the procedure defines them. */
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

  const sentChange = z.strictObject({ action, at: time, before: optional(time), refused: optional(z.literal(true)) })
  /** Starts automatically with its window. */
  const schedule = z.strictObject({
    setAt: time,
    by: optional(text),
    window: maintenanceWindow,
    plan: z.array(action),
    found: z.array(z.strictObject({ key: text, status: findingStatus, title: displayText })),
  })
  /** A step's most urgent request, for the list of engagements. */
  const asked = z.strictObject({
    state: z.enum(ASKED_STATES),
    count: z.int().check(z.positive()),
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
    reason: optional(text.check(z.overwrite(withoutMarks))),
    until: optional(nearestTime),
    by: text,
    at: time,
  })
  /** State at the end, for drift. */
  const baseline = z.strictObject({
    at: time,
    by: text,
    environmentId: text,
    findings: z.array(z.extend(findingSummary, { step: stepId, owner, endsAt: optional(nearestTime) })),
    reviews: optional(z.array(review)),
  })
  return { choices: choicesOf(whose), action, actionDescription, pending, receipt, schedule, sentChange, asked, baseline }
}

export type RecordSchemas = ReturnType<typeof make>

export const schemasFor = oncePer(make)

type Of<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>

/** Compiles only if schemas and types match. */
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
