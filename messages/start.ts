import others from 'virtual:messages/start'
import catalog from 'virtual:messages/start/en'
import { createFormatter, type Formatter } from './formatter.ts'

/** In English. */
export const startFormatter = createFormatter('en', catalog)

/**
 * Messages of the first page, in a part of their own: the wizard starts without the thousands that only an open tenant needs.
 * @param locale BCP 47; in English where there is no translation
 */
export async function startFormatterIn(locale: string): Promise<Formatter> {
  if (locale === startFormatter.locale) return startFormatter
  return createFormatter(locale, (await others[locale]?.())?.default ?? {}, catalog)
}
