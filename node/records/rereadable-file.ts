import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { inOneLine } from '#machines/messages/one-line.ts'
import { readJson } from '#machines/parsed-json.ts'
import { moveFile } from '../services/released-files.ts'
import { asideOf, freeAsideOf, readKept, writeDurably } from './engagement/durable-file.ts'

/** `newer`: whole, but of a later version. `keepsAs`: its name after the next write. */
export interface UnreadFile {
  readonly newer: boolean
  readonly keepsAs: string
}

/** Names a file that can't be read. @param now for one of which nothing is known, milliseconds since 1970-01-01T00:00:00Z */
export async function unreadFile(file: string, newer: boolean, now: () => number): Promise<UnreadFile> {
  const why = newer ? 'newer' : 'unreadable'
  return { newer, keepsAs: path.basename(await freeAsideOf(file, why).catch(() => asideOf(file, why, now()))) }
}

/** Gives it that name. */
export const keepUnread = (file: string, { keepsAs }: UnreadFile): Promise<void> => moveFile(file, path.join(path.dirname(file), keepsAs))

const versioned = z.looseObject({ version: z.int() })

/** A JSON file of the profile whose content can be read or made again. */
export interface RereadableFile<Content> {
  /** Undefined if missing or unreadable; the log says why. */
  read(): Promise<{ readonly content?: Content; readonly unread?: UnreadFile }>
  /** Keeps an unreadable file under another name. Not sequential. */
  change(change: (content: Content | undefined) => Content): Promise<void>
}

export interface RereadableOptions {
  /** That this version of the wizard writes. */
  readonly version: number
  /** Limit in bytes. */
  readonly largest: number
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
  /** For information; default: the console. */
  readonly log?: ((line: string) => void) | undefined
}

/** @param schema of the content, including its version */
export function rereadableFile<Schema extends z.ZodMiniType<object>>(
  file: string,
  schema: Schema,
  { version, largest, now, log = console.error }: RereadableOptions,
): RereadableFile<z.infer<Schema>> {
  const unread = (why: string, newer = false): Promise<UnreadFile> => {
    log(`${path.basename(file)} could not be read: ${why}`)
    return unreadFile(file, newer, now)
  }

  async function stored(): Promise<{ readonly content?: z.infer<Schema>; readonly unread?: UnreadFile }> {
    try {
      const kept = await readKept(file, largest)
      if (kept === undefined) return {}
      if (!kept.ok) return { unread: await unread('not-regular') }
      const read = readJson(kept.bytes.toString('utf8'), largest)
      if (!read.ok) return { unread: await unread(read.problem) }
      const parsed = schema.safeParse(read.value)
      if (parsed.success) return { content: parsed.data }
      const isNewer = (versioned.safeParse(read.value).data?.version ?? version) > version
      // Not the error: it names what the file holds, which another program may have written, and is longer than the file.
      return { unread: await unread(isNewer ? 'newer' : 'other-form', isNewer) }
    } catch (error) {
      return { unread: await unread(inOneLine(String(error))) }
    }
  }

  return {
    read: stored,
    async change(change) {
      const { content, unread } = await stored()
      await mkdir(path.dirname(file), { recursive: true })
      if (unread) await keepUnread(file, unread)
      await writeDurably(file, `${JSON.stringify(change(content))}\n`)
    },
  }
}
