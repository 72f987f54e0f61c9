import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { Blob, Container } from '../../services/storage/container.ts'
import { asideOf, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT, readKeptEngagement } from '../engagement/engagement.ts'
import { FILE, PREVIOUS } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { ANY } from '../engagement/schemas.ts'
import { branchOf, isOfAnotherBranch } from './branch.ts'
import { bytesOf, type CopyState, idOf, isFileBack, isLogGone, NONE, type Sides, sha256 } from './copy-state.ts'
import { teamMessages as messages } from './messages.ts'
import { currentFile } from './names.ts'
import { isRemovedFile, isTakenOff, removedOf } from './removed-content.ts'

export interface ComparedFile {
  /** State after `write`. */
  readonly state: Pick<CopyState, 'saved' | 'etag' | 'file' | 'branch'>
  readonly unsaved?: string
  /** Digest of the save that the next one continues, if the store has none. */
  readonly from?: string
  /** The local save isn't in the store and no removal kept it, or it is in a file beside the one in use. */
  readonly isUnsaved: boolean
  /** The store had it, but no longer does. */
  readonly isGone: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** Writes the winning file into the folder. */
  write(): Promise<void>
}

const nothing = async (): Promise<void> => undefined

export async function compareFile(sides: Sides, blobs: readonly Blob[], before: CopyState | undefined): Promise<ComparedFile> {
  const { container, folder } = sides
  const here = await bytesOf(path.join(folder, FILE))
  const blob = currentFile(blobs)
  const isUnsaved = here !== undefined && sha256(here) !== before?.saved
  const compared = { state: {}, isUnsaved, isGone: false, recovered: [], write: nothing }
  if (blob && here && blob.etag === before?.etag) {
    const state = { ...defined({ saved: before.saved, branch: branchOf(blob) }), etag: blob.etag, file: blob.name }
    return { ...compared, state, ...(isUnsaved ? { unsaved: here.toString('utf8') } : {}) }
  }
  const there = blob && (await container.read(blob.name, 0, LARGEST_ENGAGEMENT))
  if (blob && there) return compareBoth(sides, compared, { blobs, before, here, blob, there })
  const wasThere = before?.etag !== undefined
  const isTaken = before !== undefined && here !== undefined && (await isTakenOff(sides, here, before))
  if (here)
    return {
      ...compared,
      isGone: wasThere || isTaken,
      unsaved: here.toString('utf8'),
      from: sha256(here),
      isUnsaved: !isTaken && (isUnsaved || wasThere),
      recovered: wasThere ? [{ what: 'engagement-unreadable', detail: messages.fileAddedAgain }] : [],
    }
  // The file was deleted, and this computer never had it: opening the folder uses the previous copy.
  const previous = previousIn(blobs)
  const kept = previous && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))
  if (!kept) return compared
  return { ...compared, from: sha256(kept.bytes), write: () => writeDurably(path.join(folder, PREVIOUS), kept.bytes) }
}

interface Both {
  readonly blobs: readonly Blob[]
  readonly before: CopyState | undefined
  readonly here: Buffer | undefined
  readonly blob: Blob
  readonly there: { readonly bytes: Buffer; readonly etag: string }
}

/** Compares with the store's file, which differs from the one known here. */
async function compareBoth(sides: Sides, compared: ComparedFile, both: Both): Promise<ComparedFile> {
  const { before, here, blob, there } = both
  const file = path.join(sides.folder, FILE)
  const state = { saved: sha256(there.bytes), etag: there.etag, file: blob.name, ...defined({ branch: branchOf(blob) }) }
  const write = () => writeDurably(file, there.bytes)
  // Only its etag differs, or the wizard ended before the response: the local save continues it.
  const isSent = before?.sent?.includes(state.saved) === true && readKeptEngagement(ANY, { ok: true, bytes: here ?? NONE }).ok
  const isFromHere = state.saved === before?.saved || isSent
  if (here && compared.isUnsaved && isFromHere && !there.bytes.equals(here)) return { ...compared, state, unsaved: here.toString('utf8') }
  if (here === undefined || there.bytes.equals(here) || !(await isOnlyHere(sides, { ...both, here }, compared.isUnsaved)))
    return { ...compared, state, isUnsaved: false, write }
  const keptAs = freeName(both.blobs, (at) => path.basename(asideOf(FILE, 'other', at)), sides.now())
  return {
    ...compared,
    state,
    isUnsaved: true,
    recovered: [{ what: 'engagement-unreadable', detail: messages.otherCopy, keptAs }],
    async write() {
      // Also in the store, beside the log that names it, and moved with it.
      await sides.container.put(`${idOf(sides)}/${keptAs}`, here)
      await writeDurably(path.join(sides.folder, keptAs), here)
      await write()
    },
  }
}

/** A name that no blob of the environment has. */
function freeName(blobs: readonly Blob[], nameAt: (at: number) => string, from: number): string {
  let at = from
  while (blobs.some(({ name }) => name.endsWith(`/${nameAt(at)}`))) at += 1
  return nameAt(at)
}

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

const previousIn = (blobs: readonly Blob[]): Blob | undefined => blobs.find(({ name }) => name.endsWith(`/${PREVIOUS}`))

/** True if a colleague continued this save: then it is the previous copy. */
async function isPrevious(container: Container, blobs: readonly Blob[], here: Buffer): Promise<boolean> {
  const previous = previousIn(blobs)
  return previous !== undefined && (await container.read(previous.name, 0, LARGEST_ENGAGEMENT))?.bytes.equals(here) === true
}
