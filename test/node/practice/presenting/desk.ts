import type { ShippedNotes } from '#contract/presenter-channels.ts'
import type { ChosenNotes, NotesDesk } from '#node/practice/presenting/notes-desk.ts'
import { shippedSession } from '#node/practice/presenting/session.ts'

const shipped = async (use: ShippedNotes, language: string): Promise<ChosenNotes> => ({ use, session: await shippedSession(use, language) })

/** Has the notes of the app alone. @param more what a test gives instead */
export const deskWith = (more: Partial<NotesDesk> = {}): NotesDesk => ({
  last: (language) => shipped('20-minutes', language),
  shipped,
  open: async () => ({ ok: true }),
  save: async () => ({ ok: true }),
  titleOf: (scenario) => `Title of ${scenario}`,
  ...more,
})
