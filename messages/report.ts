import others from 'virtual:messages/main'
import catalog from 'virtual:messages/main/en'
import { createFormatter, type Formatter } from './formatter.ts'

/** Readers in two places read the same time, and a page that is made again says the same. */
const TIME_ZONE = 'UTC'

/** What a report says, in English. */
export const reportEnglish = createFormatter('en', catalog, catalog, TIME_ZONE)

/**
 * What a report says. Its language need not be the window's.
 * @param locale BCP 47; in English where there is no translation
 */
export async function reportFormatter(locale: string): Promise<Formatter> {
  const load = Object.hasOwn(others, locale) ? others[locale] : undefined
  return load === undefined ? reportEnglish : createFormatter(locale, (await load()).default, catalog, TIME_ZONE)
}
