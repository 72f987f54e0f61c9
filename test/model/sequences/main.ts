import fc from 'fast-check'
import { anySequence } from './commands.ts'
import { walk } from './walk.ts'

/**
 * One share of `npm run test:model`: random sequences over the real machine and the practice tenant. Lines of JSON go to stdout.
 *
 *   node out/model/index.js SEED RUNS [PATH of a counterexample]
 */

const [, , seed = '1', runs = '100', path] = process.argv

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const figures: Record<string, number> = { runs: 0, events: 0 }
const details = await fc.check(
  fc.asyncProperty(anySequence, async ([scenario, signsIn, ahead, later, commands]) => {
    const { events, reached, broken } = await walk(scenario, signsIn, { times: ahead, later }, commands)
    if (broken.length > 0) throw new Error(broken[0])
    for (const each of ['runs', ...reached]) figures[each] = (figures[each] ?? 0) + 1
    figures['events'] = (figures['events'] ?? 0) + events
  }),
  { seed: Number(seed), numRuns: Number(runs), ...(path === undefined ? {} : { path }) },
)
say({ figures })
if (details.failed && details.counterexample) {
  const [[scenario, signsIn, ahead, later, commands]] = details.counterexample
  const { broken, told } = await walk(scenario, signsIn, { times: ahead, later }, commands)
  say({ complaint: { seed: details.seed, path: details.counterexamplePath, told: [scenario, ...told], broken } })
}
process.exitCode = details.failed ? 1 : 0
