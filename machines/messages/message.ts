import type { ArgumentsOf } from './arguments.ts'
import {
  type AnyOf,
  type DisplayText,
  ENGLISH,
  type Message,
  type MessageValue,
  type MessageValues,
  type Verbatim,
} from './display-text.ts'

export type { AnyOf, DisplayText, Message, MessageValue, Verbatim } from './display-text.ts'

/** As FormatJS extracts it: the English text in ICU MessageFormat, beside its key. */
export interface MessageDescriptor {
  readonly id: string
  readonly defaultMessage: string
  /** For translators, where the text alone does not say what it is about. */
  readonly description?: string
}

/** What a build leaves of a descriptor: the ID, after a brace where the text has values, and perhaps the English text, compiled. */
type BuiltDescriptor = string | readonly [marked: string, english: NonNullable<Message[typeof ENGLISH]>]

interface Read {
  readonly id: string
  readonly hasValues: boolean
  readonly english?: Message[typeof ENGLISH]
}

function readDescriptor(given: MessageDescriptor | BuiltDescriptor): Read {
  if (typeof given === 'object' && 'id' in given) return { id: given.id, hasValues: given.defaultMessage.includes('{') }
  const [marked, english] = typeof given === 'string' ? [given] : given
  const hasValues = marked.startsWith('{')
  return { id: hasValues ? marked.slice(1) : marked, hasValues, ...(english === undefined ? {} : { english }) }
}

/** A constant where the text has no places to fill, else a function of exactly the values it needs. */
export type MessageOf<Text extends string> = keyof ArgumentsOf<Text> extends never
  ? Message
  : (values: { readonly [Name in keyof ArgumentsOf<Text>]: ArgumentsOf<Text>[Name] }) => Message

export const verbatim = (text: string): Verbatim => ({ verbatim: text })

/** Words of a service come as a string: shown as they are. */
export const asText = (text: DisplayText | string): DisplayText => (typeof text === 'string' ? verbatim(text) : text)

export const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null && 'messageId' in value

export const isVerbatim = (value: unknown): value is Verbatim => typeof value === 'object' && value !== null && 'verbatim' in value

/** Alternatives, of which one is enough. */
export const isAnyOf = (value: MessageValue): value is AnyOf => typeof value === 'object' && 'anyOf' in value

export const isList = (value: MessageValue): value is readonly (DisplayText | string)[] => Array.isArray(value)

/**
 * Makes messages from their descriptors. Written as a literal beside the rule that uses them, so that the extractor finds each one.
 * @param descriptors keyed by the name the rule uses
 */
export function defineMessages<const Descriptors extends Readonly<Record<string, MessageDescriptor>>>(
  descriptors: Descriptors,
): { readonly [Name in keyof Descriptors]: MessageOf<Descriptors[Name]['defaultMessage']> } {
  const given: Readonly<Record<string, MessageDescriptor | BuiltDescriptor>> = descriptors
  const made = Object.entries(given).map(([name, each]) => {
    const { id, hasValues, english } = readDescriptor(each)
    const message: Message = english === undefined ? { messageId: id } : { messageId: id, [ENGLISH]: english }
    return [name, hasValues ? (values: MessageValues): Message => ({ ...message, values }) : message]
  })
  // The mapped type says what each entry is; `Object.fromEntries` cannot.
  return Object.fromEntries(made) as { readonly [Name in keyof Descriptors]: MessageOf<Descriptors[Name]['defaultMessage']> }
}
