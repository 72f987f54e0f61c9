/** Unsafe characters in foreign text: control characters, line breaks, lone surrogates, and direction marks, which can disguise text. */
export const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** With adjacent spaces, so that words stay apart. */
const RUN = new RegExp(` ?${UNSAFE.source}(?: ?${UNSAFE.source})* ?`, 'gu')

/** A foreign name on one line: can't add lines or headers or reverse direction. Keeps spaces, quotes, emoji and scripts. */
export const inOneLine = (name: string): string => name.replaceAll(RUN, ' ').trim()

const spacedOnce = (name: string): string => name.replaceAll(/\s+/g, ' ').trim()

/** Compares an entered name. Pages collapse spaces, so one is enough. */
export const isEntered = (entered: string, name: string): boolean => spacedOnce(entered) === spacedOnce(name)
