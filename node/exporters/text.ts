import type { DisplayText } from '#machines/messages/message.ts'
import { UNSAFE } from '#machines/messages/one-line.ts'
import { english } from '#messages/english.ts'
import { scriptMessages as messages } from './messages.ts'

export class ValueRefused extends Error {
  override readonly name = 'ValueRefused'
  /** @param why for the person */
  constructor(readonly why: DisplayText) {
    super(english.text(why))
  }
}

// Control characters end strings or lines in some language; direction marks show a script in another order than it
// runs. Azure and Power Platform names need neither. Newline, tab and separators stay, which are harmless in quotes.
const WRITABLE = '\n\t\u2028\u2029'

/** @throws ValueRefused for control characters other than newline and tab, direction marks, and lone surrogates */
export function writable(value: string): string {
  const found = value.match(UNSAFE)?.find((character) => !WRITABLE.includes(character))
  if (found === undefined) return value
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  throw new ValueRefused(messages.notWritable({ value: oneLine(value), character: `U+${code}` }))
}

/** One line without control characters and invisible marks. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\s]+/gu, ' ').trim()
}

const PLAIN: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '…': '...', '–': '-', '—': '-', '→': '->' }

/** Replaces typographic signs. Windows PowerShell reads files without a byte order mark in the local code page, in which consoles print. */
export const plainSigns = (text: string): string => text.replaceAll(/[’‘“”…–—→]/g, (sign) => PLAIN[sign] ?? sign)

/** One ASCII line; other characters become question marks. */
export const asciiLine = (text: string): string => plainSigns(oneLine(text)).replaceAll(/[^\x20-\x7e]+/g, '?')
