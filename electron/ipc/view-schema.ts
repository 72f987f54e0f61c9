import * as z from 'zod/mini'
import { COVERAGE_GROUPS } from '../../machines/coverage/item.ts'
import { LINK_IDS } from '../../machines/links.ts'
import type { DeepReadonly, Same } from '../../machines/same-type.ts'
import { REFUSAL_REASONS } from '../../machines/services.ts'
import { SIGN_IN_WAYS } from '../../machines/sign-in/sign-in.ts'
import { SOURCE_IDS } from '../../machines/source-ids.ts'
import { ACTION_KINDS, REVERSIBLE } from '../../machines/step/action.ts'
import { OPERATION_IDS, OWNERS, STEP_IDS } from '../../machines/step/finding.ts'
import { SIDE_PAGES } from '../../machines/wizard/side-pages.ts'
import type { WizardView } from '../../machines/wizard/view.ts'
import { coverageItem, maintenanceWindow, policyChoices, signInRequest } from './contract.ts'

/*
 * The view as it must look when it arrives in the window. Main made it, but a boundary is a boundary: a view that does not
 * parse is not drawn half. That this is `WizardView`, no more and no less, is proved below at compile time.
 */

const text = z.string()
const time = z.number()
const optional = z.exactOptional
const sourceId = z.enum(SOURCE_IDS)
const stepId = z.enum(STEP_IDS)
const link = z.strictObject({ id: z.enum(LINK_IDS), title: text })
const part = z.enum(['integration', 'environment', 'subscription', 'vault', 'key', 'policy', 'access', 'reader', 'managed', 'link'])
const owner = z.enum(OWNERS)
const passage = z.strictObject({ heading: text, text })
const source = z.strictObject({ id: sourceId, title: text, edition: optional(text) })
const pitfall = z.strictObject({ id: z.templateLiteral(['F-', z.string()]), heading: text, text, source })
const story = { title: text, story: text }

const refusal = z.strictObject({
  reason: z.enum(REFUSAL_REASONS),
  request: text,
  status: optional(z.number()),
  code: optional(text),
  message: text,
  correlationId: optional(text),
  retryAfterSeconds: optional(z.number()),
})

const problem = z.strictObject({
  title: text,
  meaning: text,
  remedy: text,
  owner,
  points: optional(z.array(text)),
  refusal: optional(refusal),
})

