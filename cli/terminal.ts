import type { Formatter } from '../messages/formatter.ts'
import { languageOf, nameOfLanguage, OFFERED } from '../messages/languages.ts'
import { mainFormatter } from '../messages/main.ts'
import { messages } from './messages.ts'

export interface Terminal {
  /** In the language that was asked for, else the system's. */
  readonly formatter: Formatter
  /** A language was asked for that there isn't. */
  readonly isOther?: true
  /** What the command line holds besides the language. */
  readonly words: readonly string[]
}

/** How the option is written, and what it does, for the help of a program. */
export const languageOption = [
  '--language LANGUAGE',
  messages.language({ languages: OFFERED.map((each) => `${each} (${nameOfLanguage(each)})`) }),
] as const

/** POSIX: the first of them that is set decides, also where it asks for no language. `de_DE.UTF-8` is `de_DE`. */
function systemLanguages(environment: NodeJS.ProcessEnv): readonly string[] {
  const set = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  return [set ? set.replace(/[.@].*$/, '') : Intl.DateTimeFormat().resolvedOptions().locale]
}

/** Another one counts as not given: then the system's decides. */
const isOther = (asked: string): boolean =>
  languageOf({ asked, chosen: 'system', system: ['en'] }) !== languageOf({ asked, chosen: 'system', system: ['de'] })

/**
 * Takes `--language` out of a command line, which every program of the terminal understands.
 * @param argv without the program's own name
 */
export async function openTerminal(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<Terminal> {
  const words: string[] = []
  let asked: string | undefined
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (word === '--language') asked = argv[++at] ?? ''
    else if (word.startsWith('--language=')) asked = word.slice('--language='.length)
    else words.push(word)
  }
  const locale = languageOf({ asked, chosen: 'system', system: systemLanguages(environment) })
  return { formatter: await mainFormatter(locale), words, ...(asked !== undefined && isOther(asked) ? { isOther: true } : {}) }
}
