import { AsyncLocalStorage } from 'node:async_hooks'
import type { Gate } from '../../machines/engine/many/gate.ts'

const gates = new AsyncLocalStorage<Gate>()

/** Runs work whose requests all leave through a gate. Where a service says when to come back, the gate is held until then for all of them. */
export const throughGate = <Result>(gate: Gate, work: () => Promise<Result>): Promise<Result> => gates.run(gate, work)

/** The gate of the work that is under way; absent outside of `throughGate`. */
export const currentGate = (): Gate | undefined => gates.getStore()
