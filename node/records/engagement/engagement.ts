import { isUtf8 } from 'node:buffer'
import * as z from 'zod/mini'
import { nearestTime, time } from '#contract/shapes.ts'
import { oncePer } from '#machines/engine/once-per.ts'
import type { DeepReadonly } from '#machines/engine/same-type.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import { damageOf, digestOf } from '../../services/canonical-json.ts'
import { displayText } from './display-text-schema.ts'
import type { Kept } from './durable-file.ts'
import { fileMessages as messages } from './messages.ts'
import { attestation, findingSummary, maintenanceWindow, schemasFor, stepId, type WhoseRecord } from './schemas.ts'

/** Incremented for changes that older versions can't read, with a migration and a golden file. */
export const SCHEMA_VERSION = 7

const text = z.string()
const optional = z.exactOptional

export const whose = {
  cloud: z.strictObject({ id: text, name: text }),
  tenant: z.strictObject({ id: text, name: text }),
  account: z.strictObject({ objectId: text, userName: text, displayName: text }),
  /** How the person signed in, for a later sign-in. No secret. */
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
  /** Parts of work that can't be observed. */
  const carriedOut = {
    /** Runs at the services: stored before anything waits for it. */
    pending: optional(pending),
    receipts: z.array(receipt),
    window: optional(maintenanceWindow),
    /** Starts automatically; removed from disk before its first change. */
    schedule: optional(schedule),
    /** Changes with lost answers, until a reading shows their outcome. */
    sent: optional(z.array(sentChange)),
    /** A confirmed run was making changes at this save: its first change leaves no other trace until answered. */
    applying: optional(z.literal(true)),
    /** Number of changes of the last run, until all are shown as made. */
    confirmed: optional(z.int()),
  }

  const step = z.strictObject({
    /** Last reading; absent: never read. */
    readAt: optional(time),
    proved: z.boolean(),
    findings: z.array(findingSummary),
    planned: z.int(),
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
      /** In the service's words, for example `Production`. */
      type: optional(text),
    }),
    createdAt: time,
    savedAt: time,
    reached: stepId,
    choices,
    attestations: z.array(attestation),
    acknowledged: z.array(z.strictObject({ key: text, title: displayText, by: text, at: time })),
    steps: z.record(stepId, step),
    /** The environment's policy lost access to its key. */
    locked: optional(z.literal(true)),
    /** It is in another policy than the chosen one. */
    otherPolicy: optional(z.literal(true)),
    /** When the key was last read; absent: never, or by an older version. */
    keyReadAt: optional(time),
    keyExpires: optional(nearestTime),
    /** Next version of the key, by policy or person. */
    rotation: optional(z.strictObject({ at: nearestTime, byPolicy: z.boolean() })),
    accessEnds: optional(nearestTime),
    /** Operations with work after the link. */
    operations: z.record(stepId, z.strictObject(carriedOut)),
    end: optional(baseline),
    journal: optional(z.strictObject({ sequence: z.int(), hash: text })),
  })
  return { engagement, step }
}

const schemas = oncePer(make)

type Made = ReturnType<typeof make>

/** Contains no secret. */
export type Engagement = DeepReadonly<z.infer<Made['engagement']>>
export type EngagementStep = DeepReadonly<z.infer<Made['step']>>

const MIGRATIONS: Readonly<Record<number, (older: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>> = {
  // Version 1 had no operations, and no window after a restart.
  1: (older) => ({ ...older, schema: 2, operations: {} }),
  // Version 2 had sentences where version 3 also allows messages.
  2: (older) => ({ ...older, schema: 3 }),
  // Version 3 lacked list data beyond the steps.
  3: (older) => ({ ...older, schema: 4 }),
  // Version 4 had no schedules.
  4: (older) => ({ ...older, schema: 5 }),
  // Version 5 lacked running changes, outcomes of started operations, and requesters of handoffs.
  5: (older) => ({ ...older, schema: 6 }),
  // Version 6 didn't say how many changes a run had, nor whether the environment is in another policy.
  6: (older) => ({ ...older, schema: 7 }),
}

const versioned = z.looseObject({ schema: z.int().check(z.positive()) })

/** Safety limit in bytes; larger files aren't read. */
export const LARGEST_ENGAGEMENT = 5_000_000

export type ReadEngagement =
  | { readonly ok: true; readonly engagement: Engagement }
  /** `newer`: valid, but this version must not touch it. */
  | { readonly ok: false; readonly newer: boolean; readonly why: DisplayText }

const unreadable = (why: DisplayText): ReadEngagement => ({ ok: false, newer: false, why })

export const readKeptEngagement = (whose: WhoseRecord, kept: Kept): ReadEngagement => {
  if (!kept.ok) return unreadable(kept.why)
  return isUtf8(kept.bytes) ? readEngagement(whose, kept.bytes.toString('utf8')) : unreadable(messages.notText)
}

/** With a digest: a flipped bit could read as another choice. */
export const writeEngagement = (written: Engagement): string =>
  `${JSON.stringify({ ...written, digest: digestOf(written) }, undefined, 1)}\n`

export function readEngagement(whose: WhoseRecord, content: string): ReadEngagement {
  const read = readJson(content, LARGEST_ENGAGEMENT)
  if (!read.ok) return unreadable(content.trim() === '' ? messages.empty : read.problem === 'not-json' ? messages.notJson : read.why)
  const body = read.value
  const known = versioned.safeParse(body)
  if (!known.success) return unreadable(messages.noVersion)
  const { schema } = known.data
  if (schema > SCHEMA_VERSION) return { ok: false, newer: true, why: messages.newer({ version: schema, known: SCHEMA_VERSION }) }
  // Version 1 had no digest.
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

export const NEVER_READ: EngagementStep = { proved: false, findings: [], planned: 0, receipts: [] }

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
