import { z } from 'zod'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import { withoutMarks } from '#machines/messages/one-line.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import type { Json, Recording } from '#machines/procedure/first-contact/recording.ts'
import { nameText } from '../azure/service-text.ts'

const optional = z.exactOptional
const text = z.string()
/** To be shown: an edited file could disguise it. */
const name = text.overwrite((written) => nameText(withoutMarks(written)))

const json: z.ZodType<Json> = z.lazy(() => z.union([text, z.number(), z.boolean(), z.null(), z.array(json), z.record(text, json)]))

/** An address with half an escape can be parsed, but not decoded. */
const isDecodable = (url: string): boolean => {
  try {
    return decodeURIComponent(new URL(url).pathname) !== ''
  } catch {
    return false
  }
}

const policy = z.strictObject({
  subscriptionId: text,
  resourceGroup: text,
  region: text,
  vaultName: text,
  keyStore: optional(z.literal('managed-hsm')),
  vaultResourceGroup: text,
  keyName: text,
  keySize: z.union([z.literal(2048), z.literal(3072)]),
  keyIsImported: optional(z.literal(true)),
  policyName: text,
  tags: optional(z.array(z.strictObject({ name: text, value: text }))),
  administratorObjectId: text,
  administratorIsGroup: optional(z.literal(true)),
})

const recording = z.strictObject({
  format: z.literal('cmk-wizard-recording'),
  version: z.literal(1),
  wizard: text,
  cloud: text,
  at: z.int().min(0).max(LATEST_INSTANT),
  practice: optional(z.literal(true)),
  account: z.strictObject({
    objectId: text,
    userName: name,
    displayName: name,
    tenantId: text,
    homeTenantId: optional(text),
    tenantName: name,
    directoryRoles: z.array(text),
    isApplication: optional(z.literal(true)),
  }),
  choices: z.strictObject({ environmentId: optional(text), policy: optional(policy) }),
  answers: z.array(
    z.strictObject({
      method: z.enum(['GET', 'HEAD', 'POST']),
      url: z.url({ protocol: /^https$/ }).refine(isDecodable),
      signedIn: z.boolean(),
      status: z.int().min(100).max(599),
      headers: z.record(text, text),
      body: optional(json),
      form: optional(z.enum(['empty', 'page', 'text'])),
    }),
  ),
})

/** In bytes. The largest tenants are recorded in a few megabytes. */
export const LARGEST_RECORDING = 16 * 1024 * 1024

/** Undefined if the file isn't a recording. @param written the text of the file */
export const readRecording = (written: string): Recording | undefined => recording.safeParse(parsedJson(written, LARGEST_RECORDING)).data

export const writtenRecording = (recorded: Recording): string => `${JSON.stringify(recorded, undefined, 2)}\n`
