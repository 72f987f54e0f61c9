import path from 'node:path'
import type { Blob } from '../../services/storage/container.ts'
import { JOURNAL } from '../engagement/folder-store.ts'
import { branchOf } from './branch.ts'
import { bytesFrom, type CopyState, idOf, isFileBack, isLogGone, readCopyState, type Sides, startsWith } from './copy-state.ts'
import { mayWaitIn, readLog } from './local-copy.ts'
import { wholeLines } from './log-lines.ts'

/** Logs that have the lines that this computer knows. The end of those is read again after each change of a log, and only then. */
export class KnownLogs {
  /** State of a copy and of its log, by environment. */
  readonly #known = new Map<string, string>()

  /** True if a copy may have content that the store lacks: it is pending, or its log or file is gone, or another. @param file in use */
  async mayDiffer(sides: Sides, blobs: readonly Blob[], file: Blob): Promise<boolean> {
    if (await mayWaitIn(sides.folder)) return true
    const known = await readCopyState(sides.folder)
    if (known === undefined) return false
    if (known.etag !== file.etag || isLogGone(known, blobs) || isFileBack(known, file) || branchOf(file) !== known.branch) return true
    return this.#isOther(sides, blobs, known)
  }

  /** A log that was deleted or overwritten by hand can have its name, its second, and its size by now. */
  async #isOther(sides: Sides, blobs: readonly Blob[], { log: name, synced, digest }: CopyState): Promise<boolean> {
    const log = blobs.find((blob) => blob.name === name)
    if (!log) return false
    const state = `${log.etag} ${digest}`
    if (this.#known.get(idOf(sides)) === state) return false
    const known = wholeLines(await bytesFrom(path.join(sides.folder, JOURNAL), 0, synced))
    if (known.length === 0) return false
    if (!startsWith(await readLog(sides.container, log, known), known)) return true
    this.#known.set(idOf(sides), state)
    return false
  }
}
