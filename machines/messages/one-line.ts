/** Marks of direction: they can show text in another order than it has. */
const MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Unsafe characters in foreign text: control characters, line breaks, lone surrogates, and marks of direction. */
export const UNSAFE = new RegExp(`[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}${MARKS.source.slice(1)}`, 'gu')

/**
 * Marks without a width: two names that differ in them look the same, and they can carry hidden text.
 * The joiners U+200C and U+200D stay: Persian, Hindi, and many emoji are written with them.
 */
const HIDDEN = /[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Text that a person wrote, with its lines, and without marks that could disguise it. */
export const withoutMarks = (text: string): string => text.replaceAll(MARKS, '').replaceAll(HIDDEN, '')

/** With adjacent spaces, so that words stay apart. */
const RUN = new RegExp(` ?${UNSAFE.source}(?: ?${UNSAFE.source})* ?`, 'gu')

/** A foreign name on one line: can't add lines or headers or reverse direction. Keeps spaces, quotes, emoji and scripts. */
export const inOneLine = (name: string): string => name.replaceAll(RUN, ' ').trim()

const spacedOnce = (name: string): string => withoutMarks(name).replaceAll(/\s+/g, ' ').trim()

/** Compares an entered name. Pages collapse spaces, so one is enough, and show no marks. */
export const isEntered = (entered: string, name: string): boolean => spacedOnce(entered) === spacedOnce(name)
