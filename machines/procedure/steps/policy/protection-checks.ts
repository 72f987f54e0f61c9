import { refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import type { DisplayText } from '../../../messages/message.ts'
import { sentences } from '../../../messages/sentences.ts'
import { forbidsDeleting } from '../../actions/create-lock/lock.ts'
import { messages as lockMessages } from '../../actions/create-lock/messages.ts'
import type { Check } from '../../check.ts'
import { messages as protectMessages } from '../../operations/protect/messages.ts'
import { couldNotRead } from '../../refusals.ts'
import type { PolicyFacts } from './facts.ts'

const inSentences = ([first, ...others]: readonly DisplayText[]): DisplayText | undefined => first && sentences(first, ...others)

/** What was wished to protect the key and is gone: it stops nothing, and a comparison with the end tells it. */
export const protectionChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'protection-locks',
    id: 'F-A12',
    part: 'vault',
    owner: 'key-vault-administrator',
    why: lockMessages.why,
    remedy: protectMessages.lockRemedy,
    byHand: [protectMessages.lockManual1, protectMessages.lockManual2],
    link: 'azure-vault',
    source: 'resource-locks',
    judge({ wishedLocks = [] }) {
      const [first] = wishedLocks
      if (!first) return undefined
      const unread = wishedLocks.find(({ locks }) => !locks.ok)
      const refusal = refusalOf(unread?.locks)
      if (unread && refusal) return { ...couldNotRead(protectMessages.locksUnread(unread), refusal), status: 'warning' }
      const found = wishedLocks.map((each) => ({ ...each, lock: (valueIn(each.locks) ?? []).find(forbidsDeleting) }))
      const missing = found.find(({ lock }) => lock === undefined)
      if (missing)
        return {
          status: 'warning',
          title: protectMessages.lockMissing({ of: missing.of, name: missing.name }),
          seen: protectMessages.noLock({ scope: missing.scope }),
        }
      const said = inSentences(found.flatMap(({ lock }) => (lock ? protectMessages.lockFound({ id: lock.id, level: lock.level }) : [])))
      return {
        status: 'pass',
        title: protectMessages.isLocked({ of: first.of, name: first.name }),
        seen: said ?? protectMessages.noLock({ scope: first.scope }),
      }
    },
  },
]
