import others from 'virtual:messages/main'
import catalog from 'virtual:messages/main/en'
import { english } from './english.ts'
import { createFormatter, type Formatter } from './formatter.ts'

/**
 * Everything that the main process says.
 * @param locale BCP 47; in English where there is no translation
 */
export async function mainFormatter(locale: string): Promise<Formatter> {
  if (locale === english.locale) return english
  return createFormatter(locale, (await others[locale]?.())?.default ?? {}, catalog)
}
