import { defineMessages } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import { languageOf, nameOfLanguage, OFFERED } from '#messages/languages.ts'
import { mainFormatter } from '#messages/main.ts'

export interface Terminal {
  readonly formatter: Formatter
  readonly isOther?: true
  readonly words: readonly string[]
}

const messages = defineMessages('terminal', {
  language: 'the language of the output: {languages}. Without it, the system’s language',
})

export const languageOption = [
  '--language LANGUAGE',
  messages.language({ languages: OFFERED.map((each) => `${each} (${nameOfLanguage(each)})`) }),
] as const

/** POSIX: the first set variable decides, even if it selects no language. `de_DE.UTF-8` is `de_DE`. */
function systemLanguages(environment: NodeJS.ProcessEnv): readonly string[] {
  const set = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  return [set ? set.replace(/[.@].*$/, '') : Intl.DateTimeFormat().resolvedOptions().locale]
}

/** An unavailable language falls back to the system's. */
const isOther = (asked: string): boolean =>
  languageOf({ asked, chosen: 'system', system: ['en'] }) !== languageOf({ asked, chosen: 'system', system: ['de'] })

/** Removes `--language` from the arguments, which all programs support. @param argv without the program's name */
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
