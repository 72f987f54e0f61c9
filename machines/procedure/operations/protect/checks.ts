import { defined } from '#machines/defined.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { forbidsDeleting, type Lockable, lockScope } from '../../actions/create-lock/lock.ts'
import { messages as lockMessages } from '../../actions/create-lock/messages.ts'
import { messages as auditLogMessages } from '../../actions/send-audit-log/messages.ts'
import { OLD_VERSION_LASTS_DAYS } from '../../actions/set-rotation-policy/rotation-policy.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { type Demand, judgeDemand } from '../../rights/demand.ts'
import { accountNames } from '../../rights/home-tenant.ts'
import { rotationOf as rotationInWords } from '../../steps/policy/key-checks.ts'
import { OLD_VERSION_NEEDED_FOR_DAYS } from '../../steps/policy/key-loss-causes.ts'
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

function readable(facts: OperationFacts): Observation | undefined {
  const policy = valueIn(facts.policy)
  const refused = refusalOf(facts.policy) ?? refusalOf(facts.vault)
  if (refused) return couldNotRead(policy ? operationMessages.read.vaultUnread : operationMessages.read.policyUnread, refused)
  const vault = valueIn(facts.vault)
  return vault && policy && pass(messages.readable, operationMessages.keyAndVault({ key: policy.id, vault: vault.id }))
}

const wish = (of: Lockable, wanted: boolean): WishLock => ({ kind: 'wish-lock', of, wanted })

/** Optional: a missing lock is reported and blocks nothing. */
function locked(wished: Lockable) {
  return (facts: OperationFacts): Observation | undefined => {
    const found = lockFactsOf(facts, wished)
    if (!found) return undefined
    const { of, name, wanted } = found
    const refusal = refusalOf(found.locks)
    if (refusal) {
      const unread = couldNotRead(messages.lock.unread({ of, name }), refusal)
      return wanted ? unread : { ...unread, status: 'warning' }
    }
    const holding = (valueIn(found.locks) ?? []).filter(forbidsDeleting)
    const [first] = holding
    if (first) return pass(messages.lock.isLocked({ of, name }), messages.lock.found({ id: first.id, level: first.level }))
    const seen = messages.lock.none({ scope: lockScope(found) })
    if (!wanted)
      return {
        status: of === 'group' ? 'pass' : 'warning',
        title: of === 'group' ? messages.lock.groupUnlocked({ name }) : messages.lock.canBeDeleted({ of, name }),
        seen,
        offer: { event: 'DECIDE', decision: wish(wished, true), title: messages.lock.offer },
      }
    return fail(messages.lock.missing({ of, name }), seen, {
      putRightBy: ['create-lock'],
      offer: { event: 'DECIDE', decision: wish(wished, false), title: messages.lock.offerBack },
    })
  }
}

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
      ...defined({ permissions }),
    } as const
    const doing = messages.mayLock.doing({ of, name })
    return (
      judgeDemand({ doing, rights: SETS_LOCKS, places: [place, subscription(subscriptionId)], account: accountNames(facts.account) }) ?? []
    )
  })
  return judged.find(({ status }) => status === 'fail') ?? judged.find(({ status }) => status !== 'pass') ?? judged[0]
}

/** For review: only the company knows who should be listed. */
function whoCanTakeIt({ protection, ...facts }: OperationFacts): Observation | undefined {
  const [vault, policy, holders] = [valueIn(facts.vault), valueIn(facts.policy), protection?.holders]
  if (!vault || !holders) return undefined
  const refusal = refusalOf(holders.vault.active) ?? refusalOf(holders.definitions)
  if (refusal) return { ...couldNotRead(messages.whoCan.unread, refusal), status: 'warning' }
  const all = holdersOf(vault, policy, holders, protection?.locks) ?? []
  if (all.length === 0) return pass(messages.whoCan.nobody, sentences(messages.whoCan.none, ...unreadOf(vault, holders, all)))
  return warning(
    messages.whoCan.some({ count: all.length }),
    sentences(messages.whoCan.holders({ holders: all.map((each) => nameOf(each, holders)) }), ...unreadOf(vault, holders, all)),
  )
}

const wishForRotation = (wanted: boolean): WishRotation => ({ kind: 'wish-rotation', wanted })

