import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Formatter } from '#messages/formatter.ts'
import { directionOf } from '#messages/languages.ts'
import { windowEnglish, windowFormatter } from '#messages/window.ts'
import { createTimes, type Times } from './format.ts'
import { time } from './messages/time.ts'
import { type InWords, inWords } from './words.ts'

/** The window's language, which may change while it is open. */
export interface Language {
  current(): Formatter
  /** @returns unsubscribe */
  subscribe(listener: () => void): () => void
  /** Loads the messages first; the last choice wins. */
  choose(locale: string): Promise<void>
}

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
  readonly words: <Tree extends object>(tree: Tree) => InWords<Tree>
  readonly times: Times
}

const LanguageContext = createContext<Spoken | undefined>(undefined)

/** Provides the language to the tree. @param wanted the main process's language; nothing is drawn before it is loaded */
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
  // Stays mounted while another language loads, so that drafts are kept.
  if (isThere && !drawn) setDrawn(true)
  return drawn ? <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider> : null
}

function useSpoken(): Spoken {
  const spoken = useContext(LanguageContext)
  if (spoken === undefined) throw new Error('useWords and useTimes need a LanguageProvider around them.')
  return spoken
}

/** Cached per tree: rows of a long list use the same messages. */
function wordsIn(formatter: Formatter): Spoken['words'] {
  const said = new WeakMap<object, unknown>()
  return <Tree extends object>(tree: Tree) => {
    const known = said.get(tree) ?? inWords(tree, formatter)
    said.set(tree, known)
    // The result matches the tree.
    return known as InWords<Tree>
  }
}

/**
 * Messages in the window's language, for pages outside a tenant.
 * @param tree messages that the caller imports, so that only its chunk contains them
 */
export const useWords = <Tree extends object>(tree: Tree): InWords<Tree> => useSpoken().words(tree)

/** Formats form validation messages, which the window creates without the main process. */
export const useFormatter = (): Formatter => useSpoken().formatter

/** Formats text for another person. Falls back to the window's language until loaded. @param locale of that person */
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

export const useTimes = (): Times => useSpoken().times
