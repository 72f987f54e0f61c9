import * as z from 'zod/mini'
import type { DeepReadonly, Same } from '../machines/engine/same-type.ts'
import { SIDE_PAGES } from '../machines/engine/wizard/side-pages.ts'
import { SIGN_IN_WAYS } from '../machines/sign-in/sign-in.ts'
import type { WizardView } from '../messages/view.ts'
import { signInRequest } from './contract.ts'
import { coverage, evidence, handOver, operations, preflight } from './view-schema-of-side-pages.ts'
import {
  finding,
  link,
  notedRow,
  optional,
  part,
  passage,
  pitfall,
  problem,
  receipt,
  source,
  step,
  stepId,
  story,
  text,
  time,
} from './view-schema-of-step.ts'

const stepperEntry = z.strictObject({
  id: stepId,
  title: text,
  state: z.enum(['done', 'now', 'open', 'closed']),
  note: text,
  parts: z.array(z.strictObject({ part, title: text, state: z.enum(['pass', 'confirmed', 'warning', 'fail', 'planned', 'open']) })),
})

const closing = z.strictObject({
  title: text,
  lead: text,
  checkedAt: optional(time),
  checking: z.boolean(),
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

/**
 * The view as it must look when it arrives in the window. Main made it, but a boundary is a boundary: a view that does not
 * parse is not drawn half. That this is `WizardView`, no more and no less, is proved below at compile time.
 */
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
