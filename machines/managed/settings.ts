import type { Problem } from '../engine/step/problems.ts'
import { present } from '../present.ts'
import { PIPELINE_WAYS, type PipelineWay, SIGN_IN_WAYS, type SignInWay } from '../sign-in/sign-in.ts'
import type { Channel } from '../updates/update.ts'

/*
 * What an organization's IT department sets for every user of a computer. On each system the settings have the same names: those of Windows
 * registry values, which group policies write.
 */

/** Clouds that can be allowed: those the wizard knows, and any that is given as a file. */
export const ALLOWED_CLOUDS = ['commercial', 'gcc', 'gcc-high', 'dod', 'china', 'custom'] as const
export type AllowedCloud = (typeof ALLOWED_CLOUDS)[number]

export const ALLOWED_WAYS = [...SIGN_IN_WAYS, ...PIPELINE_WAYS] as const

export const UPDATE_CHOICES = ['off'] as const

/** Named as in the policy, so that the person, their administrator and support speak of the same thing. */
export interface ManagedSettings {
  readonly Updates?: (typeof UPDATE_CHOICES)[number]
  /** https. */
  readonly UpdateFeed?: string
  readonly UpdateChannel?: Channel
  readonly AllowedClouds?: readonly AllowedCloud[]
  readonly AllowedSignInMethods?: readonly (SignInWay | PipelineWay)[]
  /** Fills in the sign-in page. Another tenant can be entered. */
  readonly DefaultTenant?: string
  /** `direct`, or the address of a proxy without user and password. */
  readonly Proxy?: string
  /** As entries of NO_PROXY. */
  readonly ProxyExceptions?: readonly string[]
  /** Whole path of a PEM file. */
  readonly CertificateAuthorities?: string
  readonly TeamStoreAddress?: string
  readonly TeamStoreTenant?: string
}
export type ManagedSetting = keyof ManagedSettings

/** In the order in which they are shown and documented. */
export const MANAGED_SETTINGS = [
  'AllowedClouds',
  'AllowedSignInMethods',
  'DefaultTenant',
  'Proxy',
  'ProxyExceptions',
  'CertificateAuthorities',
  'TeamStoreAddress',
  'TeamStoreTenant',
  'Updates',
  'UpdateFeed',
  'UpdateChannel',
] as const satisfies readonly ManagedSetting[]

/** What a policy sets, or why it can't be used: then no one signs in, since what it allows isn't known. */
export type Managed = ManagedInUse | ManagedRefused

export interface ManagedInUse {
  /** The file, or the registry key. */
  readonly source: string
  readonly settings: ManagedSettings
  /** What `CertificateAuthorities` names, as PEM. */
  readonly authorities: readonly string[]
}

export interface ManagedRefused {
  readonly source: string
  readonly problem: Problem
}

/** Whether a cloud may be signed in to. @param cloud absent: the one that is given as a file */
export const isCloudAllowed = ({ AllowedClouds }: ManagedSettings, cloud: string | undefined): boolean =>
  AllowedClouds?.some((each) => each === (cloud ?? 'custom')) ?? true

/** What a policy sets; nothing where there is none, or where it can't be used. */
export const settingsOf = (managed: Managed | undefined): ManagedSettings =>
  managed !== undefined && 'settings' in managed ? managed.settings : {}

/** The team store that a policy sets; nothing where it sets none. */
export function teamStoreOf(managed: Managed | undefined): { readonly address: string; readonly tenant: string } | undefined {
  const { TeamStoreAddress: address, TeamStoreTenant: tenant } = settingsOf(managed)
  return address === undefined || tenant === undefined ? undefined : { address, tenant }
}

/**
 * What a policy says about updates. Where it can't be read it may turn them off, so they are.
 * @returns nothing where it says nothing
 */
export function updatesOf(managed: Managed | undefined): 'off' | { readonly feed?: string; readonly channel?: Channel } | undefined {
  if (managed === undefined) return undefined
  if ('problem' in managed) return 'off'
  const { Updates, UpdateFeed: feed, UpdateChannel: channel } = managed.settings
  if (Updates === 'off') return 'off'
  return feed === undefined && channel === undefined ? undefined : present({ feed, channel })
}

/** What a policy calls the cloud with an ID: nothing for the one that is given as a file. */
export const publicCloud = (id: string, custom: { readonly id: string } | undefined): string | undefined =>
  id === custom?.id ? undefined : id
