import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Saved } from '#contract/contract.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { moveFile } from '../services/released-files.ts'
import { pickedFileMessages as messages } from './messages.ts'

/** Used part of Electron's save dialog, which confirms overwriting. */
export type SaveDialog = (options: { readonly defaultPath: string }) => Promise<{ readonly canceled: boolean; readonly filePath?: string }>

export interface FileToSave {
  /** Suggested name, never a path. */
  readonly name: string
  readonly content: string | Uint8Array
}

const MEANINGS: Readonly<Record<string, DisplayText>> = {
  EACCES: messages.unwritable,
  EPERM: messages.unwritable,
  EROFS: messages.readOnly,
  ENOSPC: messages.full,
  EISDIR: messages.nameOfFolder,
  ENOENT: messages.folderGone,
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'no code')

/** Chosen name, empty if canceled, or why it couldn't be written. */
export type SaveFileOutcome = { readonly ok: true; readonly value: Saved } | { readonly ok: false; readonly why: DisplayText }

/** Asks for a place and writes the file atomically. The requesting window never names a path. */
export async function saveFile({ name, content }: FileToSave, ask: SaveDialog): Promise<SaveFileOutcome> {
  const { canceled, filePath } = await ask({ defaultPath: path.basename(name) })
  // Older dialogs return an empty path.
  if (canceled || filePath === undefined || filePath === '') return { ok: true, value: {} }
  const savedAs = path.basename(filePath)
  // Written beside and renamed: an existing file stays until the new one is complete.
  const unfinished = path.join(path.dirname(filePath), `.${savedAs}.${randomUUID()}.unfinished`)
  try {
    await writeFile(unfinished, content, { flag: 'wx', flush: true })
    await moveFile(unfinished, filePath)
    return { ok: true, value: { savedAs } }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    const code = codeOf(error)
    return { ok: false, why: messages.notSaved({ why: MEANINGS[code] ?? messages.elsewhere, code }) }
  }
}
