import others from 'virtual:messages/main'
import catalog from 'virtual:messages/main/en'
import { english } from './english.ts'
import { createFormatter, type Formatter } from './formatter.ts'

/** Messages of the main process. @param locale BCP 47; English if untranslated */
export async function mainFormatter(locale: string): Promise<Formatter> {
  if (locale === english.locale) return english
  return createFormatter(locale, (await others[locale]?.())?.default ?? {}, catalog)
}
