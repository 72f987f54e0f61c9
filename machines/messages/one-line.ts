/**
 * A name that someone chose, for a text that others read: on one line, so that it adds no line or header of its own, without what turns the
 * reading direction around, and without half characters, which no address can hold. Quotes, emoji, and every script stay.
 */
export const inOneLine = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
