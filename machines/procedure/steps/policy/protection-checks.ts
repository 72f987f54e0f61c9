import type { Observation } from '#machines/engine/step/finding.ts'
import { pass, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { forbidsDeleting } from '../../actions/create-lock/lock.ts'
import { messages as lockMessages } from '../../actions/create-lock/messages.ts'
import { messages as auditLogMessages } from '../../actions/send-audit-log/messages.ts'
import { OLD_VERSION_LASTS_DAYS } from '../../actions/set-rotation-policy/rotation-policy.ts'
import type { Check } from '../../check.ts'
import { alerted } from '../../operations/protect/alert-checks.ts'
import { messages as alertMessages } from '../../operations/protect/alert-messages.ts'
import { logged } from '../../operations/protect/checks.ts'
import { messages as protectMessages } from '../../operations/protect/messages.ts'
import { couldNotRead } from '../../refusals.ts'
import type { PolicyFacts } from './facts.ts'
import { rotationOf } from './key-checks.ts'
import { OLD_VERSION_NEEDED_FOR_DAYS } from './key-loss-causes.ts'
import { messages as keyMessages } from './key-messages.ts'

const inSentences = ([first, ...others]: readonly DisplayText[]): DisplayText | undefined => first && sentences(first, ...others)

/** Optional protections never block; they are planned on their own page. */
function stopsNothing({ putRightBy: _, ...observation }: Observation): Observation {
  return observation.status === 'pass' ? observation : { ...observation, status: 'warning' }
}

/** Requested protections that are gone: never blocking, but reported as drift. */
export const protectionChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'protection-locks',
    id: 'F-A12',
    part: 'vault',
    owner: 'key-vault-administrator',
    why: lockMessages.why,
    remedy: protectMessages.lock.remedy,
    byHand: [protectMessages.lock.manual1, protectMessages.lock.manual2],
    link: 'azure-vault',
    source: 'resource-locks',
    judge({ wishedLocks = [] }) {
      const [first] = wishedLocks
      if (!first) return undefined
      const unread = wishedLocks.find(({ locks }) => !locks.ok)
      const refusal = refusalOf(unread?.locks)
      if (unread && refusal) return { ...couldNotRead(protectMessages.lock.unread(unread), refusal), status: 'warning' }
      const found = wishedLocks.map((each) => ({ ...each, lock: (valueIn(each.locks) ?? []).find(forbidsDeleting) }))
      const missing = found.find(({ lock }) => lock === undefined)
      if (missing)
        return warning(
          protectMessages.lock.missing({ of: missing.of, name: missing.name }),
          protectMessages.lock.none({ scope: missing.scope }),
        )
      const said = inSentences(found.flatMap(({ lock }) => (lock ? protectMessages.lock.found({ id: lock.id, level: lock.level }) : [])))
      return pass(
        protectMessages.lock.isLocked({ of: first.of, name: first.name }),
        said ?? protectMessages.lock.none({ scope: first.scope }),
      )
    },
  },
  {
    key: 'protection-rotation',
    id: 'F-407',
    part: 'key',
    owner: 'key-vault-administrator',
    why: protectMessages.renewed.why,
    remedy: protectMessages.renewed.remedy({ days: OLD_VERSION_LASTS_DAYS, needed: OLD_VERSION_NEEDED_FOR_DAYS }),
    byHand: [protectMessages.renewed.manual1, protectMessages.renewed.manual2],
    link: 'azure-vault',
    source: 'key-rotation',
    judge({ wished, key, keyRotation }) {
      const [name, policy] = [valueIn(key)?.name, valueIn(keyRotation)]
      if (!wished?.rotation || name === undefined || !policy) return undefined
      const seen = rotationOf(policy)
      return policy.rotates ? pass(keyMessages.keyRenewed.renewsItself, seen) : warning(protectMessages.renewed.missing({ name }), seen)
    },
  },
  {
    key: 'protection-audit-log',
    id: 'F-A15',
    part: 'vault',
    owner: 'key-vault-administrator',
    why: auditLogMessages.why,
    remedy: protectMessages.auditLog.remedy,
    byHand: [protectMessages.auditLog.manual1, protectMessages.auditLog.manual2],
    link: 'azure-vault',
    source: 'vault-logging',
    judge: ({ wished, choices }) => (wished?.auditLog && choices ? stopsNothing(logged(wished.auditLog, choices.vaultName)) : undefined),
  },
  {
    key: 'protection-near-expiry',
    id: 'F-A16',
    part: 'vault',
    owner: 'key-vault-administrator',
    why: alertMessages.why,
    remedy: alertMessages.remedy,
    byHand: [alertMessages.manual1, alertMessages.manual2],
    link: 'azure-vault',
    source: 'vault-event-grid',
    judge: ({ wished, choices }) =>
      wished?.alert && choices ? stopsNothing(alerted(wished.alert, { name: choices.vaultName })) : undefined,
  },
]
