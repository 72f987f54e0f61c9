/** Where a bundle keeps the English text with its message. Not part of what is stored or compared. */
export const ENGLISH = Symbol('english')

/**
 * A sentence of the product as data: which sentence, and what fills its places. The window, the terminal and the report format it,
 * each in its own language. What is stored and compared holds this, never the formatted text.
 */
export interface Message {
  /** Key of the message catalog, for example `policy.key.tooSmall`. Stable: stored records name it. */
  readonly messageId: string
  readonly values?: MessageValues
  /** Plain text, or the elements of a compiled one. */
  readonly [ENGLISH]?: string | readonly object[]
}

/** Text that is shown as it came: a name, or what a service said. Never translated. */
export interface Verbatim {
  readonly verbatim: string
}

/** What a person reads: a sentence of the product, or text that came from outside. */
export type DisplayText = Message | Verbatim

/** Alternatives, of which one is enough: "Owner or Contributor". */
export interface AnyOf {
  readonly anyOf: readonly (DisplayText | string)[]
}

/**
 * What fills a place of a message. A plain string is a name or an ID, which no language changes. A list is joined as the language does it.
 * Dates are milliseconds since 1970-01-01T00:00:00Z.
 */
export type MessageValue = DisplayText | string | number | readonly (DisplayText | string)[] | AnyOf
export type MessageValues = Readonly<Record<string, MessageValue>>
