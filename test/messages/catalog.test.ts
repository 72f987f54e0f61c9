import { isDeepStrictEqual } from 'node:util'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import type { MessageValues } from '#machines/messages/display-text.ts'
import { defineMessages, type Message } from '#machines/messages/message.ts'
import { createFormatter } from '#messages/formatter.ts'
import { branchProblems } from '../../tools/message-branches.mjs'
import {
  completeLanguages,
  extractMessages,
  pseudoLocalized,
  rewordedSince,
  rightToLeft,
  verifyMessages,
  withBuiltMessages,
  withNew,
} from '../../tools/messages.mjs'
import { isUntranslated } from '../../tools/same-as-english.mjs'

/** As `machines/messages/arguments.ts` reads a text: without the parser's own grammar. */
function argumentsByBraces(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const stack: ('text' | 'branches')[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}') stack.shift()
    if (text[at] !== '{') continue
    if (stack[0] === 'branches') {
      stack.unshift('text')
      continue
    }
    const head = text.slice(at + 1, text.indexOf('}', at))
    const [name = '', kind = ''] = head.split(',').map((part) => part.trim())
    found.add(name)
    if (head.includes(',') && /^(plural|select)/.test(kind)) {
      stack.unshift('branches')
      at = text.indexOf(',', at)
    } else at = text.indexOf('}', at)
  }
  return found
}

function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((each) => {
    if (each.type === TYPE.literal || each.type === TYPE.pound) return []
    if (each.type === TYPE.tag) return argumentsOf(each.children)
    const inner = 'options' in each ? Object.values(each.options).flatMap(({ value }) => argumentsOf(value)) : []
    return [each.value, ...inner]
  })
}

/** @returns why it isn't ICU MessageFormat, where it isn't */
function parsed(text: string): ReadonlySet<string> | string {
  try {
    return new Set(argumentsOf(parse(text, { ignoreTag: true })))
  } catch (error) {
    return String(error)
  }
}

const all = Object.entries(extractMessages(['window', 'main']))

describe('the message catalog', () => {
  it('holds messages', () => expect(all.length).toBeGreaterThan(0))

  // One test for all: a test of its own for each of thousands takes longer than what it looks at.
  it('is ICU MessageFormat, and the compiler reads the same values from each message as the parser does', () => {
    const differing = all.filter(([, { defaultMessage }]) => !isDeepStrictEqual(argumentsByBraces(defaultMessage), parsed(defaultMessage)))
    expect(differing).toEqual([])
  })

  it('has no message with a double space or a space at its ends, and no odd ID', () => {
    expect(all.filter(([id]) => !/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$/.test(id))).toEqual([])
    expect(all.filter(([, { defaultMessage }]) => / {2}|^\s|\s$/.test(defaultMessage))).toEqual([])
  })
})

describe('the pseudo-locale en-XA', () => {
  it('accents the words, keeps the values, and is longer', () => {
    const text = 'The {count, plural, one {key} other {keys}} of {owner}'
    const elements = pseudoLocalized(parse(text))
    expect(argumentsOf(elements)).toEqual(argumentsOf(parse(text)))
    expect(elements[0]).toEqual({ type: TYPE.literal, value: '[' })
    expect(JSON.stringify(elements)).toContain('ķéẋ'.slice(0, 2))
    expect(JSON.stringify(elements)).not.toContain('The')
  })

  it('adds no word that is longer than a word may be', () => {
    const words = JSON.stringify(pseudoLocalized(parse('a '.repeat(200)))).match(/~+/g) ?? []
    expect(words.join('').length).toBe(160)
    expect(Math.max(...words.map((word) => word.length))).toBe(8)
  })
})

describe('the pseudo-locale en-XB', () => {
  it('runs its words from right to left in every branch, and keeps values and spaces where they are', () => {
    const text = 'Of {owner}: {count, plural, one {# key} other {# keys}}'
    const elements = rightToLeft(parse(text))
    expect(argumentsOf(elements)).toEqual(argumentsOf(parse(text)))
    expect(elements[0]).toMatchObject({ value: '\u202eOf\u202c ' })
    expect(JSON.stringify(elements)).toContain(' \u202ekeys\u202c')
  })
})

