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

/**
 * English ICU MessageFormat text by key, as FormatJS extracts it.
 * Decision 0093: IDs outlive a better wording, because records hold them.
 */
export interface MessageDescriptor {
  readonly id: string
  readonly defaultMessage: string
  /** For translators, if the text is unclear alone. */
  readonly description?: string
}

/** Descriptor after a build: the ID, marked if it has values, optionally with compiled English. */
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

/** A constant, or a function of exactly its values. */
export type MessageOf<Text extends string> = keyof ArgumentsOf<Text> extends never
  ? Message
  : (values: { readonly [Name in keyof ArgumentsOf<Text>]: ArgumentsOf<Text>[Name] }) => Message

export const verbatim = (text: string): Verbatim => ({ verbatim: text })

/** A string is a service's text. */
export const asText = (text: DisplayText | string): DisplayText => (typeof text === 'string' ? verbatim(text) : text)

export const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null && 'messageId' in value

export const isVerbatim = (value: unknown): value is Verbatim => typeof value === 'object' && value !== null && 'verbatim' in value

export const isAnyOf = (value: MessageValue): value is AnyOf => typeof value === 'object' && 'anyOf' in value

export const isList = (value: MessageValue): value is readonly (DisplayText | string)[] => Array.isArray(value)

interface Group<Each> {
  readonly [name: string]: Each | Group<Each>
}

/** A text with a derived ID, one with an explicit ID that records use, or a nested group. */
type Given = Group<string | MessageDescriptor>

type Made<Of> = Of extends MessageDescriptor
  ? MessageOf<Of['defaultMessage']>
  : Of extends string
    ? MessageOf<Of>
    : { readonly [Name in keyof Of]: Made<Of[Name]> }

/**
 * Defines messages as literals beside their rule, where `tools/messages.mjs` finds them.
 * @param group ID prefix; builds insert whole IDs
 * @param texts by name
 */
export function defineMessages<const Texts extends Given>(group: string, texts: Texts): Made<Texts>
export function defineMessages<const Texts extends Readonly<Record<string, MessageDescriptor>>>(texts: Texts): Made<Texts>
export function defineMessages(first: string | Given, texts: Given = {}): object {
  return typeof first === 'string' ? messagesOf(texts, first) : messagesOf(first)
}

const isGroup = <Each>(given: Each | Group<Each>): given is Group<Each> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && !('defaultMessage' in given)

function messagesOf(texts: Group<MessageDescriptor | BuiltDescriptor>, group?: string): object {
  return Object.fromEntries(
    Object.entries(texts).map(([name, each]) => {
      const ownId = group === undefined ? name : `${group}.${name}`
      if (isGroup(each)) return [name, messagesOf(each, group && ownId)]
      const { id, hasValues, english } = readDescriptor(
        group !== undefined && typeof each === 'string' ? { id: ownId, defaultMessage: each } : each,
      )
      const message: Message = english === undefined ? { messageId: id } : { messageId: id, [ENGLISH]: english }
      return [name, hasValues ? (values: MessageValues): Message => ({ ...message, values }) : message]
    }),
  )
}
