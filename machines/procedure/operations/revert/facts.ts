import type { LifecycleOperation } from '#machines/engine/answer.ts'
import { isKnownAs } from '#machines/engine/fact.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import { holdingPolicy, isHeld, linkStatusOf } from '../../steps/membership/link.ts'
import { KEPT_FOR } from '../../waits.ts'
import type { OperationFacts } from '../facts.ts'

/** Type of a removal, inferred from the admin API's lists of allowed operations. */
const isRevert = ({ type }: LifecycleOperation): boolean => type.toLowerCase() === 'reverttomicrosoftkey'

export const newestRevert = ({ operations }: Pick<OperationFacts, 'operations'>): LifecycleOperation | undefined =>
  valueIn(operations)?.find(isRevert)

export function isReverted({ environment }: OperationFacts): boolean {
  const found = valueIn(environment)
  return found !== undefined && !isHeld(found)
}

const runs = ({ state }: LifecycleOperation): boolean => state === 'running' || state === 'not-started'

/** A running removal: followed, not repeated. @param now start to assume if no service names one */
export function revertUnderway(facts: OperationFacts, now: number): Pending | undefined {
  const environment = valueIn(facts.environment)
  const policyId = environment && holdingPolicy(environment)
  if (!environment || policyId === undefined) return undefined
  const newest = newestRevert(facts)
  const ongoing = environment.ongoingOperation?.type?.toLowerCase() === 'reverttomicrosoftkey'
  const running = newest && runs(newest) ? newest : undefined
  if (!running && !ongoing && !isKnownAs(linkStatusOf(environment), 'unlinking')) return undefined
  const id = running?.id ?? environment.ongoingOperation?.id
  const since = running?.createdAt === undefined ? Number.NaN : Date.parse(running.createdAt)
  return {
    kind: 'operation',
    purpose: 'unlink',
    environmentId: environment.id,
    policyId,
    ...(environment.encryptionPolicy?.systemId === undefined ? {} : { policySystemId: environment.encryptionPolicy.systemId }),
    operation: id === undefined ? {} : { id },
    since: Number.isNaN(since) ? now : since,
  }
}

/** End of retention, counted from the end of the removal; undefined if no service gives that date. */
export function keptUntil(facts: OperationFacts): number | undefined {
  const newest = newestRevert(facts)
  const at = Date.parse(newest?.state === 'succeeded' ? (newest.lastActionAt ?? newest.createdAt ?? '') : '')
  return Number.isNaN(at) ? undefined : at + KEPT_FOR
}
