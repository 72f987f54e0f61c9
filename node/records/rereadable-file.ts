import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { parsedJson } from '#machines/parsed-json.ts'
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

/**
 * @param schema of the content, including its version
 * @param version that this version of the wizard writes
 * @param largest limit in bytes
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function rereadableFile<Schema extends z.ZodMiniType<object>>(
  file: string,
  schema: Schema,
  version: number,
  largest: number,
  now: () => number,
): RereadableFile<z.infer<Schema>> {
  async function stored(): Promise<{ readonly content?: z.infer<Schema>; readonly unread?: UnreadFile }> {
    let isNewer = false
    try {
      const kept = await readKept(file, largest)
      if (kept === undefined) return {}
      if (!kept.ok) throw new Error(`${file} is not a file that can be read.`)
      const value = parsedJson(kept.bytes.toString('utf8'), largest)
      isNewer = (versioned.safeParse(value).data?.version ?? version) > version
      return { content: schema.parse(value) }
    } catch (error) {
      console.error(`${path.basename(file)} could not be read:`, error)
      return { unread: await unreadFile(file, isNewer, now) }
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
