import path from 'node:path'
import type { Blob } from '../../services/storage/container.ts'
import { JOURNAL } from '../engagement/folder-store.ts'
import { branchOf } from './branch.ts'
import { bytesFrom, type CopyState, isFileBack, readCopyState, type Sides } from './copy-state.ts'
import { hasKnownLines, mayWaitIn } from './local-copy.ts'
import { wholeLines } from './log-lines.ts'

/** Logs that have the lines that this computer knows. The end of those is read again after each change of a log, and only then. */
export class KnownLogs {
  /** State of a copy and of its log, by folder. */
  readonly #known = new Map<string, string>()

  /** True if a copy may have content that the store lacks: it is pending, or its log or file is gone, or another. @param file in use */
  async mayDiffer(sides: Sides, blobs: readonly Blob[], file: Blob): Promise<boolean> {
    if (await mayWaitIn(sides.folder)) return true
    const known = await readCopyState(sides.folder)
    if (known === undefined) return false
    if (known.etag !== file.etag || isFileBack(known, file) || branchOf(file) !== known.branch) return true
    return !(await this.#isThere(sides, blobs, known))
  }

  async #isThere({ container, folder }: Sides, blobs: readonly Blob[], known: CopyState): Promise<boolean> {
    const log = blobs.find(({ name }) => name === known.log)
    const state = `${log?.etag} ${known.digest}`
    if (this.#known.get(folder) === state) return true
    const lines = wholeLines(await bytesFrom(path.join(folder, JOURNAL), 0, known.synced))
    if (!(await hasKnownLines(container, blobs, known, lines))) return false
    this.#known.set(folder, state)
    return true
  }
}
