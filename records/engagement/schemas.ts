import * as z from 'zod/mini'
import { type Action, type ActionDescription, type Pending, REVERSIBLE, type Receipt } from '../../machines/engine/action.ts'
import { REFUSAL_REASONS, type Refusal } from '../../machines/engine/answer.ts'
import type { Baseline } from '../../machines/engine/drift/baseline.ts'
import type { DeepReadonly, Same } from '../../machines/engine/same-type.ts'
import type { Exchange } from '../../machines/engine/step/evidence.ts'
import type { Attestation, Finding } from '../../machines/engine/step/finding.ts'
import type { MaintenanceWindow } from '../../machines/engine/step/maintenance-window.ts'
import type { SentChange } from '../../machines/engine/step/sent.ts'
import { actions } from '../../machines/procedure/actions/registry.ts'
import type { Choices } from '../../machines/procedure/choices.ts'
import { COVERAGE_ITEM_IDS } from '../../machines/procedure/coverage/item-ids.ts'
import { OWNERS } from '../../machines/procedure/owners.ts'
import { displayText, named } from './display-text-schema.ts'
import { ofKinds, time } from './stored-schema.ts'

/*
 * What is written to disk, as it must look when it is read again. What was written by this program came out of its own types,
 * but a file may have been cut, edited or made elsewhere. That each schema is its type is proved below at compile time.
 */

/** The engine's owners are text: which there are is the procedure's to say. */
export const owner: z.ZodMiniType<string> = z.enum(OWNERS)

const text = z.string()
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

export const policyChoices = z.strictObject({
  subscriptionId: text,
  resourceGroup: text,
  region: text,
  vaultName: text,
  vaultResourceGroup: text,
  keyName: text,
  keySize: z.union([z.literal(2048), z.literal(3072)]),
  policyName: text,
  administratorObjectId: text,
})

const coverageItem = z.enum(COVERAGE_ITEM_IDS)

export const coverageAnswers = z.strictObject({
  answers: z.array(coverageItem),
  by: text,
  at: time,
  acknowledged: z.array(z.strictObject({ item: coverageItem, by: text, at: time })),
})

export const choices = z.strictObject({
  environmentId: optional(text),
  policy: optional(policyChoices),
  turnOnPurgeProtection: optional(z.boolean()),
  coverage: optional(coverageAnswers),
  heldPolicyId: optional(text),
  told: optional(
    z.strictObject({
      by: text,
      at: time,
      step: stepId,
      file: text,
      sha256: text,
      note: optional(text),
      environment: z.strictObject({ id: text, displayName: optional(text), location: optional(text) }),
      policy: optional(policyChoices),
      proved: z.array(z.strictObject({ step: stepId, at: time })),
    }),
  ),
  changedFromPolicyId: optional(text),
  nextPolicyId: optional(text),
})

/** An action of the procedure, or another's, of which only the kind is known: who takes it up says whether it has that kind. */
export const action: z.ZodMiniType<Action> = ofKinds(
  actions.all.map(({ kind, stored }) => ({ kind, fields: stored })),
  {},
  {},
)

export const actionDescription = z.strictObject({
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

export const pending: z.ZodMiniType<Pending> = ofKinds(
  actions.all.flatMap(({ wait }) => wait?.stored ?? []),
  { since: time },
  { until: optional(time) },
)

/** Stated where users are cut off or something cannot be taken back. */
export const maintenanceWindow = z.strictObject({ from: time, to: time, timeZone: text })

export const receipt = z.strictObject({
  kind: text,
  title: displayText,
  resourceId: text,
  at: time,
  written: z.boolean(),
  found: optional(z.literal(true)),
  wish: optional(text),
  pending: optional(pending),
})

/** A change whose answer was lost. */
export const sentChange = z.strictObject({ action, at: time, before: optional(time), refused: optional(z.literal(true)) })

export const attestation = z.strictObject({ key: text, by: text, at: time })

/** What is kept of a finding: enough to show what was found, and to compare it later. */
export const findingSummary = z.strictObject({
  key: text,
  id: z.templateLiteral(['F-', z.string()]),
  status: z.enum(['pass', 'warning', 'fail', 'unknown']),
  title: displayText,
  seen: displayText,
})
export type FindingSummary = DeepReadonly<z.infer<typeof findingSummary>>

/** What a step asked for most when it was read last: what the list of engagements says of it. */
export const asked = z.strictObject({
  state: z.enum(['action-required', 'confirm', 'not-checked']),
  /** How many findings ask for it. */
  count: z.int().check(z.positive()),
  /** Of the first of them. */
  title: displayText,
  owner,
})

/** What was true at the end, to compare with on a later day. */
export const baseline = z.strictObject({
  at: time,
  by: text,
  environmentId: text,
  findings: z.array(z.extend(findingSummary, { step: stepId, owner })),
})

type Of<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>

/** Does not compile when a schema and its type differ, in either direction. */
const schemasAreTheTypes: readonly [
  Same<Of<typeof exchange>, Exchange>,
  Same<Of<typeof refusal>, Refusal>,
  Same<Of<typeof choices>, Choices>,
  Same<Of<typeof actionDescription>, ActionDescription>,
  Same<Of<typeof maintenanceWindow>, MaintenanceWindow>,
  Same<Of<typeof receipt>, Receipt>,
  Same<Of<typeof sentChange>, SentChange>,
  Same<Of<typeof attestation>, Attestation>,
  Same<Of<typeof baseline>, Baseline>,
  Same<FindingSummary, Pick<Finding, 'key' | 'id' | 'status' | 'title' | 'seen'>>,
] = [true, true, true, true, true, true, true, true, true, true]
void schemasAreTheTypes
