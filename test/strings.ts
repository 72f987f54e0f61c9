import { createTimes } from '../renderer/format.ts'
import { stringsIn } from '../renderer/strings.ts'
import { english } from './english.ts'

/** The window's own words, in English. */
export const strings = stringsIn(english)

export const times = createTimes('en', strings.time)
