import { describe, expect, it } from 'vitest'
import { excerptOf, messageText } from '#node/services/azure/service-text.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const SIGNATURE = 'c2lnbmF0dXJlIG9mIHRoZSB0b2tlbg'
const TOKEN = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ sub: 'ada', tid: '6b1f5d2e' })}.${SIGNATURE}`

const between = (character: string): string => [...TOKEN].join(character)

describe('a token with invisible characters in it', () => {
  it.each([
    ['UTF-16 read as UTF-8', Buffer.from(TOKEN, 'utf16le').toString('utf8')],
    ['UTF-32 read as UTF-8', between('\0\0\0')],
    ['a control character between all', between('\u0001')],
    ['a mark of direction between all', between('\u200E')],
    ['a mark of direction in its middle', `${TOKEN.slice(0, 50)}\u200E${TOKEN.slice(50)}`],
  ])('is removed from what a service says: %s', (_, form) => {
    for (const said of [messageText(`Refused: ${form} (trace 1)`), excerptOf(`<p>Refused: ${form} (trace 1)`)]) {
      expect(said).toMatch(/Refused: \[removed\] \(trace 1\)$/)
    }
  })
})

describe('what a service says', () => {
  it('keeps its lines, without what can’t be seen', () => {
    expect(messageText('One\r\ntwo\u202E\tthree\0')).toBe('One\r\ntwo\tthree')
  })

  it('is one line as an excerpt of a page', () => {
    expect(excerptOf('<p>\n  One\u2028two\0</p>')).toBe('<p> One two</p>')
  })

  it('has no tokens of a form that it repeats', () => {
    expect(messageText('a=b&refresh_token=0.AXkAabcdef&id_token=x.y&client_assertion=zzz&d=e')).toBe(
      'a=b&refresh_token=[removed]&id_token=[removed]&client_assertion=[removed]&d=e',
    )
  })
})
