import { defined } from '#machines/defined.ts'
import type { DecisionDefinition } from '#machines/engine/decisions.ts'
import { LOCKABLE, type Lockable } from '../../actions/create-lock/lock.ts'
import { isEmail, MOST_EMAILS, sameEmail } from '../../actions/mail-alerts/action-group.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId } from '../../ids.ts'

const isWorkspace = (id: string): boolean => parseResourceId(id)?.type.toLowerCase() === 'microsoft.operationalinsights/workspaces'
const mayMail = (emails: readonly string[]): boolean => emails.length > 0 && emails.length <= MOST_EMAILS && emails.every(isEmail)

/** Adds or withdraws a requested lock. */
export interface WishLock {
  readonly kind: 'wish-lock'
  readonly of: Lockable
  readonly wanted: boolean
}

/** Adds or withdraws a requested rotation policy. */
export interface WishRotation {
  readonly kind: 'wish-rotation'
  readonly wanted: boolean
}

export const wishRotation: DecisionDefinition<WishRotation> = {
  kind: 'wish-rotation',
  place: 'protect',
  may: () => true,
  make({ choices }, { wanted }) {
    const { protection }: Choices = choices
    const { locks = [] } = protection ?? {}
    const { rotation: _, ...others } = { ...protection, locks }
    const wished: Choices = { ...choices, protection: { ...others, ...(wanted ? { rotation: true } : {}) } }
    return { choices: wished }
  },
}

export interface WishAuditLog {
  readonly kind: 'wish-audit-log'
  readonly workspaceId?: string
}

export const wishAuditLog: DecisionDefinition<WishAuditLog> = {
  kind: 'wish-audit-log',
  place: 'protect',
  may: (_, { workspaceId }) => workspaceId === undefined || isWorkspace(workspaceId),
  make({ choices }, { workspaceId }) {
    const { protection }: Choices = choices
    const { auditLog: _, ...others } = { ...protection, locks: protection?.locks ?? [] }
    const wished: Choices = { ...choices, protection: { ...others, ...(workspaceId === undefined ? {} : { auditLog: workspaceId }) } }
    return { choices: wished }
  },
}

export interface WishMail {
  readonly kind: 'wish-mail'
  readonly emails?: readonly string[]
}

export const wishMail: DecisionDefinition<WishMail> = {
  kind: 'wish-mail',
  place: 'protect',
  may: (_, { emails }) => emails === undefined || mayMail(emails),
  make({ choices }, { emails }) {
    const { protection }: Choices = choices
    const { mail: _, ...others } = { ...protection, locks: protection?.locks ?? [] }
    const mail = emails?.filter((email, index, all) => all.findIndex((each) => sameEmail(each, email)) === index)
    const wished: Choices = { ...choices, protection: { ...others, ...defined({ mail }) } }
    return { choices: wished }
  },
}

/** Adds all proposed protections and removes none. */
export interface WishProtections {
  readonly kind: 'wish-protections'
  readonly locks: readonly Lockable[]
  readonly rotation?: true
  readonly auditLog?: string
  readonly mail?: readonly string[]
}

export const wishProtections: DecisionDefinition<WishProtections> = {
  kind: 'wish-protections',
  place: 'protect',
  may: (_, { locks, rotation, auditLog, mail }) =>
    (locks.length > 0 || rotation !== undefined || auditLog !== undefined || mail !== undefined) &&
    locks.every((each) => LOCKABLE.includes(each)) &&
    (auditLog === undefined || isWorkspace(auditLog)) &&
    (mail === undefined || mayMail(mail)),
  make({ choices }, { locks, rotation, auditLog, mail }) {
    const { protection }: Choices = choices
    const wished: Choices = {
      ...choices,
      protection: {
        ...defined({ rotation, auditLog, mail }),
        ...protection,
        locks: LOCKABLE.filter((each) => locks.includes(each) || protection?.locks.includes(each)),
      },
    }
    return { choices: wished }
  },
}

export const wishLock: DecisionDefinition<WishLock> = {
  kind: 'wish-lock',
  place: 'protect',
  may: () => true,
  make({ choices }, { of, wanted }) {
    const { protection }: Choices = choices
    const locks = LOCKABLE.filter((each) => (each === of ? wanted : protection?.locks.includes(each)))
    const wished: Choices = { ...choices, protection: { ...protection, locks } }
    return { choices: wished }
  },
}
