import * as z from 'zod/mini'
import { OPERATION_IDS, OWNERS, STEP_IDS } from '../machines/engine/step/finding.ts'
import { SIDE_PAGES } from '../machines/engine/wizard/side-pages.ts'
import { ACTION_KINDS, REVERSIBLE } from '../machines/procedure/action.ts'
import { LINK_IDS } from '../machines/procedure/links.ts'
import { REFUSAL_REASONS } from '../machines/procedure/services.ts'
import { SOURCE_IDS } from '../machines/procedure/source-ids.ts'
import { maintenanceWindow, policyChoices } from './contract.ts'

/* What the view says of a step, and the small parts that its other pages are made of as well. */

export const text = z.string()
export const time = z.number()
export const optional = z.exactOptional
export const sourceId = z.enum(SOURCE_IDS)
export const stepId = z.enum(STEP_IDS)
export const link = z.strictObject({ id: z.enum(LINK_IDS), title: text })
export const part = z.enum(['integration', 'environment', 'subscription', 'vault', 'key', 'policy', 'access', 'reader', 'managed', 'link'])
export const owner = z.enum(OWNERS)
export const passage = z.strictObject({ heading: text, text })
export const source = z.strictObject({ id: sourceId, title: text, edition: optional(text) })
export const pitfall = z.strictObject({ id: z.templateLiteral(['F-', z.string()]), heading: text, text, source })
export const story = { title: text, story: text }

const refusal = z.strictObject({
  reason: z.enum(REFUSAL_REASONS),
  request: text,
  status: optional(z.number()),
  code: optional(text),
  message: text,
  correlationId: optional(text),
  retryAfterSeconds: optional(z.number()),
  taken: optional(z.literal(true)),
  running: optional(z.strictObject({ type: text, name: optional(text), since: optional(text) })),
})

export const problem = z.strictObject({
  title: text,
  meaning: text,
  remedy: text,
  owner,
  points: optional(z.array(text)),
  refusal: optional(refusal),
})

export const finding = z.strictObject({
  key: text,
  id: z.templateLiteral(['F-', z.string()]),
  part,
  status: z.enum(['pass', 'warning', 'fail', 'unknown']),
  title: text,
  seen: text,
  why: text,
  remedy: text,
  owner,
  byHand: z.array(text),
  link: optional(link),
  source: sourceId,
  refusal: optional(refusal),
  planned: z.boolean(),
  offer: optional(
    z.discriminatedUnion('event', [
      z.strictObject({ event: z.literal('TURN_ON_PURGE_PROTECTION'), title: text }),
      z.strictObject({ event: z.literal('GO_TO_PAGE'), page: z.enum(SIDE_PAGES), step: optional(stepId), title: text }),
    ]),
  ),
  attestable: z.boolean(),
  attested: optional(z.strictObject({ by: text, at: time })),
  message: text,
})

const fieldValue = z.nullable(z.union([text, z.number(), z.boolean()]))

const action = {
  key: text,
  kind: z.enum(ACTION_KINDS),
  title: text,
  resource: text,
  before: text,
  after: text,
  reversible: z.enum(REVERSIBLE),
  undo: text,
  usersCutOff: z.boolean(),
  takes: text,
  owner,
  changes: z.array(
    z.strictObject({
      resourceId: text,
      field: text,
      before: fieldValue,
      after: fieldValue,
      chosenByService: optional(z.literal(true)),
      mayStay: optional(z.literal(true)),
    }),
  ),
}

const progress = z.strictObject({
  ...action,
  state: z.enum(['waiting', 'running', 'done', 'refused']),
  startedAt: optional(time),
  waitsFor: optional(text),
  resourceId: optional(text),
  written: optional(z.boolean()),
})

export const receipt = z.strictObject({ title: text, resourceId: text, at: time, written: z.boolean(), found: optional(z.literal(true)) })
export const notedRow = z.strictObject({ label: text, value: text, copyable: z.boolean(), hint: optional(text) })

