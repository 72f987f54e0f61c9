import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { seededRandom } from '../../practice/random.ts'
import { scenarioByName } from '../../practice/scenarios.ts'
import { type Instant, instantsOf } from './instants.ts'
import { killedAfter, killedAt, undisturbed, undisturbedWalk } from './one-kill.ts'
import type { Outcome } from './survived.ts'

/**
 * The driver of `npm run test:kill`: serves the tenant, starts the wizard, kills it, starts it again and looks at what is left.
 *
 *   node out/kill/index.js undisturbed                    prints the walk without a kill
 *   node out/kill/index.js SHARE OF SEED RANDOM [TEXT]    reads that walk from stdin, and makes one share of the kills; TEXT: only
 *                                                         those whose name holds it. A line of JSON for each goes to stdout.
 */

const [, program = '', share = '0', of = '1', seed = '1', many = '200', wanted = ''] = process.argv

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const scenario = scenarioByName('ready-to-enable')
if (!scenario) throw new Error('The scenario is not there.')
// A kill of a process takes nothing from the system's memory, so that no disk need be waited for where there is a folder in memory.
const memory = '/dev/shm'
const surroundings = { program, scenario, temporary: existsSync(memory) ? memory : tmpdir() }

if (share === 'undisturbed') await tellUndisturbed()
else await kill()

async function tellUndisturbed(): Promise<void> {
  const clean = await undisturbed(surroundings, 'one')
  const other = await undisturbed(surroundings, 'other')
  if (other.tenant !== clean.tenant || other.writes.join() !== clean.writes.join())
    throw new Error('Two walks without a kill do not leave the same state: nothing could be compared with them.')
  say(clean)
}

async function kill(): Promise<void> {
  const clean = undisturbedWalk.parse(JSON.parse(await text(process.stdin)))
  const instants = instantsOf(clean.places)
  const random = seededRandom(seed)
  const times = Array.from({ length: Number(many) }, () => Math.round(random() * clean.took * 10) / 10)
  say({ points: instants.length, random: times.length })
  const kills: readonly (readonly [string, () => Promise<Outcome>])[] = [
    ...instants.map((instant) => [`${instant.moment} ${instant.name} (${instant.nth})`, () => killedThere(instant)] as const),
    ...times.map(
      (after, index) => [`random ${index + 1} of seed ${seed}, after ${after} ms`, () => killedAfter(surroundings, clean, after)] as const,
    ),
  ]
  for (const [index, [name, make]] of kills.entries())
    if (index % Number(of) === Number(share) && name.includes(wanted)) say({ name, ...(await make()) })

  /** What is saved while a save is under way is saved with the next one, so that a walk now and then has one less: then the one before. */
  async function killedThere(instant: Instant): Promise<Outcome> {
    const outcome = await killedAt(surroundings, clean, instant)
    return outcome.killed || outcome.wrong.length > 0 || instant.nth === 1 ? outcome : killedThere({ ...instant, nth: instant.nth - 1 })
  }
}
