import { createTimes } from '../renderer/format.ts'
import { customers } from '../renderer/messages/customers.ts'
import { exercises } from '../renderer/messages/exercises.ts'
import { pilot } from '../renderer/messages/pilot.ts'
import { stringsIn } from '../renderer/strings.ts'
import { inWords } from '../renderer/words.ts'
import { english } from './english.ts'

/** The window's own words, in English. */
export const strings = stringsIn(english)

/** The words of the list of customers, which no other page needs. */
export const customerStrings = inWords(customers, english)

/** The words for proposing one environment's choices for others. */
export const pilotStrings = inWords(pilot, english)

/** The words of exercises. */
export const exerciseStrings = inWords(exercises, english)

export const times = createTimes('en', strings.time)
