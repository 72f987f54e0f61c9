import type { SessionNotes, ShippedNotes } from '#contract/presenter-channels.ts'
import { practiceCases } from '../gallery.ts'
import { type NotesResult, readNotes } from './notes.ts'

type ByLanguage = Readonly<Record<string, () => Promise<{ readonly default: string }>>>

const NOTES: Readonly<Record<ShippedNotes, ByLanguage>> = {
  '20-minutes': {
    en: () => import('./sessions/20-minutes.en.md?raw'),
    de: () => import('./sessions/20-minutes.de.md?raw'),
    es: () => import('./sessions/20-minutes.es.md?raw'),
    fr: () => import('./sessions/20-minutes.fr.md?raw'),
    ja: () => import('./sessions/20-minutes.ja.md?raw'),
    'pt-BR': () => import('./sessions/20-minutes.pt-BR.md?raw'),
  },
  '60-minutes': {
    en: () => import('./sessions/60-minutes.en.md?raw'),
    de: () => import('./sessions/60-minutes.de.md?raw'),
    es: () => import('./sessions/60-minutes.es.md?raw'),
    fr: () => import('./sessions/60-minutes.fr.md?raw'),
    ja: () => import('./sessions/60-minutes.ja.md?raw'),
    'pt-BR': () => import('./sessions/60-minutes.pt-BR.md?raw'),
  },
}

/** Bundled notes as Markdown. @param language of the main window, BCP 47; otherwise English */
export async function shippedMarkdown(use: ShippedNotes, language: string): Promise<string> {
  const all = NOTES[use]
  const load = Object.hasOwn(all, language) ? all[language] : all['en']
  return (await load?.())?.default ?? ''
}

/** Validates against existing cases. */
export const readSession = (markdown: string): NotesResult =>
  readNotes(
    markdown,
    practiceCases.map(({ name }) => name),
  )

/** @throws if bundled notes are invalid, a defect */
export async function shippedSession(use: ShippedNotes, language: string): Promise<SessionNotes> {
  const read = readSession(await shippedMarkdown(use, language))
  if (!read.ok) throw new Error(`The notes that come with the app can’t be read: ${read.why.messageId}.`)
  return read.notes
}
