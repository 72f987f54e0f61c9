import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { readKept, writeDurably } from './engagement/durable-file.ts'

const versioned = z.looseObject({ version: z.literal(1) })

/** Few files that this program writes come near it. In bytes. */
const LARGEST = 64 * 1024

/** A small file in the app's profile that holds a person's choices: losing it costs a choice and never a record. */
export interface ProfileFile<Content> {
  /** The defaults where there is no file, or none that can be read; the log says why. */
  read(): Promise<Content>
  /** Changes that follow one another are written in their order. @throws where the disk refuses */
  write(content: Content): Promise<void>
}

/**
 * @param parse checks what the file holds besides its version. @throws where it's something else
 * @param defaults apply where there is nothing to read
 * @param largest in bytes; a larger file is none of this program's
 */
export function profileFile<Content extends object>(
  file: string,
  parse: (content: unknown) => Content,
  defaults: Content,
  largest = LARGEST,
): ProfileFile<Content> {
  let written = Promise.resolve()

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
        return parse(versioned.parse(JSON.parse(kept.bytes.toString('utf8'))))
      } catch (error) {
        console.error(`${path.basename(file)} could not be read, so the defaults apply:`, error)
        return defaults
      }
    },
    write(content) {
      written = written.catch(() => undefined).then(() => write(content))
      return written
    },
  }
}
