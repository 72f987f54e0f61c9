import { createRequire, syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import * as z from 'zod'

/** One change of a file, or one request, of a walk: the same each time the walk is made. */
export const place = z.object({
  kind: z.enum(['file', 'request']),
  /** For a file what is done to it and its name; for a request method and path. */
  name: z.string(),
  /** The first of this name is 1. */
  nth: z.int(),
  /** The tenant's time, milliseconds since 1970-01-01T00:00:00Z. */
  at: z.optional(z.number()),
})
export type Place = z.infer<typeof place>

/**
 * `before` it begins; `during`: a write has half of its bytes, a request was carried out and its answer is not there; `after` it has
 * ended, and nothing has processed it yet.
 */
export const MOMENTS = ['before', 'during', 'after'] as const
export const instant = z.object({ ...place.shape, moment: z.enum(MOMENTS) })
export type Instant = z.infer<typeof instant>

export const isWrite = ({ kind, name }: Place): boolean => kind === 'request' && !/^GET |^store |checkNameAvailability$/i.test(name)

/** A request that the tenant answers, and not a file or the team's store: who answers knows when it is carried out. */
export const isOfTheTenant = ({ kind, name }: Pick<Place, 'kind' | 'name'>): boolean => kind === 'request' && !name.startsWith('store ')

/** The system keeps what was written when a process ends: a kill before a flush to the disk and one after it leave the same. */
const isFlush = ({ kind, name }: Place): boolean => kind === 'file' && name.startsWith('sync ')

/** Beside it, the team's store says whose the lease is: a kill between the two leaves it without a holder. */
const isOfTheLease = ({ name }: Place): boolean => name === 'store acquire' || name === 'store release'

const isRead = (place: Place): boolean => isOfTheTenant(place) && !isWrite(place)

/**
 * Where a walk is killed: at a request that writes or is of a lease at all three moments, at every other place at one of them, in turn. What is
 * done often, like saving and reading, is so met at each of the three many times over. Of requests that only read, at the first one between two
 * changes or moments of the tenant: whatever was read more by then, a kill leaves the same files and the same tenant.
 */
export function instantsOf(places: readonly Place[]): readonly Instant[] {
  const met = new Map<string, number>()
  let readAt: number | 'not' | undefined = 'not'
  return places.flatMap(({ at, ...place }) => {
    if (isFlush(place) || (isRead(place) && readAt !== 'not' && readAt === at)) return []
    readAt = isRead(place) ? at : 'not'
    if (isWrite(place) || isOfTheLease(place)) return MOMENTS.map((moment) => ({ ...place, moment }))
    const turn = met.get(place.name) ?? met.size
    met.set(place.name, turn + 1)
    return [{ ...place, moment: MOMENTS[turn % MOMENTS.length] ?? 'before' }]
  })
}

/** The end of this process at exactly this instruction: the kernel takes it, as it does for a process that is killed from outside. */
export const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('SIGKILL has no handler to come back from.')
}

/** Counts what is done by name, and ends the process at one instant. */
export class Instants {
  readonly #seen = new Map<string, number>()
  readonly #wanted: Instant | undefined
  readonly #tell: (place: Place) => void

  /** @param wanted absent: nothing is killed @param tell called with each place as it is come to */
  constructor(wanted: Instant | undefined, tell: (place: Place) => void) {
    this.#wanted = wanted
    this.#tell = tell
  }

  /**
   * @param half what has happened in the middle of it; absent, it is under way when the process ends
   */
  async at<Result>(kind: Place['kind'], name: string, whole: () => Promise<Result>, half?: () => Promise<unknown>): Promise<Result> {
    const key = `${kind} ${name}`
    const nth = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, nth)
    this.#tell({ kind, name, nth })
    const wanted = this.#wanted
    const moment = wanted?.kind === kind && wanted.name === name && wanted.nth === nth ? wanted.moment : undefined
    if (moment === 'before') die()
    if (moment === 'during' && !isOfTheTenant({ kind, name })) {
      if (half) await half()
      else void whole()
      die()
    }
    try {
      return await whole()
    } finally {
      if (moment === 'after') die()
    }
  }
}

