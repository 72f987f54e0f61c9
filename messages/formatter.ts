import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import {
  type DisplayText,
  isAnyOf,
  isList,
  isMessage,
  isVerbatim,
  type Message,
  type MessageValue,
  type Verbatim,
} from '../machines/messages/message.ts'

/** Messages of one language, compiled: plain text as it is, everything else as its syntax tree. */
export type MessageCatalog = Readonly<Record<string, string | readonly MessageFormatElement[]>>

/** The same value with every text in it formatted. */
export type Formatted<T> = T extends Message | Verbatim
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Formatted<Item>[]
      : T extends object
        ? { [Name in keyof T]: Formatted<T[Name]> }
        : T

export interface Formatter {
  /** BCP 47, for example `de`. */
  readonly locale: string
  text(text: DisplayText): string
  /** Formats every text inside a value of plain data. */
  all<T>(value: T): Formatted<T>
}

/** `{at, date, moment}`: day, minute, and time zone, as the language writes them. */
const FORMATS = {
  date: {
    // With the time zone: what is confirmed here may be read in another one.
    moment: { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    day: { dateStyle: 'medium' },
  },
} as const

/**
 * Formats messages in one language. A message that the catalog lacks is shown by its ID and values: a record of a newer version stays
 * readable.
 * @param fallback the messages in English, for what this language does not have yet
 */
export function createFormatter(locale: string, catalog: MessageCatalog, fallback: MessageCatalog = catalog): Formatter {
  const compiled = new Map<string, IntlMessageFormat>()
  const lists: { conjunction?: Intl.ListFormat; disjunction?: Intl.ListFormat } = {}

  function list(type: 'conjunction' | 'disjunction', given: readonly DisplayText[]): string {
    lists[type] ??= new Intl.ListFormat(locale, { type })
    return lists[type].format(given.map(text))
  }

  function value(given: MessageValue): string | number {
    if (typeof given === 'number') return given
    if (isList(given)) return list('conjunction', given)
    return isAnyOf(given) ? list('disjunction', given.anyOf) : text(given)
  }

  function format({ messageId, values = {} }: Message): string {
    const entry = catalog[messageId] ?? fallback[messageId]
    if (entry === undefined) return [messageId, ...Object.entries(values).map(([name, given]) => `${name}: ${value(given)}`)].join(' · ')
    if (typeof entry === 'string') return entry
    const message = compiled.get(messageId) ?? new IntlMessageFormat([...entry], locale, FORMATS)
    compiled.set(messageId, message)
    return String(message.format(Object.fromEntries(Object.entries(values).map(([name, given]) => [name, value(given)]))))
  }

  function text(given: DisplayText): string {
    if (typeof given === 'string') return given
    return isVerbatim(given) ? given.verbatim : format(given)
  }

  function all(given: unknown): unknown {
    if (typeof given !== 'object' || given === null) return given
    if (isMessage(given) || isVerbatim(given)) return text(given)
    if (Array.isArray(given)) return given.map(all)
    return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, all(each)]))
  }

  // The mapped type follows `all` case by case; the compiler cannot see that through `unknown`.
  return { locale, text, all: <T>(given: T) => all(given) as Formatted<T> }
}
