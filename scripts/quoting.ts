import { writable } from './text.ts'

/**
 * One function for each language. For every value it returns one literal of that language that means
 * exactly this value: nothing in it is expanded, ends the literal, or begins another statement. All refuse what `writable` refuses.
 * Decision 0031: who can rename an environment can choose text of an administrator's script.
 */

/** A word for bash. Between single quotes nothing but the single quote itself means anything. */
export const quoteForBash = (value: string): string => `'${writable(value).replaceAll("'", `'\\''`)}'`

const isAscii = (part: string): boolean => /^[ -~]/.test(part)

/**
 * An expression for PowerShell, in signs that every code page has. PowerShell takes typographic quotes for quotes, and Windows
 * PowerShell reads a file without a byte order mark in the code page of its country, where half of a letter can become one:
 * so everything outside ASCII, and newlines, are given by their numbers.
 */
export function quoteForPowerShell(value: string): string {
  const parts = writable(value).match(/[ -~]+|[^ -~]/g) ?? []
  const literals = parts.map((part) =>
    isAscii(part) ? `'${part.replaceAll("'", "''")}'` : `[char]0x${part.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (literals.length === 0) return "''"
  if (literals.length === 1 && isAscii(parts[0] ?? '')) return literals[0] ?? "''"
  // A string comes first, so that "+" joins instead of adding numbers.
  return `(${(isAscii(parts[0] ?? '') ? literals : ["''", ...literals]).join(' + ')})`
}

/** A string in JSON. Templates take values only from their parameters file, where nothing is an expression. */
export const quoteForJson = (value: string): string => JSON.stringify(writable(value))

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t' }

/** A string for Bicep: backslash escapes, and `${` would be an interpolation. */
export const quoteForBicep = (value: string): string =>
  `'${writable(value)
    .replaceAll(/[\\']/g, (sign) => `\\${sign}`)
    .replaceAll('${', '\\${')
    .replaceAll(/[\n\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll(/[\u2028\u2029]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)}'`

/**
 * A string for Terraform. `${` and `%{` begin templates; doubling the sign, the usual way out, is ambiguous after another such
 * sign, so the sign is given by its number.
 */
export const quoteForTerraform = (value: string): string =>
  `"${writable(value)
    .replaceAll(/[\\"]/g, (sign) => `\\${sign}`)
    .replaceAll('${', '\\u0024{')
    .replaceAll('%{', '\\u0025{')
    .replaceAll(/[\n\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}"`
