import { isUtf8 } from 'node:buffer'
import * as z from 'zod/mini'
import { oncePer } from '../../machines/engine/once-per.ts'
import type { DeepReadonly } from '../../machines/engine/same-type.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { SIGN_IN_WAYS } from '../../machines/sign-in/sign-in.ts'
import { damageOf, digestOf } from '../../services/canonical-json.ts'
import { displayText } from './display-text-schema.ts'
import type { Kept } from './durable-file.ts'
import { fileMessages as messages } from './messages.ts'
import { attestation, findingSummary, maintenanceWindow, schemasFor, stepId, type WhoseRecord } from './schemas.ts'
import { time } from './stored-schema.ts'

/** Of the engagement file. A change that an older version could not read counts one up, with a migration and a golden file. */
export const SCHEMA_VERSION = 6

const text = z.string()
const optional = z.exactOptional

/** The cloud, tenant and environment that are worked on, and the account that does. */
export const whose = {
  cloud: z.strictObject({ id: text, name: text }),
  tenant: z.strictObject({ id: text, name: text }),
  account: z.strictObject({ objectId: text, userName: text, displayName: text }),
  /** How the person signed in, so that it can be asked for again. No secret is among it. */
  signIn: optional(
    z.strictObject({
      way: z.enum(SIGN_IN_WAYS),
      tenant: text,
      cloud: text,
      clientId: optional(text),
      certificatePath: optional(text),
    }),
  ),
}

function make(record: WhoseRecord) {
  const { asked, baseline, choices, pending, receipt, schedule, sentChange } = schemasFor(record)
  /** What cannot be observed of something that is carried out. */
  const carriedOut = {
    /** What still runs at the services: its address is here before anything waits for it. */
    pending: optional(pending),
    /** What was done, with the ids of what it was done to. */
    receipts: z.array(receipt),
    /** The maintenance window that was stated last. */
    window: optional(maintenanceWindow),
    /** Confirmed, to begin by itself: off the disk before its first change is begun. */
    schedule: optional(schedule),
    /** Changes whose answer was lost, until a reading shows what came of them. */
    sent: optional(z.array(sentChange)),
    /** A run that is confirmed was making its changes when this was saved: the first of them leaves no other trace until it's answered. */
    applying: optional(z.literal(true)),
  }

  const step = z.strictObject({
    /** When the step's last reading was made; absent for a step that was never read. */
    readAt: optional(time),
    proved: z.boolean(),
    findings: z.array(findingSummary),
    /** How many changes were left to make. */
    planned: z.int(),
    /** Absent where it asked for nothing. */
    asks: optional(asked),
    ...carriedOut,
  })

  const engagement = z.strictObject({
    schema: z.literal(SCHEMA_VERSION),
    appVersion: text,
    ...whose,
    environment: z.strictObject({
      id: text,
      displayName: optional(text),
      /** As the service names it, for example `Production`. */
      type: optional(text),
    }),
    createdAt: time,
    savedAt: time,
    /** The step that was on screen, or `closing`. */
    reached: stepId,
    choices,
    attestations: z.array(attestation),
    acknowledged: z.array(z.strictObject({ key: text, title: displayText, by: text, at: time })),
    /** Every step of the procedure that was run, in its order. */
    steps: z.record(stepId, step),
    /** The policy that holds the environment lost access to its key. */
    locked: optional(z.literal(true)),
    /** When the key expires, as it was read last. */
    keyExpires: optional(time),
    /** When the key is renewed by its policy, or is to be by a person. */
    rotation: optional(z.strictObject({ at: z.number(), byPolicy: z.boolean() })),
    /** When the access of the account's organization to the tenant ends. */
    accessEnds: optional(time),
    /** After the link: those that something was done in. */
    operations: z.record(stepId, z.strictObject(carriedOut)),
    /** What was true when the closing page was entered. */
    end: optional(baseline),
    /** The journal's last line when this was saved. */
    journal: optional(z.strictObject({ sequence: z.int(), hash: text })),
  })
  return { engagement, step }
}

const schemas = oncePer(make)

type Made = ReturnType<typeof make>

