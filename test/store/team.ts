import { cpSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import { type EngagementStore, engagementId, type OpenEngagement, type Place, type Whose } from '#node/records/engagement/store.ts'
import { sharedStore } from '#node/records/team/shared-store.ts'
import { type TeamStore, teamStore } from '#node/records/team/team-store.ts'
import { type Container, ContainerRefused } from '#node/services/storage/container.ts'
import type { Azurite } from '../node/records/team/azurite.ts'
import { MemoryContainer, type Way } from '../node/records/team/memory-container.ts'
import { Beside } from './beside.ts'
import { type Command, type CUTS, type Environment, PEOPLE, type Person } from './commands.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const TENANT = '5ac6f30d-1111-4222-8333-444455556666'

export const placeOf = (of: Environment): Place => ({ tenantId: TENANT, environmentId: `${of}-0001` })
export const idOf = (of: Environment): string => engagementId(placeOf(of))
export const whoseOf = (of: Environment): Whose => ({
  reached: 'integration',
  steps: {},
  appVersion: '1.0.0',
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: TENANT, name: 'Contoso' },
  environment: { id: placeOf(of).environmentId, displayName: of },
  account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
})

/** Bytes of two or three lines: more than one request is needed where some wait. */
const LARGEST_APPEND = 800
/** Blocks that the service allows in a log. */
const MOST_BLOCKS = 50_000

const READS: readonly (keyof Container)[] = ['protection', 'list', 'head', 'read']

/** An environment that a person has open. */
export interface Session {
  readonly open: OpenEngagement
  /** The save that this one continues. */
  saved: string | undefined
  engagement: OpenEngagement['engagement']
}

/** One run of the wizard on a computer. */
interface Run {
  readonly own: string
  readonly copies: string
  readonly holding: Holding
  readonly container: Container
  readonly store: TeamStore
  readonly folder: EngagementStore
  readonly shared: EngagementStore
  readonly now: () => number
  readonly sessions: Map<Environment, Session>
  readonly ticks: Set<() => unknown>
  isDead: boolean
}

/** The computer of a person, over all runs of the wizard on it. */
export class Desk {
  readonly person: Person
  readonly #team: Team
  #place: string
  #processes = 1
  run: Run
  cut: (typeof CUTS)[number] | undefined
  answersToLose = 0
  /** Seconds that pass with each request. */
  slowBy = 0
  /** Requests in whose middle something else happens: what its wizard does meanwhile waits for them. */
  #inTheMiddle = 0
  clock = 0
  isInHaste = false
  meeting: { left: number; readonly after: boolean; readonly act: () => Promise<void> } | undefined

  constructor(team: Team, person: Person) {
    this.#team = team
    this.person = person
    this.#place = path.join(team.folder, person)
    this.run = this.#start()
  }

  /** The wizard is killed at this moment: what is on the disk stays, and what it was about to do reaches nothing. */
  kill(): void {
    const before = this.#place
    this.#processes += 1
    this.#place = path.join(this.#team.folder, `${this.person}-${this.#processes}`)
    cpSync(before, this.#place, { recursive: true })
    this.run.isDead = true
    this.meeting = undefined
    this.isInHaste = false
    this.run = this.#start()
  }

  bringBack(): void {
    this.cut = undefined
    this.answersToLose = 0
    this.slowBy = 0
  }

  async #meanwhile(happens: () => Promise<void>): Promise<void> {
    this.#inTheMiddle += 1
    try {
      await happens()
    } finally {
      this.#inTheMiddle -= 1
    }
  }

