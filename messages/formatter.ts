import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { type Formats, type Formatters, formatToParts } from 'intl-messageformat'
import { defined } from '#machines/defined.ts'
import { ENGLISH } from '#machines/messages/display-text.ts'
import {
  type DisplayText,
  isAnyOf,
  isList,
  isMessage,
  isVerbatim,
  type Message,
  type MessageValue,
  type Verbatim,
} from '#machines/messages/message.ts'
import { DATE, dateWriter, TIME } from './dates.ts'

/** Compiled messages: simple text with names in braces, others as syntax trees. */
export type MessageCatalog = Readonly<Record<string, string | readonly MessageFormatElement[]>>

const isCompiled = (text: readonly object[]): text is readonly MessageFormatElement[] => text.every((each) => 'type' in each)

function keptEnglish({ [ENGLISH]: english }: Message): MessageCatalog[string] | undefined {
  return typeof english !== 'object' || isCompiled(english) ? english : undefined
}

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
  /** @param text a string is a service's text */
  text(text: DisplayText | string): string
  all<T>(value: T): Formatted<T>
  /** With another time zone. @param timeZone IANA name */
  inZone(timeZone: string): Formatter
}

/**
 * Styles `{at, date, moment}`: day, minute, time zone. FormatJS's own are only in a class that isn't used here.
 * @param timeZone default: the system's
 */
const formatsIn = (timeZone?: string): Formats => {
  const zone = defined({ timeZone })
  return {
    number: { percent: { style: 'percent' } },
    time: {},
    date: {
      // With the time zone, because readers may be in another.
      moment: { ...DATE, ...TIME, timeZoneName: 'short', ...zone },
      day: { ...DATE, ...zone },
      // Near enough that its year is clear.
      near: { weekday: 'short', ...DATE, year: undefined, ...TIME, timeZoneName: 'short', ...zone },
    },
  }
}

type Values = Readonly<Record<string, string | number>>

/** Fills in simple text, ten times faster than a syntax tree. */
function filledIn(text: string): (values: Values) => string {
  // Odd pieces are names.
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

function dateFormat(...given: ConstructorParameters<typeof Intl.DateTimeFormat>): Intl.DateTimeFormat {
  const shown = dateWriter(...given)
  const format = (at: unknown): string => (typeof at === 'number' ? shown(at) : String(at))
  // FormatJS uses nothing else.
  return { format } as Intl.DateTimeFormat
}

/** All offered languages write smaller integers as digits only. */
const GROUPED_FROM = 1000

/** Avoids the first number format of a process, which takes longer than drawing a page, for small counts. */
function numberFormat(...given: ConstructorParameters<typeof Intl.NumberFormat>): Intl.NumberFormat {
  let made: Intl.NumberFormat | undefined
  const format = (amount: number | bigint): string => {
    if (given[1] === undefined && Number.isInteger(amount) && amount >= 0 && amount < GROUPED_FROM) return String(amount)
    made ??= new Intl.NumberFormat(...given)
    return made.format(amount)
  }
  // FormatJS uses nothing else.
  return { format } as Intl.NumberFormat
}

/** Cached, because creating formats is slow. */
function createFormatters(): Formatters {
  const made = new Map<string, unknown>()
  const once =
    <Given extends readonly unknown[], Made>(kind: string, make: (...given: Given) => Made) =>
    (...given: Given): Made => {
      const key = JSON.stringify([kind, ...given])
      const known = made.get(key)
      // Entries of a kind are from its own function.
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

/** IDs come from records, too: `constructor` is no message. */
const entryIn = (catalog: MessageCatalog, id: string): MessageCatalog[string] | undefined =>
  Object.hasOwn(catalog, id) ? catalog[id] : undefined

export interface FormatterOptions {
  /** Of dates; default: the system's. */
  readonly timeZone?: string | undefined
  /** Called for a message whose values aren't those of its text. Tests throw. */
  readonly onMisfit?: ((error: unknown) => void) | undefined
}

/**
 * Formats messages. Missing ones, and those whose values aren't those of the text, are shown by ID and values: a record of another version
 * stays readable, and takes no list of others with it.
 * @param fallback English messages for untranslated ones
 */
export function createFormatter(
  locale: string,
  catalog: MessageCatalog,
  fallback: MessageCatalog = catalog,
  { timeZone, onMisfit }: FormatterOptions = {},
): Formatter {
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

  const byId = ({ messageId, values = {} }: Message): string =>
    [messageId, ...Object.entries(values).map(([name, given]) => `${name}: ${value(given)}`)].join(' · ')

  function format(message: Message): string {
    const { messageId, values = {} } = message
    const entry = entryIn(catalog, messageId) ?? entryIn(fallback, messageId) ?? keptEnglish(message)
    if (entry === undefined) return byId(message)
    if (typeof entry === 'string' && !entry.includes('{')) return entry
    const ready = compiled.get(messageId) ?? (typeof entry === 'string' ? filledIn(entry) : treeFormat(entry))
    compiled.set(messageId, ready)
    const filled: Record<string, string | number> = {}
    for (const [name, given] of Object.entries(values)) filled[name] = value(given)
    try {
      return ready(filled)
    } catch (error) {
      onMisfit?.(error)
      return byId(message)
    }
  }

  function text(given: DisplayText | string): string {
    if (typeof given === 'string') return given
    return isVerbatim(given) ? given.verbatim : format(given)
  }

  /** Cached: consecutive views share most parts. */
  function all(given: unknown): unknown {
    if (typeof given !== 'object' || given === null) return given
    if (isMessage(given) || isVerbatim(given)) return text(given)
    const known = formatted.get(given)
    if (known) return known
    const made = Array.isArray(given) ? given.map(all) : allOf({ ...given })
    formatted.set(given, made)
    return made
  }

  /** Fills a copy, three times faster than a new object. */
  function allOf(copy: Record<string, unknown>): Record<string, unknown> {
    for (const name of Object.keys(copy)) copy[name] = all(copy[name])
    return copy
  }

  // The mapped type follows `all`, which the compiler can't see through `unknown`.
  return {
    locale,
    text,
    all: <T>(given: T) => all(given) as Formatted<T>,
    inZone: (wanted) => createFormatter(locale, catalog, fallback, { timeZone: wanted, onMisfit }),
  }
}
