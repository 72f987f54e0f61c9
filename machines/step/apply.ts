import type { Services } from '../services.ts'
import { applyMembershipAction } from '../steps/membership/apply.ts'
import { applyPolicyAction, toApplied } from '../steps/policy/apply.ts'
import type { Action, Applied } from './action.ts'

/**
 * Carries out one action: one write, safe to repeat.
 * @param now the time the receipt bears, milliseconds since 1970-01-01T00:00:00Z
 */
export async function apply(action: Action, services: Services, now: () => number, signal: AbortSignal): Promise<Applied> {
  const ofStep4 = action.kind === 'enable-managed-environment' || action.kind === 'link-environment'
  const outcome = await (ofStep4 ? applyMembershipAction : applyPolicyAction)(action, services, now(), signal)
  return toApplied(action, outcome, now())
}
