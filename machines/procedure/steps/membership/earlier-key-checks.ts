import type { LifecycleOperation } from '../../../engine/answer.ts'
import type { Observation } from '../../../engine/step/finding.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { cameFromEarlierKey, earlierKeyKeptUntil, hasEarlierKey } from '../../earlier-key.ts'
import type { Environment } from '../../services.ts'
import { messages } from './earlier-key-messages.ts'
import type { MembershipFacts } from './facts.ts'
import { messages as membershipMessages } from './messages.ts'

const seenOf = ({ keyManagedBy: manager = '' }: Environment) => membershipMessages.keyManagedBy({ manager })

/** Texts about retention for restores; unused without an earlier key. */
export const earlierKeyKept: Pick<Check<never>, 'id' | 'owner' | 'why' | 'remedy' | 'source'> & {
  judge(environment: Environment | undefined, operations: readonly LifecycleOperation[] | undefined, now: number): Observation | undefined
} = {
  id: 'F-008',
  owner: 'microsoft',
  why: messages.keptWhy,
  remedy: messages.keptRemedy,
  source: 'self-managed-key-migration',
  judge(environment, operations, now) {
    if (!environment || !cameFromEarlierKey(environment)) return undefined
    const until = earlierKeyKeptUntil(operations ?? [])
    const seen = seenOf(environment)
    if (until === undefined) return { status: 'warning', title: messages.keptUndated, seen }
    return { status: 'pass', title: (now < until ? messages.keptUntil : messages.keptEnded)({ until }), seen }
  },
}

/** For an environment with the earlier self-managed key: differences and retention. */
export const earlierKeyChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'from-earlier-key',
    id: 'F-008',
    part: 'link',
    owner: 'power-platform-administrator',
    why: messages.why,
    remedy: messages.remedy,
    link: 'admin-center-environment',
    source: 'self-managed-key-migration',
    judge: ({ environment: answer }) => {
      const environment = valueIn(answer)
      return environment && hasEarlierKey(environment)
        ? { status: 'warning', title: messages.moves, seen: seenOf(environment), atConfirmation: messages.atConfirmation }
        : undefined
    },
  },
  {
    key: 'earlier-key-kept',
    part: 'link',
    ...earlierKeyKept,
    judge: ({ environment, operations }, now) => earlierKeyKept.judge(valueIn(environment), valueIn(operations), now),
  },
]
