import { describe, expect, it } from 'vitest'
import type { DisplayText } from '#machines/messages/message.ts'
import { verbatim } from '#machines/messages/message.ts'
import { sameText } from '#machines/messages/same-text.ts'

const role = (name: DisplayText, count = 1): DisplayText => ({ messageId: 'a.role', values: { name, count } })

describe('two texts say the same', () => {
  it.each([
    ['one message without values', { messageId: 'a.b' }, { messageId: 'a.b' }],
    ['the same values', role(verbatim('Reader')), role(verbatim('Reader'))],
    ['the same message inside', role({ messageId: 'a.b' }), role({ messageId: 'a.b' })],
    ['the same list', { messageId: 'a.b', values: { all: ['x', 'y'] } }, { messageId: 'a.b', values: { all: ['x', 'y'] } }],
    ['the same words from outside', verbatim('kv'), verbatim('kv')],
  ] satisfies readonly (readonly [string, DisplayText, DisplayText])[])('%s', (_, one, other) => expect(sameText(one, other)).toBe(true))
})

describe('two texts differ', () => {
  it.each([
    ['in the message', { messageId: 'a.b' }, { messageId: 'a.c' }],
    ['in a value', role(verbatim('Reader')), role(verbatim('Owner'))],
    ['in a number', role(verbatim('Reader'), 1), role(verbatim('Reader'), 2)],
    ['in a message inside', role({ messageId: 'a.b' }), role({ messageId: 'a.c' })],
    ['in a list', { messageId: 'a.b', values: { all: ['x', 'y'] } }, { messageId: 'a.b', values: { all: ['x'] } }],
    ['where only one has a value', { messageId: 'a.b', values: { all: 'x' } }, { messageId: 'a.b' }],
    ['a message from words', { messageId: 'a.b' }, verbatim('a.b')],
  ] satisfies readonly (readonly [string, DisplayText, DisplayText])[])('%s', (_, one, other) => expect(sameText(one, other)).toBe(false))
})
