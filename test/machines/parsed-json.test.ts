import { describe, expect, it } from 'vitest'
import { DEEPEST_JSON, excessIn, LONGEST_JSON, parsedJson, readJson } from '#machines/parsed-json.ts'
import { english } from '../english.ts'

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

const why = (text: string, longest?: number): string => {
  const read = readJson(text, longest)
  return read.ok ? 'read' : english.text(read.why)
}

describe('JSON from outside', () => {
  it('is read with the byte order mark of some editors', () => {
    expect(readJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } })
  })

  it('may be nested as deeply as the limit, and no deeper', () => {
    expect(readJson(nested(DEEPEST_JSON)).ok).toBe(true)
    expect(why(nested(DEEPEST_JSON + 1))).toBe('It’s nested more than 100 levels deep, so the wizard didn’t read it.')
  })

  it.each([
    ['brackets', '['.repeat(LONGEST_JSON)],
    ['objects', '{"a":'.repeat(LONGEST_JSON / 5)],
    ['brackets after a text with brackets and quotation marks', `["[[\\"]]\\\\",${'['.repeat(1_000_000)}`],
  ])('is refused before parsing where it nests %s without end', (_, text) => {
    expect(why(text)).toContain('nested more than')
  })

  it('may be as long as the limit, and no longer', () => {
    expect(readJson('"ab"', 4)).toEqual({ ok: true, value: 'ab' })
    expect(readJson('"abc"', 4)).toMatchObject({ ok: false, problem: 'too-long' })
    expect(why(' '.repeat(LONGEST_JSON + 1))).toBe('It’s longer than 16 MB, so the wizard didn’t read it.')
  })

  it('may have as many values as its length suggests, and no more', () => {
    expect(readJson(JSON.stringify(Array.from({ length: 60 }, () => 1)), 1_000).ok).toBe(true)
    expect(why(JSON.stringify(Array.from({ length: 70 }, () => 1)), 1_000)).toBe(
      'It has more than 63 values, so the wizard didn’t read it.',
    )
  })

  it.each(['', '{', 'undefined', '[1,]', '"', '"\\'])('is refused where it’s malformed: %s', (text) => {
    expect(readJson(text)).toMatchObject({ ok: false, problem: 'not-json' })
    expect(parsedJson(text)).toBeUndefined()
  })
})

describe('what is counted', () => {
  it('counts what is open at once, not what was closed', () => {
    expect(excessIn('[],'.repeat(1_000), { deepest: 1, most: 2_000 })).toBeUndefined()
  })

  it('doesn’t count brackets in texts', () => {
    expect(excessIn(JSON.stringify(['[{,"\\', { '[': '{,,' }]), { deepest: 2, most: 3 })).toBeUndefined()
  })
})
