import type { Action, Applied } from './action.ts'
import { removeFromPolicy } from './operations/revert/apply.ts'
import { rotateKey } from './operations/rotate/apply.ts'
import type { Services } from './services.ts'
import { applyMembershipAction } from './steps/membership/apply.ts'
import { applyPolicyAction, toApplied, type Written } from './steps/policy/apply.ts'

function carryOut(action: Action, services: Services, now: number, signal: AbortSignal): Promise<Written> {
  switch (action.kind) {
    case 'enable-managed-environment':
    case 'link-environment':
      return applyMembershipAction(action, services, now, signal)
    case 'rotate-key':
      return rotateKey(action, services, now, signal)
    case 'unlink-environment':
      return removeFromPolicy(action, services, now, signal)
    default:
      return applyPolicyAction(action, services, now, signal)
  }
}

/**
 * Carries out one action: one write, safe to repeat.
 * @param now the time the receipt bears, milliseconds since 1970-01-01T00:00:00Z
 */
export async function apply(action: Action, services: Services, now: () => number, signal: AbortSignal): Promise<Applied> {
  return toApplied(action, await carryOut(action, services, now(), signal), now())
}
