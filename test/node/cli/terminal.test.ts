import { describe, expect, it, vi } from 'vitest'
import { optionLines } from '#node/cli/help.ts'
import { languageOption, openTerminal } from '#node/cli/terminal.ts'

// As if German were translated.
vi.mock('#messages/languages.ts', async (original) => {
  const { languageOf, ...rest } = await original<typeof import('#messages/languages.ts')>()
  const offered = ['en', 'de'] as const
  return { ...rest, OFFERED: offered, languageOf: (given: Parameters<typeof languageOf>[0]) => languageOf(given, offered) }
})

const localeOf = async (words: readonly string[], environment: NodeJS.ProcessEnv) =>
  (await openTerminal(words, environment)).formatter.locale

describe('the language of the terminal', () => {
  it.each([
    ['the option', ['--language', 'de'], { LANG: 'en_US.UTF-8' }, 'de'],
    ['the option, in one word', ['--language=de-AT'], { LANG: 'en_US.UTF-8' }, 'de'],
    ['a pseudo-locale by the option', ['--language=en-XA'], {}, 'en-XA'],
    ['the system’s by LANG', [], { LANG: 'de_DE.UTF-8' }, 'de'],
    ['the system’s by LC_ALL before LANG', [], { LC_ALL: 'de_AT@euro', LANG: 'en_US.UTF-8' }, 'de'],
    ['English where the system asks for none', [], { LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' }, 'en'],
    ['the system’s where the option names what is not translated', ['--language', 'ja'], { LANG: 'de_DE' }, 'de'],
  ])('is %s', async (_, words, environment, locale) => expect(await localeOf(words, environment)).toBe(locale))

  it('is no word of the program', async () => {
    expect((await openTerminal(['--json', '--language', 'de', 'a.html'], {})).words).toEqual(['--json', 'a.html'])
  })

  it('is said in the help, each language by its own name', async () => {
    const { formatter } = await openTerminal(['--language=en'], {})
    expect(optionLines(formatter, [languageOption])).toContain('de (Deutsch)')
  })
})
