import type { DisplayText } from '#machines/messages/message.ts'
import { english } from '#messages/english.ts'
import { asciiLine, oneLine, plainSigns } from './text.ts'

/** One line in plain signs. */
export const plain = (text: DisplayText): string => plainSigns(oneLine(english.text(text)))

/** ASCII only. */
export const plainAscii = (text: DisplayText): string => asciiLine(english.text(text))
