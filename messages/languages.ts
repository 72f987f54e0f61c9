import translated from 'virtual:messages/translated'

/** Every language the wizard is written for. English is the source of the others. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

/** For tests: longer and accented, and right to left. Only the `--language` switch chooses them. */
const PSEUDO_LANGUAGES = ['en-XA', 'en-XB'] as const

/** The languages a person can choose: what is not translated completely is not offered. */
export const OFFERED: readonly Language[] = LANGUAGES.filter((each) => each === 'en' || translated.includes(each))

/** A person's choice: a language, or whichever the system prefers. */
export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** The choices there are now. */
export const OFFERED_CHOICES: readonly LanguageChoice[] = ['system', ...OFFERED]

/** @returns the tag as BCP 47 writes it; nothing for what is no tag, such as `C` */
function canonical(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}

/** The language itself where it is offered, else one that differs in its region or script only. */
function match<Offered extends string>(tag: string, offered: readonly Offered[]): Offered | undefined {
  const wanted = canonical(tag)
  if (wanted === undefined) return undefined
  return offered.find((each) => each === wanted.baseName) ?? offered.find((each) => new Intl.Locale(each).language === wanted.language)
}

/**
 * @param preferred BCP 47, the one that the person likes best first
 * @returns the first of them that is offered, also for another region; English where none is
 */
export function languageFor(preferred: readonly string[], offered: readonly Language[] = OFFERED): Language {
  for (const tag of preferred) {
    const found = match(tag, offered)
    if (found !== undefined) return found
  }
  return 'en'
}

/**
 * The language of a run: the `--language` switch, else the person's choice, else the system's languages, else English.
 * @param asked the value of the switch; what is not offered counts as not given
 * @param system the system's languages, the preferred one first
 */
export function languageOf(
  { asked, chosen, system }: { readonly asked?: string | undefined; readonly chosen: LanguageChoice; readonly system: readonly string[] },
  offered: readonly Language[] = OFFERED,
): string {
  const switched = asked === undefined ? undefined : (PSEUDO_LANGUAGES.find((each) => each === asked) ?? match(asked, offered))
  return switched ?? (chosen !== 'system' && offered.includes(chosen) ? chosen : languageFor(system, offered))
}

/**
 * @returns the switch once a person has made a choice, which overrides it. Only a run for tests is in its pseudo-locale again, with the
 *   choice of the system's language
 */
export const switchAfter = (asked: string | undefined, chosen: LanguageChoice): string | undefined =>
  chosen === 'system' ? PSEUDO_LANGUAGES.find((each) => each === asked) : undefined

/** Written out: to ask `Intl.DisplayNames` makes the start load the tables of all languages. */
const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
}

/** @returns how the language names itself, for example “Deutsch” */
export const nameOfLanguage = (language: Language): string => OWN_NAMES[language]

/** Which way the language is written. Of the offered ones all run from left to right. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'en-XB' ? 'rtl' : 'ltr')
