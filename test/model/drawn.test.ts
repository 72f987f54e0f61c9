import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnAt } from './sequences/drawn.ts'

const any = fc.tuple(fc.boolean(), fc.array(fc.nat(), { minLength: 4, maxLength: 30, size: 'max' }))

it('a counterexample is drawn again by its path, whether or not it still fails', async () => {
  const failed = await fc.check(
    fc.asyncProperty(any, async ([, numbers]) => numbers.every((each) => each < 1_000)),
    { seed: 5, numRuns: 20 },
  )
  expect(failed.numShrinks).toBeGreaterThan(0)
  expect(drawnAt(any, failed.seed, failed.counterexamplePath ?? '')).toEqual(failed.counterexample?.[0])
})
