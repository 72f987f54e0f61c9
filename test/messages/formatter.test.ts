import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it, vi } from 'vitest'
import { defineMessages, type Message, verbatim } from '#machines/messages/message.ts'
import { createFormatter, type MessageCatalog } from '#messages/formatter.ts'
import { OFFERED } from '#messages/languages.ts'
import { slim } from '../../tools/messages.mjs'

const TEXTS = {
  'test.plain': 'Nothing is planned',
  'test.keys': '{count, plural, one {# key of {owner}} other {# keys of {owner}}}',
  'test.list': 'Read {what}',
  'test.outer': 'Step 3: {reason}',
  'test.day': 'Expires {at, date, day}',
  'test.size': 'Text at {size, number, percent}',
  'test.pair': '{first}{second}, then {first}',
  'test.braces': "Write '{owner}' for {owner}",
}
const compiled = (text: string) => slim(parse(text, { captureLocation: false }))
const catalog: MessageCatalog = Object.fromEntries(Object.entries(TEXTS).map(([id, text]) => [id, compiled(text)]))
const messages = defineMessages({
  plain: { id: 'test.plain', defaultMessage: 'Nothing is planned' },
  keys: { id: 'test.keys', defaultMessage: '{count, plural, one {# key of {owner}} other {# keys of {owner}}}' },
  list: { id: 'test.list', defaultMessage: 'Read {what}' },
  outer: { id: 'test.outer', defaultMessage: 'Step 3: {reason}' },
  day: { id: 'test.day', defaultMessage: 'Expires {at, date, day}' },
  pair: { id: 'test.pair', defaultMessage: '{first}{second}, then {first}' },
})
const english = createFormatter('en', catalog)

describe('the formatter', () => {
  it.each([
    ['a plain message', messages.plain, 'Nothing is planned'],
    ['one of a count', messages.keys({ count: 1, owner: 'Ada' }), '1 key of Ada'],
    ['many of a count, grouped', messages.keys({ count: 1200, owner: 'Ada' }), '1,200 keys of Ada'],
    ['a message inside another', messages.outer({ reason: messages.plain }), 'Step 3: Nothing is planned'],
    ['a list as the language joins it', messages.list({ what: ['a', messages.plain, verbatim('c')] }), 'Read a, Nothing is planned, and c'],
    [
      'alternatives as the language joins them',
      messages.list({ what: { anyOf: ['a', messages.plain, verbatim('c')] } }),
      'Read a, Nothing is planned, or c',
    ],
    ['a share', { messageId: 'test.size', values: { size: 1.25 } }, 'Text at 125%'],
    ['a date', messages.day({ at: Date.UTC(2026, 10, 25, 12) }), 'Expires Nov 25, 2026'],
    ['a date beyond every calendar as it was given', messages.day({ at: 8.64e15 + 1 }), 'Expires 8640000000000001'],
    ['no date at all as it was given', messages.day({ at: Number.NaN }), 'Expires NaN'],
    ['text from outside, with any content', verbatim('{count} <b>'), '{count} <b>'],
    ['a value twice, with nothing before it', messages.pair({ first: 'a', second: '' }), 'a, then a'],
    ['braces that stand for no value', { messageId: 'test.braces', values: { owner: 'Ada' } }, 'Write {owner} for Ada'],
    ['values with braces, untouched', messages.outer({ reason: '{owner}' }), 'Step 3: {owner}'],
  ])('says %s', (_, message, text) => {
    expect(english.text(message)).toBe(text)
  })

  it.each<[id: string, values: Message['values']]>([
    ['test.outer', {}],
    ['test.keys', {}],
    ['test.keys', { owner: 'Ada' }],
    ['test.pair', { first: 'a', place: 'b' }],
    ['__proto__', { name: 'b' }],
    ['constructor', {}],
    ['toString', { name: 'b' }],
  ])(
    'shows a message of a record whose values aren’t those of the text, or that there isn’t, by ID and values: %s %j',
    (messageId, values = {}) => {
      const shown = [messageId, ...Object.entries(values).map(([name, value]) => `${name}: ${value}`)].join(' · ')
      expect(english.text({ messageId, values })).toBe(shown)
      expect(english.all([{ messageId, values }, messages.plain])).toEqual([shown, 'Nothing is planned'])
    },
  )

  it.each(['test.outer', 'test.keys'])('says a message without a value that it needs to who asked for it: %s', (messageId) => {
    const strict = createFormatter('en', catalog, catalog, {
      onMisfit: (error) => {
        throw error
      },
    })
    expect(() => strict.text({ messageId, values: {} })).toThrow(/value|variable/)
    expect(() => strict.inZone('UTC').text({ messageId, values: {} })).toThrow(/value|variable/)
  })

  it.each(OFFERED)('writes whole numbers below 1,000 as digits alone, as %s does', (locale) => {
    const formatter = createFormatter(locale, { 'test.number': parse('{count, number}', { captureLocation: false }) })
    const grouped = new Intl.NumberFormat(locale)
    for (const count of [0, 7, 42, 999, 1000, 12_345, -1, 0.5, Number.NaN])
      expect(formatter.text({ messageId: 'test.number', values: { count } })).toBe(grouped.format(count))
  })

  it('asks nothing about number formats for a small count: the first question loads those of every language', () => {
    const formats = vi.spyOn(Intl, 'NumberFormat')
    try {
      const formatter = createFormatter('en', catalog)
      expect(formatter.text(messages.keys({ count: 3, owner: 'Ada' }))).toBe('3 keys of Ada')
      expect(formats).not.toHaveBeenCalled()
    } finally {
      formats.mockRestore()
    }
  })

  it('keeps no syntax tree where names stand for all values', () => {
    const texts = ['test.plain', 'test.outer', 'test.pair', 'test.braces', 'test.day'].map((id) => typeof catalog[id])
    expect(texts).toEqual(['string', 'string', 'string', 'object', 'object'])
  })

  it('formats every text inside a value and nothing else', () => {
    const given = { title: messages.plain, count: 2, rows: [{ at: 1, label: verbatim('x') }], absent: undefined, id: 'F-101' }
    expect(english.all(given)).toEqual({
      title: 'Nothing is planned',
      count: 2,
      rows: [{ at: 1, label: 'x' }],
      absent: undefined,
      id: 'F-101',
    })
  })

  it('formats a part that two views share once', () => {
    const { all } = createFormatter('en', catalog)
    const findings = [{ title: messages.plain }]
    const [first, next] = [all({ findings, at: 1 }), all({ findings, at: 2 })]
    expect(next).toEqual({ findings: [{ title: 'Nothing is planned' }], at: 2 })
    expect(next.findings).toBe(first.findings)
  })

  it('falls back to English for what a language does not have yet, and shows an unknown message by its ID and values', () => {
    const german = createFormatter('de', { 'test.plain': 'Nichts ist geplant' }, catalog)
    expect(german.text(messages.plain)).toBe('Nichts ist geplant')
    expect(german.text(messages.outer({ reason: messages.plain }))).toBe('Step 3: Nichts ist geplant')
    expect(german.text({ messageId: 'test.newer', values: { count: 3 } })).toBe('test.newer · count: 3')
  })
})
