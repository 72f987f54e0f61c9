import * as z from 'zod/mini'
import { nearestTime, time } from '#contract/shapes.ts'
import { defined } from '#machines/defined.ts'
import { oncePer } from '#machines/engine/once-per.ts'
import type { DeepReadonly } from '#machines/engine/same-type.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { displayText } from '../display-text-schema.ts'
import {
  exchange,
  findingStatus,
  findingSummary,
  maintenanceWindow,
  REVIEW_ANSWERS,
  refusal,
  schemasFor,
  sequenceId,
  stepId,
  type WhoseRecord,
} from '../schemas.ts'
import { entryMessages as messages } from './messages.ts'

const text = z.string()
const optional = z.exactOptional

const account = z.strictObject({ objectId: text, userName: text, displayName: text })

/** User name; absent if not signed in. */
const by = optional(text)

const place = {
  cloud: z.strictObject({ id: text, name: text }),
  tenant: z.strictObject({ id: text, name: text }),
  environment: z.strictObject({ id: text, displayName: optional(text) }),
}

/** A check's result with the indexes of its requests in `requests`. */
const seenFinding = z.strictObject({
  ...findingSummary.shape,
  evidence: z.array(z.int()),
  endsAt: optional(nearestTime),
  causes: optional(z.array(z.strictObject({ key: text, status: findingStatus }))),
})

export const difference = z.strictObject({
  step: stepId,
  key: text,
  title: displayText,
  was: displayText,
  is: displayText,
})

/** Content of each kind of entry. No secrets; services' texts are verbatim. */
function contentsOf(whose: WhoseRecord) {
  const { action, actionDescription, choices, pending, receipt } = schemasFor(whose)
  const plannedAction = z.strictObject({ action, description: actionDescription })
  return {
    opened: z.strictObject({ appVersion: text, ...place, account, practice: optional(text) }),
    choice: z.strictObject({ by, choices }),
    reading: z.strictObject({
      step: sequenceId,
      readAt: time,
      account,
      findings: z.array(seenFinding),
      plan: z.array(plannedAction),
      requests: z.array(exchange),
      /** Of the engagement's environment. Absent if it couldn't be read, and in older journals. */
      environment: optional(
        z.strictObject({ heldBy: optional(text), locked: optional(z.literal(true)), linked: optional(z.literal(true)) }),
      ),
    }),
    attested: z.strictObject({ step: optional(stepId), key: text, title: displayText, by: text }),
    'gap-acknowledged': z.strictObject({ key: text, title: displayText, by: text }),
    /** The plan as shown, and what was typed to confirm it. */
    confirmed: z.strictObject({
      step: sequenceId,
      by,
      plan: z.array(plannedAction),
      typedName: optional(text),
      /** Two times with their zone. A sentence in older journals. */
      maintenanceWindow: optional(z.union([maintenanceWindow, text])),
    }),
    schedule: z.strictObject({
      step: sequenceId,
      state: z.enum(['set', 'started', 'started-now', 'canceled', 'not-started']),
      /** Only with `set`. */
      start: optional(time),
      why: optional(displayText),
      by,
    }),
    /** Written before the request is sent: without an end below, the write is in doubt and is read before any decision. */
    'apply-started': z.strictObject({ step: sequenceId, attempt: z.int(), ...plannedAction.shape }),
    applied: z.strictObject({ started: z.int(), receipt, requests: z.array(exchange) }),
    refused: z.strictObject({ started: z.int(), refusal, requests: z.array(exchange) }),
    /** A reading showed a change whose answer was lost. */
    found: z.strictObject({ step: sequenceId, receipt }),
    /** A defect or cancellation: the outcome is unknown until the next reading. */
    interrupted: z.strictObject({ started: z.int(), why: displayText, requests: z.array(exchange) }),
    /** A poll with a new answer. */
    looked: z.strictObject({
      pending,
      state: z.enum(['running', 'succeeded', 'failed']),
      stateWord: displayText,
      operationId: optional(text),
      environmentState: optional(displayText),
      refusal: optional(refusal),
      requests: z.array(exchange),
    }),
    /** Nothing blocks and nothing is planned. `reading`: line number of the evidence. */
    proved: z.strictObject({ step: stepId, reading: optional(z.int()), by }),
    'handed-over': z.strictObject({ step: stepId, to: optional(text), file: text, sha256: text, note: optional(text) }),
    received: z.strictObject({ step: stepId, from: text, file: text, sha256: text, note: optional(text) }),
    drift: z.strictObject({ differences: z.array(difference), decision: optional(z.enum(['keep', 'redo', 'stop'])), by }),
    'drift-reviewed': z.strictObject({
      answer: z.enum(REVIEW_ANSWERS),
      ...difference.shape,
      reason: optional(text),
      until: optional(nearestTime),
      by: text,
    }),
    /** Damage or leftovers found on opening, and the repair. */
    recovered: z.strictObject({
      what: z.enum(['write-in-doubt', 'journal-torn', 'journal-broken', 'journal-cut', 'engagement-unreadable', 'lock-broken']),
      detail: displayText,
      keptAs: optional(text),
    }),
  }
}

const contentsFor = oncePer(contentsOf)

type Contents = ReturnType<typeof contentsOf>
export type EntryKind = keyof Contents
export type ContentOf<Kind extends EntryKind> = DeepReadonly<z.infer<Contents[Kind]>>

export type Entry = { readonly [Kind in EntryKind]: { readonly kind: Kind; readonly content: ContentOf<Kind> } }[EntryKind]

export type Recorded = Entry & { readonly sequence: number; readonly at: number; readonly clockBack?: number }

const isKind = (contents: Contents, kind: string): kind is EntryKind => Object.hasOwn(contents, kind)

interface LineToRead {
  readonly sequence: number
  readonly at: number
  readonly clockBack?: number
  readonly kind: string
  readonly content: unknown
}

type Read = { readonly ok: true; readonly entry: Recorded } | { readonly ok: false; readonly why: DisplayText }

/** Cached: lines are immutable, and a journal is read from its start each time. */
const entryOf = oncePer((line: LineToRead, whose: WhoseRecord): Read => {
  const { kind, sequence, at, clockBack } = line
  const contents = contentsFor(whose)
  if (!isKind(contents, kind)) return { ok: false, why: messages.unknownKind({ kind }) }
  const parsed = contents[kind].safeParse(line.content)
  if (!parsed.success) return { ok: false, why: messages.otherContent({ kind }) }
  // Kind and content match by the table above; the compiler can't follow.
  const entry = { kind, content: parsed.data } as Entry
  return { ok: true, entry: { ...entry, sequence, at, ...defined({ clockBack }) } }
})

/** Parses the content of a checked line. @returns the entry, or why this version can't read it: a newer kind or an invalid content */
export const readEntry = (whose: WhoseRecord, line: LineToRead): Read => entryOf(line, whose)
