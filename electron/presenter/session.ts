import type { SessionNotes } from '../../ipc/presenter-channels.ts'
import { practiceCases } from '../../practice/gallery.ts'
import { readNotes } from './notes.ts'
import english from './sessions/20-minutes.en.md?raw'

/** The session that comes with the app, for a case. Its notes are of one case; another one is presented with the same stages. */
export function shippedSession(scenario: string): SessionNotes {
  const read = readNotes(
    english,
    practiceCases.map(({ name }) => name),
  )
  if (!read.ok) throw new Error(`The notes that come with the app can’t be read: ${read.why.messageId}.`)
  return { ...read.notes, scenario }
}
