import others from 'virtual:messages/window'
import catalog from 'virtual:messages/window/en'
import { createFormatter, type Formatter } from './formatter.ts'

export const windowEnglish = createFormatter('en', catalog)

/** @param locale BCP 47 @returns the window's messages; English with localized dates if untranslated */
export async function windowFormatter(locale: string): Promise<Formatter> {
  if (locale === windowEnglish.locale) return windowEnglish
  return createFormatter(locale, (await others[locale]?.())?.default ?? {}, catalog)
}
