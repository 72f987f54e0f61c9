import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT, type ReadEngagement } from '../engagement/engagement.ts'
import { FILE } from '../engagement/folder-store.ts'
import { branchOf, isOfAnotherBranch } from './branch.ts'
import type { ComparedFile } from './compared-file.ts'
import { bytesOf, type CopyState, isFileBack, isLogGone, type Sides, sha256 } from './copy-state.ts'
import {
  compareDamaged,
  comparePrevious,
  isDamaged,
  isNewer,
  keptAside,
  previousHere,
  previousIn,
  previousThere,
  readSave,
} from './damaged-save.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile } from './names.ts'
import { isRemovedFile, isTakenOff, removedOf } from './removed-content.ts'

const nothing = async (): Promise<void> => undefined

export async function compareFile(sides: Sides, blobs: readonly Blob[], before: CopyState | undefined): Promise<ComparedFile> {
  const { container, folder } = sides
  const here = await bytesOf(path.join(folder, FILE))
  const mine = here && readSave(sides, here)
  const blob = currentFile(blobs)
  const isUnsaved = here !== undefined && sha256(here) !== before?.saved
  const compared = { state: {}, isUnsaved, isGone: false, recovered: [], write: nothing }
  if (isUnsaved && isNewer(mine)) return { ...compared, newer: mine.why }
  if (blob && here && blob.etag === before?.etag && !isDamaged(mine)) {
    const state = { ...defined({ saved: before.saved, branch: branchOf(blob) }), etag: blob.etag, file: blob.name }
    return { ...compared, state, ...(isUnsaved ? { unsaved: here.toString('utf8') } : {}) }
  }
  const there = blob && (await container.read(blob.name, 0, LARGEST_ENGAGEMENT))
  if (blob && there) return compareBoth(sides, compared, { blobs, before, here, mine, blob, there })
  const wasThere = before?.etag !== undefined
  // The file was deleted, and this computer never had it: opening the folder uses the previous copy.
  if (!here) return comparePrevious(sides, compared, blobs)
  const isTaken = before !== undefined && (await isTakenOff(sides, here, before))
  const found = { ...compared, isGone: wasThere || isTaken, isUnsaved: !isTaken && (isUnsaved || wasThere) }
  if (isDamaged(mine)) return compareDamaged(sides, found, { blobs, here })
  const recovered: ComparedFile['recovered'] = wasThere ? [{ what: 'engagement-unreadable', detail: messages.fileAddedAgain }] : []
  return { ...found, unsaved: here.toString('utf8'), from: sha256(here), recovered }
}

interface Both {
  readonly blobs: readonly Blob[]
  readonly before: CopyState | undefined
  readonly here: Buffer | undefined
  readonly mine: ReadEngagement | undefined
  readonly blob: Blob
  readonly there: { readonly bytes: Buffer; readonly etag: string }
}

/** Compares with the store's file, which differs from the one known here, or whose copy here is damaged. */
async function compareBoth(sides: Sides, compared: ComparedFile, both: Both): Promise<ComparedFile> {
  const { blobs, before, here, mine, blob, there } = both
  const theirs = readSave(sides, there.bytes)
  if (mine && isNewer(theirs) && !isNewer(mine)) return { ...compared, newer: theirs.why, note: messages.newerThere }
  if (isDamaged(theirs)) {
    if (isNewer(mine)) return { ...compared, newer: mine.why }
    // A save that can be read is never replaced by one that can't.
    if (here || (await previousHere(sides))) return compareDamaged(sides, { ...compared, isUnsaved: true }, { blobs, here, there })
  }
  const state = { saved: sha256(there.bytes), etag: there.etag, file: blob.name, ...defined({ branch: branchOf(blob) }) }
  if (here && isDamaged(mine)) return replaceDamaged(sides, { ...compared, state }, { ...both, here, why: mine.why })
  const write = () => writeDurably(path.join(sides.folder, FILE), there.bytes)
  // Only its etag differs, or the wizard ended before the response: the local save continues it.
  const isFromHere = mine?.ok === true && (state.saved === before?.saved || before?.sent?.includes(state.saved) === true)
  if (here && compared.isUnsaved && isFromHere && !there.bytes.equals(here)) return { ...compared, state, unsaved: here.toString('utf8') }
  // Whoever has a save that the damaged one had continued must see that the next one doesn't.
  if (here === undefined && isDamaged(theirs)) return { ...compared, state, isUnsaved: false, write, isNewBranch: true }
  if (here === undefined || there.bytes.equals(here) || !(await isOnlyHere(sides, { ...both, here }, compared.isUnsaved)))
    return { ...compared, state, isUnsaved: false, write }
  const { recovered, keep } = keptAside(sides, blobs, [{ why: 'other', bytes: here, detail: messages.otherCopy }])
  return { ...compared, state, isUnsaved: true, recovered, write: () => keep().then(write) }
}

