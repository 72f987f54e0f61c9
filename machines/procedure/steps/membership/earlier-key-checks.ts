import type { LifecycleOperation } from '#machines/engine/answer.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { pass, warning } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { defineMessages } from '#machines/messages/message.ts'
import type { Check } from '../../check.ts'
import type { Environment } from '../../services/services.ts'
import { cameFromEarlierKey, earlierKeyKeptUntil, hasEarlierKey } from '../earlier-key.ts'
import type { MembershipFacts } from './facts.ts'
import { messages as membershipMessages } from './messages.ts'

const seenOf = ({ keyManagedBy: manager = '' }: Environment) => membershipMessages.keyManagedBy({ manager })

const messages = defineMessages('earlierKey', {
  why: 'Microsoft documents a short downtime: only the SQL database gets a new key. Then the audit log moves to Azure Cosmos DB, and files and images move to file storage, all under your key.',
  remedy:
    'Plan the downtime as for any environment. There’s no way back to the earlier key: leaving the policy leads to the Microsoft-managed key.',
  moves: 'The environment moves from its earlier, self-managed key (BYOK) to yours',
  atConfirmation: 'The earlier self-managed key (BYOK) is replaced. Microsoft keeps it for at least 28 days, for restores.',
  keptWhy: {
    id: 'earlierKey.kept.why',
    defaultMessage: 'A backup from before the change can be restored only with the earlier key, which is in a key vault of Microsoft’s.',
  },
  keptRemedy: { id: 'earlierKey.kept.remedy', defaultMessage: 'Restore what you need from before the change within these 28 days.' },
  keptUntil: { id: 'earlierKey.kept.until', defaultMessage: 'Microsoft keeps the earlier key (BYOK) at least until {until, date, moment}' },
  keptUndated: { id: 'earlierKey.kept.undated', defaultMessage: 'Microsoft keeps the earlier key (BYOK) for at least 28 days' },
  keptEnded: { id: 'earlierKey.kept.ended', defaultMessage: 'The 28 days of the earlier key (BYOK) ended on {until, date, moment}' },
})

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
    if (until === undefined) return warning(messages.keptUndated, seen)
    return pass((now < until ? messages.keptUntil : messages.keptEnded)({ until }), seen)
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
        ? warning(messages.moves, seenOf(environment), { atConfirmation: messages.atConfirmation })
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
