/** English text in a bundle; neither stored nor compared. */
export const ENGLISH = Symbol('english')

/** A message as data, formatted by window, terminal and report in their own languages. Stored and compared in this form. */
export interface Message {
  /** Catalog key, for example `policy.key.tooSmall`. Stable, because records contain it. */
  readonly messageId: string
  readonly values?: MessageValues
  /** Plain or compiled. */
  readonly [ENGLISH]?: string | readonly object[]
}

/** A name or service text, never translated. */
export interface Verbatim {
  readonly verbatim: string
}

export type DisplayText = Message | Verbatim

/** Alternatives: "Owner or Contributor". */
export interface AnyOf {
  readonly anyOf: readonly (DisplayText | string)[]
}

/**
 * A value of a message. Plain strings are names or IDs. Lists are joined per language. Dates are milliseconds since 1970-01-01T00:00:00Z.
 */
export type MessageValue = DisplayText | string | number | readonly (DisplayText | string)[] | AnyOf
export type MessageValues = Readonly<Record<string, MessageValue>>
