import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { present } from '../../machines/present.ts'
import { seededRandom } from '../../practice/random.ts'
import { isOfAdding, isOfProtecting, wayOf } from '../faults/afterwards.ts'
import { type Instant, instantsOf, isWrite } from './instants.ts'
import { killedAfter, killedAt, type Surroundings, type Undisturbed, undisturbed, undisturbedWalk } from './one-kill.ts'
import type { Outcome } from './survived.ts'

/**
 * The driver of `npm run test:kill`: serves the tenant, starts the wizard, kills it, starts it again and looks at what is left.
 *
 *   node out/kill/index.js undisturbed [STORE]            prints the walk without a kill
 *   node out/kill/index.js SHARE OF SEED RANDOM [TEXT STORE] reads that walk from stdin, and makes one share of the kills; TEXT: only
 *                                                         those whose name holds it. A line of JSON for each goes to stdout.
 */

const [, program = '', share = '0', of = '1', seed = '1', many = '200', wanted = '', store = 'folder'] = process.argv

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

// A kill of a process takes nothing from the system's memory, so that no disk need be waited for where there is a folder in memory.
const memory = '/dev/shm'
const inTeamStore = store === 'team' || (share === 'undisturbed' && of === 'team')
const azurite = inTeamStore ? await (await import('../records/team/azurite.ts')).startAzurite() : undefined
const temporary = existsSync(memory) ? memory : tmpdir()

/** Of the second and the third walk only where what comes after the four steps is written: the rest is as in the first. */
const WALKS: readonly { readonly name: string; readonly isItsOwn: (instant: Instant) => boolean; readonly isAtRandomTimes: boolean }[] = [
  { name: 'ready-to-enable', isItsOwn: () => true, isAtRandomTimes: true },
  { name: 'adding', isItsOwn: (instant) => isWrite(instant) && isOfAdding(instant.name), isAtRandomTimes: false },
  { name: 'protecting', isItsOwn: (instant) => isWrite(instant) && isOfProtecting(instant.name), isAtRandomTimes: false },
]
const survivor: Surroundings['survivor'] = {}
const surroundingsOf = (name: string): Surroundings => ({
  ...{ program, name, scenario: wayOf(name).scenario, temporary, survivor },
  ...present({ azurite }),
})

if (share === 'undisturbed') await tellUndisturbed()
else await kill()
survivor.process?.kill()
await azurite?.stop()

async function tellUndisturbed(): Promise<void> {
  const walks: [string, Undisturbed][] = []
  for (const { name } of WALKS) {
    const clean = await undisturbed(surroundingsOf(name), 'one', true)
    const other = await undisturbed(surroundingsOf(name), 'other', false)
    if (other.tenant !== clean.tenant || other.writes.join() !== clean.writes.join())
      throw new Error(`Two walks of ${name} without a kill do not leave the same state: nothing could be compared with them.`)
    // What is killed has made a walk before, as the second of these.
    walks.push([name, { ...clean, took: other.took }])
  }
  say(Object.fromEntries(walks))
}

async function kill(): Promise<void> {
  const walks = z.record(z.string(), undisturbedWalk).parse(JSON.parse(await text(process.stdin)))
  const random = seededRandom(seed)
  const kills: (readonly [string, () => Promise<Outcome>])[] = []
  let points = 0
  for (const { name, isItsOwn, isAtRandomTimes } of WALKS) {
    const clean = walks[name]
    if (!clean) throw new Error(`The walk ${name} without a kill is not there.`)
    const surroundings = surroundingsOf(name)
    const instants = instantsOf(clean.places).filter(isItsOwn)
    points += instants.length
    for (const instant of instants)
      kills.push([`${instant.moment} ${instant.name} (${instant.nth})`, () => killedThere(surroundings, clean, instant)])
    if (!isAtRandomTimes) continue
    for (let index = 1; index <= Number(many); index++) {
      const after = Math.round(random() * clean.took * 10) / 10
      kills.push([`random ${index} of seed ${seed}, after ${after} ms`, () => killedAfter(surroundings, clean, after)])
    }
  }
  say({ points, random: kills.length - points })
  for (const [index, [name, make]] of kills.entries())
    if (index % Number(of) === Number(share) && name.includes(wanted)) say({ name, ...(await make()) })

  /** What is saved while a save is under way is saved with the next one, so that a walk now and then has one less: then the one before. */
  async function killedThere(surroundings: Surroundings, clean: Undisturbed, instant: Instant): Promise<Outcome> {
    const outcome = await killedAt(surroundings, clean, instant)
    return outcome.killed || outcome.wrong.length > 0 || instant.nth === 1
      ? outcome
      : killedThere(surroundings, clean, { ...instant, nth: instant.nth - 1 })
  }
}
