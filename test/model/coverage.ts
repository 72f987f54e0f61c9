import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate'
import { getInitialMicrosteps, getMicrosteps } from 'xstate'
import { getAdjacencyMap } from 'xstate/graph'

/** Transitions that a machine declares, and those taken by a walk over its graph. */
export interface Coverage {
  /** Ids of states without substates. */
  readonly leaves: readonly string[]
  readonly reached: ReadonlySet<string>
  readonly declared: readonly string[]
  readonly walked: ReadonlySet<string>
  readonly snapshots: readonly AnyMachineSnapshot[]
}

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesBelow)]

/** One name for one declared transition, distinguished by its place in its list where several answer the same event. */
const named = (node: AnyStateNode, event: string, index: number): string => `${node.id} on ${event || 'always'} #${index + 1}`

function declaredTransitions(root: AnyStateNode): { readonly name: string; readonly definition: AnyTransitionDefinition }[] {
  return nodesBelow(root).flatMap((node) => [
    ...[...node.transitions].flatMap(([event, list]) => list.map((definition, index) => ({ name: named(node, event, index), definition }))),
    ...(node.always ?? []).map((definition, index) => ({ name: named(node, '', index), definition })),
  ])
}

export interface Walk<TEvent extends EventObject> {
  readonly machine: AnyStateMachine
  readonly input?: unknown
  readonly events: readonly TEvent[]
  /** Part of the context that distinguishes situations. */
  readonly serialize: (snapshot: AnyMachineSnapshot) => string
  /** Called before each event, for example to set the clock. */
  readonly prepare?: (event: EventObject) => void
}

/** The same machine, with something done before each event. */
function prepared(machine: AnyStateMachine, prepare: (event: EventObject) => void): AnyStateMachine {
  return Object.assign(Object.create(machine) as AnyStateMachine, {
    transition(...given: Parameters<AnyStateMachine['transition']>) {
      prepare(given[1])
      return machine.transition(...given)
    },
  })
}

interface Asked {
  readonly context: unknown
  readonly event: EventObject
}
type Question = (asked: Asked, params: unknown) => boolean

/** True if the guard of an eventless transition allows it. Named guards are looked up in the machine. */
function holds(machine: AnyStateMachine, guard: AnyTransitionDefinition['guard'], context: unknown): boolean {
  if (guard === undefined) return true
  const asked: Asked = { context, event: { type: '' } }
  if (typeof guard === 'function') return (guard as Question)(asked, undefined)
  const { type, params } = typeof guard === 'string' ? { type: guard, params: undefined } : guard
  const question = machine.implementations.guards[type] as Question | undefined
  if (!question) throw new Error(`The machine has no guard ${type}`)
  return question(asked, typeof params === 'function' ? (params as (asked: Asked) => unknown)(asked) : params)
}

/** Walks every situation that the events lead to, without starting an actor: no effect is carried out. */
export function cover<TEvent extends EventObject>({
  machine,
  input,
  events,
  serialize,
  prepare = () => undefined,
}: Walk<TEvent>): Coverage {
  const map = getAdjacencyMap(prepared(machine, prepare), {
    events: [...events],
    serializeState: (snapshot) => serialize(snapshot as AnyMachineSnapshot),
    serializeEvent: (event) => JSON.stringify(event),
    limit: 260_000,
    ...(input === undefined ? {} : { input }),
  })
  const declared = declaredTransitions(machine.root)
  const walked = new Set<string>()
  const reached = new Set<string>()
  const snapshots: AnyMachineSnapshot[] = []
  for (const [step] of getInitialMicrosteps(machine, input as never)) noteAlways(step as AnyMachineSnapshot)
  for (const { state, transitions } of Object.values(map)) {
    const snapshot = state as AnyMachineSnapshot
    snapshots.push(snapshot)
    for (const node of snapshot._nodes) reached.add(node.id)
    for (const { event } of Object.values(transitions as Readonly<Record<string, { readonly event: EventObject }>>)) {
      prepare(event)
      const all = machine.getTransitionData(snapshot as never, event as never)
      // An event that is refused leads nowhere, and asking where makes a new actor each time.
      if (all.length === 0) continue
      for (const taken of all) note(taken)
      for (const [step] of getMicrosteps(machine, snapshot as never, event as never)) noteAlways(step as AnyMachineSnapshot)
    }
  }
  function note(taken: AnyTransitionDefinition): void {
    const found = declared.find(({ definition }) => definition === taken)
    if (found) walked.add(found.name)
  }
  function noteAlways(step: AnyMachineSnapshot): void {
    for (const node of step._nodes) {
      // A state that is left at once is seen in no snapshot, only between the steps.
      reached.add(node.id)
      for (const definition of node.always ?? []) {
        if (!holds(machine, definition.guard, step.context)) continue
        note(definition)
        break
      }
    }
  }
  const leaves = nodesBelow(machine.root)
    .filter((node) => Object.keys(node.states).length === 0)
    .map((node) => node.id)
  return { leaves, reached, declared: declared.map(({ name }) => name), walked, snapshots }
}
