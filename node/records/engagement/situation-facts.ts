import { defined } from '#machines/defined.ts'
import type { Pending } from '#machines/engine/action.ts'
import type { PartFacts, SituationFacts } from '#machines/engine/situation/situation.ts'
import type { UnderWay } from '#machines/engine/wizard/view.ts'
import type { Engagement, EngagementStep } from './engagement.ts'

type CarriedOut = Engagement['operations'][string]

/** The procedure's part in a situation. */
export interface RunsListedAs {
  /** Running work for the environment, if the list has words for it. */
  underWay(pending: Pending, environmentId: string): UnderWay | undefined
  /** Step that requires a usable key. */
  readonly keyStep?: string
}

/** Verified, and no finding has come up since. */
export const isVerified = ({ proved, asks }: EngagementStep): boolean => proved && asks === undefined

/** A possible write since the last reading, without a followed operation. */
const isInterrupted = ({ readAt = 0, receipts, sent = [], pending, applying }: EngagementStep): boolean =>
  pending === undefined && (applying === true || sent.length > 0 || receipts.some(({ written, at }) => written && at > readAt))

/** The last change that a service took has ended there without success. */
const hasFailed = ({ receipts, pending }: CarriedOut): boolean =>
  pending === undefined && receipts.filter((receipt) => receipt.pending !== undefined).at(-1)?.ended === 'failed'

/**
 * What a record says of its environment.
 * @param isHeld another wizard works on it: what looks interrupted may be its run
 */
export function situationFactsOf(
  as: RunsListedAs,
  { environment, steps, operations, locked }: Engagement,
  { inEffect, isHeld }: { readonly inEffect: boolean; readonly isHeld: boolean },
): SituationFacts {
  const carriedOut = (part: CarriedOut): Pick<PartFacts, 'run' | 'startsAt'> => {
    const { pending, schedule } = part
    const kind = pending && as.underWay(pending, environment.id)
    return defined({ run: pending && kind && { kind, since: pending.since }, startsAt: schedule?.window.from })
  }
  const keyStep = steps[as.keyStep ?? '']
  return {
    parts: [
      ...Object.entries(steps).map(([id, step], index) => ({
        id,
        place: index + 1,
        isProved: isVerified(step),
        planned: step.planned,
        isWriting: isHeld && step.applying === true,
        isInterrupted: !isHeld && isInterrupted(step),
        hasFailed: !isVerified(step) && hasFailed(step),
        // Findings from before a run say nothing of its end.
        ...defined({ readAt: step.readAt, asks: step.pending ? undefined : step.asks }),
        ...carriedOut(step),
      })),
      ...Object.entries(operations).map(([id, operation]) => ({ id, isProved: false, planned: 0, ...carriedOut(operation) })),
    ],
    ...(locked ? { lock: { keyWorks: keyStep !== undefined && isVerified(keyStep) } } : {}),
    isInEffect: inEffect,
  }
}
