/** Channels of releases. Each has metadata of its own. */
export const CHANNELS = ['stable', 'beta'] as const
export type Channel = (typeof CHANNELS)[number]

/** Packages that can replace themselves. An MSI is updated by who deploys it. */
export const PACKAGE_KINDS = ['deb', 'rpm', 'AppImage', 'nsis', 'zip'] as const
export type PackageKind = (typeof PACKAGE_KINDS)[number]

/** A package of a version, as its metadata names it. */
export interface ReleasePackage {
  readonly kind: PackageKind
  /** As Node.js names it: `x64`, `arm64`. */
  readonly arch: string
  /** The name of a file beside the metadata. */
  readonly file: string
  /** In bytes. */
  readonly size: number
  /** Base64. */
  readonly sha512: string
}

/** What the publisher signs for each version. */
export interface Release {
  readonly channel: Channel
  readonly version: string
  /** Milliseconds since 1970-01-01T00:00:00Z. An old answer can be held back until then. */
  readonly expires: number
  /** The https address of its release notes. */
  readonly notes?: string
  readonly packages: readonly ReleasePackage[]
}

/** Why updates are off. */
export const OFF_REASONS = ['not-configured', 'organization', 'package', 'address'] as const
export type OffReason = (typeof OFF_REASONS)[number]

/** Why nothing is checked, downloaded or installed at the moment. */
export const BUSY_REASONS = ['writing', 'waiting', 'scheduled'] as const
export type BusyReason = (typeof BUSY_REASONS)[number]

/** Why an update is refused. */
export const UPDATE_REFUSALS = [
  ...(['unreachable', 'malformed', 'signature', 'expired', 'channel', 'rolled-back', 'no-package'] as const),
  ...(['incomplete', 'hash', 'other-window', 'canceled', 'not-allowed', 'package-refused', 'not-installed'] as const),
] as const
export type UpdateRefusal = (typeof UPDATE_REFUSALS)[number]

/** What reading signed metadata came to. Only what was signed by the publisher is a release. */
export type ReadRelease = { readonly ok: true; readonly release: Release } | { readonly ok: false; readonly refused: UpdateRefusal }

/** What the window shows about updates. Where it shows nothing, none are set up. */
export interface UpdateView {
  readonly is: 'off' | 'idle' | 'checking' | 'available' | 'downloading' | 'ready' | 'installing'
  readonly off?: OffReason
  /** Why nothing more is done at the moment. */
  readonly busy?: BusyReason
  /** What came of the last try. */
  readonly refused?: UpdateRefusal
  readonly version?: string
  readonly hasNotes?: true
  /** Of its package, in bytes. */
  readonly size?: number
  /** How much of it is here, of 100. */
  readonly percent?: number
  /** When it was last checked: milliseconds since 1970-01-01T00:00:00Z. */
  readonly checkedAt?: number
}

/** What a person may ask for. */
export const UPDATE_ACTS = ['check', 'download', 'install', 'notes'] as const
export type UpdateAct = (typeof UPDATE_ACTS)[number]