type Files = typeof import('node:fs/promises')
type Handle = Awaited<ReturnType<Files['open']>>

const bytesOf = (content: unknown): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array))
const halfOf = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))

// Node's own module: assigned to, and the names that others have imported follow it.
const files = createRequire(import.meta.url)('node:fs/promises') as { -readonly [Name in keyof Files]: Files[Name] }
const own = { ...files }

/**
 * Puts an instant around everything that changes a file in one folder, until another is watched: the program itself knows nothing
 * of it.
 */
export function watchFiles(folder: string, instants: Instants): void {
  const isOurs = (file: unknown): file is string => typeof file === 'string' && file.startsWith(folder)
  /** A name that is the same in each walk: some are made of the moment, and the folder of an engagement has one name. The watched one is drawn. */
  const nameOf = (file: string): string =>
    path
      .basename(path.relative(folder, file) || 'folder')
      .replace(/-\d{4}-\d\d-\d\dT[\d-]+Z/, '-*')
      .replace(/\.\d+-\d+\.unfinished$/, '.unfinished')

  files.open = async (...asked) => {
    const [file, flags] = asked
    if (!isOurs(file)) return own.open(...asked)
    const name = nameOf(file)
    // Opened to be read: a folder, to bring a rename to the disk.
    if (flags === undefined || flags === 'r') return watched(await own.open(...asked), name, instants)
    return watched(await instants.at('file', `open ${name}`, () => own.open(...asked)), name, instants)
  }
  files.rename = (from, to) =>
    isOurs(from) ? instants.at('file', `rename ${nameOf(from)}`, () => own.rename(from, to)) : own.rename(from, to)
  files.rm = (file, options) =>
    isOurs(file) ? instants.at('file', `rm ${nameOf(file)}`, () => own.rm(file, options)) : own.rm(file, options)
  files.mkdir = ((file: string, options: { recursive: true }) =>
    isOurs(file)
      ? instants.at('file', `mkdir ${nameOf(file)}`, () => own.mkdir(file, options))
      : own.mkdir(file, options)) as Files['mkdir']
  files.link = (from, to) => (isOurs(to) ? instants.at('file', `link ${nameOf(to)}`, () => own.link(from, to)) : own.link(from, to))
  files.writeFile = (file, content, options) => {
    // Of an open file, Node doesn't come by the handle's own `writeFile`.
    const name = isOurs(file) ? nameOf(file) : handles.get(file)
    if (name === undefined) return own.writeFile(file, content, options)
    const half = (): Promise<void> => own.writeFile(file, halfOf(bytesOf(content)), options)
    const isWhole = typeof content === 'string' || ArrayBuffer.isView(content)
    return instants.at('file', `write ${name}`, () => own.writeFile(file, content, options), isWhole ? half : undefined)
  }
  syncBuiltinESMExports()
}

/** Names of the open files that are watched. */
const handles = new WeakMap<object, string>()

function watched(handle: Handle, name: string, instants: Instants): Handle {
  handles.set(handle, name)
  const own = {
    writeFile: handle.writeFile.bind(handle),
    appendFile: handle.appendFile.bind(handle),
    sync: handle.sync.bind(handle),
    datasync: handle.datasync.bind(handle),
    truncate: handle.truncate.bind(handle),
  }
  const written =
    (verb: string, write: Handle['writeFile']): Handle['writeFile'] =>
    (content, options) =>
      instants.at(
        'file',
        `${verb} ${name}`,
        () => write(content, options),
        () => write(halfOf(bytesOf(content)), options),
      )
  return Object.assign(handle, {
    writeFile: written('write', own.writeFile),
    appendFile: written('append to', own.appendFile),
    sync: () => instants.at('file', `sync ${name}`, own.sync),
    datasync: () => instants.at('file', `sync ${name}`, own.datasync),
    truncate: (length?: number) => instants.at('file', `truncate ${name}`, () => own.truncate(length)),
  })
}
