/** Each has its own metadata. */
export const CHANNELS = ['stable', 'beta'] as const
export type Channel = (typeof CHANNELS)[number]

/** Packages that can replace themselves. MSIs are updated by their deployer. */
export const PACKAGE_KINDS = ['deb', 'rpm', 'AppImage', 'nsis', 'zip'] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]

export interface ReleasePackage {
  readonly kind: PackageKind
  /** In Node.js's words: `x64`, `arm64`. */
  readonly arch: string
  /** File beside the metadata. */
  readonly file: string
  /** In bytes. */
  readonly size: number
  /** Base64. */
  readonly sha512: string
}

export interface Release {
  readonly channel: Channel
  readonly version: string
  /** Milliseconds since 1970-01-01T00:00:00Z. Until then an old answer can be replayed. */
  readonly expires: number
  /** https. */
  readonly notes?: string
  readonly packages: readonly ReleasePackage[]
}

export const OFF_REASONS = ['not-configured', 'organization', 'package', 'address'] as const
export type OffReason = (typeof OFF_REASONS)[number]

export const BUSY_REASONS = ['writing', 'waiting', 'scheduled'] as const
export type BusyReason = (typeof BUSY_REASONS)[number]

export const UPDATE_REFUSALS = [
  ...(['unreachable', 'malformed', 'signature', 'expired', 'channel', 'rolled-back', 'no-package'] as const),
  ...(['incomplete', 'hash', 'other-window', 'canceled', 'not-allowed', 'package-refused', 'not-installed'] as const),
] as const
export type UpdateRefusal = (typeof UPDATE_REFUSALS)[number]

/** Only the publisher's signature makes a release. */
export type ReadRelease = { readonly ok: true; readonly release: Release } | { readonly ok: false; readonly refused: UpdateRefusal }

/** Absent: no updates configured. */
export interface UpdateView {
  readonly is: 'off' | 'idle' | 'checking' | 'available' | 'downloading' | 'ready' | 'installing'
  readonly off?: OffReason
  readonly busy?: BusyReason
  readonly refused?: UpdateRefusal
  readonly version?: string
  readonly hasNotes?: true
  /** Package size in bytes. */
  readonly size?: number
  readonly percent?: number
  /** Last check, milliseconds since 1970-01-01T00:00:00Z. */
  readonly checkedAt?: number
}

export const UPDATE_ACTS = ['check', 'download', 'install', 'notes'] as const
export type UpdateAct = (typeof UPDATE_ACTS)[number]
