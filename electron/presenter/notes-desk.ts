import type { DisplayText } from '#machines/messages/message.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { noteFileMessages as messages } from '#node/practice/presenting/notes.ts'
import type { ChosenNotes, NotesDesk } from '#node/practice/presenting/notes-desk.ts'
import { readSession, shippedMarkdown, shippedSession } from '#node/practice/presenting/session.ts'
import { type KeptNotes, LARGEST_NOTES } from '#node/records/notes-in-use.ts'
import { type OpenDialog, openFile } from '#node/records/open-file.ts'
import type { ProfileFile } from '#node/records/profile-file.ts'
import { type SaveDialog, saveFile } from '#node/records/save-file.ts'

export interface NotesSurroundings {
  readonly text: (text: DisplayText) => string
  readonly askForFile: OpenDialog
  readonly askWhereToSave: SaveDialog
  readonly kept: ProfileFile<KeptNotes>
}

export function notesDesk({ text, askForFile, askWhereToSave, kept }: NotesSurroundings): NotesDesk {
  /** Failing to remember is harmless. */
  const remember = (notes: KeptNotes): void =>
    void kept.write(notes).catch((error: unknown) => console.error('The notes in use could not be kept:', error))

  return {
    async last(language): Promise<ChosenNotes> {
      const { use, own } = await kept.read()
      if (use !== 'own') return { use, session: await shippedSession(use, language) }
      const read = own && readSession(own.text)
      if (own && read?.ok) return { use, name: own.name, session: read.notes }
      return { use: '20-minutes', session: await shippedSession('20-minutes', language) }
    },
    async shipped(use, language) {
      const { own } = await kept.read()
      remember({ use, ...(own ? { own } : {}) })
      return { use, session: await shippedSession(use, language) }
    },
    async open() {
      const opened = await openFile(askForFile, { name: text(messages.files), extension: 'md' }, LARGEST_NOTES)
      if (!opened.ok) return { ok: false, why: text(opened.why) }
      if (!opened.picked) return { ok: true }
      const { name, text: markdown } = opened.picked
      const read = readSession(markdown)
      if (!read.ok) return { ok: false, why: text(messages.broken({ file: name, why: read.why })) }
      remember({ use: 'own', own: { name, text: markdown } })
      return { ok: true, value: { use: 'own', name, session: read.notes } }
    },
    async save({ use }, language) {
      const { own } = await kept.read()
      const content = use === 'own' ? (own?.text ?? '') : await shippedMarkdown(use, language)
      const name = use === 'own' ? (own?.name ?? 'notes.md') : `${use}.${language}.md`
      const saved = await saveFile({ name, content }, askWhereToSave)
      return saved.ok ? saved : { ok: false, why: text(saved.why) }
    },
    titleOf(scenario) {
      const found = practiceCases.find(({ name }) => name === scenario)
      return found ? text(found.title) : scenario
    },
  }
}
