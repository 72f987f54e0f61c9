import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { type Formats, type Formatters, formatToParts } from 'intl-messageformat'
import { ENGLISH } from '../machines/messages/display-text.ts'
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
import { present } from '../machines/present.ts'
import { DATE, dateWriter, TIME } from './dates.ts'

/** Messages of one language, compiled: text with names in braces for its values as it is, everything else as its syntax tree. */
export type MessageCatalog = Readonly<Record<string, string | readonly MessageFormatElement[]>>

const isCompiled = (text: readonly object[]): text is readonly MessageFormatElement[] => text.every((each) => 'type' in each)

/** The English text that a bundle keeps with its message. */
function keptEnglish({ [ENGLISH]: english }: Message): MessageCatalog[string] | undefined {
  return typeof english !== 'object' || isCompiled(english) ? english : undefined
}

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
  /** @param text words of a service come as a string */
  text(text: DisplayText | string): string
  /** Formats every text inside a value of plain data. */
  all<T>(value: T): Formatted<T>
  /** The same with dates in another time zone. @param timeZone IANA name */
  inZone(timeZone: string): Formatter
}

/**
 * `{at, date, moment}`: day, minute, and time zone, as the language writes them. A style that a message names is here: FormatJS has its own
 * only in a class that this does without.
 * @param timeZone absent: the system's
 */
const formatsIn = (timeZone?: string): Formats => {
  const zone = present({ timeZone })
  return {
    number: { percent: { style: 'percent' } },
    time: {},
    date: {
      // With the time zone: what is confirmed here may be read in another one.
      moment: { ...DATE, ...TIME, timeZoneName: 'short', ...zone },
      day: { ...DATE, ...zone },
    },
  }
}

type Values = Readonly<Record<string, string | number>>

/** Text in which names in braces stand for values, which takes a tenth of the time of a syntax tree. */
function filledIn(text: string): (values: Values) => string {
  // Every second piece is a name.
  const pieces = text.split(/[{}]/)
  return (values) =>
    pieces
      .map((piece, place) => {
        if (place % 2 === 0) return piece
        const value = values[piece]
        if (value === undefined) throw new RangeError(`No value for {${piece}} in “${text}”.`)
        return String(value)
      })
      .join('')
}

/** The latest moment that a date can stand for. */
const LATEST = 8.64e15

/** Shows what is no moment as it was given: a number of a service, or of a damaged file, must not break a page. */
function dateFormat(...given: ConstructorParameters<typeof Intl.DateTimeFormat>): Intl.DateTimeFormat {
  const shown = dateWriter(...given)
  const format = (at: unknown): string => (typeof at === 'number' && Math.abs(at) <= LATEST ? shown(at) : String(at))
  // FormatJS does nothing else with it.
  return { format } as Intl.DateTimeFormat
}

/** Every language that is offered writes a whole number below it as digits alone. */
const GROUPED_FROM = 1000

/** Most numbers are small counts, and the first number format of a process takes longer to make than a page to draw. */
function numberFormat(...given: ConstructorParameters<typeof Intl.NumberFormat>): Intl.NumberFormat {
  let made: Intl.NumberFormat | undefined
  const format = (amount: number | bigint): string => {
    if (given[1] === undefined && Number.isInteger(amount) && amount >= 0 && amount < GROUPED_FROM) return String(amount)
    made ??= new Intl.NumberFormat(...given)
    return made.format(amount)
  }
  // FormatJS does nothing else with it.
  return { format } as Intl.NumberFormat
}

/** Made once for each language and style: making one takes longer than many uses of it. */
function createFormatters(): Formatters {
  const made = new Map<string, unknown>()
  const once =
    <Given extends readonly unknown[], Made>(kind: string, make: (...given: Given) => Made) =>
    (...given: Given): Made => {
      const key = JSON.stringify([kind, ...given])
      const known = made.get(key)
      // Of one kind comes only what its own function made.
      if (known !== undefined) return known as Made
      const fresh = make(...given)
      made.set(key, fresh)
      return fresh
    }
  return {
    getNumberFormat: once('number', numberFormat),
    getDateTimeFormat: once('date', dateFormat),
    getPluralRules: once('plural', (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given)),
  }
}

/**
 * Formats messages in one language. A message that the catalog lacks is shown by its ID and values: a record of a newer version stays
 * readable.
 * @param fallback the messages in English, for what this language does not have yet
 * @param timeZone of every date; absent: the system's
 */
export function createFormatter(locale: string, catalog: MessageCatalog, fallback: MessageCatalog = catalog, timeZone?: string): Formatter {
  const formats = formatsIn(timeZone)
  const compiled = new Map<string, (values: Values) => string>()
  const formatted = new WeakMap<object, object>()
  const formatters = createFormatters()
  const lists: { conjunction?: Intl.ListFormat; disjunction?: Intl.ListFormat } = {}

  function list(type: 'conjunction' | 'disjunction', given: readonly (DisplayText | string)[]): string {
    lists[type] ??= new Intl.ListFormat(locale, { type })
    return lists[type].format(given.map((each) => (typeof each === 'string' ? each : text(each))))
  }

  function value(given: MessageValue): string | number {
    if (typeof given === 'number' || typeof given === 'string') return given
    if (isList(given)) return list('conjunction', given)
    return isAnyOf(given) ? list('disjunction', given.anyOf) : text(given)
  }

  function treeFormat(elements: readonly MessageFormatElement[]): (values: Values) => string {
    const message = [...elements]
    return (values) =>
      formatToParts(message, locale, formatters, formats, values)
        .map((part) => String(part.value))
        .join('')
  }

  function format(message: Message): string {
    const { messageId, values = {} } = message
    const entry = catalog[messageId] ?? fallback[messageId] ?? keptEnglish(message)
    if (entry === undefined) return [messageId, ...Object.entries(values).map(([name, given]) => `${name}: ${value(given)}`)].join(' · ')
    if (typeof entry === 'string' && !entry.includes('{')) return entry
    const ready = compiled.get(messageId) ?? (typeof entry === 'string' ? filledIn(entry) : treeFormat(entry))
    compiled.set(messageId, ready)
    const filled: Record<string, string | number> = {}
    for (const [name, given] of Object.entries(values)) filled[name] = value(given)
    return ready(filled)
  }

  function text(given: DisplayText | string): string {
    if (typeof given === 'string') return given
    return isVerbatim(given) ? given.verbatim : format(given)
  }

  /** Formats plain data; what was formatted once is not formatted again: a view shares most of its parts with the one before. */
  function all(given: unknown): unknown {
    if (typeof given !== 'object' || given === null) return given
    if (isMessage(given) || isVerbatim(given)) return text(given)
    const known = formatted.get(given)
    if (known) return known
    const made = Array.isArray(given) ? given.map(all) : allOf({ ...given })
    formatted.set(given, made)
    return made
  }

  /** Fills in a copy: a copy has the form of what was copied, which takes a third of the time of an object that is built anew. */
  function allOf(copy: Record<string, unknown>): Record<string, unknown> {
    for (const name of Object.keys(copy)) copy[name] = all(copy[name])
    return copy
  }

  // The mapped type follows `all` case by case; the compiler cannot see that through `unknown`.
  return {
    ...{ locale, text, all: <T>(given: T) => all(given) as Formatted<T> },
    inZone: (wanted) => createFormatter(locale, catalog, fallback, wanted),
  }
}
