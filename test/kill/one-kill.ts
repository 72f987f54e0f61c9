import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { present } from '../../machines/present.ts'
import type { Scenario } from '../../practice/scenario.ts'
import { shapeOf } from '../faults/shape.ts'
import { type Azurite, containerAt } from '../records/team/azurite.ts'
import { blobsIn, filesIn } from './folder.ts'
import { type Instant, isOfTheTenant, place } from './instants.ts'
import { left, leftIn } from './left.ts'
import { type Running, run } from './process.ts'
import { type ServedTenant, serve } from './served.ts'
import { complaintsAbout, type Outcome } from './survived.ts'
import type { Order } from './walk.ts'

export interface Surroundings {
  /** This program's own file. */
  readonly program: string
  /** What the killed process knows the walk by. */
  readonly name: string
  readonly scenario: Scenario
  /** Where folders for engagements are made. */
  readonly temporary: string
  /** Where the team's store is; absent: the records are in a folder. */
  readonly azurite?: Azurite
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
  start(more?: Partial<Order>): Running
  /** What is kept of the engagement at this moment. */
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
  { program, name, temporary, azurite, scenario }: Surroundings,
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
        const running = run(program, {
          folder,
          address: served.address,
          scenario: name,
          now: served.clock.now(),
          ...present({ team }),
          ...more,
        })
        started.push(running)
        return running
      },
      kept: () => (team ? blobsIn(containerAt(team)) : filesIn(folder)),
    })
  } finally {
    for (const running of started) running.kill()
    await Promise.all(started.map(({ gone }) => gone))
    served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param seed what the tenant draws its ids from: what is left must not depend on it */
export const undisturbed = (surroundings: Surroundings, seed: string): Promise<Undisturbed> =>
  atADesk(surroundings, seed, async ({ served, start }) => {
    const running = start({ tellPlaces: true })
    await running.until('begun')
    const began = performance.now()
    const end = await running.until('end')
    const took = performance.now() - began
    running.stop()
    await running.gone
    if (end?.say !== 'end' || end.why !== undefined) throw new Error(`Nothing was killed, and yet: ${JSON.stringify(end)}`)
    const places = running.lines.flatMap((line) => (line.say === 'place' ? [{ kind: line.kind, name: line.name, nth: line.nth }] : []))
    return { ...leftIn(served.tenant), places, took }
  })

/** A whole walk takes a second or two; what takes so long hangs. In milliseconds. */
const LONGEST = 20_000

function inTime<Result>(work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Kills at an instant. */
export function killedAt(surroundings: Surroundings, clean: Undisturbed, instant: Instant): Promise<Outcome> {
  return killing(surroundings, clean, ({ served, start }) => {
    if (!isOfTheTenant(instant) || instant.moment !== 'during') return start({ instant })
    const running = start()
    let nth = 0
    served.carriedOut = ({ method, path: called }) => {
      if (`${method} ${shapeOf(called)}` !== instant.name) return
      nth += 1
      if (nth === instant.nth) running.kill()
    }
    return running
  })
}

/** Kills at a time. @param after milliseconds from the walk's first instruction */
export function killedAfter(surroundings: Surroundings, clean: Undisturbed, after: number): Promise<Outcome> {
  return killing(
    surroundings,
    clean,
    ({ start }) => {
      const running = start()
      void running.until('begun').then(() => setTimeout(() => running.kill(), after))
      return running
    },
    true,
  )
}

/** @param stays when the walk has come to its end, the wizard stays as it is until it is killed; otherwise it is closed */
function killing(surroundings: Surroundings, clean: Undisturbed, kill: (desk: Desk) => Running, stays = false): Promise<Outcome> {
  return atADesk(surroundings, surroundings.scenario.name, async (desk) => {
    const { served, kept, start } = desk
    const first = kill(desk)
    if (!stays) void first.until('end').then(() => first.stop())
    const how = await inTime(first.gone)
    delete served.carriedOut
    if (how !== 'SIGKILL') {
      const wrong = how === '0' ? [] : [`It ended without a kill: ${how ?? 'not at all'}`]
      return { killed: false, finished: false, duplicates: [], brokenJournal: [], wrong, seen: [] }
    }
    const before = await kept()
    const second = start()
    const end = await inTime(second.until('end'))
    second.stop()
    await second.gone
    const after = await kept()
    return {
      killed: true,
      ...complaintsAbout(
        { before, after, lines: second.lines, killed: first.processId, end, left: leftIn(served.tenant), writes: served.tenant.writes() },
        clean,
      ),
    }
  })
}