const wait = z.strictObject({
  title: text,
  range: text,
  since: time,
  lastLookAt: optional(time),
  nextLookAt: optional(time),
  outOfReachSince: optional(time),
  stateWord: text,
  environmentState: optional(text),
  operationId: optional(text),
  stages: z.array(
    z.strictObject({ name: text, state: z.enum(['done', 'running', 'failed', 'open']), from: optional(text), to: optional(text) }),
  ),
  mayClose: z.boolean(),
  problem: optional(problem),
})

export const environmentRow = z.strictObject({
  id: text,
  displayName: text,
  sku: text,
  location: text,
  url: optional(text),
  financeAndOperationsUrl: optional(text),
})

const place = z.strictObject({ name: text, resourceGroup: text, location: text })

const policyForm = z.strictObject({
  environmentId: text,
  fresh: z.strictObject({ vaultName: text, policyName: text }),
  values: policyChoices,
  chosen: z.boolean(),
  problem: optional(problem),
  subscriptions: z.array(z.strictObject({ id: text, name: text, state: text })),
  vaults: z.array(place),
  policies: z.array(place),
  regions: z.array(text),
  geography: text,
  account: z.strictObject({ objectId: text, userName: text, elsewhere: optional(z.literal(true)) }),
})

const picture = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('environments'),
    chosen: optional(text),
    environments: z.array(environmentRow),
    problem: optional(problem),
  }),
  z.strictObject({ kind: z.literal('noted'), rows: z.array(notedRow) }),
  z.strictObject({ kind: z.literal('policy'), form: policyForm }),
  z.strictObject({ kind: z.literal('membership'), rows: z.array(notedRow) }),
  z.strictObject({
    kind: z.literal('policies'),
    rows: z.array(notedRow),
    chosen: optional(text),
    policies: z.array(z.strictObject({ id: text, name: text, location: text, keyName: optional(text), fits: z.boolean() })),
    problem: optional(problem),
  }),
  z.strictObject({ kind: z.literal('none') }),
])

const guide = z.strictObject({
  why: z.array(passage),
  byHand: z.array(z.strictObject({ heading: text, caution: optional(text), clicks: z.array(text), link: optional(link) })),
  whileYouWait: z.array(passage),
  waits: z.array(z.strictObject({ what: text, takes: text, sources: z.array(source) })),
  pitfalls: z.array(pitfall),
  contradictions: z.array(z.strictObject({ topic: text, statements: z.array(z.strictObject({ says: text, source })), goesBy: text })),
  sources: z.array(source),
})

export const stepPlan = z.strictObject({ step: stepId, number: z.number(), title: text, plan: z.array(z.strictObject(action)) })

export const step = z.strictObject({
  id: z.enum([...STEP_IDS, ...OPERATION_IDS]),
  place: optional(z.strictObject({ number: z.number(), of: z.number() })),
  title: text,
  what: text,
  why: text,
  phase: z.enum(['reading', 'choosing', 'reviewing', 'confirming', 'rechecking', 'applying', 'pausing', 'waiting', 'stopped']),
  proved: z.boolean(),
  checkedAt: optional(time),
  findings: z.array(finding),
  plan: z.array(z.strictObject(action)),
  planSummary: text,
  picture,
  confirmation: optional(
    z.strictObject({
      typedName: optional(text),
      irreversible: z.boolean(),
      usersCutOff: z.boolean(),
      cautions: z.array(text),
      timeNeeded: optional(z.number()),
    }),
  ),
  window: optional(maintenanceWindow),
  later: z.array(stepPlan),
  progress: z.array(progress),
  retry: optional(z.strictObject({ attempt: z.number(), of: z.number(), reason: text, nextAt: optional(time) })),
  receipts: z.array(receipt),
  wait: optional(wait),
  problem: optional(problem),
  missing: optional(
    z.strictObject({ id: z.number(), text, findingKey: optional(text), target: z.enum(['finding', 'plan', 'form', 'page']) }),
  ),
  guide,
})
