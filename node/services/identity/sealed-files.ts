import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { FileNotRead, readRegular } from '../regular-file.ts'
import { moveFile, onceReleased } from '../released-files.ts'

export interface Files {
  list(): Promise<readonly string[]>
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, content: Uint8Array): Promise<void>
  remove(name: string): Promise<void>
  /** Keeps the content under another name. */
  rename(name: string, to: string): Promise<void>
}

const unless =
  <T>(code: string, otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === code) return otherwise
    throw error
  }

const NOTHING = new Uint8Array()

/** In bytes, of one account's tokens. */
const LARGEST = 4 * 1024 * 1024

/** Accessible to this user only. @param folder created on the first write */
export function filesIn(folder: string): Files {
  const at = (name: string): string => path.join(folder, name)
  return {
    list: () => readdir(folder).catch(unless<string[]>('ENOENT', [])),
    // Anything else in a file's place is reported as unreadable.
    read: (name) =>
      readRegular(at(name), LARGEST)
        .catch((error: unknown) => {
          if (error instanceof FileNotRead) return NOTHING
          throw error
        })
        .catch(unless('ENOENT', undefined)),
    async write(name, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Atomic against power loss: written beside and renamed.
      const unfinished = at(`${name}.${process.pid}.unfinished`)
      await writeFile(unfinished, content, { mode: 0o600 })
      await moveFile(unfinished, at(name))
    },
    remove: (name) => onceReleased(() => rm(at(name), { force: true, recursive: true })),
    rename: (name, to) => moveFile(at(name), at(to)),
  }
}
