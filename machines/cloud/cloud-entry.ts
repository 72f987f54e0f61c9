import type { DisplayText } from '../messages/message.ts'

/**
 * How sure an entry is, from best to least: read in Microsoft's source code, in a published specification or SDK, in a
 * documentation text, or general knowledge that isn't verified.
 */
export type Confidence = 'source-code' | 'specification' | 'documentation' | 'general-knowledge'

export interface CloudNote {
  readonly confidence: Confidence
  /** Where it was read. */
  readonly source: string
  /** What the sources disagree on or do not say about it, as a sentence for the person; absent where nothing is in doubt. */
  readonly doubt?: DisplayText
}

/** One Microsoft cloud: which hosts it has, what its tokens are for, where its portals are. Addresses carry no trailing slash. */
export interface Cloud {
  readonly id: string
  readonly name: string
  /** Where people sign in. */
  readonly authority: string
  /** Other addresses of the same sign-in service, on which its answers may send a client on. */
  readonly authorityAliases?: readonly string[]
  /** Azure Resource Manager. */
  readonly resourceManager: string
  readonly resourceManagerAudience: string
  readonly powerPlatform: {
    readonly url: string
    /** Regional hosts, which lifecycle operations are polled on, end in this. Begins with a dot. */
    readonly hostSuffix: string
    readonly audience: string
  }
  readonly keyVault: {
    /** A vault's host is its name, a dot, and this. */
    readonly dnsSuffix: string
    readonly audience: string
    /**
     * Whether a vault's sign-in challenge must name the vault's own domain. True for every real cloud; a service on loopback
     * has no such domain and sets it to false.
     */
    readonly verifyChallenge: boolean
  }
  /** Absent where a cloud file names none. Its challenges are checked as a vault's are. */
  readonly managedHsm?: {
    /** An HSM's host is its name, a dot, and this. */
    readonly dnsSuffix: string
    readonly audience: string
  }
  readonly dataverse: {
    /** Hosts of organizations end in one of these. Each begins with a dot. */
    readonly hostSuffixes: readonly string[]
  }
  /** Microsoft Graph, which is also its audience. Absent where no one said: names of people are not read then. */
  readonly graph?: string
  readonly portals: {
    readonly azure: string
    readonly powerPlatformAdminCenter: string
    readonly lifecycleServices: string
  }
  /** False where a member is in doubt, or relies on general knowledge alone, and the person must be told. */
  readonly verified: boolean
  readonly notes: Readonly<Record<CloudMember, CloudNote>> & {
    /** Whether customer-managed keys for finance and operations are offered in this cloud at all. */
    readonly availability?: CloudNote
  }
}

/** What a cloud's entry is made of, each with a note on where it was read. */
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
