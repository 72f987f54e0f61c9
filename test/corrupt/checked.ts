import { readdir, readFile, stat } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Mutated } from './mutations.ts'

/** How a damaged file ended: as though nothing had happened, with the copy that was kept, or put aside by name and said. */
export type Outcome = 'opened' | 'recovered' | 'said'

export interface Checked {
  readonly outcome: Outcome
  /** Unreported losses, and forbidden results; none if it survived. */
  readonly wrong: readonly string[]
}

/** True when what was found is on the disk under this name, byte by byte. */
export async function isKept(file: string, mutated: Mutated): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  if (mutated.kind === 'folder') return found?.isDirectory() === true && isDeepStrictEqual(await readdir(file), ['inside.txt'])
  if (mutated.kind === 'pipe') return found?.isFIFO() === true
  return mutated.kind === 'bytes' && found?.isFile() === true && mutated.bytes.equals(await readFile(file))
}
