import { open, rename, rm } from 'node:fs/promises'
import * as z from 'zod/mini'
import type { DeepReadonly } from '../../machines/same-type.ts'
import { asideOf, hasCode, readKept } from './durable-file.ts'

const holder = z.strictObject({
  /** Unlike any other lock's: who breaks a lock names the one that was seen. */
  id: z.string(),
  /** The person at the computer. */
  user: z.string(),
  host: z.string(),
  processId: z.int(),
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
  readonly newId: () => string
}

/**
 * Somebody else has it. `gone`: their process runs no more on this host, so nobody is at work; `elsewhere`: another host,
 * of which this one cannot tell; `here`: they are at work now; `unreadable`: the lock's own file is damaged; `released`: they took
 * over from this run, and have let go of it since.
 */
export interface Held {
  readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
  readonly holder?: Holder
}

export interface Lock {
  readonly holder: Holder
  /** Who has taken over from this run; nothing while nobody has. */
  takenOver(): Promise<Held | undefined>
  /** Takes away this lock and no other. */
  release(): Promise<void>
}

/** Takes the lock, or tells who has it. One that nobody holds any more is not taken over here: that is done on purpose. */
export async function takeLock(file: string, holding: Holding, now: number): Promise<Lock | Held> {
  const { user, host, processId } = holding
  const mine: Holder = { id: holding.newId(), user, host, processId, since: now }
  try {
    const handle = await open(file, 'wx', 0o600)
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
      if (present?.id === mine.id) await rm(file, { force: true })
    },
  }
}

/**
 * Takes away somebody else's lock, on purpose.
 * @param id of the lock that the person saw; another one that has come since stays
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export async function breakLock(file: string, id: string | undefined, now: number): Promise<boolean> {
  const present = await readHolder(file)
  if (present?.id !== id) return false
  if (!(await isThere(file))) return true
  // What is no lock of this program is somebody's, and kept.
  if (present) await rm(file, { force: true })
  else await rename(file, asideOf(file, 'unreadable', now))
  return true
}

const isThere = async (file: string): Promise<boolean> => (await readKept(file, LARGEST)) !== undefined

async function readHeld(file: string, holding: Holding): Promise<Held> {
  const present = await readHolder(file)
  if (!present) return { state: 'unreadable' }
  if (present.host !== holding.host) return { state: 'elsewhere', holder: present }
  return { state: holding.isRunning(present.processId) ? 'here' : 'gone', holder: present }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  const kept = await readKept(file, LARGEST)
  if (!kept?.ok) return undefined
  try {
    return holder.parse(JSON.parse(kept.bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

export const isHeld = (lock: Lock | Held): lock is Held => 'state' in lock
