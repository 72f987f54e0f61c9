import type { BusyReason, Channel, OffReason, PackageKind, ReadRelease, Release, ReleasePackage, UpdateRefusal } from './update.ts'
import { compareVersions } from './version.ts'

/** What an update is decided on. */
export interface Situation {
  /** Where updates come from, or why they are off. */
  readonly policy: { readonly channel: Channel } | { readonly off: OffReason }
  /** What this app is doing that must not be disturbed. */
  readonly busy?: BusyReason | undefined
  /** The metadata, once it was fetched. */
  readonly read?: ReadRelease | undefined
  readonly installed: string
  /** The newest version whose metadata was accepted before. */
  readonly newestSeen?: string | undefined
  /** What is installed here. */
  readonly here: { readonly kind: PackageKind; readonly arch: string }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
}

/** What may be done about updates now. */
export type Decision =
  | { readonly is: 'off'; readonly why: OffReason }
  | { readonly is: 'wait'; readonly why: BusyReason }
  | { readonly is: 'check' }
  | { readonly is: 'refused'; readonly why: UpdateRefusal }
  | { readonly is: 'current' }
  | { readonly is: 'offer'; readonly release: Release; readonly package: ReleasePackage }

/** Why metadata that the publisher signed is refused all the same; nothing where it isn't. */
function refusalOf(release: Release, channel: Channel, { installed, newestSeen, now }: Situation): UpdateRefusal | undefined {
  if (release.channel !== channel) return 'channel'
  // Metadata of long ago is signed as well. Without an end, it could hide every later version.
  if (now >= release.expires) return 'expired'
  const isOlder = (than: string | undefined) => than !== undefined && compareVersions(release.version, than) < 0
  return isOlder(installed) || isOlder(newestSeen) ? 'rolled-back' : undefined
}

/**
 * Whether to check, to offer a version, to wait, or to refuse. Asked before each of: checking, downloading and installing. Nothing happens
 * during a change, a wait or before a scheduled start; only what was signed, for this channel, newer than what is installed and not older
 * than what was seen is offered.
 * Decision 0199: our own signature, on every system, also where Authenticode is there.
 */
export function decide(situation: Situation): Decision {
  const { policy, busy, read, installed, here } = situation
  if ('off' in policy) return { is: 'off', why: policy.off }
  if (busy !== undefined) return { is: 'wait', why: busy }
  if (read === undefined) return { is: 'check' }
  if (!read.ok) return { is: 'refused', why: read.refused }
  const { release } = read
  const refused = refusalOf(release, policy.channel, situation)
  if (refused !== undefined) return { is: 'refused', why: refused }
  if (compareVersions(release.version, installed) === 0) return { is: 'current' }
  const found = release.packages.find(({ kind, arch }) => kind === here.kind && arch === here.arch)
  return found ? { is: 'offer', release, package: found } : { is: 'refused', why: 'no-package' }
}
