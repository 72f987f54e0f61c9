import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { shapeOf } from '../faults/shape.ts'
import type { Azurite } from '../node/records/team/azurite.ts'
import { falsehoods } from '../oracle/claims.ts'
import { truthOf } from '../oracle/truth.ts'
import { blobsIn, filesIn } from './folder.ts'
import { type Instant, isOfTheTenant, place } from './instants.ts'
import { left, leftIn } from './left.ts'
import { type Running, run, type Walking } from './process.ts'
import { type ServedTenant, serve } from './served.ts'
import { complaintsAbout, type Outcome } from './survived.ts'
import type { Order, Said } from './walk.ts'

export interface Surroundings {
  /** This program's own file. */
  readonly program: string
  /** Name of the walk in the killed process. */
  readonly name: string
  readonly scenario: Scenario
  /** Where folders for engagements are made. */
  readonly temporary: string
  /** Where the team's store is; absent: the records are in a folder. */
  readonly azurite?: Azurite
  /** A process that has come to the end of a walk and closed it. */
  readonly survivor: { process?: Running | undefined }
}

/** The walk without a kill, which all others are compared with. */
export const undisturbedWalk = z.object({
  ...left.shape,
  places: z.array(place),
  /** From the first instruction of the walk to its end, in milliseconds. */
  took: z.number(),
})
export type Undisturbed = z.infer<typeof undisturbedWalk>

interface Desk {
  readonly folder: string
  readonly served: ServedTenant
  /** Begins the walk or continues with it: in the process that is left from another walk, where there is one. */
  start(more?: Partial<Order>): Walking
  /** Closes the walk, and keeps its process for the next. Resolves with `stopped`, or with what ended the process before that. */
  finish(walking: Walking): Promise<string>
  /** Files of the engagement at this moment. */
  kept(): Promise<ReadonlyMap<string, string>>
}

let containers = 0

/** A store of its own for each kill. */
async function teamOf(azurite: Azurite): Promise<NonNullable<Order['team']>> {
  const name = `killed-${containers++}`
  await azurite.administer(name, 'create')
  return { url: `${azurite.url}/${name}`, authority: azurite.authority }
}

