import fc from 'fast-check'

/**
 * The one that stands at a path, as a counterexample is named. A property that is asked for a path checks what else is near it too, where that
 * one passes.
 */
export function drawnAt<Value>(any: fc.Arbitrary<Value>, seed: number, path: string): Value {
  const [drawn] = fc.sample(any, { seed, path, numRuns: 1 })
  if (drawn === undefined) throw new Error(`Nothing is drawn at ${path} of seed ${seed}.`)
  return drawn
}
