import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { seededRandom } from '#node/practice/random.ts'
import { isOfAdding, isOfProtecting, wayOf } from '../faults/afterwards.ts'
import { asked, ownOf, say } from '../long/share.ts'
import { type Instant, instantsOf, isWrite } from './instants.ts'
import { killedAfter, killedAt, type Surroundings, type Undisturbed, undisturbed, undisturbedWalk } from './one-kill.ts'
import type { Outcome } from './survived.ts'

/**
 * `npm run test:kill`: serves the tenant, starts the wizard, kills it at every change of a file and every request, and at random times, starts it
 * again and looks at what is left. First asked for the walks without a kill, which every share then reads from stdin.
 */

const [, program = ''] = process.argv

// A kill of a process takes nothing from the system's memory, so that no disk need be waited for where there is a folder in memory.
const memory = '/dev/shm'
const azurite = asked.store === 'team' ? await (await import('../node/records/team/azurite.ts')).startAzurite() : undefined
const temporary = existsSync(memory) ? memory : tmpdir()

/** Of the second and the third walk only where what comes after the four steps is written: the rest is as in the first. */
const WALKS: readonly { readonly name: string; readonly isItsOwn: (instant: Instant) => boolean; readonly isAtRandomTimes: boolean }[] = [
  { name: 'ready-to-enable', isItsOwn: () => true, isAtRandomTimes: true },
  { name: 'adding', isItsOwn: (instant) => isWrite(instant) && isOfAdding(instant.name), isAtRandomTimes: false },
  { name: 'protecting', isItsOwn: (instant) => isWrite(instant) && isOfProtecting(instant.name), isAtRandomTimes: false },
]
const survivor: Surroundings['survivor'] = {}
const surroundingsOf = (name: string): Surroundings => ({
  program,
  name,
  scenario: wayOf(name).scenario,
  temporary,
  survivor,
  ...defined({ azurite }),
})

if (asked.isFirst) await tellUndisturbed()
else await kill()
// When the first process ends, its compiled code is kept for the others.
await survivor.process?.end()
await azurite?.stop()

async function tellUndisturbed(): Promise<void> {
  const walks: [string, Undisturbed][] = []
  for (const { name } of WALKS) {
    const clean = await undisturbed(surroundingsOf(name), 'one', true)
    const other = await undisturbed(surroundingsOf(name), 'other', false)
    if (other.tenant !== clean.tenant || other.writes.join() !== clean.writes.join())
      throw new Error(`Two walks of ${name} without a kill do not leave the same state: nothing could be compared with them.`)
    // The killed process has completed a walk before, as the second of these.
    walks.push([name, { ...clean, took: other.took }])
  }
  process.stdout.write(`${JSON.stringify(Object.fromEntries(walks))}\n`)
}

async function kill(): Promise<void> {
  const walks = z.record(z.string(), undisturbedWalk).parse(JSON.parse(await text(process.stdin)))
  const random = seededRandom(String(asked.seed))
  const kills: { readonly name: string; readonly make: () => Promise<Outcome> }[] = []
  let points = 0
  for (const { name, isItsOwn, isAtRandomTimes } of WALKS) {
    const clean = walks[name]
    if (!clean) throw new Error(`The walk ${name} without a kill is not there.`)
    const surroundings = surroundingsOf(name)
    const instants = instantsOf(clean.places).filter(isItsOwn)
    points += instants.length
    for (const instant of instants)
      kills.push({ name: `${instant.moment} ${instant.name} (${instant.nth})`, make: () => killedThere(surroundings, clean, instant) })
    for (let index = 1; isAtRandomTimes && index <= asked.runs; index++) {
      const after = Math.round(random() * clean.took * 10) / 10
      kills.push({ name: `random ${index} of seed ${asked.seed}, after ${after} ms`, make: () => killedAfter(surroundings, clean, after) })
    }
  }
  say({ highest: { 'kill points': points, 'at random times': kills.length - points } })
  for (const { name, make } of ownOf(kills)) {
    const { killed, duplicates, brokenJournal, wrong, seen } = await make()
    const all = [
      ...(killed ? [] : ['No process was killed']),
      ...wrong,
      ...duplicates.map((each) => `Written again: ${each}`),
      ...brokenJournal.map((each) => `Journal: ${each}`),
    ]
    const again = `--seed ${asked.seed} --runs ${asked.runs} --only ${JSON.stringify(name)}`
    const figures = { 'duplicate writes': duplicates.length, 'broken journals': brokenJournal.length > 0 ? 1 : 0 }
    say({ case: { name, wrong: all, told: seen, again }, figures })
  }

  /** A save during another is merged with the next, so that a walk sometimes has one less: then the previous one counts. */
  async function killedThere(surroundings: Surroundings, clean: Undisturbed, instant: Instant): Promise<Outcome> {
    const outcome = await killedAt(surroundings, clean, instant)
    return outcome.killed || outcome.wrong.length > 0 || instant.nth === 1
      ? outcome
      : killedThere(surroundings, clean, { ...instant, nth: instant.nth - 1 })
  }
}
