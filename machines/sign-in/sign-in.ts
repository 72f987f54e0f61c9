import type { Problem } from '../engine/step/problems.ts'

/** The ways to sign in, in the order the start page offers them. */
export const SIGN_IN_WAYS = ['browser', 'device-code', 'azure-cli', 'azure-powershell', 'certificate', 'secret'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** What the person asks for. No secret is among it: a client secret is held by the main process and never travels with an event. */
export interface SignInRequest {
  readonly way: SignInWay
  /** Directory of the customer: its id or one of its domains. "common" and "organizations" are not offered. */
  readonly tenant: string
  /** Id of an entry of the clouds, or of the custom cloud given at the start. */
  readonly cloud: string
  /** The customer's own app registration; absent: a documented first-party one. */
  readonly clientId?: string
  /** Path of a PEM file with certificate and private key; only for the certificate. */
  readonly certificatePath?: string
}

/** Ways in which the tenants of an account can be listed before one of them is named. An app with its own proof belongs to one tenant. */
export const LISTING_WAYS = ['browser', 'device-code', 'azure-cli', 'azure-powershell'] as const satisfies readonly SignInWay[]

/** Which tenants the account can reach. No app registration is among it: the customer's own belongs to one tenant, which has to be named. */
export interface TenantListRequest extends Pick<SignInRequest, 'cloud'> {
  readonly way: (typeof LISTING_WAYS)[number]
}

/** A tenant that the account can sign in to, as Azure Resource Manager lists it. */
export interface ReachableTenant {
  readonly id: string
  readonly name?: string
  readonly domain?: string
}

/** Ways of a pipeline, which has its own identity: the command line offers them beside the others, the window doesn't. */
export const PIPELINE_WAYS = ['managed-identity', 'workload-identity'] as const
export type PipelineWay = (typeof PIPELINE_WAYS)[number]

export interface AnySignInRequest extends Omit<SignInRequest, 'way'> {
  readonly way: SignInWay | PipelineWay
  /** Path of the file with the token of the pipeline or cluster; only for the workload identity. */
  readonly tokenFile?: string
}

export type SignInProgress =
  | { readonly kind: 'browser' }
  | { readonly kind: 'device-code'; readonly userCode: string; readonly verificationUri: string; readonly expiresAt: number }
  /** Signed in; each service is being asked for a token. */
  | { readonly kind: 'tokens'; readonly audience: string }

/** A service that gave no token while others did: named, with what to do; the others are unaffected. */
export interface RefusedAudience {
  readonly audience: 'resource-manager' | 'key-vault' | 'power-platform' | 'dataverse'
  readonly problem: Problem
}
