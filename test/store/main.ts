import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seededRandom } from '#node/practice/random.ts'
import { againAt, asked, ownDraws, placesOf, say } from '../long/share.ts'
import { startAzurite } from '../node/records/team/azurite.ts'
import { anySequence, type Command } from './commands.ts'
import { type Lived, live } from './sequence.ts'
import { type Emulated, wordsOf } from './team.ts'

/**
 * `npm run test:store`: teams of three whose work, networks, clocks, kills, moves, deletions and damages are drawn at random. Their computers have one name. Every line and save that a
 * person saw confirmed must be where the app shows it, and every list must show all or say what it lacks. `--only` takes the place of a case. `--store emulator`: the storage
 * emulator is asked beside the container in memory, and both must give the same.
 */

/** A sequence that fails is made so often again, each time with fewer commands. */
const TRIES = 150

/** Each write waits until the disk has it, which is no part of this test: in memory where the system has such a folder. */
const MEMORY = '/dev/shm'

const folder = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'teams-'))
// The app logs the store's refusals, which are drawn at random here.
console.error = () => undefined
let lives = 0

async function lived(commands: readonly Command[]): Promise<Lived> {
  lives += 1
  const own = path.join(folder, `team-${lives}`)
  await mkdir(own)
  try {
    return await live(own, commands, await emulated(lives))
  } finally {
    // A wizard that was killed here still ends what it was writing.
    await rm(own, { recursive: true, force: true, maxRetries: 10 })
  }
}

const azurite = asked.store === undefined ? undefined : await startAzurite()

async function emulated(team: number): Promise<Emulated | undefined> {
  if (!azurite) return undefined
  await azurite.administer(`team-${team}`, 'create')
  return { azurite, container: azurite.container(`team-${team}`) }
}

/** Leaves out what the failure doesn't need. */
async function shortest(commands: readonly Command[]): Promise<readonly Command[]> {
  let found = commands
  let tries = 0
  for (let at = found.length - 1; at >= 0 && tries < TRIES; at--) {
    const fewer = found.filter((_command, index) => index !== at)
    tries += 1
    if ((await lived(fewer)).wrong.length > 0) found = fewer
  }
  return found
}

try {
  const draws = ownDraws()
  const { seed } = draws
  say({ figures: { 'lines confirmed': 0, 'saves confirmed': 0, 'lost, doubled or silent': 0 } })
  for (const place of placesOf(draws)) {
    const commands = anySequence(seededRandom(`${seed} ${place}`))
    const { wrong, lines, saves } = await lived(commands)
    const told = wrong.length === 0 ? [] : (await shortest(commands)).map((command) => `    ${wordsOf(command)}`)
    const again = againAt(draws, place)
    say({
      case: { name: `team ${place} of seed ${seed}`, wrong, told, again },
      figures: { 'lines confirmed': lines, 'saves confirmed': saves, 'lost, doubled or silent': wrong.length },
    })
  }
} finally {
  await azurite?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
}
