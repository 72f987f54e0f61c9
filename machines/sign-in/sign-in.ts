import type { Problem } from '../engine/step/problems.ts'

/** In start page order. */
export const SIGN_IN_WAYS = ['browser', 'device-code', 'azure-cli', 'azure-powershell', 'certificate', 'secret'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** Without secrets: the main process holds the client secret, which never travels with events. */
export interface SignInRequest {
  readonly way: SignInWay
  /** Tenant ID or domain. "common" and "organizations" are excluded. */
  readonly tenant: string
  readonly cloud: string
  /** Absent: Microsoft's documented app. */
  readonly clientId?: string
  /** PEM file with certificate and private key. */
  readonly certificatePath?: string
}

/** Methods that can list tenants first. An app's credential belongs to one tenant. */
export const LISTING_WAYS = ['browser', 'device-code', 'azure-cli', 'azure-powershell'] as const satisfies readonly SignInWay[]

/** Without an app registration, which would belong to one tenant. */
export interface TenantListRequest extends Pick<SignInRequest, 'cloud'> {
  readonly way: (typeof LISTING_WAYS)[number]
}

export interface ReachableTenant {
  readonly id: string
  readonly name?: string
  readonly domain?: string
}

/** Command-line methods with a pipeline's identity. */
export const PIPELINE_WAYS = ['managed-identity', 'workload-identity'] as const
export type PipelineWay = (typeof PIPELINE_WAYS)[number]

export interface AnySignInRequest extends Omit<SignInRequest, 'way'> {
  readonly way: SignInWay | PipelineWay
  /** Token file of the pipeline or cluster, for workload identity. */
  readonly tokenFile?: string
}

export type SignInProgress =
  | { readonly kind: 'browser' }
  | { readonly kind: 'device-code'; readonly userCode: string; readonly verificationUri: string; readonly expiresAt: number }
  | { readonly kind: 'tokens'; readonly audience: string }

/** A service without a token, while others have theirs. */
export interface RefusedAudience {
  readonly audience: 'resource-manager' | 'key-vault' | 'power-platform' | 'dataverse'
  readonly problem: Problem
}
