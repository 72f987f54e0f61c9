import accentedCatalog from 'virtual:messages/all/en-XA'
import { createFormatter, type Formatter } from '#messages/formatter.ts'
import { stringsIn } from '#renderer/strings.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'

/** Longer, and with an accent on each letter: what has none is no message of the window. */
export const ACCENTED = 'en-XA'

const accented = createFormatter(ACCENTED, accentedCatalog)
const accentedStrings = stringsIn(accented)

/** The words of a view that a test makes itself. */
export const wordsOf = (language: string | undefined): Formatter => (language === ACCENTED ? accented : english)

/** The window's own words, in English or accented. */
export const stringsOf = (language: string) => (language === ACCENTED ? accentedStrings : strings)
