import type { InspectionEvent } from 'xstate'
import type { ChartView, LoggedRequest, StagedFault } from '#contract/presenter-channels.ts'
import type { SeenRequest } from '../../services/azure/request-watch.ts'
import type { FaultRule } from '../faults.ts'
import type { PracticeTenant } from '../tenant.ts'
import { createStaging, type Pace, type Staging } from './staging.ts'

/** More than a reading makes, and small enough to send. */
export const KEPT_REQUESTS = 200

const RULES: Readonly<Record<Exclude<StagedFault, 'failed-link'>, FaultRule>> = {
  throttling: { method: '*', path: '**', nth: 1, fault: '429-seconds' },
  'expired-token': { method: '*', path: '**', nth: 1, fault: '401-expired' },
  // Until ended: everything fails.
  'lost-network': { method: '*', path: '**', fault: 'reset-before' },
}

interface StagedFaults {
  begin(fault: StagedFault): void
  end(): void
  current(): readonly StagedFault[]
}

/** @param tenant the open one */
function stagedFaults(tenant: Pick<PracticeTenant, 'faults' | 'failNextLink'>): StagedFaults {
  const begun: { readonly fault: StagedFault; readonly callOff: () => void; readonly met: () => number }[] = []
  return {
    begin(fault) {
      begun.push({ fault, ...(fault === 'failed-link' ? tenant.failNextLink() : tenant.faults.set(RULES[fault])) })
    },
    end() {
      for (const { callOff } of begun.splice(0)) callOff()
    },
    current: () => begun.filter(({ fault, met }) => fault === 'lost-network' || met() === 0).map(({ fault }) => fault),
  }
}

/** Activity behind the main window, recorded even without a trainer's window. */
export interface Backstage {
  watch(request: SeenRequest): void
  inspect(event: InspectionEvent): void
  /** A tenant was opened: discards earlier requests. @param tenant absent for a real one, which gets no faults */
  opened(tenant?: PracticeTenant): void
  /** Undefined for a real tenant. */
  tenant(): PracticeTenant | undefined
  requests(): readonly LoggedRequest[]
  clearRequests(): void
  chart(): ChartView
  readonly staging: Staging
  faults(): StagedFaults | undefined
  /** @returns unsubscribe */
  subscribe(listener: () => void): () => void
}

/** State names from the outermost; the machines have no parallel states. */
export function statePath(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const [first] = Object.entries(value)
  return first ? [first[0], ...statePath(first[1])] : []
}

export const withoutNames = (path: string): string => path.replaceAll(/[^/(')]*(?:@|%40)[^/(')]*/gi, '…')

/** XState's names of outcomes contain meaningless actor IDs. */
const eventName = (type: string): string => /^xstate\.(done|error|init|after)/.exec(type)?.[1] ?? type

const TENANT_ENDED = 'xstate.done.actor.tenant'
const OF_TENANT = [TENANT_ENDED, 'xstate.snapshot.tenant']

const isOpen = (value: unknown): boolean => typeof value === 'object' && value !== null && 'open' in value

type Machine = 'wizard' | 'step'

/** The step's machine has a fixed ID; others are the wizard. */
const machineOf = (id: unknown): Machine => (id === 'step' ? 'step' : 'wizard')

/** @param usual speed of practice time while a person works */
export function createBackstage(usual: Pace): Backstage {
  const listeners = new Set<() => void>()
  let requests: readonly LoggedRequest[] = []
  let count = 0
  let faults: StagedFaults | undefined
  let open: PracticeTenant | undefined
  let chart: ChartView = { wizard: [] }
  /** Last event sent to the wizard. */
  let said = 'xstate.init'
  const changed = (): void => {
    for (const listener of listeners) listener()
  }
  const staging = createStaging(usual)
  return {
    staging,
    watch(request) {
      count += 1
      requests = [...requests, { id: count, ...request, path: withoutNames(request.path), took: Math.round(request.took) }].slice(
        -KEPT_REQUESTS,
      )
      changed()
    },
    inspect(event) {
      if (event.type === '@xstate.event' && event.actorRef.sessionId === event.rootId && !OF_TENANT.includes(event.event.type))
        said = event.event.type
      if (event.type !== '@xstate.snapshot' || !('value' in event.snapshot)) return
      // Then the tenant's own machine says where it is, until it ends.
      if (isOpen(event.snapshot.value) || event.snapshot.value === 'closed') return
      const machine = machineOf('id' in event.actorRef ? event.actorRef.id : undefined)
      const to = statePath(event.snapshot.value)
      const from = chart[machine] ?? []
      const isOver = machine === 'step' && event.snapshot.status !== 'active'
      if (!isOver && from.join() === to.join()) return
      const { step: _, ...others } = chart
      // No step on the page: none is running.
      const step = machine === 'wizard' ? chart.step : isOver ? undefined : to
      // Opening and closing a tenant start and end its machine, because of what was sent before.
      const cause = machine === 'wizard' && ['xstate.init', TENANT_ENDED].includes(event.event.type) ? said : event.event.type
      chart = {
        ...others,
        ...(machine === 'wizard' ? { wizard: to } : {}),
        ...(step ? { step } : {}),
        last: { machine, event: eventName(cause), from: from.join('.'), to: to.join('.') },
      }
      changed()
    },
    opened(tenant) {
      open = tenant
      requests = []
      faults = tenant && stagedFaults(tenant)
      changed()
    },
    tenant: () => open,
    requests: () => requests,
    clearRequests() {
      requests = []
      changed()
    },
    chart: () => chart,
    faults: () => faults,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
