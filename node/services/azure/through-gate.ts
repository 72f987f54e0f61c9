import { AsyncLocalStorage } from 'node:async_hooks'
import type { Gate } from '#machines/engine/many/gate.ts'

const gates = new AsyncLocalStorage<Gate>()

/** Runs work behind a gate, which stays closed while a service asks to wait. */
export const throughGate = <Result>(gate: Gate, work: () => Promise<Result>): Promise<Result> => gates.run(gate, work)

/** Undefined outside `throughGate`. */
export const currentGate = (): Gate | undefined => gates.getStore()
