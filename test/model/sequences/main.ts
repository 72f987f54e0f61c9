import fc from 'fast-check'
import { asked, ownDraws, say } from '../../long/share.ts'
import { anySequence } from './commands.ts'
import { drawnAt } from './drawn.ts'
import { walk } from './walk.ts'

/** `npm run test:model`: random sequences over the real machine and the practice tenant. `--only` takes the path of a counterexample. */

const { seed, runs: numRuns } = ownDraws()
type Drawn = typeof anySequence extends fc.Arbitrary<infer Value> ? Value : never

const walked = ([scenario, signsIn, times, later, commands]: Drawn) => walk(scenario, signsIn, { times, later }, commands)

if (asked.only === undefined) await drawMany()
else if (numRuns > 0) await makeAgain(drawnAt(anySequence, seed, asked.only), asked.only)

async function drawMany(): Promise<void> {
  let isShrinking = false
  const details = await fc.check(
    fc.asyncProperty(anySequence, async (drawn) => {
      const { events, broken } = await walked(drawn)
      isShrinking ||= broken.length > 0
      if (broken.length > 0) throw new Error(broken[0])
      if (!isShrinking) say({ case: { name: drawn[0], wrong: [] }, figures: { events } })
    }),
    { seed, numRuns },
  )
  if (details.failed && details.counterexample) await makeAgain(details.counterexample[0], details.counterexamplePath ?? '', true)
}

/** @param failed before */
async function makeAgain(drawn: Drawn, path: string, failed = false): Promise<void> {
  const { broken, told, events } = await walked(drawn)
  const again = `--seed ${seed} --runs 1 --shares 1 --only ${path}`
  const wrong = failed && broken.length === 0 ? ['It failed, and does not when it is made again'] : broken
  say({ case: { name: drawn[0], told, wrong, again }, figures: { events } })
}