describe('the branches of a translation', () => {
  const keys = '{count, plural, one {# key of {owner}} other {# keys of {owner}}}'
  const state = '{state, select, on {On} off {Off} other {Unknown}}'

  it.each([
    ['de', keys, '{owner}: {count, plural, one {# Schlüssel} other {# Schlüssel}}'],
    ['ja', keys, '{owner} のキー {count, plural, other {# 個}}'],
    ['fr', keys, '{count, plural, one {# clé de {owner}} many {# de clés de {owner}} other {# clés de {owner}}}'],
    ['de', state, '{state, select, off {Aus} on {Ein} other {Unbekannt}}'],
    ['de', '{count, plural, =0 {None} other {#}}', '{count, plural, =0 {Keine} other {#}}'],
  ])('fit in %s: %s', (locale, english, translated) => expect(branchProblems(english, translated, locale)).toEqual([]))

  it.each([
    ['a form of the language is missing', keys, '{count, plural, other {# Schlüssel von {owner}}}', '{count, cardinal} has no branch one'],
    [
      'a form is none of the language',
      keys,
      '{count, plural, one {# {owner}} few {# {owner}} other {# {owner}}}',
      '{count, cardinal} has a branch few that nothing chooses',
    ],
    ['a case is missing', state, '{state, select, on {Ein} other {Unbekannt}}', '{state, select} has no branch off'],
    [
      'a case is translated by its name',
      state,
      '{state, select, on {Ein} aus {Aus} off {Aus} other {?}}',
      '{state, select} has a branch aus that nothing chooses',
    ],
    ['nothing is counted', keys, '{count} Schlüssel von {owner}', '{count, cardinal} is missing'],
    ['one branch lacks a value', keys, '{count, plural, one {# Schlüssel} other {# von {owner}}}', 'a branch does not say {owner}'],
    ['an exact number is missing', '{n, plural, =0 {None} other {#}}', '{n, plural, other {#}}', '{n, cardinal} has no branch =0'],
  ])('do not fit where %s', (_, english, translated, problem) => expect(branchProblems(english, translated, 'de')).toContain(problem))
})

describe('another language', () => {
  const en = { 'key.size': 'The key has {size} bits.' }

  it('fits where it has every message with the same values', () => {
    expect(() => verifyMessages({ en, de: { 'key.size': '{size} Bit hat der Schlüssel.' } })).not.toThrow()
  })

  it.each([
    ['a message is missing', {}, /Missing translation keys.*\n?key\.size/],
    ['it has a message that English lacks', { ...en, 'key.color': 'Grün' }, /Extra translation keys.*\n?key\.color/],
    ['a value is missing', { 'key.size': 'Der Schlüssel ist zu klein.' }, /key\.size: Different number of variables/],
    ['a value is another', { 'key.size': '{bits} Bit' }, /key\.size: Missing variable size/],
  ])('does not fit where %s', (_, de, problem) => {
    expect(() => verifyMessages({ en, de })).toThrow(problem)
  })

  it('does not fit where only a branch differs', () => {
    const catalogs = {
      en: { 'key.state': '{state, select, on {On} other {Off}}' },
      de: { 'key.state': '{state, select, ein {Ein} other {Aus}}' },
    }
    expect(() => verifyMessages(catalogs)).toThrow(/de key\.state: \{state, select\} has no branch on/)
  })

  it('does not fit where it was left in English', () => {
    const catalogs = {
      en: { 'key.add': 'Add a key', 'app.version': 'Version {number}' },
      de: { 'key.add': 'Add a key', 'app.version': 'Version {number}' },
    }
    expect(() => verifyMessages(catalogs)).toThrow(/not fit:\nde key\.add: “Add a key” is not translated\..*$/)
  })
})

describe('a text that is the same in English and in another language', () => {
  it.each([
    ['only values and signs', '{first}; {next}', false],
    ['names of Microsoft', 'Microsoft.PowerPlatform: {state}. Power Automate', false],
    ['words that German shares', 'In Power Platform: {roles}. Version {version}', false],
    ['another word as well', 'Version {version} found', true],
    ['another word in a branch', '{count, plural, one {Version} other {{count} versions}}', true],
  ])('of %s is untranslated: %s, %s', (_, text, untranslated) => expect(isUntranslated(text, text, 'de')).toBe(untranslated))

  it('is untranslated by the words of that language', () => expect(isUntranslated('Region', 'Region', 'fr')).toBe(true))
})

