import { describe, expect, it } from 'vitest'
import type { Message } from '#machines/messages/message.ts'
import { validateTagName, validateTags, validateTagValue } from '#machines/procedure/tag-rules.ts'
import { english } from '../../english.ts'

const said = (message: Message | undefined) => (message ? english.text(message) : 'fine')
const CHARACTERS = 'Don’t use < > % & \\ ? / = in a tag name, or start it with - or @.'
const RESERVED = 'Azure reserves tag names that start with microsoft, azure, or windows.'

describe('a tag’s name', () => {
  it.each([
    ['costCenter', 'fine'],
    ['cost center', 'fine'],
    ['Kostenstelle_ü-1.2:3', 'fine'],
    ['a'.repeat(512), 'fine'],
    ['a'.repeat(513), 'A tag name has at most 512 characters. This one has 513.'],
    ['', 'Enter a tag name.'],
    ['  ', 'Enter a tag name.'],
    ...['<', '>', '%', '&', '\\', '?', '/', '=', '\u0007', '\n'].map((sign) => [`a${sign}b`, CHARACTERS]),
    ['-x', CHARACTERS],
    ['@x', CHARACTERS],
    ['x-@', 'fine'],
    ['Microsoft.owner', RESERVED],
    ['azure', RESERVED],
    ['windowsServer', RESERVED],
    ['my azure', 'fine'],
  ])('%s: %s', (name, rule) => {
    expect(said(validateTagName(name))).toBe(rule)
  })
})

describe('a tag’s value', () => {
  it.each([
    ['', 'fine'],
    ['<anything> = & / 100 %', 'fine'],
    ['a'.repeat(256), 'fine'],
    ['a'.repeat(257), 'A tag value has at most 256 characters. This one has 257.'],
    ['a\u0000', 'A tag value can’t have control characters.'],
  ])('%s: %s', (value, rule) => {
    expect(said(validateTagValue(value))).toBe(rule)
  })
})

describe('the tags of a resource', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `t${index}`, value: '' }))
  it.each([
    ['none', [], 'fine'],
    ['fifty', many(50), 'fine'],
    ['fifty-one', many(51), 'A resource has at most 50 tags. Here are 51.'],
    [
      'two of one name',
      [
        { name: 'Owner', value: 'a' },
        { name: 'owner', value: 'b' },
      ],
      'Two tags are called owner. Azure ignores case.',
    ],
    [
      'one that breaks a rule',
      [
        { name: 'ok', value: '' },
        { name: 'a/b', value: '' },
      ],
      CHARACTERS,
    ],
  ])('%s', (_, tags, rule) => {
    expect(said(validateTags(tags))).toBe(rule)
  })
})
