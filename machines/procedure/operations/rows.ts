import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import type { PictureRow } from '../picture.ts'

/** A name or an ID to take along; nothing where it is not known. */
export const row = (label: DisplayText, value: string | undefined): PictureRow[] =>
  value === undefined ? [] : [{ label, value: verbatim(value), copyable: true }]

/** A word that is only read. */
export const word = (label: Message, value: DisplayText | undefined): PictureRow[] =>
  value === undefined ? [] : [{ label, value, copyable: false }]
