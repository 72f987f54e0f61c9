import type { Look } from '../engine/step/look.ts'
import { type Action, type Applied, describeAction, type Pending, wishOf } from './action.ts'
import { definitionOf, startOf } from './actions/registry.ts'
import type { Services } from './services.ts'

/**
 * Carries out one action: one write, safe to repeat.
 * @param now the time the receipt bears, milliseconds since 1970-01-01T00:00:00Z
 */
export async function apply(action: Action, services: Services, now: () => number, signal: AbortSignal): Promise<Applied> {
  const outcome = await definitionOf(action).apply(action, services, now(), signal)
  if (!outcome.ok) return outcome
  const { resourceId, written, pending } = outcome
  const receipt = { kind: action.kind, title: describeAction(action).title, resourceId, at: now(), written, wish: wishOf(action) }
  return { ok: true, receipt: { ...receipt, ...(pending ? { pending } : {}) } }
}

/** Polls once what a write has started, changing nothing. @param now milliseconds since 1970-01-01T00:00:00Z */
export const look = (pending: Pending, services: Services, now: number, signal: AbortSignal): Promise<Look> =>
  startOf(pending).wait.look(pending, services, now, signal)
