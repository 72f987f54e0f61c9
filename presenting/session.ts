import type { SessionNotes } from '../ipc/presenter-channels.ts'
import { practiceCases } from '../practice/gallery.ts'
import { readNotes } from './notes.ts'

/** The notes of the session of 20 minutes, by language. */
const NOTES: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  en: () => import('./sessions/20-minutes.en.md?raw'),
  de: () => import('./sessions/20-minutes.de.md?raw'),
  es: () => import('./sessions/20-minutes.es.md?raw'),
  fr: () => import('./sessions/20-minutes.fr.md?raw'),
  ja: () => import('./sessions/20-minutes.ja.md?raw'),
  'pt-BR': () => import('./sessions/20-minutes.pt-BR.md?raw'),
}

/**
 * The session that comes with the app. Its notes are written for one case; another case is presented with the same stages.
 * @param language of the class's window, BCP 47; English where the notes are not in it
 */
export async function shippedSession(scenario: string, language: string): Promise<SessionNotes> {
  const load = Object.hasOwn(NOTES, language) ? NOTES[language] : NOTES['en']
  const { default: markdown } = (await load?.()) ?? { default: '' }
  const read = readNotes(
    markdown,
    practiceCases.map(({ name }) => name),
  )
  if (!read.ok) throw new Error(`The notes that come with the app can’t be read: ${read.why.messageId}.`)
  return { ...read.notes, scenario }
}
