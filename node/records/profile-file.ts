import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { moveFile } from '../services/released-files.ts'
import { freeAsideOf, readKept, writeDurably } from './engagement/durable-file.ts'
import { fileMessages as messages } from './engagement/messages.ts'
import { inTurn } from './in-turn.ts'

const VERSION = 1
const versioned = z.looseObject({ version: z.int().check(z.positive()) })

const LARGEST = 64 * 1024

export type FoundContent<Content> =
  | { readonly ok: true; readonly content: Content }
  /** `newer`: whole, but of a later version. */
  | { readonly ok: false; readonly newer: boolean; readonly why: DisplayText }

/** A small profile file with preferences: losing it never loses a record. */
export interface ProfileFile<Content> {
  /** Defaults if missing; why it can't be read otherwise. */
  find(): Promise<FoundContent<Content>>
  /** Defaults if missing or unreadable; the log says why. */
  read(): Promise<Content>
  /** Sequential. What can't be read isn't overwritten, but kept under another name. @throws if the disk refuses */
  write(content: Content): Promise<void>
}

/**
 * @param parse validates the content without its version. @throws if invalid
 * @param defaults if there is nothing to read
 * @param largest limit in bytes
 */
export function profileFile<Content extends object>(
  file: string,
  parse: (content: unknown) => Content,
  defaults: Content,
  largest = LARGEST,
): ProfileFile<Content> {
  const ownTurn = inTurn()
  const unreadable = (why: DisplayText, newer = false) => ({ ok: false, newer, why }) as const

  async function find(): Promise<FoundContent<Content>> {
    const kept = await readKept(file, largest)
    if (kept === undefined) return { ok: true, content: defaults }
    if (!kept.ok) return unreadable(kept.why)
    const read = readJson(kept.bytes.toString('utf8'), largest)
    if (!read.ok) return unreadable(read.why)
    const known = versioned.safeParse(read.value)
    if (!known.success) return unreadable(messages.noVersion)
    const { version } = known.data
    if (version > VERSION) return unreadable(messages.newer({ version, known: VERSION }), true)
    try {
      return { ok: true, content: parse(known.data) }
    } catch {
      return unreadable(messages.otherForm)
    }
  }

  async function write(content: Content): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true })
    const found = await find()
    if (!found.ok) await keepAside(file, found.newer ? 'newer' : 'unreadable')
    await writeDurably(file, `${JSON.stringify({ version: VERSION, ...content })}\n`)
  }

  return {
    find,
    async read() {
      try {
        const found = await find()
        if (found.ok) return found.content
        console.error(`${path.basename(file)} could not be read, so the defaults apply:`, JSON.stringify(found.why))
      } catch (error) {
        console.error(`${path.basename(file)} could not be read, so the defaults apply:`, error)
      }
      return defaults
    },
    write: (content) => ownTurn(() => write(content)),
  }
}

/** Renames it to a free name with the time when it was last written. */
async function keepAside(file: string, why: 'newer' | 'unreadable'): Promise<void> {
  const found = await stat(file)
  // A folder in its place stays: the disk refuses the write.
  if (!found.isFile()) return
  await moveFile(file, await freeAsideOf(file, why))
}
