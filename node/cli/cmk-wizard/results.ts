import * as z from 'zod'
import type { DeepReadonly } from '#machines/engine/same-type.ts'
import { DIFFERENCES } from '#machines/procedure/first-contact/compare.ts'
import { OWNERS } from '#machines/procedure/owners/owners.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'

/* Output of `--json`. Programs use IDs, keys and states; titles are for people, in the output's language. A version may gain members. */

export const RESULT_VERSION = 1

const optional = z.exactOptional
const text = z.string()
const count = z.int().nonnegative()
const time = z.int().describe('Milliseconds since 1970-01-01T00:00:00Z')
const step = z.enum(STEP_IDS as [string, ...string[]])
const owner = z.enum(OWNERS).describe('Who can resolve it')

const details = optional(text).describe('The service’s own words')

const problem = z
  .object({ title: text, meaning: text, remedy: text, owner: optional(owner), details })
  .describe('Why something could not be read')

const environment = z.object({ id: text, name: text, type: optional(text) })

const finding = z.object({
  step,
  key: text.describe('Of the check: stable'),
  id: text.describe('Entry of the failure catalogue'),
  status: z.enum(['pass', 'warning', 'fail', 'unknown']),
  planned: z.boolean().describe('A planned change resolves it'),
  confirmed: z.boolean().describe('A person confirmed what the services cannot tell'),
  title: text,
  found: text,
  remedy: text,
  owner,
  source: z
    .object({ title: text, url: text, edition: optional(text).describe('Its date, ISO 8601'), heading: optional(text) })
    .describe('Document that the check rests on'),
  details,
})

const unread = z
  .object({
    step: optional(step),
    key: optional(text).describe('Of the finding that says the same'),
    title: text,
    meaning: text,
    remedy: text,
    owner: optional(owner),
    details,
  })
  .describe('Something that couldn’t be read')

const change = z.object({
  step,
  kind: text.describe('Of the change: stable'),
  title: text,
  resource: text,
  usersCutOff: z.boolean(),
  reversible: text,
})

const CHECK_STATES = ['in-order', 'running', 'to-confirm', 'changes-planned', 'action-required', 'not-read', 'canceled'] as const
const DRIFT_STATES = ['unchanged', 'changed', 'no-baseline', 'not-read', 'canceled'] as const

const checked = z.object({
  ...environment.shape,
  state: z.enum(CHECK_STATES),
  situation: optional(text).describe('As `state` in `status`, and in the list that the app exports'),
  checkedAt: optional(time),
  findings: z.array(finding),
  unread: z.array(unread).describe('Everything that couldn’t be read'),
  changes: z.array(change),
  problem: optional(problem),
})

const planned = checked.extend({
  script: optional(z.object({ language: z.enum(SCRIPT_LANGUAGES), files: z.array(z.object({ name: text, text })) })),
})

const compared = z.object({
  ...environment.shape,
  state: z.enum(DRIFT_STATES),
  checkedAt: optional(time),
  baselineAt: optional(time),
  changes: z.array(
    z.object({
      step,
      key: text.describe('Of the check: stable'),
      what: optional(text),
      was: text,
      is: text,
      turn: z.enum(['worse', 'better', 'other']),
      owner,
      remedy: optional(text),
      snoozedUntil: optional(time).describe('A person has set it aside until then: it doesn’t count'),
    }),
  ),
  problem: optional(problem),
})

const listed = z.object({ ...environment.shape, location: text, url: optional(text), financeAndOperationsUrl: optional(text) })

const recorded = z.object({
  record: text.describe('Name of the folder'),
  customer: text,
  tenantId: text,
  environment: optional(environment),
  state: text,
  why: optional(text),
  checkedAt: optional(time),
  savedAt: optional(time),
  baselineAt: optional(time),
  steps: z.array(z.enum(['verified', 'action-required', 'current', 'open'])),
})

const EXIT_CODES = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(130)])

const document = <Name extends string, Shape extends z.ZodRawShape>(verb: Name, shape: Shape) =>
  z.object({
    format: z.literal('cmk-wizard'),
    version: z.literal(RESULT_VERSION),
    verb: z.literal(verb),
    wizard: optional(text).describe('Version of the program that wrote it'),
    language: text,
    at: time,
    exitCode: EXIT_CODES,
    ...shape,
  })

