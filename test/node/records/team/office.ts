import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import type { EngagementStore, OpenEngagement } from '#node/records/engagement/store.ts'
import { sharedStore } from '#node/records/team/shared-store.ts'
import { type TeamStore, teamStore } from '#node/records/team/team-store.ts'
import { type Container, ContainerRefused } from '#node/services/storage/container.ts'
import { AT, PLACE, run, WHOSE } from '../engagement/store-contract.ts'
import { MemoryContainer, type Way } from './memory-container.ts'

/** A computer of the team: its own records, its copies of the store, and a way to it that can be cut. */
export interface Computer {
  /** Of the records on this computer alone. */
  readonly own: string
  /** Folder of its copy of the store. */
  readonly copies: string
  readonly holding: Holding
  readonly container: Container
  readonly store: TeamStore
  /** Both as one, as the start page has them. */
  readonly shared: EngagementStore
  readonly now: () => number
  /** The way to the store is down, or up again. */
  down(isDown: boolean): void
  open(): Promise<OpenEngagement>
  /** Runs one renewal, which is otherwise timed. */
  tick(): Promise<void>
  /** After the wizard was started again. @param wish what differs in that run */
  again(wish?: Partial<Holding>): Computer
}

export interface Office {
  readonly service: MemoryContainer
  computer(user: string, way?: Way): Computer
  /** Time passes at the service and at each computer. */
  letPass(seconds: number): void
  close(): Promise<void>
}

/** A team whose store is in memory. */
export async function openOffice(): Promise<Office> {
  const root = await mkdtemp(path.join(tmpdir(), 'office-'))
  const service = new MemoryContainer(AT)
  let passed = 0
  await teamStore({ container: service.at(), folder: path.join(root, 'admin'), holding: run(), now: () => AT }).connect()

  function computerAt(user: string, place: string, way: Way, line: { isDown: boolean }, wish: Partial<Holding> = {}): Computer {
    const [own, copies] = [path.join(place, 'engagements'), path.join(place, 'copies')]
    const holding = run({ user, host: `${user}-desk`, ...wish })
    const now = (): number => AT + passed
    const container = service.at({
      async before(call, name) {
        if (line.isDown) throw new ContainerRefused('unreachable', 'read ECONNRESET')
        await way.before?.(call, name)
      },
      after: (call, name) => way.after?.(call, name),
    })
    const ticks = new Set<() => unknown>()
    const every = (_milliseconds: number, work: () => unknown) => {
      ticks.add(work)
      return () => void ticks.delete(work)
    }
    const store = teamStore({ container, folder: copies, holding, now, every, monotonic: () => passed })
    const shared = sharedStore(engagementStore(own, holding, now), async () => store)
    return {
      own,
      copies,
      holding,
      container,
      store,
      shared,
      now,
      down(isDown) {
        line.isDown = isDown
      },
      async open() {
        const opening = await shared.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
        if (!opening.ok) throw new Error(JSON.stringify(opening))
        return opening.open
      },
      async tick() {
        for (const tick of [...ticks]) await tick()
      },
      again: (other) => computerAt(user, place, way, line, other),
    }
  }
  let computers = 0
  return {
    service,
    computer: (user, way = {}) => {
      const place = path.join(root, `${user}-${computers++}`)
      return computerAt(user, place, way, { isDown: false })
    },
    letPass(seconds) {
      passed += seconds * 1000
      service.now += seconds * 1000
    },
    close: () => rm(root, { recursive: true, force: true }),
  }
}
