import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#machines/procedure/catalog/entries.ts'
import { holdAgainstCode } from './handling.ts'
import { asMarkdown, asText, closingLine } from './table.ts'

const { handled, unknown } = await holdAgainstCode()

/** How many entries each group of the catalogue had at least; an ID never goes away. */
const GROUPS = { '0': 10, '1': 18, '2': 4, '3': 3, '4': 14, '5': 5, '6': 6, '7': 3, '8': 6, '9': 14, A: 19 } as const

describe('the failure catalogue', () => {
  it('has every entry once, numbered without a gap', () => {
    const ids = CATALOGUE.map(({ id }) => id)
    const expected = Object.entries(GROUPS).flatMap(([group, least]) => {
      const size = Math.max(least, ids.filter((id) => id.startsWith(`F-${group}`)).length)
      return Array.from({ length: size }, (_, index) => `F-${group}${String(index + 1).padStart(2, '0')}`)
    })
    expect(ids).toEqual(expected)
  })

  it('is handled completely: each entry is found or explained as it says', () => {
    expect(handled.filter(({ missing }) => missing).map(({ entry }) => `${entry.id}: no ${entry.by}`)).toEqual([])
  })

  it('has every id that the code names', () => {
    expect(unknown).toEqual([])
  })

  it('says what goes wrong in a line, and why what cannot be observed cannot', () => {
    for (const entry of CATALOGUE) {
      expect(entry.title).toMatch(/^\p{Lu}[^']+[^'.]$/u)
      if (entry.by === 'not-observable') expect(entry.reason).toMatch(/^\p{Lu}.{20,}[^.]$/u)
    }
  })

  it('counts every entry as one of the three kinds', () => {
    const [entries = 0, checks = 0, guidance = 0, notObservable = 0, missing] = (closingLine(handled).match(/\d+/g) ?? []).map(Number)
    expect(entries).toBe(CATALOGUE.length)
    expect(checks + guidance + notObservable).toBe(entries)
    expect(missing).toBe(0)
    expect(asText(handled).trimEnd().split('\n')).toHaveLength(entries + 3)
  })

  it('notices an entry that nothing handles', () => {
    const [first] = handled
    if (!first) throw new Error('The catalogue is empty.')
    expect(closingLine([{ ...first, how: [], missing: true }])).toMatch(/, 1 missing$/)
    expect(asText([{ ...first, how: [], missing: true }])).toContain('MISSING')
  })

  it('is written down in docs/catalogue.md as the code has it', () => {
    expect(readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')).toBe(asMarkdown(handled))
  })
})
