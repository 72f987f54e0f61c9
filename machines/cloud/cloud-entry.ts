import type { DisplayText } from '../messages/message.ts'

/** Reliability, best first: Microsoft's source code, a specification or SDK, documentation, unverified general knowledge. */
export type Confidence = 'source-code' | 'specification' | 'documentation' | 'general-knowledge'

export interface CloudNote {
  readonly confidence: Confidence
  readonly source: string
  /** Contradictions or gaps in the sources, for the person; absent if certain. */
  readonly doubt?: DisplayText
}

/** A Microsoft cloud: hosts, audiences, portals. Addresses have no trailing slash. */
export interface Cloud {
  readonly id: string
  readonly name: string
  readonly authority: string
  /** Other addresses of the sign-in service, possible in redirects. */
  readonly authorityAliases?: readonly string[]
  readonly resourceManager: string
  readonly resourceManagerAudience: string
  readonly powerPlatform: {
    readonly url: string
    /** Suffix of regional hosts for polling, with a leading dot. */
    readonly hostSuffix: string
    readonly audience: string
  }
  readonly keyVault: {
    /** Vault hosts are name, dot, suffix. */
    readonly dnsSuffix: string
    readonly audience: string
    /** Whether a vault's challenge must name its own domain. True for real clouds; false for loopback. */
    readonly verifyChallenge: boolean
  }
  /** Absent in some cloud files. Challenges are checked as a vault's. */
  readonly managedHsm?: {
    /** HSM hosts are name, dot, suffix. */
    readonly dnsSuffix: string
    readonly audience: string
  }
  readonly dataverse: {
    /** With leading dots. */
    readonly hostSuffixes: readonly string[]
  }
  /** Microsoft Graph's host and audience. Absent: names of people aren't read. */
  readonly graph?: string
  readonly portals: {
    readonly azure: string
    readonly powerPlatformAdminCenter: string
    readonly lifecycleServices: string
  }
  /** False if a member is in doubt or from general knowledge: the person must be told. */
  readonly verified: boolean
  readonly notes: Readonly<Record<CloudMember, CloudNote>> & {
    readonly availability?: CloudNote
  }
}

export type CloudMember =
  | 'authority'
  | 'resourceManager'
  | 'powerPlatform'
  | 'keyVault'
  | 'managedHsm'
  | 'dataverse'
  | 'graph'
  | 'azurePortal'
  | 'powerPlatformAdminCenter'
  | 'lifecycleServices'
