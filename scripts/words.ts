import type { DisplayText } from '../machines/messages/message.ts'
import { english } from '../messages/english.ts'
import { asciiLine, oneLine, plainSigns } from './text.ts'

/** A text as a comment or a heading of a script holds it: one line, in plain signs. */
export const plain = (text: DisplayText): string => plainSigns(oneLine(english.text(text)))

/** The same where only ASCII is safe. */
export const plainAscii = (text: DisplayText): string => asciiLine(english.text(text))
