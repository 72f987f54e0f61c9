import * as z from 'zod/mini'
import { NOTES_IN_USE, type NotesInUse } from '#contract/presenter-channels.ts'
import { type ProfileFile, profileFile } from './profile-file.ts'

/** Safety limit in bytes. */
export const LARGEST_NOTES = 256 * 1024

/** The trainer's last notes. A custom file is kept as it was when opened. */
export interface KeptNotes {
  readonly use: NotesInUse
  readonly own?: { readonly name: string; readonly text: string }
}

const kept = z.object({
  use: z.enum(NOTES_IN_USE),
  own: z.exactOptional(z.object({ name: z.string(), text: z.string() })),
})

export const notesInUseFile = (file: string): ProfileFile<KeptNotes> =>
  profileFile(file, (content) => kept.parse(content), { use: '20-minutes' }, 2 * LARGEST_NOTES)
