import translated from 'virtual:messages/translated'

/** English is the source of the others. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

/** For tests: longer and accented, and right to left. Only by `--language`. */
const PSEUDO_LANGUAGES = ['en-XA', 'en-XB'] as const

export const OFFERED: readonly Language[] = LANGUAGES.filter((each) => each === 'en' || translated.includes(each))

/** A language, or the system's. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

export const OFFERED_CHOICES: readonly LanguageChoice[] = ['system', ...OFFERED]

/** @returns canonical BCP 47; undefined if invalid, such as `C` */
function canonical(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}

/** The language, or one that differs only in region or script. */
function match<Offered extends string>(tag: string, offered: readonly Offered[]): Offered | undefined {
  const wanted = canonical(tag)
  if (wanted === undefined) return undefined
  return offered.find((each) => each === wanted.baseName) ?? offered.find((each) => new Intl.Locale(each).language === wanted.language)
}

/** @param preferred BCP 47, preferred first @returns the first offered, in any region; otherwise English */
export function languageFor(preferred: readonly string[], offered: readonly Language[] = OFFERED): Language {
  for (const tag of preferred) {
    const found = match(tag, offered)
    if (found !== undefined) return found
  }
  return 'en'
}

/** Precedence: `--language`, the person's choice, the system's languages, English. Unavailable languages are skipped. */
export function languageOf(
  { asked, chosen, system }: { readonly asked?: string | undefined; readonly chosen: LanguageChoice; readonly system: readonly string[] },
  offered: readonly Language[] = OFFERED,
): string {
  const switched = asked === undefined ? undefined : (PSEUDO_LANGUAGES.find((each) => each === asked) ?? match(asked, offered))
  return switched ?? (chosen !== 'system' && offered.includes(chosen) ? chosen : languageFor(system, offered))
}

/** @returns the switch after a choice, which overrides it. Pseudo-locales return with the system's language */
export const switchAfter = (asked: string | undefined, chosen: LanguageChoice): string | undefined =>
  chosen === 'system' ? PSEUDO_LANGUAGES.find((each) => each === asked) : undefined

/** Literal: `Intl.DisplayNames` would load all languages' tables. */
const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
}

/** @returns for example “Deutsch” */
export const nameOfLanguage = (language: Language): string => OWN_NAMES[language]

/** All offered languages are left to right. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'en-XB' ? 'rtl' : 'ltr')
