import { createTimes } from '#renderer/format.ts'
import { appBar } from '#renderer/messages/app-bar.ts'
import { behind } from '#renderer/messages/behind.ts'
import { customers } from '#renderer/messages/customers.ts'
import { exercises } from '#renderer/messages/exercises.ts'
import { firstContact } from '#renderer/messages/first-contact.ts'
import { pilot } from '#renderer/messages/pilot.ts'
import { removal } from '#renderer/messages/removal.ts'
import { stringsIn } from '#renderer/strings.ts'
import { inWords } from '#renderer/words.ts'
import { english } from './english.ts'

/** The window's own words, in English. */
export const strings = stringsIn(english)

/** The words of the bar above every page. */
export const barStrings = inWords(appBar, english)

/** The words about what goes on behind the pages outside a tenant. */
export const behindStrings = inWords(behind, english)

/** The words of the list of customers, which no other page needs. */
export const customerStrings = inWords(customers, english)

/** The words for proposing one environment's choices for others. */
export const pilotStrings = inWords(pilot, english)

export const exerciseStrings = inWords(exercises, english)

export const removalStrings = inWords(removal, english)
export const firstContactStrings = inWords(firstContact, english)

export const times = createTimes('en', strings.time)
