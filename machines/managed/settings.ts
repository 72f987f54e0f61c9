import { defined } from '../defined.ts'
import type { Problem } from '../engine/step/problems.ts'
import { PIPELINE_WAYS, type PipelineWay, SIGN_IN_WAYS, type SignInWay } from '../sign-in/sign-in.ts'
import type { Channel } from '../updates/update.ts'

/* Settings by an organization for all users of a computer. The same names on every system, as in the Windows registry. */

export const ALLOWED_CLOUDS = ['commercial', 'gcc', 'gcc-high', 'dod', 'china', 'custom'] as const
export type AllowedCloud = (typeof ALLOWED_CLOUDS)[number]

export const ALLOWED_WAYS = [...SIGN_IN_WAYS, ...PIPELINE_WAYS] as const

export const UPDATE_CHOICES = ['off'] as const

/** Policy names, so that person, administrator and support use the same words. */
export interface ManagedSettings {
  readonly Updates?: (typeof UPDATE_CHOICES)[number]
  readonly UpdateFeed?: string
  readonly UpdateChannel?: Channel
  readonly AllowedClouds?: readonly AllowedCloud[]
  readonly AllowedSignInMethods?: readonly (SignInWay | PipelineWay)[]
  /** Prefills the sign-in page; can be changed. */
  readonly DefaultTenant?: string
  /** `direct`, or a proxy address without credentials. */
  readonly Proxy?: string
  /** As in NO_PROXY. */
  readonly ProxyExceptions?: readonly string[]
  /** Absolute path of a PEM file. */
  readonly CertificateAuthorities?: string
  readonly TeamStoreAddress?: string
  readonly TeamStoreTenant?: string
}
export type ManagedSetting = keyof ManagedSettings

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

/** A policy, or why it is unusable: then no one signs in, because its rules are unknown. */
export type Managed = ManagedInUse | ManagedRefused

export interface ManagedInUse {
  readonly source: string
  readonly settings: ManagedSettings
  /** PEM content of `CertificateAuthorities`. */
  readonly authorities: readonly string[]
}

export interface ManagedRefused {
  readonly source: string
  readonly problem: Problem
}

/** @param cloud absent for a custom cloud */
export const isCloudAllowed = ({ AllowedClouds }: ManagedSettings, cloud: string | undefined): boolean =>
  AllowedClouds?.some((each) => each === (cloud ?? 'custom')) ?? true

/** Empty without a usable policy. */
export const settingsOf = (managed: Managed | undefined): ManagedSettings =>
  managed !== undefined && 'settings' in managed ? managed.settings : {}

/** Undefined if not set. */
export function teamStoreOf(managed: Managed | undefined): { readonly address: string; readonly tenant: string } | undefined {
  const { TeamStoreAddress: address, TeamStoreTenant: tenant } = settingsOf(managed)
  return address === undefined || tenant === undefined ? undefined : { address, tenant }
}

/** Update policy. An unreadable policy turns updates off. @returns undefined if not set */
export function updatesOf(managed: Managed | undefined): 'off' | { readonly feed?: string; readonly channel?: Channel } | undefined {
  if (managed === undefined) return undefined
  if ('problem' in managed) return 'off'
  const { Updates, UpdateFeed: feed, UpdateChannel: channel } = managed.settings
  if (Updates === 'off') return 'off'
  return feed === undefined && channel === undefined ? undefined : defined({ feed, channel })
}

/** Policy name of a cloud; undefined for a custom one. */
export const publicCloud = (id: string, custom: { readonly id: string } | undefined): string | undefined =>
  id === custom?.id ? undefined : id
