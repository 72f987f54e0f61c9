import * as z from 'zod/mini'
import { nearestTime, shownName } from '#contract/shapes.ts'
import type { DeepReadonly } from '#machines/engine/same-type.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { moveFile, onceReleased, removeFile } from '../../services/released-files.ts'
import { asideOf, createDurably, hasCode, readKept } from './durable-file.ts'

const holder = z.strictObject({
  /** A takeover names the lock that was shown. */
  id: z.string(),
  user: shownName,
  host: shownName,
  processId: z.int(),
  /** Start of the process in the system's format; absent if unknown. */
  started: z.exactOptional(z.string()),
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  since: nearestTime,
})
export type Holder = DeepReadonly<z.infer<typeof holder>>

/** Of a lock's file, in bytes. */
const LARGEST = 10_000

export interface Holding {
  readonly user: string
  readonly host: string
  readonly processId: number
  readonly isRunning: (processId: number) => boolean
  /** Start of a running process, if known: numbers are reused. */
  readonly startOf?: (processId: number) => string | undefined
  readonly newId: () => string
}

/**
 * Another run's lock. `gone`: its process ended on this host; `elsewhere`: another host, not verifiable; `here`:
 * active; `unreadable`: damaged file; `released`: it took over from this run and has since released the lock.
 */
export interface Held {
  readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
  readonly holder?: Holder
}

export interface Lock {
  readonly holder: Holder
  /** Ended process whose lock was taken over. */
  readonly insteadOf?: Holder
  /** Run that took over from this one, if any. */
  takenOver(): Promise<Held | undefined>
  release(): Promise<void>
}

/** Takes the lock, or reports its holder. The lock of a process known to have ended is taken over; any other only on request. */
export async function takeLock(file: string, holding: Holding, now: number): Promise<Lock | Held> {
  const taken = await tryLock(file, holding, now)
  if (!isHeld(taken) || taken.state !== 'gone') return taken
  await breakLock(file, taken.holder?.id, now)
  const again = await tryLock(file, holding, now)
  return isHeld(again) || taken.holder === undefined ? again : { ...again, insteadOf: taken.holder }
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function holderOf({ newId, user, host, processId, startOf }: Holding, now: number): Holder {
  const started = startOf?.(processId)
  return { id: newId(), user, host, processId, ...(started === undefined ? {} : { started }), since: now }
}

async function tryLock(file: string, holding: Holding, now: number): Promise<Lock | Held> {
  const mine = holderOf(holding, now)
  try {
    await onceReleased(() => createDurably(file, JSON.stringify(mine)))
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    return (await isEmpty(file)) ? { state: 'gone' } : readHeld(file, holding)
  }
  return {
    holder: mine,
    async takenOver() {
      const existing = await readHolder(file)
      if (existing?.id === mine.id) return undefined
      return (await isThere(file)) ? readHeld(file, holding) : { state: 'released' }
    },
    async release() {
      const existing = await readHolder(file)
      if (existing?.id === mine.id) await removeFile(file)
    },
  }
}

/**
 * Removes another run's lock on request.
 * @param id of the lock that was shown; a newer one stays
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export async function breakLock(file: string, id: string | undefined, now: number): Promise<boolean> {
  const existing = await readHolder(file)
  if (existing?.id !== id) return false
  if (!(await isThere(file))) return true
  // A foreign file is kept.
  if (existing) await removeFile(file)
  else await moveFile(file, asideOf(file, 'unreadable', now))
  return true
}

export async function holderAtWork(file: string, holding: Holding): Promise<Holder | undefined> {
  const { state, holder } = await readHeld(file, holding)
  return state === 'gone' ? undefined : holder
}

const isThere = async (file: string): Promise<boolean> => (await readKept(file, LARGEST)) !== undefined

/** Earlier versions created it before they wrote it: a full disk or a kill between left one that nobody holds. */
async function isEmpty(file: string): Promise<boolean> {
  const kept = await readKept(file, LARGEST)
  return kept?.ok === true && kept.bytes.length === 0
}

const readHeld = async (file: string, holding: Holding): Promise<Held> => heldBy(await readHolder(file), holding)

/** @param existing undefined if unreadable */
export function heldBy(existing: Holder | undefined, holding: Holding): Held {
  if (!existing) return { state: 'unreadable' }
  if (existing.host !== holding.host) return { state: 'elsewhere', holder: existing }
  return { state: isAtWork(existing, holding) ? 'here' : 'gone', holder: existing }
}

/** True if this run itself took it: no other process has its number now. */
export const isOfThisRun = ({ host, processId }: Holder, holding: Holding): boolean =>
  host === holding.host && processId === holding.processId

/** A reused process number doesn't identify the holder. */
function isAtWork({ processId, started }: Holder, { isRunning, startOf }: Holding): boolean {
  if (!isRunning(processId)) return false
  const current = startOf?.(processId)
  return started === undefined || current === undefined || started === current
}

/** @returns undefined if missing or unreadable */
export async function readHolder(file: string): Promise<Holder | undefined> {
  const kept = await readKept(file, LARGEST)
  if (!kept?.ok) return undefined
  return holderIn(kept.bytes.toString('utf8'))
}

/** Undefined for foreign content. */
export function holderIn(text: string): Holder | undefined {
  return holder.safeParse(parsedJson(text, LARGEST)).data
}

export const isHeld = (lock: Lock | Held): lock is Held => 'state' in lock
