import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { parsedJson } from '#machines/parsed-json.ts'
import { readKept, writeDurably } from './engagement/durable-file.ts'
import { inTurn } from './in-turn.ts'

const versioned = z.looseObject({ version: z.literal(1) })

const LARGEST = 64 * 1024

/** A small profile file with preferences: losing it never loses a record. */
export interface ProfileFile<Content> {
  /** Defaults if missing or unreadable; the log says why. */
  read(): Promise<Content>
  /** Sequential. @throws if the disk refuses */
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

  async function write(content: Content): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true })
    await writeDurably(file, `${JSON.stringify({ version: 1, ...content })}\n`)
  }

  return {
    async read() {
      try {
        const kept = await readKept(file, largest)
        if (kept === undefined) return defaults
        if (!kept.ok) throw new Error(`${file} is not a file that can be read.`)
        return parse(versioned.parse(parsedJson(kept.bytes.toString('utf8'), largest)))
      } catch (error) {
        console.error(`${path.basename(file)} could not be read, so the defaults apply:`, error)
        return defaults
      }
    },
    write: (content) => ownTurn(() => write(content)),
  }
}