/** Optional; a key without expiration needs no renewal. */
function renewed({ key, keyShutOut, protection }: OperationFacts): Observation | undefined {
  const { found, wanted, origin } = protection?.rotation ?? {}
  const name = valueIn(key)?.name
  if (!found || name === undefined) return undefined
  const refusal = refusalOf(found)
  if (refusal) {
    const unread = couldNotRead(keyMessages.keyRenewed.rotationUnread, refusal)
    return wanted ? unread : { ...unread, status: 'warning' }
  }
  const policy = valueIn(found)
  if (!policy) return undefined
  const seen = rotationInWords(policy)
  if (policy.rotates) return pass(keyMessages.keyRenewed.renewsItself, seen)
  if (wanted)
    return fail(messages.renewed.missing({ name }), seen, {
      putRightBy: ['set-rotation-policy'],
      offer: { event: 'DECIDE', decision: wishForRotation(false), title: messages.renewed.offerBack },
    })
  return warning(messages.renewed.not({ name }), seen, {
    ...(origin ? { remedy: origin === 'imported' ? messages.renewed.importEachVersion : messages.renewed.ifImported } : {}),
    ...(keyShutOut || origin === 'imported'
      ? {}
      : { offer: { event: 'DECIDE' as const, decision: wishForRotation(true), title: messages.renewed.offer } }),
  })
}

export function logged(
  log: Pick<AuditLogFacts, 'settings' | 'wanted'> & Partial<Pick<AuditLogFacts, 'workspaces'>>,
  name: string,
): Observation {
  const refusal = refusalOf(log.settings)
  if (refusal) {
    const unread = couldNotRead(messages.auditLog.unread({ name }), refusal)
    return log.wanted === undefined ? { ...unread, status: 'warning' } : unread
  }
  const sent = (valueIn(log.settings) ?? []).filter(({ audits }) => audits)
  const seen = messages.auditLog.settings({ count: sent.length, settings: sent.map((each) => each.workspaceId ?? each.id) })
  if (auditLogGoesTo(log) === false) return fail(messages.auditLog.missing({ name }), seen, { putRightBy: ['send-audit-log'] })
  if (sent.length > 0) return pass(messages.auditLog.sent({ name }), seen)
  // Explains an empty list of workspaces.
  const unlisted = refusalOf(log.workspaces)
  if (unlisted) return { ...couldNotRead(messages.auditLog.workspacesUnread, unlisted), status: 'warning' }
  return warning(messages.auditLog.nowhere({ name }), seen)
}

/** The destination is chosen below the findings. */
function audited({ vault: answer, protection }: OperationFacts): Observation | undefined {
  const [log, vault] = [protection?.auditLog, valueIn(answer)]
  return log && vault && logged(log, vault.name)
}

const lockCheck = (of: Lockable): Check<OperationFacts> => ({
  key: `protect-lock-${of}`,
  id: 'F-A12',
  part: of === 'policy' ? 'policy' : 'vault',
  owner: 'you',
  why: of === 'group' ? messages.lock.groupWhy : lockMessages.why,
  remedy: messages.lock.remedy,
  byHand: [messages.lock.manual1, messages.lock.manual2],
  link: of === 'policy' ? 'azure-policy' : 'azure-vault',
  source: 'resource-locks',
  judge: locked(of),
})

export const PROTECTIONS: readonly string[] = [
  ...['protect-lock-vault', 'protect-lock-policy', 'protect-lock-group'],
  ...['protect-renewed', 'protect-audit-log', 'protect-near-expiry'],
]

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
    why: messages.mayLock.why,
    remedy: lockMessages.mayNotRemedy,
    link: 'azure-vault',
    source: 'resource-locks',
    heading: 'Who can create or delete locks',
    aboutAccount: true,
    judge: mayLock,
  },
  {
    key: 'protect-renewed',
    id: 'F-407',
    part: 'key',
    owner: 'you',
    why: messages.renewed.why,
    remedy: messages.renewed.remedy({ days: OLD_VERSION_LASTS_DAYS, needed: OLD_VERSION_NEEDED_FOR_DAYS }),
    byHand: [messages.renewed.manual1, messages.renewed.manual2],
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
    remedy: messages.auditLog.remedy,
    byHand: [messages.auditLog.manual1, messages.auditLog.manual2],
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
    ...textsOf(messages.whoCan),
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: whoCanTakeIt,
  },
]
