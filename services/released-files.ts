import { rename, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** What Windows answers while another program has the file open and shares it with none. Elsewhere it means that the account may not. */
const HELD = ['EPERM', 'EACCES', 'EBUSY']
const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && HELD.some((code) => code === error.code)

/** About two seconds together: who holds a file so lets go of it within one. In milliseconds. */
const PAUSES: readonly number[] = [10, 20, 50, 100, 200, 400, 600, 800]

/**
 * Does something to a file as soon as no other program holds it: virus scanners, indexers, and backups open what was just written, and Windows
 * refuses to open, move or remove it meanwhile. What is refused for good is refused two seconds later.
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

export const moveFile = (from: string, to: string): Promise<void> => onceReleased(() => rename(from, to))

/** No error where there is none. */
export const removeFile = (file: string): Promise<void> => onceReleased(() => rm(file, { force: true }))