/**
 * The store's file replaces a damaged copy. This computer's previous copy opens instead if it is a later save that the store waits for;
 * otherwise it is kept, unless the store has it or continued it.
 */
async function replaceDamaged(
  sides: Sides,
  compared: ComparedFile,
  both: Both & { readonly here: Buffer; readonly why: DisplayText },
): Promise<ComparedFile> {
  const { blobs, before, here, blob, there, why } = both
  const own = await previousHere(sides)
  const isLater = own !== undefined && blob.etag === before?.etag && own.savedAt > savedAtOf(readSave(sides, there.bytes))
  const known = [there.bytes, (await previousThere(sides, blobs))?.bytes]
  // The store had it, and can have lost it since.
  const isThere = (save: Buffer) =>
    sha256(save) === before?.saved && isOnlyHere(sides, { ...both, here: save }, false).then((only) => !only)
  const isKnown = own === undefined || known.some((each) => each?.equals(own.bytes)) || (await isThere(own.bytes))
  const copy = isLater ? messages.ownPreviousOpened : messages.storeOpened
  const { recovered, keep } = keptAside(sides, blobs, [
    { why: 'unreadable', bytes: here, detail: messages.unreadableHere({ why, copy }) },
    ...(isLater || isKnown ? [] : [{ why: 'other' as const, bytes: own.bytes, detail: messages.otherKept }]),
  ])
  const opened = isLater ? own.bytes : there.bytes
  return {
    ...compared,
    ...(isLater ? { unsaved: opened.toString('utf8') } : {}),
    isUnsaved: true,
    note: messages.damagedHere({ why }),
    recovered,
    async write() {
      await keep()
      await writeDurably(path.join(sides.folder, FILE), opened)
    },
  }
}

const savedAtOf = (read: ReadEngagement): number => (read.ok ? read.engagement.savedAt : 0)

/** True if the store's file doesn't continue the local save. @param isUnsaved not known to have been in the store */
async function isOnlyHere(
  sides: Sides,
  { blobs, before, here, blob }: Both & { readonly here: Buffer },
  isUnsaved: boolean,
): Promise<boolean> {
  const isOfAnother = before && isOfAnotherBranch(blob, before.branch, sha256(here))
  const isBack = before !== undefined && isFileBack(before, blob)
  // Without a branch: deleted manually with its log, and started anew since.
  const isLost = isBack || (isOfAnother ?? (before !== undefined && isLogGone(before, blobs)))
  if (before && isLost && (await isRemovedFile(sides, await removedOf(sides), here, before))) return false
  return isOfAnother || isBack || ((isUnsaved || isLost) && !(await isPrevious(sides.container, blobs, here)))
}

/** True if a colleague continued this save: then it is the previous copy. */
async function isPrevious(container: Container, blobs: readonly Blob[], here: Buffer): Promise<boolean> {
  const previous = previousIn(blobs)
  return previous !== undefined && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here) === true
}
