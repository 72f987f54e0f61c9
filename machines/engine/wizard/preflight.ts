import type { Choices } from '../choices.ts'
import { type Procedure, stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import type { Ports, Reads } from '../step/ports.ts'
import type { Reading } from '../step/proof.ts'

export interface Preflight {
  /** In the order of the steps. */
  readonly readings: readonly Reading[]
  /** A step's suggestions, used only for this check while nothing is chosen. */
  readonly assumed?: Choices
}

/**
 * Reads everything that the steps depend on, changing nothing. Something may still have to be chosen: then the steps that are
 * about it are read once more with what their form would suggest, so that rights and licenses are known before anything is
 * decided.
 * @param wanted the steps to read; the others stay as they were in `before`
 */
export async function readEverything(
  procedure: Procedure,
  ports: Pick<Ports, 'observe'>,
  choices: Choices,
  wanted: readonly StepId[],
  before: Preflight | undefined,
  signal: AbortSignal,
): Promise<Preflight> {
  const reads: Reads = new Map()
  const read = (steps: readonly StepId[], by: Choices) =>
    Promise.all(steps.map((stepId) => ports.observe(stepId, by, undefined, signal, reads)))
  const { chosen } = procedure
  const assumed = chosen?.isChosen(choices) ? undefined : before?.assumed
  const first = merged(procedure, before?.readings ?? [], await read(wanted, { ...choices, ...assumed }))
  if (assumed) return { readings: first, assumed }
  const suggested = chosen?.suggested(first)
  if (!chosen || !suggested) return { readings: first }
  return { readings: merged(procedure, first, await read(chosen.steps, { ...choices, ...suggested })), assumed: suggested }
}

const merged = (procedure: Procedure, before: readonly Reading[], now: readonly Reading[]): readonly Reading[] =>
  stepIds(procedure).flatMap((stepId) => now.find((each) => each.stepId === stepId) ?? before.find((each) => each.stepId === stepId) ?? [])