describe('the languages that are offered', () => {
  const english = { 'a.one': {}, 'a.two': {} }

  it.each([
    ['has a message too few', { de: { 'a.one': '1' } }, []],
    ['has every message', { de: { 'a.one': '1', 'a.two': '2' } }, ['de']],
    ['has one more', { de: { 'a.one': '1', 'a.two': '2', 'a.three': '3' } }, ['de']],
    ['is beside one that is', { ja: { 'a.one': '1', 'a.two': '2' }, fr: {}, de: { 'a.one': '1', 'a.two': '2' } }, ['de', 'ja']],
  ])('are those with every message: one %s', (_, translated, complete) => expect(completeLanguages(english, translated)).toEqual(complete))
})

describe('the sources of a bundle', () => {
  const source = `const m = defineMessages('x', { a: 'Plain’s', b: make('x.b'), c: { id: 'x.y.c', defaultMessage: 'Of {n}', description: 'd' } })`

  it('keep of each message its ID, and whether it has values', () => {
    expect(withBuiltMessages(source, 'messages.ts')).toBe('const m = defineMessages({ a: "x.a", b: make(\'x.b\'), c: "{x.y.c" })')
  })

  it('name a group, or not', () => {
    const each = `defineMessages({ 'a-1': { id: 'x.a', defaultMessage: 'One' } }); defineMessages('x.y', { 'a-1': \`One\` })`
    expect(withBuiltMessages(each, 'messages.ts')).toBe(`defineMessages({ 'a-1': "x.a" }); defineMessages({ 'a-1': "x.y.a-1" })`)
    expect(defineMessages('x.y', { 'a-1': 'One' })).toEqual({ 'a-1': { messageId: 'x.y.a-1' } })
  })

  it('keep a group inside of a group', () => {
    const nested = "defineMessages('x', { y: { a: 'One', b: '{n} keys', c: { id: 'z.c', defaultMessage: 'Three' } } })"
    expect(withBuiltMessages(nested, 'messages.ts')).toBe('defineMessages({ y: { a: "x.y.a", b: "{x.y.b", c: "z.c" } })')
  })

  it('keep the English text, compiled, where it is in no catalog', () => {
    expect(withBuiltMessages(source, 'messages.ts', /^x\./)).toBe(
      `const m = defineMessages({ a: ["x.a","Plain’s"], b: make('x.b'), c: ["{x.y.c","Of {n}"] })`,
    )
  })

  it('make messages that are said in English without a catalog, and in another language with one', () => {
    // As a bundle calls it: the sources are typed by their descriptors.
    const make: (descriptors: object) => unknown = (descriptors) => Reflect.apply(defineMessages, undefined, [descriptors])
    const kept = make({
      a: ['x.a', 'Plain'],
      c: ['{x.c', 'Of {n}'],
      inside: { b: ['x.inside.b', 'Inside'] },
    }) as {
      a: Message
      inside: { b: Message }
      c: (values: MessageValues) => Message
    }
    const english = createFormatter('en', {})
    expect([english.text(kept.a), english.text(kept.c({ n: '3' }))]).toEqual(['Plain', 'Of 3'])
    expect(english.text(kept.inside.b)).toBe('Inside')
    expect(createFormatter('de', { 'x.a': 'Klar' }).text(kept.a)).toBe('Klar')
    expect(JSON.stringify(kept.c({ n: '3' }))).toBe('{"messageId":"x.c","values":{"n":"3"}}')
    expect(make({ a: 'x.a' })).toEqual({ a: { messageId: 'x.a' } })
  })
})

describe('the English that translations follow', () => {
  const followed = { 'a.gone': 'Gone', 'a.reworded': 'Before', 'a.same': 'Same' }
  const now = [
    ['a.same', 'Same'],
    ['a.reworded', 'After'],
    ['a.new', 'New'],
  ] as const

  it('names what is new or reworded since it was translated', () => {
    expect(rewordedSince(followed, now)).toEqual(['a.reworded', 'a.new'])
  })

  it('takes what is new, in order, without what is gone, and stays behind what is reworded', () => {
    expect(Object.entries(withNew(followed, now))).toEqual([
      ['a.new', 'New'],
      ['a.reworded', 'Before'],
      ['a.same', 'Same'],
    ])
  })
})
