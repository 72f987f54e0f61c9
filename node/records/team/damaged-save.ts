import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Blob } from '../../services/storage/container.ts'
import { asideOf, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_ENGAGEMENT, type ReadEngagement } from '../engagement/engagement.ts'
import { FILE, PREVIOUS, readOwn } from '../engagement/folder-store.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import { recoveredMessages } from '../engagement/messages.ts'
import { ANY } from '../engagement/schemas.ts'
import type { ComparedFile } from './compared-file.ts'
import { bytesOf, idOf, type Sides, sha256 } from './copy-state.ts'
import { teamMessages as messages } from './messages.ts'

/** Reads a save of the folder's environment. */
export const readSave = ({ folder }: Sides, bytes: Buffer): ReadEngagement => readOwn(ANY, folder, { ok: true, bytes })

type Unread = Extract<ReadEngagement, { readonly ok: false }>

/** A newer version wrote it: it is whole, and this version leaves it as it is. */
export const isNewer = (read: ReadEngagement | undefined): read is Unread => read?.ok === false && read.newer

export const isDamaged = (read: ReadEngagement | undefined): read is Unread => read?.ok === false && !read.newer

/** A save that can be read. */
interface Save {
  readonly bytes: Buffer
  readonly savedAt: number
}

function saveOf(sides: Sides, bytes: Buffer | undefined): Save | undefined {
  const read = bytes && readSave(sides, bytes)
  return bytes && read?.ok ? { bytes, savedAt: read.engagement.savedAt } : undefined
}

export const previousIn = (blobs: readonly Blob[]): Blob | undefined => blobs.find(({ name }) => name.endsWith(`/${PREVIOUS}`))

/** This computer's previous copy, if it can be read. */
export const previousHere = async (sides: Sides): Promise<Save | undefined> =>
  saveOf(sides, await bytesOf(path.join(sides.folder, PREVIOUS)))

/** The store's previous copy, if it can be read. */
export async function previousThere(sides: Sides, blobs: readonly Blob[]): Promise<Save | undefined> {
  const previous = previousIn(blobs)
  return saveOf(sides, previous && (await sides.container.read(previous.name, 0, LARGEST_ENGAGEMENT))?.bytes)
}

/** Content to be kept under another name, which the log has. */
export interface Aside {
  readonly why: 'unreadable' | 'other'
  readonly bytes: Buffer
  readonly detail: DisplayText
}

/** @returns the log's lines, and how to keep them: on this computer, and in the store beside the log, with which they are moved */
export function keptAside(sides: Sides, blobs: readonly Blob[], asides: readonly Aside[]) {
  const taken = new Set(blobs.map(({ name }) => name))
  const kept = asides.map(({ why, bytes, detail }) => {
    const keptAs = freeName(sides, taken, why)
    return { bytes, content: { what: 'engagement-unreadable' as const, detail, keptAs } }
  })
  const recovered: readonly ContentOf<'recovered'>[] = kept.map(({ content }) => content)
  return {
    recovered,
    async keep(): Promise<void> {
      for (const { bytes, content } of kept) {
        await sides.container.put(`${idOf(sides)}/${content.keptAs}`, bytes)
        await writeDurably(path.join(sides.folder, content.keptAs), bytes)
      }
    },
  }
}

/** A name that no blob of the environment has. */
function freeName(sides: Sides, taken: Set<string>, why: Aside['why']): string {
  for (let at = sides.now(); ; at++) {
    const name = path.basename(asideOf(FILE, why, at))
    if (taken.has(`${idOf(sides)}/${name}`)) continue
    taken.add(`${idOf(sides)}/${name}`)
    return name
  }
}

interface Damage {
  readonly blobs: readonly Blob[]
  readonly here: Buffer | undefined
  readonly there?: { readonly bytes: Buffer; readonly etag: string }
}

/**
 * Neither the store nor this computer has a file that replaces the other: at least one of them is damaged, and the other is damaged or
 * missing, or is on this computer. The latest save that can be read opens: this computer's, or the store's previous copy. All others are kept.
 */
export async function compareDamaged(sides: Sides, compared: ComparedFile, { blobs, here, there }: Damage): Promise<ComparedFile> {
  const [mine, theirs] = [here && readSave(sides, here), there && readSave(sides, there.bytes)]
  const own = saveOf(sides, here) ?? (await previousHere(sides))
  const previous = await previousThere(sides, blobs)
  const opened = laterOf(own, previous)
  const other = opened === own ? previous : own
  const copy = opened === undefined ? recoveredMessages.noCopy : opened.bytes === here ? messages.ownOpened : recoveredMessages.copyOpened
  const { recovered, keep } = keptAside(sides, blobs, [
    ...(there && isDamaged(theirs)
      ? [{ why: 'unreadable' as const, bytes: there.bytes, detail: messages.unreadableThere({ why: theirs.why, copy }) }]
      : []),
    ...(here && isDamaged(mine) && !there?.bytes.equals(here)
      ? [{ why: 'unreadable' as const, bytes: here, detail: messages.unreadableHere({ why: mine.why, copy }) }]
      : []),
    ...(opened && other && !other.bytes.equals(opened.bytes)
      ? [{ why: 'other' as const, bytes: other.bytes, detail: messages.otherKept }]
      : []),
  ])
  const file = path.join(sides.folder, FILE)
  const note = isDamaged(theirs) ? messages.damagedThere({ why: theirs.why }) : undefined
  const written = {
    ...compared,
    ...defined({ note, replaces: there?.etag, isNewBranch: there && (true as const) }),
    recovered,
    async write() {
      await keep()
      // Opening the folder keeps a file that nothing replaces.
      if (opened) await writeDurably(file, opened.bytes)
    },
  }
  return opened ? { ...written, unsaved: opened.bytes.toString('utf8'), from: sha256(opened.bytes) } : written
}

function laterOf(own: Save | undefined, previous: Save | undefined): Save | undefined {
  return own && (!previous || own.savedAt >= previous.savedAt) ? own : previous
}

/** The previous copy that opens where no file is left: the later one of both sides. The other is kept. */
export async function comparePrevious(sides: Sides, compared: ComparedFile, blobs: readonly Blob[]): Promise<ComparedFile> {
  const [own, there] = [await previousHere(sides), await previousThere(sides, blobs)]
  const opened = laterOf(own, there)
  if (!opened) return compared
  const from = sha256(opened.bytes)
  if (opened === own) return { ...compared, from }
  const isOther = own !== undefined && !own.bytes.equals(opened.bytes)
  const { recovered, keep } = keptAside(sides, blobs, isOther ? [{ why: 'other', bytes: own.bytes, detail: messages.otherKept }] : [])
  return {
    ...compared,
    from,
    recovered,
    async write() {
      await keep()
      await writeDurably(path.join(sides.folder, PREVIOUS), opened.bytes)
    },
  }
}
