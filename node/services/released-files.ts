import { rename, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** Windows' errors for files held by other programs. Elsewhere they mean missing permission. */
const HELD = ['EPERM', 'EACCES', 'EBUSY']
const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && HELD.some((code) => code === error.code)

/** About two seconds in total, in milliseconds; holders let go within one. */
const PAUSES: readonly number[] = [10, 20, 50, 100, 200, 400, 600, 800]

/**
 * Retries while another program holds the file: on Windows, virus scanners, indexers and backups block new files.
 * Permanent errors appear two seconds later.
 */
export async function onceReleased<Result>(
  work: () => Promise<Result>,
  platform: NodeJS.Platform = process.platform,
  pauses = PAUSES,
): Promise<Result> {
  for (const milliseconds of platform === 'win32' ? pauses : []) {
    try {
      return await work()
    } catch (error) {
      if (!isHeld(error)) throw error
    }
    await pause(milliseconds)
  }
  return work()
}

/** The last move to each place. */
const moves = new Map<string, Promise<unknown>>()

/** One after another to one place: Windows refuses a move while another to the same place is under way, and many that retry refuse each other for good. */
export function moveFile(from: string, to: string): Promise<void> {
  const moved = (moves.get(to) ?? Promise.resolve()).then(() => onceReleased(() => rename(from, to)))
  const ended: Promise<unknown> = moved.catch(() => undefined).then(() => moves.get(to) === ended && moves.delete(to))
  moves.set(to, ended)
  return moved
}

/** No error if missing. */
export const removeFile = (file: string): Promise<void> => onceReleased(() => rm(file, { force: true }))
