import { describe, expect, it } from 'vitest'
import { defineMessages } from '#machines/messages/message.ts'

const messages = defineMessages('test', {
  plain: 'Nothing to fill.',
  keys: '{count, plural, one {# key of {owner}} other {# keys of {owner}}}, since {at, date, day}',
  state: { id: 'test.state', defaultMessage: '{state, select, on {on} other {off}}' },
  inside: { plain: 'Nothing to fill here.', count: '{count, number} keys' },
})

// Each `@ts-expect-error` fails the type check of `npm run check` where the line beneath it compiles.
describe('a message whose values do not fit does not compile', () => {
  it('when one is missing, also inside a branch', () => {
    // @ts-expect-error `owner` is missing
    expect(messages.keys({ count: 1, at: 0 }).messageId).toBe('test.keys')
  })

  it('when one is misspelled', () => {
    // @ts-expect-error `onwer` is no place of the text
    expect(messages.keys({ count: 1, onwer: 'Ada', at: 0 }).messageId).toBe('test.keys')
  })

  it('when one is more than the text has places for', () => {
    // @ts-expect-error `size` is no place of the text
    expect(messages.keys({ count: 1, owner: 'Ada', at: 0, size: 2 }).messageId).toBe('test.keys')
  })

  it('when a number or a date is given as a text', () => {
    // @ts-expect-error `count` is counted
    expect(messages.keys({ count: '1', owner: 'Ada', at: 0 }).messageId).toBe('test.keys')
    // @ts-expect-error `at` is formatted as a date
    expect(messages.keys({ count: 1, owner: 'Ada', at: 'today' }).messageId).toBe('test.keys')
  })

  it('when a choice is no word', () => {
    // @ts-expect-error `state` is one of the words in the text
    expect(messages.state({ state: true }).messageId).toBe('test.state')
  })

  it('when there is nothing to fill', () => {
    // @ts-expect-error a constant takes no values
    expect(() => messages.plain({ count: 1 })).toThrow(TypeError)
  })

  it('also inside of a group that is inside of a group', () => {
    // @ts-expect-error `count` is missing
    expect(messages.inside.count({}).messageId).toBe('test.inside.count')
    expect(messages.inside.plain).toEqual({ messageId: 'test.inside.plain' })
  })

  it('and compiles when they fit', () => {
    expect(messages.keys({ count: 2, owner: { verbatim: 'Ada' }, at: 0 })).toEqual({
      messageId: 'test.keys',
      values: { count: 2, owner: { verbatim: 'Ada' }, at: 0 },
    })
    expect(messages.plain).toEqual({ messageId: 'test.plain' })
  })
})
