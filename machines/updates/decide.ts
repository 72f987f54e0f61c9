import type { BusyReason, Channel, OffReason, PackageKind, ReadRelease, Release, ReleasePackage, UpdateRefusal } from './update.ts'
import { compareVersions } from './version.ts'

export interface Situation {
  readonly policy: { readonly channel: Channel } | { readonly off: OffReason }
  readonly busy?: BusyReason | undefined
  readonly read?: ReadRelease | undefined
  readonly installed: string
  readonly newestSeen?: string | undefined
  readonly here: { readonly kind: PackageKind; readonly arch: string }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
}

export type Decision =
  | { readonly is: 'off'; readonly why: OffReason }
  | { readonly is: 'wait'; readonly why: BusyReason }
  | { readonly is: 'check' }
  | { readonly is: 'refused'; readonly why: UpdateRefusal }
  | { readonly is: 'current' }
  | { readonly is: 'offer'; readonly release: Release; readonly package: ReleasePackage }

/** Why signed metadata is refused; undefined if accepted. */
function refusalOf(release: Release, channel: Channel, { installed, newestSeen, now }: Situation): UpdateRefusal | undefined {
  if (release.channel !== channel) return 'channel'
  // Old metadata is signed too; without an expiry it could hide later versions.
  if (now >= release.expires) return 'expired'
  const isOlder = (than: string | undefined) => than !== undefined && compareVersions(release.version, than) < 0
  return isOlder(installed) || isOlder(newestSeen) ? 'rolled-back' : undefined
}

/**
 * Check, offer, wait or refuse; called before each check, download and installation. Nothing happens during a change, a wait or before a
 * scheduled start. Offers only signed versions of this channel, newer than the installed and not older than the newest seen.
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
