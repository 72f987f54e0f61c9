import type { Message } from '../../messages/message.ts'
import { LOCKABLE, type Lockable } from '../actions/create-lock/lock.ts'
import type { Protection } from '../choices.ts'
import { messages } from './messages.ts'

/** How a key is to be protected, for any customer: none of it is a value that belongs to one. */
export interface ProtectionDefaults {
  readonly locks: readonly Lockable[]
  readonly rotation?: true
  /** The audit log is to be kept. The workspace is chosen at each customer. */
  readonly auditLog?: true
  /** People are to be told before the key expires. Who is entered at each customer. */
  readonly expiryAlert?: true
}

export const BESIDE_LOCKS = ['rotation', 'auditLog', 'expiryAlert'] as const

/** What a person chose for one key, without the workspace and the people: nothing where they chose none. */
export function defaultsOf(chosen: Protection | undefined): ProtectionDefaults | undefined {
  if (!chosen) return undefined
  const { locks, rotation, auditLog, mail } = chosen
  const beside = [rotation, auditLog !== undefined, mail !== undefined]
  const wished = BESIDE_LOCKS.filter((_, place) => beside[place])
  return orNothing({ locks, ...Object.fromEntries(wished.map((each) => [each, true])) })
}

/** Nothing where none of it is wished, so that an empty wish is never kept. */
export const orNothing = (defaults: ProtectionDefaults): ProtectionDefaults | undefined =>
  defaults.locks.length > 0 || BESIDE_LOCKS.some((each) => defaults[each]) ? defaults : undefined

/** Each protection by its name, in the order of the page that sets them. */
export const namesOf = (defaults: ProtectionDefaults): readonly Message[] => [
  ...LOCKABLE.filter((of) => defaults.locks.includes(of)).map((of) => messages.lock({ of })),
  ...BESIDE_LOCKS.filter((each) => defaults[each]).map((each) => messages[each]),
]
