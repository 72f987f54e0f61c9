import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Formatter } from '../messages/formatter.ts'
import { directionOf } from '../messages/languages.ts'
import { windowEnglish, windowFormatter } from '../messages/window.ts'
import { createTimes, type Times } from './format.ts'
import { time } from './messages/time.ts'
import type { Strings } from './strings.ts'
import { type InWords, inWords } from './words.ts'

/** The language of the window, which may change while it is open. */
export interface Language {
  current(): Formatter
  /** Calls back after each change. */
  subscribe(listener: () => void): () => void
  /** Changes the language once its messages are loaded; the last choice wins. */
  choose(locale: string): Promise<void>
}

/** @returns English, until another language is chosen */
export function createLanguage(): Language {
  const listeners = new Set<() => void>()
  let formatter = windowEnglish
  let wanted = formatter.locale
  return {
    current: () => formatter,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async choose(locale) {
      if (locale === wanted) return
      wanted = locale
      const chosen = await windowFormatter(locale)
      if (wanted !== locale) return
      formatter = chosen
      for (const listener of listeners) listener()
    },
  }
}

interface Spoken {
  readonly formatter: Formatter
  /** The messages of a tree as text. */
  readonly words: <Tree extends object>(tree: Tree) => InWords<Tree>
  readonly times: Times
}

const LanguageContext = createContext<Spoken | undefined>(undefined)

/**
 * Gives the words of the language to everything inside.
 * @param wanted the language that main speaks: nothing is drawn before the first one is there
 */
export function LanguageProvider({
  language,
  wanted,
  children,
}: {
  readonly language: Language
  readonly wanted: string | undefined
  readonly children: ReactNode
}) {
  const formatter = useSyncExternalStore(language.subscribe, language.current)
  const spoken = useMemo((): Spoken => {
    const words = wordsIn(formatter)
    return { formatter, words, times: createTimes(formatter.locale, words(time)) }
  }, [formatter])
  useEffect(() => {
    document.documentElement.lang = formatter.locale
    document.documentElement.dir = directionOf(formatter.locale)
  }, [formatter])
  useEffect(() => {
    if (wanted !== undefined) void language.choose(wanted)
  }, [language, wanted])
  const isThere = wanted === undefined || wanted === formatter.locale
  const [drawn, setDrawn] = useState(isThere)
  // Once drawn it stays: what was typed is kept while another language is fetched.
  if (isThere && !drawn) setDrawn(true)
  return drawn ? <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider> : null
}

function useSpoken(): Spoken {
  const spoken = useContext(LanguageContext)
  if (spoken === undefined) throw new Error('useWords and useTimes need a LanguageProvider around them.')
  return spoken
}

/** Each tree once: rows of a long list say the same words. */
function wordsIn(formatter: Formatter): Spoken['words'] {
  const said = new WeakMap<object, unknown>()
  return <Tree extends object>(tree: Tree) => {
    const known = said.get(tree) ?? inWords(tree, formatter)
    said.set(tree, known)
    // Of a tree comes only what was made of it.
    return known as InWords<Tree>
  }
}

/**
 * Words in the window's language, for what is on screen before a tenant is open or beside its pages.
 * @param tree messages that the caller imports: they come with its part of the bundle, and no others do
 */
export const useWords = <Tree extends object>(tree: Tree): InWords<Tree> => useSpoken().words(tree)

const StringsContext = createContext<Strings | undefined>(undefined)

/** Around the pages of a tenant. */
export const StringsProvider = StringsContext.Provider

/** Every word of the pages of a tenant, in the window's language. */
export function useStrings(): Strings {
  const strings = useContext(StringsContext)
  if (strings === undefined)
    throw new Error('useStrings is for the pages of a tenant. Elsewhere, useWords brings the words that are needed.')
  return strings
}

/** Formats what a rule of the form says: such a rule runs in the window, without main. */
export const useFormatter = (): Formatter => useSpoken().formatter

/** Formats what another person reads. Until its messages are loaded it's the window's. @param locale of that person */
export function useFormatterIn(locale: string): Formatter {
  const own = useFormatter()
  const [other, setOther] = useState<Formatter>()
  useEffect(() => {
    let over = false
    void windowFormatter(locale).then((loaded) => {
      if (!over) setOther(loaded)
    })
    return () => {
      over = true
    }
  }, [locale])
  return other?.locale === locale ? other : own
}

/** Dates and lengths of time as the window’s language writes them. */
export const useTimes = (): Times => useSpoken().times
