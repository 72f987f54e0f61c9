import type { NotesInUse, SessionNotes, ShippedNotes } from '#contract/presenter-channels.ts'

export interface ChosenNotes {
  readonly use: NotesInUse
  /** Custom file name, without folder. */
  readonly name?: string
  readonly session: SessionNotes
}

/** The error is in the window's language. */
export type NotesAnswer<Value = ChosenNotes> = { readonly ok: true; readonly value?: Value } | { readonly ok: false; readonly why: string }

export interface NotesDesk {
  /** Last used notes, otherwise the short bundled ones. */
  last(language: string): Promise<ChosenNotes>
  /** Bundled notes, remembered as last used. */
  shipped(use: ShippedNotes, language: string): Promise<ChosenNotes>
  /** Asks for a file. @returns empty if canceled */
  open(): Promise<NotesAnswer>
  /** Saves these notes for editing. */
  save(notes: ChosenNotes, language: string): Promise<NotesAnswer<unknown>>
  titleOf(scenario: string): string
}
