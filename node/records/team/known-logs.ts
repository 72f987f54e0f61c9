import path from 'node:path'
import type { Blob } from '../../services/storage/container.ts'
import { FILE, JOURNAL } from '../engagement/folder-store.ts'
import { branchOf } from './branch.ts'
import { bytesFrom, bytesOf, type CopyState, isFileBack, readCopyState, type Sides } from './copy-state.ts'
import { isDamaged, readSave } from './damaged-save.ts'
import { hasKnownLines, mayWaitIn } from './local-copy.ts'
import { wholeLines } from './log-lines.ts'

/** Logs that have the lines that this computer knows. The end of those is read again after each change of a log, and only then. */
export class KnownLogs {
  /** State of a copy and of its log, by folder. */
  readonly #known = new Map<string, string>()

  /** Digest of each copy's readable file, by folder. */
  readonly #readable = new Map<string, string>()

  /**
   * True if a copy may have content that the store lacks: it is pending, or its log or file is gone, or another. Also if its file can't be
   * read, and the list shows the previous copy.
   * @param file in use
   */
  async mayDiffer(sides: Sides, blobs: readonly Blob[], file: Blob): Promise<boolean> {
    if (await mayWaitIn(sides.folder)) return true
    const known = await readCopyState(sides.folder)
    if (known === undefined) return false
    if (await this.#isDamaged(sides, known)) return true
    if (known.etag !== file.etag || isFileBack(known, file) || branchOf(file) !== known.branch) return true
    return !(await this.#isThere(sides, blobs, known))
  }

  /** Reads the file only after a change. */
  async #isDamaged(sides: Sides, { saved }: CopyState): Promise<boolean> {
    if (saved === undefined || this.#readable.get(sides.folder) === saved) return false
    const bytes = await bytesOf(path.join(sides.folder, FILE))
    if (!bytes) return false
    if (isDamaged(readSave(sides, bytes))) return true
    this.#readable.set(sides.folder, saved)
    return false
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
