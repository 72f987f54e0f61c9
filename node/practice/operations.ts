import { MINUTE } from '#machines/engine/durations.ts'
import { guid } from './random.ts'
import type { Caller, Practice } from './service.ts'
import { type OperationState, type StageName, type TenantState, timestamp } from './state.ts'

/** Time in `NotStarted`, in milliseconds. */
const WAITING = 15_000

/** Shares of an operation's duration; Run takes the rest. */
const SHARES: readonly { name: StageName; share: number }[] = [
  { name: 'Validate', share: 0.02 },
  { name: 'Prepare', share: 0.08 },
  { name: 'Run', share: 0.86 },
  { name: 'Finalize', share: 0.04 },
]

/** Duration of the change to a Managed Environment, in milliseconds. */
export const GOVERNANCE_DURATION = 2 * MINUTE

/** Consecutive stages of an operation. @param acceptedAt time of the 202 @param duration from then on, in milliseconds */
export function stagesFrom(acceptedAt: number, duration: number): OperationState['stages'] {
  const running = Math.max(0, duration - WAITING)
  let beginsAt = acceptedAt + WAITING
  return SHARES.map(({ name, share }) => {
    const stage = { name, beginsAt, endsAt: Math.round(beginsAt + running * share) }
    beginsAt = stage.endsAt
    return stage
  })
}

export function startOperation(
  { state, clock, random }: Practice,
  caller: Caller,
  wish: Pick<OperationState, 'environment' | 'type' | 'typeDisplayName' | 'purpose'> & { readonly duration: number },
): OperationState {
  const at = clock.now()
  const operation: OperationState = {
    id: guid(random),
    environment: wish.environment,
    type: wish.type,
    typeDisplayName: wish.typeDisplayName,
    createdAt: at,
    stages: stagesFrom(at, wish.duration),
    requestedBy: { id: caller.objectId, displayName: caller.displayName, type: caller.kind },
    purpose: wish.purpose,
    vaultAsked: false,
    settled: false,
  }
  state.operations.push(operation)
  return operation
}

export const endOf = (operation: OperationState): number => operation.fails?.at ?? operation.stages.at(-1)?.endsAt ?? operation.createdAt

export function stateOf(operation: OperationState, now: number): 'NotStarted' | 'Running' | 'Succeeded' | 'Failed' {
  if (now < (operation.stages[0]?.beginsAt ?? 0)) return 'NotStarted'
  if (now < endOf(operation)) return 'Running'
  return operation.fails ? 'Failed' : 'Succeeded'
}

export const ongoing = (state: TenantState, environment: string): OperationState | undefined =>
  state.operations.find((operation) => operation.environment === environment && !operation.settled)

/** A stage that hasn't begun has no state or times; after a failure none begins. */
function stagesJson(operation: OperationState, now: number) {
  const failing = operation.fails
  const last = failing ? operation.stages.findIndex(({ name }) => name === failing.stage) : operation.stages.length
  return operation.stages.flatMap(({ name, beginsAt, endsAt }, index) => {
    if (index > last && now >= endOf(operation)) return []
    if (now < beginsAt) return [{ id: name, name }]
    const end = index === last && failing ? failing.at : endsAt
    const ended = now >= end
    const state = ended ? (index === last && failing ? 'Failed' : 'Succeeded') : 'Running'
    return [
      { id: name, name, state: { id: state }, firstActionDateTime: timestamp(beginsAt), lastActionDateTime: timestamp(Math.min(now, end)) },
    ]
  })
}

const PREFIX = '/providers/Microsoft.BusinessAppPlatform'

export function operationJson(operation: OperationState, { state, clock }: Practice) {
  const now = clock.now()
  const word = stateOf(operation, now)
  const begun = operation.stages[0]?.beginsAt ?? operation.createdAt
  return {
    id: operation.id,
    links: {
      self: { path: `${PREFIX}/lifecycleOperations/${operation.id}` },
      environment: { path: `${PREFIX}/environments/${operation.environment}` },
    },
    type: { id: operation.type },
    typeDisplayName: operation.typeDisplayName,
    state: { id: word },
    createdDateTime: timestamp(operation.createdAt),
    lastActionDateTime: timestamp(word === 'NotStarted' ? operation.createdAt : Math.max(begun, Math.min(now, endOf(operation)))),
    requestedBy: { ...operation.requestedBy, tenantId: state.tenantId },
    stages: stagesJson(operation, now),
    ...(word === 'Failed' && operation.fails?.error ? { error: operation.fails.error } : {}),
  }
}