/** One customer's environment: what can't be observed, and what was last read, to compare. Holds no secret. */
export type Engagement = DeepReadonly<z.infer<Made['engagement']>>
export type EngagementStep = DeepReadonly<z.infer<Made['step']>>

/** From each older version to the next, by the version that is read. */
const MIGRATIONS: Readonly<Record<number, (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>> = {
  // Version 1 knew nothing of operations, and of no window after a restart.
  1: (older) => ({ ...older, schema: 2, operations: {} }),
  // Version 2 held sentences where version 3 holds messages as well.
  2: (older) => ({ ...older, schema: 3 }),
  // Version 3 did not keep what the list of engagements says beyond the steps: what is missing is not said.
  3: (older) => ({ ...older, schema: 4 }),
  // Version 4 left nothing to begin by itself.
  4: (older) => ({ ...older, schema: 5 }),
  // Version 5 didn’t say that a run was making its changes, how what a receipt began ended, or who asked for a handoff.
  5: (older) => ({ ...older, schema: 6 }),
}

const versioned = z.looseObject({ schema: z.int().check(z.positive()) })

/** No engagement comes near it; what is larger is not read at all. In bytes. */
export const LARGEST_ENGAGEMENT = 5_000_000

export type ReadEngagement =
  | { readonly ok: true; readonly engagement: Engagement }
  /** `newer`: nothing is wrong with it, and this version must leave it alone. */
  | { readonly ok: false; readonly newer: boolean; readonly why: DisplayText }

const unreadable = (why: DisplayText): ReadEngagement => ({ ok: false, newer: false, why })

/** The same for the content at the file's place. */
export const readKeptEngagement = (whose: WhoseRecord, kept: Kept): ReadEngagement => {
  if (!kept.ok) return unreadable(kept.why)
  return isUtf8(kept.bytes) ? readEngagement(whose, kept.bytes.toString('utf8')) : unreadable(messages.notText)
}

/** The file, with a digest of everything else in it: a bit that fell over on the disk would read as another choice. */
export const writeEngagement = (written: Engagement): string =>
  `${JSON.stringify({ ...written, digest: digestOf(written) }, undefined, 1)}\n`

/** Reads an engagement file of this or an older version. */
export function readEngagement(whose: WhoseRecord, content: string): ReadEngagement {
  let body: unknown
  try {
    body = JSON.parse(content)
  } catch {
    return unreadable(content.trim() === '' ? messages.empty : messages.notJson)
  }
  const known = versioned.safeParse(body)
  if (!known.success) return unreadable(messages.noVersion)
  const { schema } = known.data
  if (schema > SCHEMA_VERSION) return { ok: false, newer: true, why: messages.newer({ version: schema, known: SCHEMA_VERSION }) }
  // Version 1 was written without a digest.
  const damage = schema === 1 && known.data['digest'] === undefined ? undefined : damageOf(Object(body))
  if (damage !== undefined) return unreadable(damage)
  const { digest: _, ...rest } = known.data
  let migrated: Readonly<Record<string, unknown>> = rest
  for (let version = schema; version < SCHEMA_VERSION; version++) {
    const migrate = MIGRATIONS[version]
    if (!migrate) return unreadable(messages.noMigration({ version, known: SCHEMA_VERSION }))
    migrated = migrate(migrated)
  }
  const parsed = schemas(whose).engagement.safeParse(migrated)
  if (parsed.success) return { ok: true, engagement: parsed.data }
  const place = parsed.error.issues[0]?.path.map(String).join('.')
  return unreadable(place ? messages.otherAt({ place }) : messages.otherForm)
}

/** A step that was never read. */
export const NEVER_READ: EngagementStep = { proved: false, findings: [], planned: 0, receipts: [] }

/** An engagement of which nothing is known yet. */
export const newEngagement = (
  whose: Pick<Engagement, 'appVersion' | 'cloud' | 'tenant' | 'environment' | 'account' | 'signIn' | 'reached' | 'steps'>,
  now: number,
): Engagement => ({
  schema: SCHEMA_VERSION,
  ...whose,
  createdAt: now,
  savedAt: now,
  choices: { environmentId: whose.environment.id },
  attestations: [],
  acknowledged: [],
  operations: {},
})
