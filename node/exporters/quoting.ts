import { scriptMessages } from './messages.ts'
import { ValueRefused, writable } from './text.ts'

/**
 * Quoting per language: a literal with exactly this value, without expansion or injection. Refuses what `writable` refuses.
 * Decision 0031: who can rename an environment can choose text of an administrator's script.
 */

/** Within single quotes, bash treats only the single quote specially. */
export const quoteForBash = (value: string): string => `'${writable(value).replaceAll("'", `'\\''`)}'`

/** A word that az reads, unlike `@file` and `name=@file`, as it is. @throws ValueRefused for one that az would take for a file */
export function quoteForAzureCli(value: string): string {
  if (/^(?:[^=]*=)?@/.test(value)) throw new ValueRefused(scriptMessages.readAsFile({ value }))
  return quoteForBash(value)
}

const isAscii = (part: string): boolean => /^[ -~]/.test(part)

/**
 * PowerShell expression in ASCII. PowerShell accepts typographic quotes, and Windows PowerShell reads files without a byte order mark in
 * the local code page, where half a letter can become a quote: so everything else, and newlines, are given by number.
 */
export function quoteForPowerShell(value: string): string {
  const parts = writable(value).match(/[ -~]+|[^ -~]/g) ?? []
  const literals = parts.map((part) =>
    isAscii(part) ? `'${part.replaceAll("'", "''")}'` : `[char]0x${part.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (literals.length === 0) return "''"
  if (literals.length === 1 && isAscii(parts[0] ?? '')) return literals[0] ?? "''"
  // A leading string makes "+" concatenate.
  return `(${(isAscii(parts[0] ?? '') ? literals : ["''", ...literals]).join(' + ')})`
}

/** Templates take values only from their parameters file, which has no expressions. */
export const quoteForJson = (value: string): string => JSON.stringify(writable(value))

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t' }

/** Backslash escapes; `${` would interpolate. */
export const quoteForBicep = (value: string): string =>
  `'${writable(value)
    .replaceAll(/[\\']/g, (sign) => `\\${sign}`)
    .replaceAll('${', '\\${')
    .replaceAll(/[\n\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll(/[\u2028\u2029]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)}'`

/** `${` and `%{` start templates; doubling the sign is ambiguous after another, so it is given by number. */
export const quoteForTerraform = (value: string): string =>
  `"${writable(value)
    .replaceAll(/[\\"]/g, (sign) => `\\${sign}`)
    .replaceAll('${', '\\u0024{')
    .replaceAll('%{', '\\u0025{')
    .replaceAll(/[\n\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}"`
