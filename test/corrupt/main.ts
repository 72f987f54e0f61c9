import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seededRandom } from '#node/practice/random.ts'
import { againAt, ownDraws, placesOf, say } from '../long/share.ts'
import { fixtureIn } from './fixture.ts'
import { oneCase } from './one-case.ts'

/** `npm run test:corrupt`: files of the wizard, each damaged in one way and opened again. `--only` takes the place of a case. */

const OUTCOMES = { opened: 'opened', recovered: 'recovered from what was kept', said: 'put aside or refused and said' } as const

const folder = await mkdtemp(path.join(tmpdir(), 'damaged-'))
try {
  const draws = ownDraws()
  const fixture = await fixtureIn(path.join(folder, 'as-it-was'))
  say({ figures: { crashes: 0, 'silent losses': 0 } })
  for (const place of placesOf(draws)) {
    const { name, outcome, wrong } = await oneCase(fixture, path.join(folder, `case-${place}`), seededRandom(`${draws.seed} ${place}`))
    const isCrash = wrong.some((each) => each.startsWith('It ended in an error'))
    const came = wrong.length === 0 ? OUTCOMES[outcome] : isCrash ? 'crashes' : 'silent losses'
    say({ case: { name, wrong, again: againAt(draws, place) }, figures: { [came]: 1 } })
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
