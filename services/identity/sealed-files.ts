import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { moveFile, onceReleased } from '../released-files.ts'

/** A few small files in one folder. */
export interface Files {
  list(): Promise<readonly string[]>
  /** Nothing when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>
  write(name: string, content: Uint8Array): Promise<void>
  remove(name: string): Promise<void>
  /** Gives it another name in the same folder; whatever it is, it is not lost. */
  rename(name: string, to: string): Promise<void>
}

const unless =
  <T>(code: string, otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof Error && 'code' in error && error.code === code) return otherwise
    throw error
  }

const NOTHING = new Uint8Array()

/** Files that only this user of the computer may open. @param folder is made when something is first written */
export function filesIn(folder: string): Files {
  const at = (name: string): string => path.join(folder, name)
  return {
    list: () => readdir(folder).catch(unless<string[]>('ENOENT', [])),
    // A folder in a file's place can't be opened and is reported as such.
    read: (name) =>
      onceReleased(() => readFile(at(name)))
        .catch(unless('EISDIR', NOTHING))
        .catch(unless('ENOENT', undefined)),
    async write(name, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written beside and moved into place: a computer that loses power leaves the old file or the new one, never half of it.
      const unfinished = at(`${name}.${process.pid}.unfinished`)
      await writeFile(unfinished, content, { mode: 0o600 })
      await moveFile(unfinished, at(name))
    },
    remove: (name) => onceReleased(() => rm(at(name), { force: true, recursive: true })),
    rename: (name, to) => moveFile(at(name), at(to)),
  }
}
