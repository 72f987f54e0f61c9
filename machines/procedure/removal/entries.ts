import { verbatim } from '../../messages/message.ts'
import { messages } from './messages.ts'
import type { RemovalEntry } from './removal.ts'

export const lastOf = (id: string): string => id.split('/').filter(Boolean).at(-1) ?? id

const ownerOf = (id: string): string =>
  lastOf(id.split(/\/(?:providers\/Microsoft\.(?:Authorization|EventGrid|Insights)|accessPolicies)\//i)[0] ?? id)

interface Thing {
  readonly kind: string
  readonly id: string
  /** For a vault: retention after deletion, in days and as a date. */
  readonly until?: { readonly days: number; readonly at: number }
}

type Words = Pick<RemovalEntry, 'title' | 'happens' | 'back' | 'byHand' | 'source'>

const SOFT_DELETE = { id: 'soft-delete', heading: 'Soft-delete behavior' } as const
const LOCKED = { id: 'lock-unlock', heading: '' } as const
const LOCKS = { id: 'resource-locks', heading: '' } as const

function wordsOf({ kind, id, until }: Thing): Words {
  const name = lastOf(id)
  const of = ownerOf(id)
  const delete_ = messages.deleteInPortal({ name })
  switch (kind) {
    case 'create-policy':
      return {
        title: messages.policy({ name }),
        happens: messages.policyHappens,
        back: messages.policyBack,
        byHand: delete_,
        source: LOCKED,
      }
    case 'create-vault':
      return {
        title: messages.vault({ name }),
        happens: until === undefined ? messages.vaultHappensUndated : messages.vaultHappens(until),
        back: messages.vaultBack,
        byHand: delete_,
        source: SOFT_DELETE,
      }
    case 'create-key': {
      const [, vault = '', key = name] = /^https:\/\/([^./]+)\.[^/]+\/keys\/([^/]+)/i.exec(id) ?? []
      return {
        title: messages.key({ name: key, vault }),
        happens: messages.keyHappens,
        back: messages.keyBack,
        byHand: messages.deleteKeyInPortal({ name: key, vault }),
        source: SOFT_DELETE,
      }
    }
    case 'create-resource-group':
      return {
        title: messages.group({ name }),
        happens: messages.groupHappens,
        back: messages.groupBack,
        byHand: messages.deleteGroupInPortal({ name }),
      }
    case 'create-lock':
      return {
        title: messages.lock({ name: of }),
        happens: messages.lockHappens,
        back: messages.setAgain,
        byHand: messages.deleteLockInPortal({ name: of, lock: name }),
        source: LOCKS,
      }
    case 'grant-reader':
      return {
        title: messages.reader({ name: of }),
        happens: messages.readerHappens,
        back: messages.giveAgain,
        byHand: messages.deleteRoleInPortal({ name: of }),
      }
    case 'grant-key-access':
      return {
        title: messages.access({ name: of }),
        happens: messages.accessHappens,
        back: messages.giveAgain,
        byHand: (/\/accessPolicies\//i.test(id) ? messages.deleteAccessPolicyInPortal : messages.deleteRoleInPortal)({ name: of }),
        source: LOCKED,
      }
    case 'alert-near-expiry':
      return {
        title: messages.alert({ name: of }),
        happens: messages.alertHappens,
        back: messages.setAgain,
        byHand: messages.deleteAlertInPortal({ name: of, alert: name }),
      }
    case 'send-audit-log':
      return {
        title: messages.auditLog({ name: of }),
        happens: messages.auditLogHappens,
        back: messages.setAgain,
        byHand: messages.deleteLogInPortal({ name: of, setting: name }),
      }
    case 'mail-alerts':
      return { title: messages.actionGroup({ name }), happens: messages.alertHappens, back: messages.setAgain, byHand: delete_ }
    case 'register-provider':
      return { title: messages.registration({ name }) }
    case 'turn-on-purge-protection':
      return { title: messages.purgeProtection({ name }) }
    case 'enable-managed-environment':
      return { title: messages.managed }
    default:
      return { title: verbatim(name) }
  }
}

export const entryOf = (thing: Thing): RemovalEntry => ({ kind: thing.kind, id: thing.id, reasons: [], ...wordsOf(thing) })
