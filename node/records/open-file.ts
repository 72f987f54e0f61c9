import path from 'node:path'
import type { DisplayText } from '#machines/messages/message.ts'
import { inOneLine } from '#machines/messages/one-line.ts'
import { FileNotRead, readRegular } from '../services/regular-file.ts'
import { pickedFileMessages as messages } from './messages.ts'

/** Used part of Electron's open dialog. */
export type OpenDialog = (options: {
  readonly properties: ['openFile']
  readonly filters: { readonly name: string; readonly extensions: string[] }[]
}) => Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>

export interface PickedFile {
  readonly name: string
  readonly text: string
}

export interface PickedBytes {
  readonly name: string
  readonly bytes: Buffer
}

/** @property extension without a dot */
interface FileFilter {
  readonly name: string
  readonly extension: string | string[]
}

type Opening<Picked> = { readonly ok: true; readonly picked?: Picked } | { readonly ok: false; readonly why: DisplayText }

const MEANINGS: Readonly<Record<string, DisplayText>> = {
  EACCES: messages.unreadable,
  EPERM: messages.unreadable,
  ENOENT: messages.gone,
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'no code')

/**
 * Asks for a file and reads it. The requesting window never names a path.
 * @param filter by extension without a dot
 * @param largest limit in bytes
 * @returns empty if canceled, or why it couldn't be read
 */
export async function openFile(ask: OpenDialog, filter: FileFilter, largest: number): Promise<Opening<PickedFile>> {
  const opened = await openBytes(ask, filter, largest)
  if (!opened.ok) return opened
  if (!opened.picked) return { ok: true }
  const { name, bytes } = opened.picked
  // The text's readers refuse non-UTF-8, whose replacement would differ.
  return { ok: true, picked: { name, text: bytes.toString('utf8') } }
}

export async function openBytes(ask: OpenDialog, filter: FileFilter, largest: number): Promise<Opening<PickedBytes>> {
  const { canceled, filePaths } = await ask({
    properties: ['openFile'],
    filters: [{ name: filter.name, extensions: [filter.extension].flat() }],
  })
  const [file] = filePaths
  if (canceled || file === undefined || file === '') return { ok: true }
  try {
    return { ok: true, picked: { name: inOneLine(path.basename(file)), bytes: await readRegular(file, largest) } }
  } catch (error) {
    if (error instanceof FileNotRead)
      return { ok: false, why: error.fault === 'too-large' ? messages.tooLarge({ size: largest / 1024 / 1024 }) : error.why }
    const code = codeOf(error)
    return { ok: false, why: messages.notOpened({ why: MEANINGS[code] ?? messages.chooseAnother, code }) }
  }
}
