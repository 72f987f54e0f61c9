import { DAY } from '../../../engine/durations.ts'
import { comparePolicies, type PolicyIds } from '../../ids.ts'
import type { Environment, LinkedPolicy } from '../../services.ts'

/*
 * What an environment says of the encryption policy that holds it.
 */

/** Link statuses that say a link never came about, so that another one may be asked for. */
const LINKABLE = ['notlinked', 'linkfailed', 'failed']

export const linkStatusOf = (environment: Environment): string => environment.encryptionPolicy?.linkStatus?.toLowerCase() ?? ''

/** The environment names this policy, by both of its ids, whatever the status of the link. */
export const namesPolicy = ({ encryptionPolicy }: Environment, policy: PolicyIds): boolean =>
  encryptionPolicy !== undefined && comparePolicies(encryptionPolicy, policy) === 'same'

/** The environment says that it is linked to this policy. The one proof that counts. */
export function isLinkedTo(environment: Environment, policy: PolicyIds): boolean {
  return namesPolicy(environment, policy) && linkStatusOf(environment) === 'linked'
}

/** An encryption policy other than the chosen one that holds the environment; a link that never came about does not. */
export function otherPolicy(environment: Environment, policy: PolicyIds): string | undefined {
  const present = environment.encryptionPolicy
  if (!present || namesPolicy(environment, policy) || LINKABLE.includes(linkStatusOf(environment))) return undefined
  return inBothIds(present)
}

/** A policy that an environment names, as it names it. */
export function inBothIds({ id, systemId }: Pick<LinkedPolicy, 'id' | 'systemId'>): string {
  if (id === undefined) return systemId ?? 'a policy without an ID'
  return systemId === undefined ? id : `${id}, system ID ${systemId}`
}

/** The policy that holds the environment, where it was deleted and another one of its name is there now. */
export function predecessorOf(environment: Environment | undefined, policy: PolicyIds | undefined): LinkedPolicy | undefined {
  const present = environment?.encryptionPolicy
  if (!present || !policy || LINKABLE.includes(linkStatusOf(environment))) return undefined
  return comparePolicies(present, policy) === 'recreated' ? present : undefined
}

export const isOff = ({ runtimeState }: Environment): boolean => runtimeState?.toLowerCase() === 'disabled'

/** In a policy, switched off, and nothing runs on it that would bring it back by itself. No service says “locked” in a word. */
export const isLocked = (environment: Environment): boolean =>
  isOff(environment) && holdingPolicy(environment) !== undefined && environment.ongoingOperation === undefined

/** Whether it was locked when it was read. */
export const seenLocked = (environment: Environment): { readonly locked?: true } => (isLocked(environment) ? { locked: true } : {})

/** Whether it was linked when it was read, and nothing ran on it. */
export const seenLinked = (environment: Environment): { readonly linked?: true } =>
  linkStatusOf(environment) === 'linked' && environment.ongoingOperation === undefined ? { linked: true } : {}

/**
 * Days after which a locked environment is deleted. Only of production is a longer time documented than of a sandbox, so anything else
 * counts as one. Source: "Lock and unlock environments through key vault access" (22 May 2025).
 * @param type as the service names it, for example `Production`
 */
export const deletedAfterDays = (type: string): number => (type.toLowerCase() === 'production' ? 30 : 7)

/**
 * When a locked environment is deleted. No service shows the day of the lock; a key that expired locked it on that day at the latest, and
 * then the day of the deletion is known.
 */
export function deletionOf(lock: {
  readonly type?: string | undefined
  readonly keyExpires?: number | undefined
  readonly readAt: number
}): { readonly days: number; readonly at?: number } {
  const { type = '', keyExpires = Number.POSITIVE_INFINITY, readAt } = lock
  const days = deletedAfterDays(type)
  return keyExpires > readAt ? { days } : { days, at: keyExpires + days * DAY }
}

/** The policy that holds the environment now: linked, being linked or being removed; a link that never came about does not hold it. */
export const holdingPolicy = (environment: Environment): string | undefined =>
  LINKABLE.includes(linkStatusOf(environment)) ? undefined : environment.encryptionPolicy?.id