const customer = <Environment extends z.ZodType>(each: Environment) =>
  z.object({
    customer: text,
    tenantId: optional(text),
    account: optional(text),
    practice: z.boolean().describe('Nothing in it is real'),
    recording: optional(z.literal(true)).describe('What a real tenant answered at an earlier time, under other names'),
    problem: optional(problem),
    canceled: optional(z.literal(true)).describe('Before its environments were listed'),
    environments: z.array(each),
  })

const partial = optional(z.enum(['canceled', 'timed-out']).describe('Stopped before everything was read'))

const documents = {
  environments: document('environments', { customers: z.array(customer(listed)), partial }),
  check: document('check', { customers: z.array(customer(checked)), partial }),
  plan: document('plan', { customers: z.array(customer(planned)), partial, problem: optional(problem) }),
  drift: document('drift', { customers: z.array(customer(compared)), partial }),
  'first-contact': document('first-contact', {
    practice: z.boolean().describe('Nothing in it is real'),
    answers: count.describe('How many were compared'),
    differences: z.array(
      z.object({
        kind: z.enum(DIFFERENCES),
        operation: text.describe('What was asked'),
        place: text.describe('Path of the member or name of the header'),
        seen: text,
        title: text,
        meaning: text.describe('For the wizard'),
      }),
    ),
    held: z.array(text).describe('What was asked and answered as expected'),
    refused: z.array(z.object({ operation: text, status: z.int(), code: text })).describe('Not compared'),
    settled: z.array(z.object({ entry: text.describe('ID in “What isn’t verified”'), found: text })),
    recording: optional(z.record(text, z.unknown())).describe('Structure only, as it’s saved'),
    file: optional(text).describe('Where it was saved'),
    problem: optional(problem),
    partial,
  }),
  status: document('status', { folder: text, records: z.array(recorded), problem: optional(problem) }),
  report: document('report', { file: text, environment: optional(environment), problem: optional(problem) }),
  verify: document('verify', {
    files: z.array(
      z.object({
        file: text,
        state: z.enum(['valid', 'not-valid', 'not-read']),
        why: optional(text),
        lines: optional(count),
        madeAt: optional(time),
        madeBy: optional(text),
        environment: optional(environment),
        hash: optional(text).describe('Of the last line of the log: kept elsewhere, it proves that the report was not rewritten'),
      }),
    ),
  }),
}

const anyDocument = z.discriminatedUnion('verb', [
  documents.environments,
  documents.check,
  documents.plan,
  documents.drift,
  documents['first-contact'],
  documents.status,
  documents.report,
  documents.verify,
])

export const resultSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `cmk-wizard-result-${RESULT_VERSION}`,
  title: `What cmk-wizard prints with --json, version ${RESULT_VERSION}`,
  ...z.toJSONSchema(anyDocument, { io: 'input', reused: 'ref' }),
})

export type ExitCode = DeepReadonly<z.infer<typeof EXIT_CODES>>
export const worst = (codes: readonly ExitCode[]): ExitCode => ([130, 3, 2, 1] as const).find((code) => codes.includes(code)) ?? 0

export type ResultDocument = DeepReadonly<z.infer<typeof anyDocument>>
export type ProblemResult = DeepReadonly<z.infer<typeof problem>>
export type Finding = DeepReadonly<z.infer<typeof finding>>
export type Checked = DeepReadonly<z.infer<typeof checked>>
export type Planned = DeepReadonly<z.infer<typeof planned>>
export type ComparedEnvironment = DeepReadonly<z.infer<typeof compared>>
export type Listed = DeepReadonly<z.infer<typeof listed>>
export type Recorded = DeepReadonly<z.infer<typeof recorded>>
export type Verified = DeepReadonly<z.infer<typeof documents.verify>>['files'][number]
export interface CustomerResult<Each> {
  readonly customer: string
  readonly tenantId?: string
  readonly account?: string
  readonly practice: boolean
  readonly recording?: true
  readonly problem?: ProblemResult
  readonly canceled?: true
  readonly environments: readonly Each[]
}
