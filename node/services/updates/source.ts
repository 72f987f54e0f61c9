import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { parsedJson } from '#machines/parsed-json.ts'
import { CHANNELS, type Channel, type OffReason, type PackageKind } from '#machines/updates/update.ts'
import { isLoopback } from '../network/proxy.ts'
import { publisherKey } from './envelope.ts'

/** Organization's update policy; undefined without one. */
export type ManagedUpdates = { readonly feed?: string | undefined; readonly channel?: Channel | undefined } | 'off' | undefined

const publisher = z.strictObject({
  version: z.literal(1),
  /** Ed25519, 32 bytes each in base64. Several during a key replacement. */
  keys: z.array(z.string().length(44)).min(1).max(4),
  feed: z.string().max(2048).optional(),
  channel: z.enum(CHANNELS).default('stable'),
})
export type Publisher = z.infer<typeof publisher>

/** @throws if invalid */
export const parsePublisher = (text: string): Publisher => publisher.parse(parsedJson(text))

export interface UpdateSource {
  /** Ends in a slash. */
  readonly feed: URL
  readonly channel: Channel
  readonly keys: readonly KeyObject[]
  readonly kind: PackageKind
}

function feedAddress(written: string, mayBePlainOnLoopback: boolean): URL | undefined {
  if (!URL.canParse(written)) return undefined
  const address = new URL(written.endsWith('/') ? written : `${written}/`)
  const isPlain = address.username === '' && address.password === '' && address.search === '' && address.hash === ''
  const isSecure = address.protocol === 'https:' || (mayBePlainOnLoopback && address.protocol === 'http:' && isLoopback(address))
  return isPlain && isSecure ? address : undefined
}

/**
 * Source of updates. An organization's feed and channel take precedence over the package's; only the package's keys count.
 * @param kind of this installation; undefined if it can't replace itself
 * @param mayBePlainOnLoopback local http, for tests
 */
export function updateSource(
  given: Publisher | undefined,
  managed: ManagedUpdates,
  kind: PackageKind | undefined,
  mayBePlainOnLoopback: boolean,
): UpdateSource | { readonly off: OffReason } {
  if (managed === 'off') return { off: 'organization' }
  const written = managed?.feed ?? given?.feed
  if (!given || written === undefined) return { off: 'not-configured' }
  if (kind === undefined) return { off: 'package' }
  const feed = feedAddress(written, mayBePlainOnLoopback)
  if (!feed) return { off: 'address' }
  return { feed, channel: managed?.channel ?? given.channel, keys: given.keys.map(publisherKey), kind }
}
