import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { defined } from '#machines/defined.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { CHANNELS, PACKAGE_KINDS, type ReadRelease } from '#machines/updates/update.ts'
import { isVersion } from '#machines/updates/version.ts'
import { openEnvelope } from './envelope.ts'

/** Releases of other products signed with the same key are refused. */
const PRODUCT = 'io.github.cmk-enablement-wizard'

/** Valid in every file system. */
const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/
/** Larger than any package of this app. */
const LARGEST_PACKAGE = 1024 ** 3

const release = z.strictObject({
  product: z.literal(PRODUCT),
  channel: z.enum(CHANNELS),
  version: z.string().max(32).refine(isVersion),
  expires: z.iso.datetime(),
  notes: z
    .url({ protocol: /^https$/ })
    .max(2048)
    .optional(),
  packages: z
    .array(
      z.strictObject({
        kind: z.enum(PACKAGE_KINDS),
        arch: z.enum(['x64', 'arm64']),
        file: z.string().regex(FILE),
        size: z.int().min(1).max(LARGEST_PACKAGE),
        // 64 bytes.
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
      }),
    )
    .min(1)
    .max(32),
})

/** Only if signed by one of the publisher's keys. */
export function readRelease(text: string, keys: readonly KeyObject[]): ReadRelease {
  const opened = openEnvelope(text, keys)
  if (!opened.ok) return opened
  const found = parsedJson(opened.payload)
  if (found === undefined) return { ok: false, refused: 'malformed' }
  const parsed = release.safeParse(found)
  if (!parsed.success) return { ok: false, refused: 'malformed' }
  const { product: _, expires, notes, ...rest } = parsed.data
  return { ok: true, release: { ...rest, expires: Date.parse(expires), ...defined({ notes }) } }
}
