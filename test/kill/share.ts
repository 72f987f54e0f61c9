import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { seededRandom } from '#node/practice/random.ts'
import { isOfAdding, isOfProtecting, wayOf } from '../faults/afterwards.ts'
import { asked, ownOf, say } from '../long/share.ts'
import { type Instant, instantsOf, isWrite, MOMENTS, type Place } from './instants.ts'
import { killedAt, type Surroundings, type Undisturbed, undisturbed, undisturbedWalk, type When } from './one-kill.ts'
import type { Outcome } from './survived.ts'

/**
 * `npm run test:kill`: serves the tenant, starts the wizard, kills it at every change of a file and every request, and at random times, starts it
 * again and looks at what is left. Some walks are killed twice and three times: first at a request that writes, then where a run opens what was left. First asked for the walks without a kill, which every share then reads from stdin.
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
/** Of so many kills at random times one walk more is killed several times. */
const SEVERAL = 4
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
      kills.push({ name: `random ${index} of seed ${asked.seed}, after ${after} ms`, make: () => killedAt(surroundings, clean, after) })
    }
    for (let index = 1; isAtRandomTimes && index <= asked.runs / SEVERAL; index++) {
      const [first, ...again] = severalOf(clean, random)
      kills.push({
        name: `several ${index} of seed ${asked.seed}, ${[first, ...again].map(inWords).join(', ')}`,
        make: () => killedAt(surroundings, clean, first, again),
      })
    }
  }
  say({ highest: { 'kill points': points, 'at random times, once and more often': kills.length - points } })
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

// Functions, because what is above runs at once.

/** What the next runs meet first: the files of the record, and little of each. */
function isAtOpening({ kind, nth }: Place): boolean {
  return kind === 'file' && nth <= 4
}

/** Two or three kills of one walk. The first is at a request that writes, so that the next run finds a change in doubt. */
function severalOf(clean: Undisturbed, random: () => number): readonly [When, ...When[]] {
  const drawn = <Each>(from: readonly Each[]): Each => {
    const found = from[Math.floor(random() * from.length)]
    if (found === undefined) throw new Error('There is nothing to draw from.')
    return found
  }
  const atOneOf = (places: readonly Place[]): Instant => {
    const { at: _, ...place } = drawn(places)
    return { ...place, moment: drawn(MOMENTS) }
  }
  const next = (): When => (random() < 0.7 ? atOneOf(clean.places.filter(isAtOpening)) : Math.round(random() * clean.took))
  const first: Instant = { ...atOneOf(clean.places.filter(isWrite)), moment: random() < 0.5 ? 'during' : 'after' }
  return random() < 0.5 ? [first, next()] : [first, next(), next()]
}

function inWords(when: When): string {
  return typeof when === 'number' ? `after ${when} ms` : `${when.moment} ${when.name} (${when.nth})`
}
