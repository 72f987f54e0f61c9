import translated from 'virtual:messages/translated'
import { describe, expect, it } from 'vitest'
import {
  directionOf,
  LANGUAGES,
  type Language,
  languageFor,
  languageOf,
  nameOfLanguage,
  OFFERED,
  switchAfter,
} from '#messages/languages.ts'

describe('the language for what the system prefers', () => {
  it.each([
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['de-Latn-CH'], 'de'],
    [['pt'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['PT-br'], 'pt-BR'],
    [['fr_CA'], 'fr'],
    [['ja-JP', 'de'], 'ja'],
    [['nl-NL', 'es-419', 'de'], 'es'],
    [['en-GB', 'de'], 'en'],
    [['tlh'], 'en'],
    [['C', '', 'not a tag', 'de-DE'], 'de'],
    [['eng'], 'en'],
    [[], 'en'],
  ] as const)('%j is %s', (preferred, language) => expect(languageFor(preferred, LANGUAGES)).toBe(language))

  it('is English for a language that is not offered', () => expect(languageFor(['de-DE'], ['en'])).toBe('en'))
})

describe('the language of a run', () => {
  const offered: readonly Language[] = ['en', 'de', 'pt-BR']

  it.each([
    ['the switch before all others', { asked: 'pt', chosen: 'de', system: ['en'] }, 'pt-BR'],
    ['a pseudo-locale by the switch', { asked: 'en-XB', chosen: 'de', system: ['en'] }, 'en-XB'],
    ['the choice where the switch names none that is offered', { asked: 'ja', chosen: 'de', system: ['en'] }, 'de'],
    ['the choice before the system', { chosen: 'de', system: ['pt-BR'] }, 'de'],
    ['the system where nothing is chosen', { chosen: 'system', system: ['nl', 'pt'] }, 'pt-BR'],
    ['the system where the chosen one is no longer offered', { chosen: 'ja', system: ['de'] }, 'de'],
    ['English where nothing fits', { chosen: 'system', system: ['nl'] }, 'en'],
    ['no pseudo-locale by the system', { chosen: 'system', system: ['en-XA', 'de'] }, 'en'],
  ] as const)('is %s', (_, given, language) => expect(languageOf(given, offered)).toBe(language))
})

it('a choice overrides the switch; only a run for tests is in its pseudo-locale again with the system’s language', () => {
  expect([switchAfter('de', 'fr'), switchAfter('de', 'system'), switchAfter('en-XA', 'de')]).toEqual([undefined, undefined, undefined])
  expect(switchAfter('en-XA', 'system')).toBe('en-XA')
})

describe('a language', () => {
  it('is offered once it is translated', () => {
    expect(OFFERED).toEqual(['en', ...LANGUAGES.filter((each) => translated.includes(each))])
    expect(LANGUAGES).toEqual(expect.arrayContaining([...translated]))
  })

  it('names itself, as Unicode has it, with a capital', () => {
    const inUnicode = LANGUAGES.map((each) => new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? '')
    expect(LANGUAGES.map(nameOfLanguage)).toEqual(inUnicode.map((name) => name.replace(/^./u, (first) => first.toUpperCase())))
  })

  it('runs from left to right, and the second pseudo-locale the other way', () => {
    expect(new Set(LANGUAGES.map(directionOf))).toEqual(new Set(['ltr']))
    expect([directionOf('en-XA'), directionOf('en-XB')]).toEqual(['ltr', 'rtl'])
  })
})
