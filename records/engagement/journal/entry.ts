import * as z from 'zod/mini'
import { oncePer } from '../../../machines/engine/once-per.ts'
import type { DeepReadonly } from '../../../machines/engine/same-type.ts'
import type { DisplayText } from '../../../machines/messages/message.ts'
import { present } from '../../../machines/present.ts'
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
import { time } from '../stored-schema.ts'
import { entryMessages as messages } from './messages.ts'

const text = z.string()
const optional = z.exactOptional

/** Who did it, or was signed in when it was read. */
const account = z.strictObject({ objectId: text, userName: text, displayName: text })

/** The user name of the account; absent where none was signed in. */
const by = optional(text)

const place = {
  cloud: z.strictObject({ id: text, name: text }),
  tenant: z.strictObject({ id: text, name: text }),
  environment: z.strictObject({ id: text, displayName: optional(text) }),
}

/** One check's outcome, and which of the reading's requests showed it (places in `requests`, from 0). */
const seenFinding = z.strictObject({
  ...findingSummary.shape,
  evidence: z.array(z.int()),
  endsAt: optional(z.number()),
  causes: optional(z.array(z.strictObject({ key: text, status: findingStatus }))),
})

/** A finding that reads otherwise than when it was last recorded. */
export const difference = z.strictObject({
  step: stepId,
  key: text,
  title: displayText,
  was: displayText,
  is: displayText,
})

/** What each kind of entry says. Nothing secret is among it; what a service wrote is verbatim. */
function contentsOf(whose: WhoseRecord) {
  const { action, actionDescription, choices, pending, receipt } = schemasFor(whose)
  const plannedAction = z.strictObject({ action, description: actionDescription })
  return {
    /** A person signed in and opened the engagement. */
    opened: z.strictObject({ appVersion: text, ...place, account, practice: optional(text) }),
    choice: z.strictObject({ by, choices }),
    /** One observation of a step, whole. */
    reading: z.strictObject({
      step: sequenceId,
      readAt: time,
      account,
      findings: z.array(seenFinding),
      plan: z.array(plannedAction),
      requests: z.array(exchange),
    }),
    attested: z.strictObject({ step: optional(stepId), key: text, title: displayText, by: text }),
    'gap-acknowledged': z.strictObject({ key: text, title: displayText, by: text }),
    /** The plan as the person saw it, and what was typed to confirm it. */
    confirmed: z.strictObject({
      step: sequenceId,
      by,
      plan: z.array(plannedAction),
      typedName: optional(text),
      /** When the work is to be done: two times and the zone they were stated in. A sentence in older journals. */
      maintenanceWindow: optional(z.union([maintenanceWindow, text])),
    }),
    /** A confirmed plan was left to begin by itself at that time, or how that ended. */
    schedule: z.strictObject({
      step: sequenceId,
      state: z.enum(['set', 'started', 'started-now', 'canceled', 'not-started']),
      /** When it is to begin; with `set` alone. */
      start: optional(time),
      /** Why it did not begin. */
      why: optional(displayText),
      by,
    }),
    /** Written before the request leaves: what has this and no end below it is in doubt, and is read before it is decided. */
    'apply-started': z.strictObject({ step: sequenceId, attempt: z.int(), ...plannedAction.shape }),
    applied: z.strictObject({ started: z.int(), receipt, requests: z.array(exchange) }),
    refused: z.strictObject({ started: z.int(), refusal, requests: z.array(exchange) }),
    /** A reading showed that a change was made whose answer had been lost. */
    found: z.strictObject({ step: sequenceId, receipt }),
    /** Ended in a defect or was canceled: whether the service wrote it is unknown until the next reading. */
    interrupted: z.strictObject({ started: z.int(), why: displayText, requests: z.array(exchange) }),
    /** A poll of something that still runs at the services, if its answer differs from the poll before. */
    looked: z.strictObject({
      pending,
      state: z.enum(['running', 'succeeded', 'failed']),
      stateWord: displayText,
      operationId: optional(text),
      environmentState: optional(displayText),
      refusal: optional(refusal),
      requests: z.array(exchange),
    }),
    /** The step's findings hold nothing that blocks and nothing is planned. `reading` is the number of the line that showed it. */
    proved: z.strictObject({ step: stepId, reading: optional(z.int()), by }),
    'handed-over': z.strictObject({ step: stepId, to: optional(text), file: text, sha256: text, note: optional(text) }),
    received: z.strictObject({ step: stepId, from: text, file: text, sha256: text, note: optional(text) }),
    drift: z.strictObject({ differences: z.array(difference), decision: optional(z.enum(['keep', 'redo', 'stop'])), by }),
    /** What a person said of a change since the baseline. */
    'drift-reviewed': z.strictObject({
      answer: z.enum(REVIEW_ANSWERS),
      ...difference.shape,
      reason: optional(text),
      until: optional(time),
      by: text,
    }),
    /** Something was found broken or left behind at the start, and what was done about it. */
    recovered: z.strictObject({
      what: z.enum(['write-in-doubt', 'journal-torn', 'journal-broken', 'journal-cut', 'engagement-unreadable', 'lock-broken']),
      detail: displayText,
      /** Name of the file in which the broken part is kept. */
      keptAs: optional(text),
    }),
  }
}

const contentsFor = oncePer(contentsOf)

type Contents = ReturnType<typeof contentsOf>
export type EntryKind = keyof Contents
export type ContentOf<Kind extends EntryKind> = DeepReadonly<z.infer<Contents[Kind]>>

/** What can be written into the journal. */
export type Entry = { readonly [Kind in EntryKind]: { readonly kind: Kind; readonly content: ContentOf<Kind> } }[EntryKind]

/** An entry with its place in the journal. */
export type Recorded = Entry & { readonly sequence: number; readonly at: number; readonly clockBack?: number }

const isKind = (contents: Contents, kind: string): kind is EntryKind => Object.hasOwn(contents, kind)

/** As the chain has it. */
interface LineToRead {
  readonly sequence: number
  readonly at: number
  readonly clockBack?: number
  readonly kind: string
  readonly content: unknown
}

type Read = { readonly ok: true; readonly entry: Recorded } | { readonly ok: false; readonly why: DisplayText }

/** A line never changes, and a journal is read from its beginning each time something is said about it. */
const entryOf = oncePer((line: LineToRead, whose: WhoseRecord): Read => {
  const { kind, sequence, at, clockBack } = line
  const contents = contentsFor(whose)
  if (!isKind(contents, kind)) return { ok: false, why: messages.unknownKind({ kind }) }
  const parsed = contents[kind].safeParse(line.content)
  if (!parsed.success) return { ok: false, why: messages.otherContent({ kind }) }
  // Kind and content belong together by the table above; the compiler cannot follow a union through it.
  const entry = { kind, content: parsed.data } as Entry
  return { ok: true, entry: { ...entry, sequence, at, ...present({ clockBack }) } }
})

/**
 * Reads what a line of a checked chain says.
 * @returns the entry, or why this version cannot read it: a kind of a newer version, or another content than the kind has
 */
export const readEntry = (whose: WhoseRecord, line: LineToRead): Read => entryOf(line, whose)
