import { DAY } from '#machines/engine/durations.ts'
import { type Fact, isKnownAs, wordIn } from '#machines/engine/fact.ts'
import { comparePolicies, type PolicyIds } from '../../ids.ts'
import type { Environment, LinkedPolicy } from '../../services/services.ts'

/* An environment's statements about its encryption policy. */

export type LinkStatus = 'linked' | 'linking' | 'unlinking' | 'not-linked' | 'failed'

/** A removal that failed is none of them: no document says what holds then. */
const STATUSES: Readonly<Record<string, LinkStatus>> = {
  linked: 'linked',
  linking: 'linking',
  unlinking: 'unlinking',
  notlinked: 'not-linked',
  linkfailed: 'failed',
  failed: 'failed',
}

/** `absent`: in no policy. */
export const linkStatusOf = ({ encryptionPolicy }: Environment): Fact<LinkStatus> =>
  encryptionPolicy === undefined ? { is: 'absent' } : wordIn(STATUSES, encryptionPolicy.linkStatus)

/** The link never succeeded, so it can be requested again. */
const isLinkable = (environment: Environment): boolean => isKnownAs(linkStatusOf(environment), 'not-linked', 'failed')

/** Whether the environment names this policy by both IDs, whatever the link's status. */
export const namesPolicy = ({ encryptionPolicy }: Environment, policy: PolicyIds): boolean =>
  encryptionPolicy !== undefined && comparePolicies(encryptionPolicy, policy) === 'same'

/** Whether the environment reports a link to this policy: the only proof. */
export function isLinkedTo(environment: Environment, policy: PolicyIds): boolean {
  return namesPolicy(environment, policy) && isKnownAs(linkStatusOf(environment), 'linked')
}

/** A different policy that holds the environment; failed links don't count. */
export function otherPolicy(environment: Environment, policy: PolicyIds): string | undefined {
  const existing = environment.encryptionPolicy
  if (!existing || namesPolicy(environment, policy) || isLinkable(environment)) return undefined
  return inBothIds(existing)
}

export function inBothIds({ id, systemId }: Pick<LinkedPolicy, 'id' | 'systemId'>): string {
  if (id === undefined) return systemId ?? 'a policy without an ID'
  return systemId === undefined ? id : `${id}, system ID ${systemId}`
}

/** The environment's policy, if it was deleted and another has its name. */
export function predecessorOf(environment: Environment | undefined, policy: PolicyIds | undefined): LinkedPolicy | undefined {
  const existing = environment?.encryptionPolicy
  if (!environment || !existing || !policy || isLinkable(environment)) return undefined
  return comparePolicies(existing, policy) === 'recreated' ? existing : undefined
}

/** In administration mode it is on, but not for users. */
const ON = ['enabled', 'adminmode']

/** Undefined where the service sends no state, or a word that we don't know: that says neither. */
export function isOff({ runtimeState }: Environment): boolean | undefined {
  const state = runtimeState?.toLowerCase()
  if (state === 'disabled') return true
  return state !== undefined && ON.includes(state) ? false : undefined
}

/**
 * In a policy, switched off, and without an operation that would bring it back. No service reports "locked". Undefined where it is unknown
 * whether it is off.
 */
export const isLocked = (environment: Environment): boolean | undefined =>
  isHeld(environment) && environment.ongoingOperation === undefined ? isOff(environment) : false

export const seenLocked = (environment: Environment): { readonly locked?: true } => (isLocked(environment) ? { locked: true } : {})

export const seenLinked = (environment: Environment): { readonly linked?: true } =>
  isKnownAs(linkStatusOf(environment), 'linked') && environment.ongoingOperation === undefined ? { linked: true } : {}

/**
 * Retention of a locked environment in days. Only production has a longer documented time; other types count as a
 * sandbox. Source: "Lock and unlock environments through key vault access" (22 May 2025).
 * @param type in the service's words, for example `Production`
 */
export const deletedAfterDays = (type: string): number => (type.toLowerCase() === 'production' ? 30 : 7)

/** Deletion date of a locked environment. No service shows the day of the lock, but an expired key locked it on that day at the latest. */
export function deletionOf(lock: {
  readonly type?: string | undefined
  readonly keyExpires?: number | undefined
  readonly readAt: number
}): { readonly days: number; readonly at?: number } {
  const { type = '', keyExpires = Number.POSITIVE_INFINITY, readAt } = lock
  const days = deletedAfterDays(type)
  return keyExpires > readAt ? { days } : { days, at: keyExpires + days * DAY }
}

/** A policy holds the environment, though the service may name it by its system ID alone; failed links don't count. */
export const isHeld = (environment: Environment): boolean => environment.encryptionPolicy !== undefined && !isLinkable(environment)

/** It is in a policy that the service names by its system ID alone, or not at all. */
export const seenUnnamed = (environment: Environment): { readonly heldUnnamed?: true } =>
  isHeld(environment) && holdingPolicy(environment) === undefined ? { heldUnnamed: true } : {}

/** Azure ID of the policy that holds the environment, if the service names it. To ask whether one does: `isHeld`. */
export const holdingPolicy = (environment: Environment): string | undefined =>
  isLinkable(environment) ? undefined : environment.encryptionPolicy?.id
