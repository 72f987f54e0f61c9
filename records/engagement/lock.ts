import { open } from 'node:fs/promises'
import * as z from 'zod/mini'
import type { DeepReadonly } from '../../machines/engine/same-type.ts'
import { moveFile, onceReleased, removeFile } from '../../services/released-files.ts'
import { asideOf, hasCode, readKept } from './durable-file.ts'

const holder = z.strictObject({
  /** Unique for each lock: a takeover names the lock that was shown. */
  id: z.string(),
  /** The person at the computer. */
  user: z.string(),
  host: z.string(),
  processId: z.int(),
  /** When that process began, as this system names it; absent where it does not tell. */
  started: z.exactOptional(z.string()),
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  since: z.number(),
})
export type Holder = DeepReadonly<z.infer<typeof holder>>

/** Of a lock's file, in bytes. */
const LARGEST = 10_000

/** This run of the wizard, as its locks name it. */
export interface Holding {
  readonly user: string
  readonly host: string
  readonly processId: number
  /** Whether a process with this number runs on this host. */
  readonly isRunning: (processId: number) => boolean
  /** When a running process began, as this system names it; nothing where it does not tell. A number is given again to another process. */
  readonly startOf?: (processId: number) => string | undefined
  readonly newId: () => string
}

/**
 * Another run has the lock. `gone`: its process no longer runs on this host; `elsewhere`: it is on another host, which can't be
 * checked from here; `here`: it is at work now; `unreadable`: the lock file is damaged; `released`: it took over from this run and
 * has released the lock since.
 */
export interface Held {
  readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
  readonly holder?: Holder
}

export interface Lock {
  readonly holder: Holder
  /** Whose process was gone: their lock was taken over. */
  readonly insteadOf?: Holder
  /** Who has taken over from this run, if any. */
  takenOver(): Promise<Held | undefined>
  /** Takes away this lock and no other. */
  release(): Promise<void>
}

/**
 * Takes the lock, or tells who has it. One whose process is known to be gone from this computer is taken over; any other may be at
 * work, and is taken away only on purpose.
 */
export async function takeLock(file: string, holding: Holding, now: number): Promise<Lock | Held> {
  const taken = await tryLock(file, holding, now)
  if (!isHeld(taken) || taken.state !== 'gone') return taken
  await breakLock(file, taken.holder?.id, now)
  const again = await tryLock(file, holding, now)
  return isHeld(again) || taken.holder === undefined ? again : { ...again, insteadOf: taken.holder }
}

/** This run as the holder of a new lock. @param now milliseconds since 1970-01-01T00:00:00Z */
export function holderOf({ newId, user, host, processId, startOf }: Holding, now: number): Holder {
  const started = startOf?.(processId)
  return { id: newId(), user, host, processId, ...(started === undefined ? {} : { started }), since: now }
}

async function tryLock(file: string, holding: Holding, now: number): Promise<Lock | Held> {
  const mine = holderOf(holding, now)
  try {
    const handle = await onceReleased(() => open(file, 'wx', 0o600))
    try {
      await handle.writeFile(JSON.stringify(mine))
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    return readHeld(file, holding)
  }
  return {
    holder: mine,
    async takenOver() {
      const present = await readHolder(file)
      if (present?.id === mine.id) return undefined
      return (await isThere(file)) ? readHeld(file, holding) : { state: 'released' }
    },
    async release() {
      const present = await readHolder(file)
      if (present?.id === mine.id) await removeFile(file)
    },
  }
}

/**
 * Removes another run's lock, because the person asked for it.
 * @param id of the lock that the person was shown; a newer lock stays
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export async function breakLock(file: string, id: string | undefined, now: number): Promise<boolean> {
  const present = await readHolder(file)
  if (present?.id !== id) return false
  if (!(await isThere(file))) return true
  // A file that isn't a lock of this program is kept.
  if (present) await removeFile(file)
  else await moveFile(file, asideOf(file, 'unreadable', now))
  return true
}

/** Who is at work under a lock, as far as can be seen from here. */
export async function holderAtWork(file: string, holding: Holding): Promise<Holder | undefined> {
  const { state, holder } = await readHeld(file, holding)
  return state === 'gone' ? undefined : holder
}

const isThere = async (file: string): Promise<boolean> => (await readKept(file, LARGEST)) !== undefined

const readHeld = async (file: string, holding: Holding): Promise<Held> => heldBy(await readHolder(file), holding)

/** What is known from here of another run that has a lock. @param present nothing for one that cannot be read */
export function heldBy(present: Holder | undefined, holding: Holding): Held {
  if (!present) return { state: 'unreadable' }
  if (present.host !== holding.host) return { state: 'elsewhere', holder: present }
  return { state: isAtWork(present, holding) ? 'here' : 'gone', holder: present }
}

/** A number that another process has by now is no sign of the holder. */
function isAtWork({ processId, started }: Holder, { isRunning, startOf }: Holding): boolean {
  if (!isRunning(processId)) return false
  const present = startOf?.(processId)
  return started === undefined || present === undefined || started === present
}

async function readHolder(file: string): Promise<Holder | undefined> {
  const kept = await readKept(file, LARGEST)
  if (!kept?.ok) return undefined
  return holderIn(kept.bytes.toString('utf8'))
}

/** What a lock says of its holder; nothing where it is none of this program. */
export function holderIn(text: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export const isHeld = (lock: Lock | Held): lock is Held => 'state' in lock