async function atADesk<Result>(
  { program, name, temporary, azurite, scenario, survivor }: Surroundings,
  seed: string,
  work: (desk: Desk) => Promise<Result>,
) {
  const folder = await mkdtemp(path.join(temporary, 'killed-'))
  const served = await serve(scenario, seed)
  const team = azurite && (await teamOf(azurite))
  const started: Running[] = []
  try {
    return await work({
      folder,
      served,
      start(more = {}) {
        const running = survivor.process ?? run(program)
        survivor.process = undefined
        started.push(running)
        return running.begin({
          folder,
          address: served.address,
          walk: name,
          now: served.clock.now(),
          ...defined({ team }),
          ...more,
        })
      },
      async finish(walking) {
        const stopped = walking.until('stopped')
        walking.stop()
        if ((await stopped) === undefined) return walking.process.gone
        survivor.process = walking.process
        return 'stopped'
      },
      kept: async () => (team ? blobsIn((await import('../node/records/team/azurite.ts')).containerAt(team)) : filesIn(folder)),
    })
  } finally {
    const over = started.filter((running) => running !== survivor.process)
    for (const running of over) running.kill()
    await Promise.all(over.map(({ gone }) => gone))
    served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param seed what the tenant draws its ids from: what is left must not depend on it
 * @param tellPlaces slower: how long such a walk took is not what a walk takes
 */
export const undisturbed = (surroundings: Surroundings, seed: string, tellPlaces: boolean): Promise<Undisturbed> =>
  atADesk(surroundings, seed, async ({ served, start, finish }) => {
    const walking = start({ tellPlaces })
    await walking.until('begun')
    const began = performance.now()
    const end = await walking.until('end')
    const took = performance.now() - began
    await finish(walking)
    if (end?.say !== 'end' || end.why !== undefined) throw new Error(`Nothing was killed, and yet: ${JSON.stringify(end)}`)
    const places = walking.lines.flatMap((line) => (line.say === 'place' ? [place.parse(line)] : []))
    return { ...leftIn(served.tenant), places, took }
  })

/** A whole walk takes a second or two, and some more beside other work; what takes so long hangs. In milliseconds. */
const LONGEST = 60_000

function inTime<Result>(work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Begins a walk that is to be killed. `spare`: it isn't any more. */
type Kill = (desk: Desk) => { readonly walking: Walking; readonly spare?: () => void }

const at =
  (instant: Instant): Kill =>
  ({ served, start }) => {
    if (!isOfTheTenant(instant) || instant.moment !== 'during') return { walking: start({ instant }) }
    const walking = start()
    let nth = 0
    served.carriedOut = ({ method, path: called }) => {
      if (`${method} ${shapeOf(called)}` !== instant.name) return
      nth += 1
      if (nth === instant.nth) walking.process.kill()
    }
    return {
      walking,
      spare: () => {
        delete served.carriedOut
      },
    }
  }

const after =
  (milliseconds: number): Kill =>
  ({ start }) => {
    const walking = start()
    let isSpared = false
    void walking.until('begun').then(() => setTimeout(() => isSpared || walking.process.kill(), milliseconds))
    return {
      walking,
      spare: () => {
        isSpared = true
      },
    }
  }

/** When a run is killed: at a place of the walk, or milliseconds after its first instruction. */
export type When = Instant | number

const killOf = (when: When): Kill => (typeof when === 'number' ? after(when) : at(when))

/** @param again when the runs that go on with the walk are killed: one that doesn't come to it goes on to the end */
export function killedAt(surroundings: Surroundings, clean: Undisturbed, when: When, again: readonly When[] = []): Promise<Outcome> {
  return killing(surroundings, clean, killOf(when), again.map(killOf), typeof when === 'number')
}

/** @param stays when the walk has come to its end, the wizard stays as it is until it is killed; otherwise it is closed */
function killing(surroundings: Surroundings, clean: Undisturbed, kill: Kill, again: readonly Kill[], stays: boolean): Promise<Outcome> {
  return atADesk(surroundings, surroundings.scenario.name, async (desk) => {
    const { served, kept, finish } = desk
    const { walking: first, spare } = kill(desk)
    const { gone } = first.process
    const how = await inTime(stays ? gone : Promise.race([gone, first.until('end').then(() => finish(first))]))
    spare?.()
    if (how !== 'SIGKILL') {
      const wrong = how === 'stopped' ? [] : [`It ended without a kill: ${how ?? 'not at all'}`]
      return { killed: false, finished: false, duplicates: [], brokenJournal: [], wrong, seen: [] }
    }
    const { before, killed, last, end } = await goneOn(desk, first, again)
    const shown = end?.say === 'end' ? end.view : undefined
    const { environmentId } = surroundings.scenario
    const truth = truthOf(served.tenant.inspect(), environmentId, served.clock.now(), { account: shown?.who?.account })
    return {
      killed: true,
      ...complaintsAbout(
        {
          before,
          after: await kept(),
          lines: last.lines,
          killed,
          end,
          falsehoods: shown ? falsehoods(shown, [truth]) : [],
          left: leftIn(served.tenant),
          writes: served.tenant.writes(),
        },
        clean,
      ),
    }
  })
}

/**
 * Goes on after a kill, and after each kill that a run comes to, be it while it is closed: that saves, too. What the last kill left is what the
 * last run is judged by.
 */
async function goneOn(desk: Desk, first: Walking, again: readonly Kill[]) {
  const killed = [first.process.processId]
  let before = await desk.kept()
  for (const kill of again) {
    const { walking, spare } = kill(desk)
    const how = await toTheEnd(desk, walking, spare)
    if (how !== 'SIGKILL') return { before, killed, last: walking, end: how }
    before = await desk.kept()
    killed.push(walking.process.processId)
  }
  const last = desk.start()
  const how = await toTheEnd(desk, last)
  return { before, killed, last, end: how === 'SIGKILL' ? undefined : how }
}

/** Waits for the end of a walk and closes it. Gives what was said at the end, or that the process was killed. Undefined: it hangs, or ended in another way. */
async function toTheEnd({ finish }: Desk, walking: Walking, spare?: () => void): Promise<Said | 'SIGKILL' | undefined> {
  const { gone } = walking.process
  // Of a process that is gone, nothing is said: then it is how it went.
  const ended = await inTime(walking.until('end').then<Said | string>((told) => told ?? gone))
  spare?.()
  if (ended === undefined || typeof ended === 'string') return ended === 'SIGKILL' ? ended : undefined
  const how = await inTime(finish(walking))
  if (how === 'SIGKILL') return how
  return how === 'stopped' ? ended : undefined
}
