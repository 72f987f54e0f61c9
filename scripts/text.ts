import type { DisplayText } from '../machines/messages/message.ts'
import { UNSAFE } from '../machines/messages/one-line.ts'
import { english } from '../messages/english.ts'
import { scriptMessages as messages } from './messages.ts'

/** A value that no script can carry safely. */
export class ValueRefused extends Error {
  override readonly name = 'ValueRefused'
  /** @param why for the person */
  constructor(readonly why: DisplayText) {
    super(english.text(why))
  }
}

// Control characters end strings, lines or files in one language or another; marks of writing direction show a script to its
// reader in another order than it runs in. No name in Azure or Power Platform needs either. Newline and tab are kept, and separators, which end nothing between quotes.
const WRITABLE = '\n\t\u2028\u2029'

/**
 * Gives the value back when it can be written into a script.
 * @throws ValueRefused for control characters other than newline and tab, marks of writing direction, and halves of characters
 */
export function writable(value: string): string {
  const found = value.match(UNSAFE)?.find((character) => !WRITABLE.includes(character))
  if (found === undefined) return value
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new ValueRefused(messages.notWritable({ value: oneLine(value), character: `U+${code}` }))
}

/** Text as a comment or a heading can hold it: one line, without control characters and invisible marks. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ').trim()
}

const PLAIN: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '…': '...', '–': '-', '—': '-', '→': '->' }

/**
 * Typographic signs as the keyboard has them. Windows PowerShell reads a file without a byte order mark in the code page of
 * its country, and consoles print in theirs.
 */
export const plainSigns = (text: string): string => text.replaceAll(/[’‘“”…–—→]/g, (sign) => PLAIN[sign] ?? sign)

/** One line of signs that every code page has; whatever else becomes a question mark. */
export const asciiLine = (text: string): string => plainSigns(oneLine(text)).replaceAll(/[^\x20-\x7e]+/g, '?')