  async tick(): Promise<void> {
    if (this.#inTheMiddle > 0) return
    for (const tick of [...this.run.ticks]) await tick()
  }

  #start(): Run {
    const [own, copies] = [path.join(this.#place, 'engagements'), path.join(this.#place, 'copies')]
    const processId = this.#processes
    const holding: Holding = {
      user: this.person,
      // Cloned computers: each has the same name, and numbers its processes anew.
      host: 'debian',
      processId,
      isRunning: (asked) => asked === this.#processes,
      newId: () => this.#team.newId({ person: this.person, processId }),
    }
    const now = (): number => AT + this.#team.passed + this.clock
    const state = { isDead: false }
    const container = this.#team.container({
      before: (call) => this.#meet(state, call, false),
      after: (call) => this.#meet(state, call, true),
    })
    const ticks: Run['ticks'] = new Set()
    const every = (_milliseconds: number, work: () => unknown) => {
      ticks.add(work)
      return () => void ticks.delete(work)
    }
    const pause = (): Promise<unknown> => (this.isInHaste ? Promise.resolve() : new Promise(() => undefined))
    const store = teamStore({ container, folder: copies, holding, now, every, pause, monotonic: () => this.#team.passed })
    const folder = engagementStore(own, holding, now)
    const shared = sharedStore(folder, async () => store)
    return Object.assign(state, { own, copies, holding, container, store, folder, shared, now, sessions: new Map(), ticks })
  }

  async #meet(run: { readonly isDead: boolean }, call: keyof Container, after: boolean): Promise<void> {
    if (run.isDead) throw new ContainerRefused('unreachable', 'The wizard was killed.')
    const { meeting } = this
    if (meeting?.after === after) {
      meeting.left -= 1
      if (meeting.left === 0) {
        this.meeting = undefined
        await this.#meanwhile(meeting.act)
        if (run.isDead) throw new ContainerRefused('unreachable', 'The wizard was killed.')
      }
    }
    if (!after && this.slowBy > 0) await this.#meanwhile(() => this.#team.letPass(this.slowBy))
    if (this.cut === 'read-only') {
      if (!READS.includes(call)) throw new ContainerRefused('forbidden', 'AuthorizationPermissionMismatch')
    } else if (this.cut !== undefined) throw new ContainerRefused(this.cut, this.cut)
    if (after && this.answersToLose > 0) {
      this.answersToLose -= 1
      throw new ContainerRefused('unreachable', 'ECONNRESET')
    }
  }
}

/** A run of the wizard. */
interface RunOf {
  readonly person: Person
  readonly processId: number
}

export interface Emulated {
  readonly azurite: Azurite
  readonly container: Container
}

/** Three people, each at a computer of their own, and one store. */
export class Team {
  readonly folder: string
  readonly service = new MemoryContainer(AT)
  readonly desks: ReadonlyMap<Person, Desk>
  readonly #beside: Beside | undefined
  /** Where the container in memory and the emulator aren't the same. */
  readonly differences: string[] = []
  readonly #ids: RunOf[] = []
  #isPassing = false
  /** Milliseconds since the first moment. */
  passed = 0

  private constructor(folder: string, emulated: Emulated | undefined) {
    this.folder = folder
    this.shortLogs()
    this.#beside = emulated && new Beside(this.service, emulated.container, emulated.azurite, (words) => this.differences.push(words))
    this.desks = new Map(PEOPLE.map((person) => [person, new Desk(this, person)]))
  }

  /** @param emulated an empty container of the storage emulator, which is asked beside the one in memory */
  static async open(folder: string, emulated?: Emulated): Promise<Team> {
    await emulated?.azurite.shiftClock(0, true)
    for (const person of PEOPLE) await mkdir(path.join(folder, person), { recursive: true })
    const team = new Team(folder, emulated)
    for (const desk of team.desks.values()) await desk.run.store.connect()
    return team
  }

  /** A short log takes large requests: as at the service, one that is full can be continued by fewer. @param blocks that a log takes */
  shortLogs(blocks = MOST_BLOCKS): void {
    Object.assign(this.service, { blocks, largestAppend: blocks < MOST_BLOCKS ? 2 * 1024 * 1024 : LARGEST_APPEND })
  }

  get isEmulated(): boolean {
    return this.#beside !== undefined
  }

  container(way: Way): Container {
    return this.#beside?.at(way) ?? this.service.at(way)
  }

  /** As an administrator does by hand. */
  async byHand(name: string, does: 'delete' | 'break'): Promise<void> {
    if (does === 'delete') this.service.deleteByHand(name)
    else this.service.breakLeaseByHand(name)
    await this.#beside?.byHand(name, does)
  }

  at(person: Person): Desk {
    const desk = this.desks.get(person)
    if (!desk) throw new Error(`${person} has no desk.`)
    return desk
  }

  newId(of: RunOf): string {
    this.#ids.push(of)
    return `00000000-0000-4000-8000-${String(this.#ids.length).padStart(12, '0')}`
  }

  /** Whose lease of a log is in force. */
  leaseholder(log: string): RunOf | undefined {
    const id = this.service.leaseOf(log)
    return id === undefined ? undefined : this.#ids[Number(id.slice(-12)) - 1]
  }

  /** Renewals come on their time. */
  async letPass(seconds: number): Promise<void> {
    // A renewal that is slow itself waits beside the others.
    if (this.#isPassing) return
    this.#isPassing = true
    try {
      for (let left = seconds; left > 0; left -= 15) {
        const step = Math.min(15, left) * 1000
        this.passed += step
        this.service.now += step
        await this.#beside?.clock(this.passed)
        for (const desk of this.desks.values()) await desk.tick()
      }
    } finally {
      this.#isPassing = false
    }
  }
}

export const wordsOf = (command: Command): string => JSON.stringify(command)
