import { describe, expect, it } from 'vitest'
import { withoutSecrets, withoutValues } from '#node/services/azure/secrets-in-text.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const TOKEN = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ sub: 'ada', tid: '6b1f5d2e' })}.c2lnbmF0dXJl`

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const percent = (text: string): string => [...text].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('')
const unicode = (text: string): string => [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in base64', base64],
  ['in base64url', (text) => Buffer.from(text).toString('base64url')],
  ['in base64 behind a word', (text) => base64(`Bearer ${text}`)],
  ['in base64 behind two', (text) => base64(`a: ${text}`)],
  ['in lines of base64', (text) => base64(`Authorization: ${text}`).replaceAll(/.{76}/g, '$&\r\n')],
  ['in base64 in a path', (text) => `https://host/a/${base64(text)}`],
  ['in base64 of UTF-16', (text) => Buffer.from(text, 'utf16le').toString('base64')],
  ['in base64 twice', (text) => base64(base64(text))],
  ['in hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['in hexadecimal, large', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['behind an escaped space', (text) => `Bearer%20${text}`],
  ['behind an escaped equals sign', (text) => `token%3D${text}`],
  ['percent-encoded', percent],
  ['behind an escaped line break', (text) => `line\\n${text}`],
  ['behind an escaped quote', (text) => `\\u0022${text}`],
  ['escaped as JSON can', unicode],
  ['in base64 in JSON', (text) => JSON.stringify({ innererror: { token: base64(text) } })],
]

/** No part of the token that could be used is left in any form. */
const remains = (text: string): boolean => {
  const [, payload = '', signature = ''] = TOKEN.split('.')
  return FORMS.some(([, form]) => [payload, signature].some((part) => text.includes(form(part).slice(4, -4))))
}

describe('a token that a service repeats', () => {
  it.each(FORMS)('is removed: %s', (_, form) => {
    const left = withoutSecrets(`It was refused: ${form(TOKEN)} (trace 1)`)
    expect(left).toContain('[removed]')
    expect(left).toMatch(/^It was refused: .*\(trace 1\)$/s)
    expect(remains(left)).toBe(false)
  })
})

/** How mails, headers and encoders break long lines. */
const BREAKS: readonly (readonly [string, string])[] = [
  ['lines', '\r\n'],
  ['lines of Unix', '\n'],
  ['lines that begin with a space', '\r\n '],
  ['lines of quoted-printable', '=\r\n'],
  ['lines that JSON escapes', '\\r\\n'],
  ['lines that an address escapes', '%0D%0A'],
]

describe('a secret in lines', () => {
  const folded = (text: string, width: number, end: string): string => text.replaceAll(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${end}`)
  const unfolded = (text: string): string => text.replaceAll(/=?\r?\n ?|\\r\\n|%0D%0A/g, '')
  const FOLDED = FORMS.filter(([name]) => !/in lines|in JSON$/.test(name))

  it.each(BREAKS)('is removed with each encoding, however long they are: %s', (_, end) => {
    for (const [name, form] of FOLDED)
      for (const width of [40, 64, 76, 130]) {
        const left = withoutSecrets(`It was refused: ${folded(form(TOKEN), width, end)} (trace 1)`)
        expect(left, `${name}, ${width}`).toContain('[removed]')
        expect(left, `${name}, ${width}`).toMatch(/^It was refused: .*\(trace 1\)$/s)
        expect(remains(unfolded(left)), `${name}, ${width}`).toBe(false)
      }
  })

  it.each(BREAKS.slice(0, 4))('is removed wherever it is broken: %s', (_, end) => {
    for (let width = 3; width < TOKEN.length; width++) expect(remains(unfolded(withoutSecrets(folded(TOKEN, width, end))))).toBe(false)
  })

  it.each(BREAKS.slice(0, 4))('is removed from a header and an address: %s', (_, end) => {
    const opaque = 'q7Zx'.repeat(30)
    for (const width of [20, 33, 64, 76]) {
      expect(unfolded(withoutSecrets(`Authorization: Bearer ${folded(opaque, width, end)}`))).not.toContain('q7Zx')
      expect(unfolded(withoutSecrets(folded(`https://contoso.example/a?sv=2026&sig=${opaque}&se=1`, width, end)))).not.toContain('q7Zx')
    }
  })

  it('that was sent is removed, too', () => {
    const secret = 'p~8Qplanted-secret-of-a-person/+7'
    for (const [, end] of BREAKS.slice(0, 4))
      for (const form of [(text: string) => text, base64, (text: string) => base64(`client:${text}`)])
        for (const width of [5, 12, 20, 30]) {
          const left = withoutValues(`It was refused: ${folded(form(secret), width, end)} (trace 1)`, [secret])
          expect(unfolded(left)).not.toContain('planted')
          expect(unfolded(left)).not.toContain(base64('planted').slice(0, 8))
          expect(left).toContain('[removed]')
        }
  })
})

