import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type * as z from 'zod/mini'
import { parsedJson } from '#machines/parsed-json.ts'
import { moveFile } from '../services/released-files.ts'
import { asideOf, readKept, writeDurably } from './engagement/durable-file.ts'

/** A JSON file of the profile whose content can be read or made again. */
export interface RereadableFile<Content> {
  /** Undefined if missing or unreadable; the log says why. `keepsAs`: the unreadable file's name after the next write. */
  read(): Promise<{ readonly content?: Content; readonly keepsAs?: string }>
  /** Keeps an unreadable file under another name. Not sequential. */
  change(change: (content: Content | undefined) => Content): Promise<void>
}

/**
 * @param schema of the content, including its version
 * @param largest limit in bytes
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function rereadableFile<Schema extends z.ZodMiniType<object>>(
  file: string,
  schema: Schema,
  largest: number,
  now: () => number,
): RereadableFile<z.infer<Schema>> {
  const aside = () => asideOf(file, 'unreadable', now())

  async function stored(): Promise<{ readonly content?: z.infer<Schema>; readonly isDamaged?: true }> {
    try {
      const kept = await readKept(file, largest)
      if (kept === undefined) return {}
      if (!kept.ok) throw new Error(`${file} is not a file that can be read.`)
      return { content: schema.parse(parsedJson(kept.bytes.toString('utf8'), largest)) }
    } catch (error) {
      console.error(`${path.basename(file)} could not be read:`, error)
      return { isDamaged: true }
    }
  }

  return {
    async read() {
      const { content, isDamaged } = await stored()
      if (isDamaged) return { keepsAs: path.basename(aside()) }
      return content === undefined ? {} : { content }
    },
    async change(change) {
      const { content, isDamaged } = await stored()
      await mkdir(path.dirname(file), { recursive: true })
      if (isDamaged) await moveFile(file, aside())
      await writeDurably(file, `${JSON.stringify(change(content))}\n`)
    },
  }
}
