import others from 'virtual:messages/main'
import catalog from 'virtual:messages/main/en'
import { createFormatter, type Formatter } from './formatter.ts'

/** The same for all readers, and for a page rendered again. */
const TIME_ZONE = 'UTC'

export const reportEnglish = createFormatter('en', catalog, catalog, { timeZone: TIME_ZONE })

/** Report messages, in any language. @param locale BCP 47; English if untranslated */
export async function reportFormatter(locale: string): Promise<Formatter> {
  const load = Object.hasOwn(others, locale) ? others[locale] : undefined
  return load === undefined ? reportEnglish : createFormatter(locale, (await load()).default, catalog, { timeZone: TIME_ZONE })
}
