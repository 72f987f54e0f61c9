import { defined } from '#machines/defined.ts'
import { carriedOutIn, type RunsListedAs } from '#machines/engine/situation/carried-out.ts'
import type { SituationFacts } from '#machines/engine/situation/situation.ts'
import type { ListedEngagement } from '../customers/check.ts'
import type { EngagementStep } from './engagement.ts'

/** Verified, and no finding has come up since. */
export const isVerified = ({ proved, asks }: EngagementStep): boolean => proved && asks === undefined

/**
 * What a record says of its environment.
 * @param isHeld another wizard works on it: what looks interrupted may be its run
 */
export function situationFactsOf(
  as: RunsListedAs,
  { environment, steps, operations, locked, otherPolicy }: ListedEngagement,
  { inEffect, isHeld }: { readonly inEffect: boolean; readonly isHeld: boolean },
): SituationFacts {
  const stateOf = (applying: true | undefined) => (isHeld ? (applying ? 'writing' : 'busy') : applying ? 'left' : 'at-rest')
  const keyStep = steps[as.keyStep ?? '']
  return {
    parts: [
      ...Object.entries(steps).map(([id, step], index) => ({
        id,
        place: index + 1,
        isProved: isVerified(step),
        planned: step.planned,
        // Findings from before a run say nothing of its end.
        ...defined({ readAt: step.readAt, asks: step.pending || step.run ? undefined : step.asks, run: step.run }),
        ...carriedOutIn(as, environment.id, step, stateOf(step.applying)),
      })),
      ...Object.entries(operations).map(([id, operation]) => ({
        id,
        isProved: false,
        planned: 0,
        ...carriedOutIn(as, environment.id, operation, stateOf(operation.applying)),
      })),
    ],
    ...(locked ? { lock: { keyWorks: keyStep !== undefined && isVerified(keyStep) } } : {}),
    ...(otherPolicy ? { isInOtherPolicy: true } : {}),
    isInEffect: inEffect,
  }
}
