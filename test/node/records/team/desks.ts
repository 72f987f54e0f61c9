import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import type { OpenEngagement } from '#node/records/engagement/store.ts'
import { type TeamStore, teamStore } from '#node/records/team/team-store.ts'
import type { Container } from '#node/services/storage/container.ts'
import { AT, PLACE, run, WHOSE } from '../engagement/store-contract.ts'
import type { Azurite } from './azurite.ts'

let containers = 0

/** A desk of the team: its own copy on its own disk. */
export interface Desk {
  readonly folder: string
  readonly store: TeamStore
  /** The same desk after the wizard was started again. */
  again(container?: Container): Desk
  open(): Promise<OpenEngagement>
  /** Runs one renewal, which is otherwise timed. */
  tick(): Promise<void>
}

export interface Team {
  readonly name: string
  readonly container: Container
  /** @param name of its disk; a new one otherwise */
  desk(wish?: Partial<Holding>, container?: Container, name?: string): Desk
  close(): Promise<void>
}

export async function teamAt(azurite: Azurite): Promise<Team> {
  const name = `team-${process.pid}-${containers++}`
  await azurite.administer(name, 'create')
  const folder = await mkdtemp(path.join(tmpdir(), 'team-'))
  const container = azurite.container(name)
  await teamStore({ container, folder: path.join(folder, 'admin'), holding: run(), now: () => AT }).connect()
  let desks = 0
  const deskAt = (own: string, wish: Partial<Holding>, reached: Container): Desk => {
    const ticks: (() => void)[] = []
    const every = (_milliseconds: number, work: () => void) => {
      ticks.push(work)
      return () => void ticks.splice(ticks.indexOf(work), 1)
    }
    const store = teamStore({ container: reached, folder: own, holding: run(wish), now: () => AT, every })
    return {
      folder: own,
      store,
      again: (other = reached) => deskAt(own, wish, other),
      async open() {
        const opening = await store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
        if (!opening.ok) throw new Error(JSON.stringify(opening))
        return opening.open
      },
      async tick() {
        for (const tick of ticks) tick()
      },
    }
  }
  return {
    name,
    container,
    desk: (wish = {}, reached = container, own = `desk-${desks++}`) => deskAt(path.join(folder, own), wish, reached),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

export const GRACE = { user: 'grace', host: 'desk-2', processId: 2 }
