import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiLine, oneLine, plainSigns } from '#node/exporters/text.ts'
import { HOSTILE } from './samples.ts'

describe('text in a comment', () => {
  it('is one line in every language, with any content', () => {
    for (const text of HOSTILE) expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u.test(oneLine(text))))
  })

  it('has the signs of the keyboard instead of typographic ones', () => {
    expect(plainSigns('The policy’s “identity” – one → two…')).toBe('The policy\'s "identity" - one -> two...')
  })

  it('is ASCII where the code page may be another', () => {
    expect(asciiLine('Müllers’ environment\nProduktion')).toBe("M?llers' environment Produktion")
  })
})
