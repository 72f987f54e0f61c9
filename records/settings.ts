import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { LANGUAGE_CHOICES, type LanguageChoice } from '../messages/languages.ts'
import { readKept, writeDurably } from './engagement/durable-file.ts'

/** What a person set once, for every start on this computer. */
export interface Settings {
  readonly language: LanguageChoice
}

const DEFAULTS: Settings = { language: 'system' }

/** Members of a newer version are left out: this one can't keep what it doesn't know. */
const settingsFile = z.object({ version: z.literal(1), language: z.enum(LANGUAGE_CHOICES) })

/** No file that this program writes comes near it. In bytes. */
const LARGEST = 64 * 1024

export interface SettingsStore {
  /** The defaults where there is no file, or none that can be read; the log says why. */
  read(): Promise<Settings>
  /** Changes that follow one another are written in their order. @throws where the disk refuses */
  write(settings: Settings): Promise<void>
}

/** Settings in a file of their own: small, and damage to it costs a choice and never a record. */
export function settingsStore(file: string): SettingsStore {
  let written = Promise.resolve()

  async function write(settings: Settings): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true })
    await writeDurably(file, `${JSON.stringify({ version: 1, ...settings })}\n`)
  }

  return {
    async read() {
      try {
        const kept = await readKept(file, LARGEST)
        if (kept === undefined) return DEFAULTS
        if (!kept.ok) throw new Error(`${file} is not a file of settings.`)
        const { language } = settingsFile.parse(JSON.parse(kept.bytes.toString('utf8')))
        return { language }
      } catch (error) {
        console.error('The settings could not be read, so the defaults apply:', error)
        return DEFAULTS
      }
    },
    write(settings) {
      written = written.catch(() => undefined).then(() => write(settings))
      return written
    },
  }
}
