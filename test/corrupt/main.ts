import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seededRandom } from '../../practice/random.ts'
import { fixtureIn } from './fixture.ts'
import { oneCase } from './one-case.ts'

/**
 * One share of `npm run test:corrupt`: files of the wizard, each damaged in one way and opened again. Lines of JSON go to stdout.
 *
 *   node out/corrupt/index.js SEED RUNS [PLACE of one case]
 */

const [, , seed = '1', runs = '100', only] = process.argv

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const folder = await mkdtemp(path.join(tmpdir(), 'damaged-'))
const figures: Record<string, number> = { runs: 0, survived: 0, opened: 0, recovered: 0, said: 0, crashes: 0, losses: 0 }
const count = (figure: string): void => {
  figures[figure] = (figures[figure] ?? 0) + 1
}
try {
  const fixture = await fixtureIn(path.join(folder, 'as-it-was'))
  const places = only === undefined ? Array.from({ length: Number(runs) }, (_none, place) => place) : [Number(only)]
  for (const place of places) {
    const { name, outcome, wrong } = await oneCase(fixture, path.join(folder, `case-${place}`), seededRandom(`${seed} ${place}`))
    count('runs')
    if (wrong.length === 0) {
      count('survived')
      count(outcome)
      continue
    }
    count(wrong.some((each) => each.startsWith('It ended in an error')) ? 'crashes' : 'losses')
    say({ complaint: { seed: Number(seed), path: String(place), told: [name], broken: wrong } })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
say({ figures })
process.exitCode = figures['runs'] === figures['survived'] ? 0 : 1
