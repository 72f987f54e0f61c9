import catalog from 'virtual:messages/main/en'
import { english } from './english.ts'
import { createFormatter, type Formatter, type MessageCatalog } from './formatter.ts'

const OTHERS: Readonly<Record<string, () => Promise<{ readonly default: MessageCatalog }>>> = {
  'en-XA': () => import('virtual:messages/main/en-XA'),
}

/**
 * Everything that the main process says.
 * @param locale BCP 47; in English where there is no translation
 */
export async function mainFormatter(locale: string): Promise<Formatter> {
  if (locale === english.locale) return english
  return createFormatter(locale, (await OTHERS[locale]?.())?.default ?? {}, catalog)
}