const finding = z.strictObject({
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
      z.strictObject({ event: z.literal('GO_TO_PAGE'), page: z.enum(SIDE_PAGES), title: text }),
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

const receipt = z.strictObject({ title: text, resourceId: text, at: time, written: z.boolean() })
const notedRow = z.strictObject({ label: text, value: text, copyable: z.boolean(), hint: optional(text) })

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

const environmentRow = z.strictObject({
  id: text,
  displayName: text,
  sku: text,
  location: text,
  url: optional(text),
  financeAndOperationsUrl: optional(text),
})

const place = z.strictObject({ name: text, resourceGroup: text, location: text })

const policyForm = z.strictObject({
  values: policyChoices,
  chosen: z.boolean(),
  subscriptions: z.array(z.strictObject({ id: text, name: text, state: text })),
  vaults: z.array(place),
  policies: z.array(place),
  regions: z.array(text),
  geography: text,
  account: z.strictObject({ objectId: text, userName: text }),
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

const stepPlan = z.strictObject({ step: stepId, number: z.number(), title: text, plan: z.array(z.strictObject(action)) })

const step = z.strictObject({
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

const stepperEntry = z.strictObject({
  id: stepId,
  title: text,
  state: z.enum(['done', 'now', 'open', 'closed']),
  note: text,
  parts: z.array(z.strictObject({ part, title: text, state: z.enum(['pass', 'warning', 'fail', 'planned', 'open']) })),
})

const closing = z.strictObject({
  title: text,
  lead: text,
  rows: z.array(notedRow),
  receipts: z.array(receipt),
  windows: z.array(z.strictObject({ title: text, from: time, to: time, timeZone: text })),
  attestations: z.array(z.strictObject({ title: text, by: text, at: time })),
  acknowledged: z.array(z.strictObject({ title: text, known: text, by: text, at: time })),
  statuses: z.array(z.strictObject({ word: text, tone: z.enum(['success', 'danger', 'warning']), text })),
  statusesAt: z.strictObject({ clicks: z.array(text), link }),
  keep: z.array(passage),
  warnings: z.array(finding),
  pitfalls: z.array(pitfall),
  sources: z.array(source),
})

const statement = z.strictObject({
  source: sourceId,
  edition: text,
  covers: z.enum(['covered', 'partly', 'not', 'unknown', 'unlisted']),
  says: text,
  terms: optional(z.array(text)),
  forecast: optional(z.strictObject({ words: text, until: optional(text) })),
  title: text,
  disagrees: z.boolean(),
  forecastIs: optional(z.enum(['stale', 'open', 'undated'])),
})

const word = z.strictObject({ by: text, at: time })

const coverage = z.strictObject({
  answering: z.boolean(),
  uses: z.array(
    z.strictObject({
      item: coverageItem,
      title: text,
      hint: optional(text),
      group: z.enum(COVERAGE_GROUPS),
      within: optional(text),
      used: z.boolean(),
    }),
  ),
  answered: optional(word),
  items: z.array(
    z.strictObject({
      item: coverageItem,
      title: text,
      covers: z.enum(['covered', 'partly', 'not', 'unknown']),
      because: optional(text),
      toDo: optional(text),
      known: optional(text),
      newest: statement,
      older: z.array(statement),
      acknowledged: optional(word),
    }),
  ),
  openGaps: z.number(),
  announcement: text,
})

const evidence = z.strictObject({
  journal: optional(z.strictObject({ lines: z.number(), head: text, at: time })),
  rows: z.array(notedRow),
  announcement: text,
})

const stepNamed = { number: z.number(), title: text }
const saidBy = z.strictObject({ title: text, by: text, at: time })

const handOver = z.strictObject({
  reading: z.boolean(),
  steps: z.array(z.strictObject({ id: stepId, ...stepNamed, findings: z.number(), changes: z.number() })),
  suggested: stepId,
  chosen: z.boolean(),
  told: optional(z.strictObject({ by: text, at: time, step: stepId, ...stepNamed })),
  opened: optional(
    z.strictObject({
      purpose: z.enum(['ask', 'hand-back']),
      file: text,
      sha256: text,
      from: text,
      madeAt: time,
      environment: text,
      step: z.strictObject(stepNamed),
      note: optional(text),
      rows: z.array(notedRow),
      proved: z.array(z.strictObject({ ...stepNamed, at: time })),
      findings: z.array(z.strictObject({ title: text, why: text, remedy: text })),
      actions: z.array(
        z.strictObject({
          title: text,
          resource: text,
          before: text,
          after: text,
          undo: text,
          usersCutOff: z.boolean(),
          takes: text,
          owner,
        }),
      ),
      done: z.array(receipt),
      confirmed: z.array(saidBy),
      gaps: z.array(saidBy),
    }),
  ),
  problem: optional(problem),
  announcement: text,
})

const preflight = z.strictObject({
  reading: z.boolean(),
  checkedAt: optional(time),
  environments: z.array(environmentRow),
  chosen: optional(text),
  assumed: optional(z.strictObject({ vault: text, key: text, policy: text, subscription: text })),
  changes: text,
  plans: z.array(stepPlan),
  groups: z.array(z.strictObject({ owner, findings: z.array(finding), message: z.strictObject({ subject: text, body: text }) })),
  settled: z.array(finding),
  problem: optional(problem),
  missing: optional(z.strictObject({ id: z.number(), text })),
  announcement: text,
})

const drift = z.strictObject({
  endAt: time,
  endBy: text,
  reading: z.boolean(),
  comparedAt: optional(time),
  changes: z.array(
    z.strictObject({
      key: text,
      what: text,
      was: text,
      is: text,
      turn: z.enum(['worse', 'better', 'other']),
      owner,
      remedy: optional(text),
    }),
  ),
  problem: optional(problem),
})

const operationId = z.enum(OPERATION_IDS)
const operations = z.strictObject({
  drift: optional(drift),
  open: optional(operationId),
  list: z.array(z.strictObject({ id: operationId, title: text, when: text, usersCutOff: z.boolean(), takes: text, state: optional(text) })),
})

const engagementRow = z.strictObject({
  id: text,
  customer: text,
  environment: text,
  cloud: text,
  account: text,
  savedAt: time,
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['encrypting', 'managing', 'removing', 'rotating']), since: time }),
    z.strictObject({ kind: z.literal('proved'), at: time }),
    z.strictObject({ kind: z.literal('open'), step: z.number() }),
    z.strictObject({ kind: z.literal('closed'), why: text }),
  ]),
})

const recovery = z.strictObject({
  reading: z.boolean(),
  savedAt: time,
  account: text,
  differences: z.array(z.strictObject({ key: text, step: z.number(), stepTitle: text, title: text, was: text, is: text })),
  recovered: z.array(text),
  problem: optional(problem),
})

const record = z.strictObject({
  held: optional(
    z.strictObject({
      state: z.enum(['here', 'gone', 'elsewhere', 'unreadable', 'released']),
      user: optional(text),
      host: optional(text),
      processId: optional(z.number()),
      since: optional(time),
    }),
  ),
  problem: optional(text),
})

const eventType = z.enum([
  'OPEN_PRACTICE',
  'CLOSE_TENANT',
  'SIGN_IN',
  'SIGN_OUT',
  'SIGN_IN_AGAIN',
  'CALL_OFF_SIGN_IN',
  'CHOOSE_ENVIRONMENT',
  'CHOOSE_POLICY',
  'CHOOSE_NEXT_POLICY',
  'BROWSE_SUBSCRIPTION',
  'CHANGE_CHOICES',
  'CHECK_AGAIN',
  'TURN_ON_PURGE_PROTECTION',
  'ATTEST',
  'USE_APPS',
  'ACKNOWLEDGE_GAP',
  'REVIEW_PLAN',
  'CONFIRM',
  'CANCEL',
  'STOP_AFTER_THIS',
  'LOOK_NOW',
  'PAUSE',
  'ANSWER_DRIFT',
  'TAKE_OVER',
  'NEXT',
  'BACK',
  'GO_TO_STEP',
  'GO_TO_PAGE',
  'CHECK_ONE',
  'OPEN_OPERATION',
])

const signInWay = z.enum(SIGN_IN_WAYS)

const signInProgress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('browser') }),
  z.strictObject({ kind: z.literal('device-code'), userCode: text, verificationUri: text, expiresAt: time }),
  z.strictObject({ kind: z.literal('tokens'), audience: text }),
])

