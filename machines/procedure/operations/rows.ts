import { type DisplayText, type Message, verbatim } from '../../messages/message.ts'
import type { PictureRow } from '../picture.ts'

export const row = (label: DisplayText, value: string | undefined): PictureRow[] =>
  value === undefined ? [] : [{ label, value: verbatim(value), copyable: true }]

export const word = (label: Message, value: DisplayText | undefined): PictureRow[] =>
  value === undefined ? [] : [{ label, value, copyable: false }]
