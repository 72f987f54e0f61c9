import type { InspectionEvent } from 'xstate'
import type { ChartView, LoggedRequest } from '../ipc/presenter-channels.ts'
import type { PracticeTenant } from '../practice/tenant.ts'
import type { SeenRequest } from '../services/azure/request-watch.ts'
import { type StagedFaults, stagedFaults } from './staged-faults.ts'
import { createStaging, type Pace, type Staging } from './staging.ts'

/** How many requests are kept: more than one reading makes, and little enough to be sent whole. */
export const KEPT_REQUESTS = 200

/** What happens behind the class's window. It keeps what a trainer's window shows, also while there is none. */
export interface Backstage {
  /** Given to what sends requests. */
  watch(request: SeenRequest): void
  /** Given to what runs the machines. */
  inspect(event: InspectionEvent): void
  /** A tenant is opened: the requests of the one before are of no use. @param tenant absent for a real one, where nothing is made to fail */
  opened(tenant?: PracticeTenant): void
  /** The practice tenant that was opened last; absent before the first, and for a real one. */
  tenant(): PracticeTenant | undefined
  requests(): readonly LoggedRequest[]
  clearRequests(): void
  chart(): ChartView
  /** Starts cases at a stage. */
  readonly staging: Staging
  /** Of the practice tenant that is open; absent while none is. */
  faults(): StagedFaults | undefined
  /** Calls back after each change. @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void
}

/** The names of the states that a state value is in, from the outermost: the machines have no parallel states. */
export function statePath(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const [first] = Object.entries(value)
  return first ? [first[0], ...statePath(first[1])] : []
}

/** A path without the names of people: accounts are asked for by their sign-in name. */
export const withoutNames = (path: string): string => path.replaceAll(/[^/(')]*(?:@|%40)[^/(')]*/gi, '…')

/** What xstate calls an outcome has the place of the actor in its name, which says nothing to anyone. */
const eventName = (type: string): string => /^xstate\.(done|error|init|after)/.exec(type)?.[1] ?? type

type Machine = 'wizard' | 'step'

/** The step's machine has the ID that the wizard runs it under; whatever else has states is the wizard. */
const machineOf = (id: unknown): Machine => (id === 'step' ? 'step' : 'wizard')

/** @param usual how fast time runs on a practice tenant while a person works */
export function createBackstage(usual: Pace): Backstage {
  const listeners = new Set<() => void>()
  let requests: readonly LoggedRequest[] = []
  let count = 0
  let faults: StagedFaults | undefined
  let open: PracticeTenant | undefined
  let chart: ChartView = { wizard: [] }
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
      if (event.type !== '@xstate.snapshot' || !('value' in event.snapshot)) return
      const machine = machineOf('id' in event.actorRef ? event.actorRef.id : undefined)
      const to = statePath(event.snapshot.value)
      const from = chart[machine] ?? []
      const isOver = machine === 'step' && event.snapshot.status !== 'active'
      if (!isOver && from.join() === to.join()) return
      const { step: _, ...others } = chart
      // A page without a step has none running.
      const step = machine === 'wizard' ? chart.step : isOver ? undefined : to
      chart = {
        ...others,
        ...(machine === 'wizard' ? { wizard: to } : {}),
        ...(step ? { step } : {}),
        last: { machine, event: eventName(event.event.type), from: from.join('.'), to: to.join('.') },
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