describe('what is no secret', () => {
  it.each([
    'Correlation ID: 0a1b2c3d-0000-4000-8000-00000000000b Timestamp: 2026-11-24 10:00:00Z',
    '/subscriptions/0a1b2c3d00004000800000000000000b/resourceGroups/rg-contoso/providers/Microsoft.KeyVault/vaults/kv-contoso',
    'keyJournal.entries and monkeyJungle.something stay',
    'A digest: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    base64('This text has no token, whatever its length may be, and stays.'),
    base64('This text has no token, whatever its length may be, and stays.').replaceAll(/.{20}/g, '$&\r\n'),
    'AADSTS50076: Due to a change, you must use multifactor authentication.\r\nTrace ID: 0a1b\r\nTimestamp: 2026-11-24 10:00:00Z',
    'The scheme is Bearer\r\nand nothing follows',
    'https://learn.microsoft.com/power-platform/admin/customer-managed-key%20and%20more',
  ])('stays as it is: %s', (text) => {
    expect(withoutSecrets(text)).toBe(text)
  })

  it('of 16,000 characters is read in no time', () => {
    const began = performance.now()
    for (const each of [
      'a\n'.repeat(8000),
      `Bearer ${'a\n'.repeat(8000)}`,
      'ZXlK'.repeat(4000),
      'a'.repeat(16_000),
      '%65'.repeat(5333),
      'eyJ'.repeat(5333),
      '\\u0065'.repeat(2666),
    ])
      withoutSecrets(each)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('a text that comes again', () => {
  const token = `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.c`

  it('is cleaned each time, also after thousands of others', () => {
    const others = Array.from({ length: 2500 }, (_, at) => `/subscriptions/${at}`)
    for (const text of [`before ${token}`, ...others, `before ${token}`, ...others])
      expect(withoutSecrets(text)).toBe(text.startsWith('before') ? 'before [removed]' : text)
  })

  it('is cleaned where it has become a part of one with a secret', () => {
    expect(withoutSecrets('Bearer')).toBe('Bearer')
    expect(withoutSecrets('Bearer abcdefgh1234')).toBe('Bearer [removed]')
  })
})

describe('a value that was sent', () => {
  const SECRET = 'p~8Q"planted & <secret>/+7'

  it.each([
    ...FORMS.filter(([name]) => !/twice|percent-encoded|can$/.test(name)),
    ['as in an address', encodeURIComponent] as const,
    ['as in a form', (text: string) => new URLSearchParams({ text }).toString()] as const,
    ['as in JSON', (text: string) => JSON.stringify(text)] as const,
    [
      'as in a page',
      (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ] as const,
    ['as in Basic authentication', (text: string) => base64(`client:${text}`)] as const,
  ])('is removed: %s', (name, form) => {
    const left = withoutValues(`It was refused: ${form(SECRET)} (trace 1)`, [SECRET])
    if (name !== 'in lines of base64') expect(left).toContain('[removed]')
    expect(left).not.toContain('planted')
    expect(left).not.toContain(base64('planted').slice(0, 8))
  })

  it('that is short is removed as it is alone, and ordinary words stay', () => {
    expect(withoutValues('The pass1 of abc', ['pass1', 'abc'])).toBe('The [removed] of abc')
  })
})