export const viewSchema = z.strictObject({
  revision: z.number(),
  now: time,
  page: z.enum(['start', 'step', 'closing', 'recovery', ...SIDE_PAGES]),
  practice: optional(z.strictObject({ scenario: text, ...story })),
  customCloud: optional(z.strictObject({ name: text, hosts: z.array(text) })),
  refusedAudiences: z.array(z.strictObject({ audience: text, problem })),
  start: optional(
    z.strictObject({
      scenarios: z.array(z.strictObject({ name: text, ...story })),
      clouds: z.array(
        z.strictObject({ id: text, name: text, custom: z.boolean(), authority: text, verified: z.boolean(), notes: z.array(text) }),
      ),
      engagements: optional(z.array(engagementRow)),
      connecting: z.boolean(),
      signIn: optional(z.strictObject({ request: signInRequest, progress: optional(signInProgress) })),
      resumes: optional(z.strictObject({ environmentId: text, environment: text, tenant: text, cloud: text })),
      problem: optional(problem),
    }),
  ),
  who: optional(
    z.strictObject({ customer: text, tenant: text, cloud: text, account: text, environment: optional(text), note: optional(text) }),
  ),
  signInAgain: optional(
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('needed'), way: signInWay, problem: optional(problem) }),
      z.strictObject({ state: z.literal('running'), way: signInWay, progress: optional(signInProgress) }),
      z.strictObject({ state: z.literal('elsewhere'), way: signInWay }),
    ]),
  ),
  stepper: z.array(stepperEntry),
  pages: z.array(
    z.strictObject({
      page: z.enum(SIDE_PAGES),
      title: text,
      note: text,
      group: z.enum(['before', 'after']),
      now: z.boolean(),
      open: z.boolean(),
    }),
  ),
  step: optional(step),
  coverage: optional(coverage),
  preflight: optional(preflight),
  operations: optional(operations),
  evidence: optional(evidence),
  handOver: optional(handOver),
  closing: optional(closing),
  recovery: optional(recovery),
  record: optional(record),
  announcement: z.strictObject({ id: z.number(), text }),
  can: z.array(eventType),
})

type Parsed = DeepReadonly<z.infer<typeof viewSchema>>

/** Does not compile when the schema and `WizardView` differ, in either direction. */
const schemaIsTheView: Same<Parsed, WizardView> = true

/**
 * Reads a view that arrived over the bridge.
 * @returns the view, or what is wrong with it
 */
export function parseView(value: unknown): { readonly ok: true; readonly view: WizardView } | { readonly ok: false; readonly why: string } {
  const parsed = viewSchema.safeParse(value)
  if (parsed.success) return { ok: schemaIsTheView, view: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, why: `${issue?.path.join('.') || 'view'}: ${issue?.message ?? 'not readable'}` }
}
