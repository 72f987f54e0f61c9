import { isDeepStrictEqual } from 'node:util'
import { type Blob, type Container, type ContainerRefused, isRefused } from '#node/services/storage/container.ts'
import type { Azurite } from '../node/records/team/azurite.ts'
import type { MemoryContainer, Way } from '../node/records/team/memory-container.ts'

/** Result of a call, or its refusal. */
type Outcome<Given> = { readonly given: Given } | { readonly refused: ContainerRefused }

const outcomeOf = <Given>(call: Promise<Given>): Promise<Outcome<Given>> =>
  call.then(
    (given) => ({ given }),
    (error: unknown) => {
      if (isRefused(error)) return { refused: error }
      throw error
    },
  )

const givenIn = <Given>(outcome: Outcome<Given>): Given => {
  if ('refused' in outcome) throw outcome.refused
  return outcome.given
}

/** Without what each counts by itself: etags and times. */
const shown = ({ name, size, isLeased, metadata }: Blob) => ({ name, size, isLeased, metadata: { ...metadata } })

/**
 * The container in memory, and the storage emulator beside it: each request goes to both, and both must give the same or refuse it with the same.
 * What the emulator doesn't have is told by the one in memory alone: policies, full stores, and short logs.
 */
export class Beside {
  readonly #memory: MemoryContainer
  readonly #emulator: Container
  readonly #azurite: Pick<Azurite, 'shiftClock'>
  readonly #differs: (words: string) => void
  /** Etags of the emulator by those of the container in memory. */
  readonly #etags = new Map<string, string>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(memory: MemoryContainer, emulator: Container, azurite: Pick<Azurite, 'shiftClock'>, differs: (words: string) => void) {
    this.#memory = memory
    this.#emulator = emulator
    this.#azurite = azurite
    this.#differs = differs
  }

  at(way: Way): Container {
    const own = this.#memory.at()
    const other = this.#emulator
    const etag = (mine: string | undefined): string | undefined => (mine === undefined ? undefined : (this.#etags.get(mine) ?? 'none'))
    const both = async <Given>(
      call: keyof Container,
      name: string,
      mine: () => Promise<Given>,
      theirs: () => Promise<Given>,
      comparable: (given: Given) => unknown = () => undefined,
    ): Promise<Given> => {
      await way.before?.(call, name)
      const outcome = await this.#inTurn(() => this.#asked(`${call} ${name}`, mine, theirs, comparable))
      const given = givenIn(outcome)
      await way.after?.(call, name)
      return given
    }
    return {
      get largestAppend() {
        return own.largestAppend
      },
      protection: () => both('protection', '', own.protection, other.protection, (each) => !this.#memory.isImmutable && each),
      list: (prefix) =>
        both(
          'list',
          prefix,
          () => own.list(prefix),
          () => other.list(prefix),
          (blobs) => blobs.map(shown),
        ),
      head: (name) =>
        both(
          'head',
          name,
          () => own.head(name),
          () => other.head(name),
          (blob) => blob && shown(blob),
        ),
      read: (name, from, most) =>
        both(
          'read',
          name,
          () => own.read(name, from, most),
          () => other.read(name, from, most),
          (each) => each?.bytes.toString(),
        ),
      put: (name, content, expected, metadata) =>
        both(
          'put',
          name,
          () => own.put(name, content, expected, metadata),
          () => other.put(name, content, etag(expected), metadata),
        ),
      remove: (name, lease) =>
        both(
          'remove',
          name,
          () => own.remove(name, lease),
          () => other.remove(name, lease),
        ),
      createLog: (name) =>
        both(
          'createLog',
          name,
          () => own.createLog(name),
          () => other.createLog(name),
          (isMade) => isMade,
        ),
      append: (name, text, at, lease) =>
        both(
          'append',
          name,
          () => own.append(name, text, at, lease),
          () => other.append(name, text, at, lease),
        ),
      describe: (name, metadata, { lease, etag: seen }) => {
        const theirs = etag(seen)
        return both(
          'describe',
          name,
          () => own.describe(name, metadata, { ...(lease ? { lease } : {}), ...(seen ? { etag: seen } : {}) }),
          () => other.describe(name, metadata, { ...(lease ? { lease } : {}), ...(theirs ? { etag: theirs } : {}) }),
        )
      },
      acquire: (name, lease) =>
        both(
          'acquire',
          name,
          () => own.acquire(name, lease),
          () => other.acquire(name, lease),
        ),
      renew: (name, lease) =>
        both(
          'renew',
          name,
          () => own.renew(name, lease),
          // The emulator renews an expired lease for any ID. The service compares the ID (Lease Blob, outcomes by lease state).
          async () => ((await own.head(name))?.isLeased === false ? own.renew(name, lease) : other.renew(name, lease)),
        ),
      release: (name, lease) =>
        both(
          'release',
          name,
          () => own.release(name, lease),
          () => other.release(name, lease),
        ),
      breakLease: (name, seen) =>
        both(
          'breakLease',
          name,
          () => own.breakLease(name, seen),
          () => other.breakLease(name, etag(seen) ?? ''),
        ),
    }
  }

  /** As an administrator does by hand. */
  byHand(name: string, does: 'delete' | 'break'): Promise<void> {
    return this.#inTurn(async () => {
      const found = await this.#emulator.head(name)
      if (found) await outcomeOf(this.#emulator.breakLease(name, found.etag))
      if (found && does === 'delete') await this.#emulator.remove(name)
    })
  }

  clock(milliseconds: number): Promise<void> {
    return this.#inTurn(() => this.#azurite.shiftClock(milliseconds / 1000, true))
  }

  async #asked<Given>(
    words: string,
    mine: () => Promise<Given>,
    theirs: () => Promise<Given>,
    comparable: (given: Given) => unknown,
  ): Promise<Outcome<Given>> {
    const own = await outcomeOf(mine())
    if ('refused' in own && (['immutable', 'full'].includes(own.refused.kind) || own.refused.message === 'AccountIsFull')) return own
    const other = await outcomeOf(theirs())
    const [told, theirOwn] = [own, other].map((each) => ('refused' in each ? each.refused.kind : comparable(each.given)))
    if (!isDeepStrictEqual(told, theirOwn))
      this.#differs(`${words}: ${JSON.stringify(told)} in memory, and ${JSON.stringify(theirOwn)} in the emulator`)
    if ('given' in own && 'given' in other) this.#pair(own.given, other.given)
    return own
  }

  #pair(mine: unknown, theirs: unknown): void {
    const etags = [mine, theirs].map((each) => {
      if (typeof each === 'string') return new Map([['', each]])
      const blobs: readonly unknown[] = Array.isArray(each) ? each : [each]
      return new Map(blobs.flatMap((blob) => (isTagged(blob) ? [[blob.name ?? '', blob.etag] as const] : [])))
    })
    for (const [name, own] of etags[0] ?? []) {
      const other = etags[1]?.get(name)
      if (own && other) this.#etags.set(own, other)
    }
  }

  #inTurn<Given>(work: () => Promise<Given>): Promise<Given> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}

const isTagged = (value: unknown): value is { readonly name?: string; readonly etag: string } =>
  typeof value === 'object' && value !== null && 'etag' in value && typeof value.etag === 'string'
