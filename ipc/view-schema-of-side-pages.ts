import * as z from 'zod/mini'
import { OPERATION_IDS } from '../machines/engine/step/finding.ts'
import { COVERAGE_GROUPS } from '../machines/procedure/coverage/item.ts'
import { coverageItem } from './contract.ts'
import {
  environmentRow,
  finding,
  notedRow,
  optional,
  owner,
  problem,
  receipt,
  sourceId,
  stepId,
  stepPlan,
  text,
  time,
} from './view-schema-of-step.ts'

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

export const coverage = z.strictObject({
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

export const evidence = z.strictObject({
  journal: optional(z.strictObject({ lines: z.number(), head: text, at: time })),
  rows: z.array(notedRow),
  announcement: text,
})

const stepNamed = { number: z.number(), title: text }
const saidBy = z.strictObject({ title: text, by: text, at: time })

export const handOver = z.strictObject({
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

export const preflight = z.strictObject({
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
export const operations = z.strictObject({
  drift: optional(drift),
  open: optional(operationId),
  list: z.array(z.strictObject({ id: operationId, title: text, when: text, usersCutOff: z.boolean(), takes: text, state: optional(text) })),
})
