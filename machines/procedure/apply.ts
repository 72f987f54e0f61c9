import type * as engine from '../engine/action.ts'
import { apply as applyAny } from '../engine/action.ts'
import type { Poll } from '../engine/step/poll.ts'
import { actions } from './actions/registry.ts'
import type { Services } from './services/services.ts'

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export const apply = (action: engine.Action, services: Services, now: () => number, signal: AbortSignal): Promise<engine.Applied> =>
  applyAny(actions, action, services, now, signal)

/** Polls once, without changes. @param now milliseconds since 1970-01-01T00:00:00Z */
export const poll = (pending: engine.Pending, services: Services, now: number, signal: AbortSignal): Promise<Poll> =>
  actions.waitOf(pending).poll(pending, services, now, signal)
