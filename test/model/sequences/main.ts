import fc from 'fast-check'
import { asked, ownDraws, say } from '../../long/share.ts'
import { anySequence } from './commands.ts'
import { drawnAt } from './drawn.ts'
import { walk } from './walk.ts'

/** `npm run test:model`: random sequences over the real machine and the practice tenant. `--only` takes the path of a counterexample. */

/** How long a shorter sequence is looked for that fails alike, in milliseconds: the others of this run have ended by then. */
const LOOKS_FOR = 60_000

const { seed, runs: numRuns } = ownDraws()
type Drawn = typeof anySequence extends fc.Arbitrary<infer Value> ? Value : never

const walked = ([scenario, signsIn, times, later, commands]: Drawn) => walk(scenario, signsIn, { times, later }, commands)

if (asked.only === undefined) await drawMany()
else if (numRuns > 0) await makeAgain(drawnAt(anySequence, seed, asked.only), asked.only)

async function drawMany(): Promise<void> {
  let failedAt: number | undefined
  const details = await fc.check(
    fc.asyncProperty(anySequence, async (drawn) => {
      if (failedAt !== undefined && performance.now() - failedAt > LOOKS_FOR) return
      const { events, broken } = await walked(drawn)
      if (broken.length > 0) failedAt ??= performance.now()
      if (broken.length > 0) throw new Error(broken[0])
      if (failedAt === undefined) say({ case: { name: drawn[0], wrong: [] }, figures: { events } })
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
