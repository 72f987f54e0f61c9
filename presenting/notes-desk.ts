import type { NotesInUse, SessionNotes, ShippedNotes } from '../ipc/presenter-channels.ts'

/** A session's notes, and where they are from. */
export interface ChosenNotes {
  readonly use: NotesInUse
  /** Of the trainer's own file, without its folder. */
  readonly name?: string
  readonly session: SessionNotes
}

/** Why not is in the language of the window. */
export type NotesAnswer<Value = ChosenNotes> = { readonly ok: true; readonly value?: Value } | { readonly ok: false; readonly why: string }

/** Where a trainer's notes come from and go to. */
export interface NotesDesk {
  /** Those that were used last; the shorter ones of the app where there are none, or none that can be read. */
  last(language: string): Promise<ChosenNotes>
  /** Those of the app, which are the last used from then on. */
  shipped(use: ShippedNotes, language: string): Promise<ChosenNotes>
  /** Asks for a file. @returns nothing in it where that is canceled */
  open(): Promise<NotesAnswer>
  /** Asks where to save these, to be edited. */
  save(notes: ChosenNotes, language: string): Promise<NotesAnswer<unknown>>
  /** Title of a practice case, in the language of the window. */
  titleOf(scenario: string): string
}
