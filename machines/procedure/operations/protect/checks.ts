import type { Observation } from '../../../engine/step/finding.ts'
import { refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { sentences } from '../../../messages/sentences.ts'
import { present } from '../../../present.ts'
import { forbidsDeleting, type Lockable, lockScope } from '../../actions/create-lock/lock.ts'
import { messages as lockMessages } from '../../actions/create-lock/messages.ts'
import { messages as auditLogMessages } from '../../actions/send-audit-log/messages.ts'
import { OLD_VERSION_LASTS_DAYS } from '../../actions/set-rotation-policy/rotation-policy.ts'
import type { Check } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { type Demand, judgeDemand } from '../../rights/demand.ts'
import { accountNames } from '../../rights/home-tenant.ts'
import { rotationOf as rotationInWords } from '../../steps/policy/key-checks.ts'
import { OLD_VERSION_NEEDED_FOR_DAYS } from '../../steps/policy/key-loss.ts'
import { messages as keyMessages } from '../../steps/policy/key-messages.ts'
import type { OperationFacts } from '../facts.ts'
import { operationMessages } from '../messages.ts'
import { recreatedCheck } from '../recreated.ts'
import { alertChecks } from './alert-checks.ts'
import type { WishLock, WishRotation } from './decisions.ts'
import { holdersOf, nameOf, unreadOf } from './holders.ts'
import { messages } from './messages.ts'
import { auditLogGoesTo, isLocked } from './plan.ts'
import type { AuditLogFacts, LockFacts } from './protection.ts'
import { protectRightsChecks } from './rights-checks.ts'

const SETS_LOCKS: Demand['rights'] = [{ plane: 'management', action: 'Microsoft.Authorization/locks/write' }]

const PLACES = { vault: 'vault', hsm: 'vault', policy: 'policy', group: 'resourceGroup' } as const

const lockFactsOf = ({ protection }: OperationFacts, of: Lockable): LockFacts | undefined =>
  protection?.locks.find(({ wish }) => wish === of)

function readable({ material }: OperationFacts): Observation | undefined {
  const policy = valueIn(material?.policy)
  const refused = refusalOf(material?.policy) ?? refusalOf(material?.vault)
  if (refused) return couldNotRead(policy ? operationMessages.vaultUnread : operationMessages.policyUnread, refused)
  const vault = valueIn(material?.vault)
  return (
    vault &&
    policy && { status: 'pass', title: messages.readable, seen: operationMessages.keyAndVault({ key: policy.id, vault: vault.id }) }
  )
}

const wish = (of: Lockable, wanted: boolean): WishLock => ({ kind: 'wish-lock', of, wanted })

/** A lock is a wish: without one, its absence is said and stops nothing. */
function locked(wished: Lockable) {
  return (facts: OperationFacts): Observation | undefined => {
    const found = lockFactsOf(facts, wished)
    if (!found) return undefined
    const { of, name, wanted } = found
    const refusal = refusalOf(found.locks)
    if (refusal) {
      const unread = couldNotRead(messages.locksUnread({ of, name }), refusal)
      return wanted ? unread : { ...unread, status: 'warning' }
    }
    const holding = (valueIn(found.locks) ?? []).filter(forbidsDeleting)
    const [first] = holding
    if (first)
      return { status: 'pass', title: messages.isLocked({ of, name }), seen: messages.lockFound({ id: first.id, level: first.level }) }
    const seen = messages.noLock({ scope: lockScope(found) })
    if (!wanted)
      return {
        status: of === 'group' ? 'pass' : 'warning',
        title: of === 'group' ? messages.groupUnlocked({ name }) : messages.canBeDeleted({ of, name }),
        seen,
        offer: { event: 'DECIDE', decision: wish(wished, true), title: messages.offer },
      }
    return {
      status: 'fail',
      title: messages.lockMissing({ of, name }),
      seen,
      putRightBy: ['create-lock'],
      offer: { event: 'DECIDE', decision: wish(wished, false), title: messages.offerBack },
    }
  }
}

/** The rights for the locks that are planned: the first that is missing. */
function mayLock(facts: OperationFacts): Observation | undefined {
  const subscription = (subscriptionId: string) => ({
    id: `/subscriptions/${subscriptionId}`,
    kind: 'subscription' as const,
    name: subscriptionId,
    absent: false,
  })
  const judged = (facts.protection?.locks ?? []).flatMap((each) => {
    if (!each.wanted || isLocked(each) !== false) return []
    const { of, name, subscriptionId, permissions } = each
    const place = {
      id: lockScope(each),
      kind: PLACES[of],
      name,
      absent: false,
      ...present({ permissions }),
    } as const
    const doing = messages.settingLock({ of, name })
    return (
      judgeDemand({ doing, rights: SETS_LOCKS, places: [place, subscription(subscriptionId)], account: accountNames(facts.account) }) ?? []
    )
  })
  return judged.find(({ status }) => status === 'fail') ?? judged.find(({ status }) => status !== 'pass') ?? judged[0]
}

/** A list to look at: no one but the company knows who should be on it. */
function whoCanTakeIt({ material, protection }: OperationFacts): Observation | undefined {
  const [vault, policy, holders] = [valueIn(material?.vault), valueIn(material?.policy), protection?.holders]
  if (!vault || !holders) return undefined
  const refusal = refusalOf(holders.vault.active) ?? refusalOf(holders.definitions)
  if (refusal) return { ...couldNotRead(messages.holdersUnread, refusal), status: 'warning' }
  const all = holdersOf(vault, policy, holders) ?? []
  if (all.length === 0)
    return { status: 'pass', title: messages.nobodyCan, seen: sentences(messages.noHolder, ...unreadOf(vault, holders, all)) }
  return {
    status: 'warning',
    title: messages.holdersCan({ count: all.length }),
    seen: sentences(messages.holders({ holders: all.map((each) => nameOf(each, holders)) }), ...unreadOf(vault, holders, all)),
  }
}

const wishForRotation = (wanted: boolean): WishRotation => ({ kind: 'wish-rotation', wanted })

/** Renewal is a wish as well. A key that doesn't expire continues without one. */
function renewed({ material, protection }: OperationFacts): Observation | undefined {
  const { found, wanted } = protection?.rotation ?? {}
  const name = valueIn(material?.key)?.name
  if (!found || name === undefined) return undefined
  const refusal = refusalOf(found)
  if (refusal) {
    const unread = couldNotRead(keyMessages.rotationUnread, refusal)
    return wanted ? unread : { ...unread, status: 'warning' }
  }
  const policy = valueIn(found)
  if (!policy) return undefined
  const seen = rotationInWords(policy)
  if (policy.rotates) return { status: 'pass', title: keyMessages.renewsItself, seen }
  if (wanted)
    return {
      status: 'fail',
      title: messages.rotationMissing({ name }),
      seen,
      putRightBy: ['set-rotation-policy'],
      offer: { event: 'DECIDE', decision: wishForRotation(false), title: messages.rotationOfferBack },
    }
  return {
    status: 'warning',
    title: messages.notRenewed({ name }),
    seen,
    ...(material?.shutOut ? {} : { offer: { event: 'DECIDE' as const, decision: wishForRotation(true), title: messages.rotationOffer } }),
  }
}

/** Where the audit log goes. What isn't wished stops nothing. */
export function logged(
  log: Pick<AuditLogFacts, 'settings' | 'wanted'> & Partial<Pick<AuditLogFacts, 'workspaces'>>,
  name: string,
): Observation {
  const refusal = refusalOf(log.settings)
  if (refusal) {
    const unread = couldNotRead(messages.auditLogUnread({ name }), refusal)
    return log.wanted === undefined ? { ...unread, status: 'warning' } : unread
  }
  const sent = (valueIn(log.settings) ?? []).filter(({ audits }) => audits)
  const seen = messages.auditLogSettings({ count: sent.length, settings: sent.map((each) => each.workspaceId ?? each.id) })
  if (auditLogGoesTo(log) === false)
    return { status: 'fail', title: messages.auditLogMissing({ name }), seen, putRightBy: ['send-audit-log'] }
  if (sent.length > 0) return { status: 'pass', title: messages.auditLogSent({ name }), seen }
  // Without the list there is nothing to choose from, and the page must say why.
  const unlisted = refusalOf(log.workspaces)
  if (unlisted) return { ...couldNotRead(messages.workspacesUnread, unlisted), status: 'warning' }
  return { status: 'warning', title: messages.auditLogNowhere({ name }), seen }
}

/** Where the audit log goes is chosen below the findings. */
function audited({ material, protection }: OperationFacts): Observation | undefined {
  const [log, vault] = [protection?.auditLog, valueIn(material?.vault)]
  return log && vault && logged(log, vault.name)
}

const lockCheck = (of: Lockable): Check<OperationFacts> => ({
  key: `protect-lock-${of}`,
  id: 'F-A12',
  part: of === 'policy' ? 'policy' : 'vault',
  owner: 'you',
  why: of === 'group' ? messages.groupWhy : lockMessages.why,
  remedy: messages.lockRemedy,
  byHand: [messages.lockManual1, messages.lockManual2],
  link: of === 'policy' ? 'azure-policy' : 'azure-vault',
  source: 'resource-locks',
  judge: locked(of),
})

export const protectChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('protect'),
  {
    key: 'protect-readable',
    id: 'F-907',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: messages.readableWhy,
    remedy: messages.readableRemedy,
    link: 'azure-policy',
    source: 'power-platform-keys',
    judge: readable,
  },
  lockCheck('vault'),
  lockCheck('policy'),
  lockCheck('group'),
  {
    key: 'protect-may-lock',
    id: 'F-A13',
    part: 'vault',
    owner: 'key-vault-administrator',
    why: messages.mayLockWhy,
    remedy: lockMessages.mayNotRemedy,
    link: 'azure-vault',
    source: 'resource-locks',
    aboutAccount: true,
    judge: mayLock,
  },
  {
    key: 'protect-renewed',
    id: 'F-407',
    part: 'key',
    owner: 'you',
    why: messages.renewedWhy,
    remedy: messages.renewedRemedy({ days: OLD_VERSION_LASTS_DAYS, needed: OLD_VERSION_NEEDED_FOR_DAYS }),
    byHand: [messages.renewedManual1, messages.renewedManual2],
    link: 'azure-vault',
    source: 'key-rotation',
    judge: renewed,
  },
  {
    key: 'protect-audit-log',
    id: 'F-A15',
    part: 'vault',
    owner: 'you',
    why: auditLogMessages.why,
    remedy: messages.auditLogRemedy,
    byHand: [messages.auditLogManual1, messages.auditLogManual2],
    link: 'azure-vault',
    source: 'vault-logging',
    judge: audited,
  },
  ...alertChecks,
  ...protectRightsChecks,
  {
    key: 'protect-who-can',
    id: 'F-A14',
    part: 'access',
    owner: 'you',
    why: messages.whoCanWhy,
    remedy: messages.whoCanRemedy,
    byHand: [messages.whoCanManual1, messages.whoCanManual2],
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: whoCanTakeIt,
  },
]
