import type { Message } from '../../messages/message.ts'
import { LOCKABLE, type Lockable } from '../actions/create-lock/lock.ts'
import type { Protection } from '../choices.ts'
import { messages } from './messages.ts'

/** Protections for any customer, without customer-specific values. */
export interface ProtectionDefaults {
  readonly locks: readonly Lockable[]
  readonly rotation?: true
  /** The workspace is chosen per customer. */
  readonly auditLog?: true
  /** Recipients are entered per customer. */
  readonly expiryAlert?: true
}

export const BESIDE_LOCKS = ['rotation', 'auditLog', 'expiryAlert'] as const

/** Protections of one key without workspace and people; undefined if none. */
export function defaultsOf(chosen: Protection | undefined): ProtectionDefaults | undefined {
  if (!chosen) return undefined
  const { locks, rotation, auditLog, mail } = chosen
  const beside = [rotation, auditLog !== undefined, mail !== undefined]
  const wished = BESIDE_LOCKS.filter((_, place) => beside[place])
  return orNothing({ locks, ...Object.fromEntries(wished.map((each) => [each, true])) })
}

/** Undefined if empty, so that an empty request is never stored. */
export const orNothing = (defaults: ProtectionDefaults): ProtectionDefaults | undefined =>
  defaults.locks.length > 0 || BESIDE_LOCKS.some((each) => defaults[each]) ? defaults : undefined

export const namesOf = (defaults: ProtectionDefaults): readonly Message[] => [
  ...LOCKABLE.filter((of) => defaults.locks.includes(of)).map((of) => messages.lock({ of })),
  ...BESIDE_LOCKS.filter((each) => defaults[each]).map((each) => messages[each]),
]
