/**
 * What no text of others may hold where it is shown or written down: control characters, line breaks, half characters, which no address can
 * hold, and marks that turn the reading direction around, with which a text looks like another.
 */
export const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** With the space beside it: words stay apart, and no further apart than they were. */
const RUN = new RegExp(` ?${UNSAFE.source}(?: ?${UNSAFE.source})* ?`, 'gu')

/**
 * A name that someone chose, for a text that others read: on one line, so that it adds no line or header of its own, without what turns the
 * reading direction around. Its own spaces, quotes, emoji, and every script stay.
 */
export const inOneLine = (name: string): string => name.replaceAll(RUN, ' ').trim()

const spacedOnce = (name: string): string => name.replaceAll(/\s+/g, ' ').trim()

/** Whether a person entered a name. Pages show several spaces as one, so one is enough. */
export const isEntered = (entered: string, name: string): boolean => spacedOnce(entered) === spacedOnce(name)
