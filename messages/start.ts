import others from 'virtual:messages/start'
import catalog from 'virtual:messages/start/en'
import { createFormatter, type Formatter } from './formatter.ts'

export const startFormatter = createFormatter('en', catalog)

/**
 * Messages of the first page, separate so that the start doesn't load thousands of others.
 * @param locale BCP 47; English if untranslated
 */
export async function startFormatterIn(locale: string): Promise<Formatter> {
  if (locale === startFormatter.locale) return startFormatter
  return createFormatter(locale, (await others[locale]?.())?.default ?? {}, catalog)
}
