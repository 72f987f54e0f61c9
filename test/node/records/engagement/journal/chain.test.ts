import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEFORE_THE_FIRST, type Line, nextLine, verifyChain, verifyText, writeLine } from '#node/records/engagement/journal/chain.ts'
import { canonicalJson } from '#node/services/canonical-json.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')

function journal(count: number): Line[] {
  const lines: Line[] = []
  for (let each = 0; each < count; each++)
    lines.push(nextLine(lines.at(-1), 'choice', { by: 'ada@contoso.example', told: `ü ${each} \u0007` }, AT + each))
  return lines
}

describe('canonical JSON', () => {
  it('is the same text in any order of the members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(canonicalJson({ b: [1, { c: 'x', d: null }] }))
    expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}')
  })

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 100 },
    )
  })

  it('sorts by UTF-16 code units and writes numbers as the example in RFC 8785, section 3.2.3, does', () => {
    const written = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonicalJson(JSON.parse(written))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
    const members = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\ud83d\ude00': 6, '\u0080': 3, '\u00f6': 4 }
    expect([...canonicalJson(members).matchAll(/:(\d)/g)].map(([, place]) => Number(place))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it.each([
    ['a function', () => 1],
    ['a function as a member', { told: () => 1 }],
    ['a number that is none', Number.NaN],
    ['a number without end as a member', [{ waited: Number.POSITIVE_INFINITY }]],
    ['nothing at all', undefined],
    ['a nesting without end', JSON.parse('['.repeat(5000) + ']'.repeat(5000))],
  ])('does not hold %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

describe('the chain of the journal', () => {
  it('holds for a journal that an earlier version wrote, and is written again byte for byte', async () => {
    const text = await readFile(path.join(import.meta.dirname, 'golden', 'journal-1.jsonl'), 'utf8')
    const written = text.trimEnd().split('\n')
    const verdict = verifyText(written)
    expect(verdict).toMatchObject({ ok: true, head: 'e4a08b40a98b0eeec4daefd6025361f01127e16a6ae03773a43a8ad3ce0c459c' })
    expect(verdict.lines.map(writeLine)).toEqual(written)
  })

  it('holds for what was written, and names the last hash', () => {
    const lines = journal(5)
    expect(verifyChain(lines)).toEqual({ ok: true, lines, head: lines[4]?.hash })
    expect(verifyChain([])).toEqual({ ok: true, lines: [], head: BEFORE_THE_FIRST })
  })

  it('keeps the time as it was read when the clock jumps back, notes it, and keeps the order', () => {
    const first = nextLine(undefined, 'choice', {}, AT)
    const second = nextLine(first, 'choice', {}, AT - 3_600_000)
    expect(second).toMatchObject({ sequence: 2, at: AT - 3_600_000, clockBack: 3_600_000 })
    expect(verifyChain([first, second]).ok).toBe(true)
  })

  const edits: readonly (readonly [string, (lines: Line[]) => unknown[], number])[] = [
    ['another word in the third line', (lines) => lines.with(2, { ...(lines[2] as Line), content: { by: 'eve@contoso.example' } }), 3],
    ['another time in the first line', (lines) => lines.with(0, { ...(lines[0] as Line), at: 0 }), 1],
    ['a line left out', (lines) => lines.toSpliced(1, 1), 2],
    ['two lines in another order', (lines) => lines.with(1, lines[2] as Line).with(2, lines[1] as Line), 2],
    ['a line put in', (lines) => lines.toSpliced(2, 0, nextLine(lines[1], 'choice', { put: 'in' }, AT)), 4],
    ['the first line left out', (lines) => lines.slice(1), 1],
    ['a member more', (lines) => lines.with(3, { ...(lines[3] as Line), more: 1 } as Line), 4],
    ['a time that no calendar has, with its hash', (lines) => lines.with(4, nextLine(lines[3], 'choice', {}, 1e300)), 5],
    ['no line at all', (lines) => (lines as unknown[]).with(1, 'hello'), 2],
    [
      'a nesting without end',
      (lines) => lines.with(1, { ...(lines[1] as Line), content: { deep: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) } }),
      2,
    ],
  ]
  it.each(edits)('names the first broken line for %s', (_, edit, brokenAt) => {
    const verdict = verifyChain(edit(journal(5)))
    expect(verdict).toMatchObject({ ok: false, brokenAt })
    expect(verdict.lines).toHaveLength(brokenAt - 1)
  })

  it('finds any byte that is changed in a file, even one that means the same', () => {
    const text = journal(3).map(writeLine).join('\n')
    const bytes = Buffer.from(text)
    for (let place = 0; place < bytes.length; place++) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 0x20
      expect(verifyText(changed.toString('utf8').split('\n')).ok, `byte ${place}: ${text[place]}`).toBe(false)
    }
  })

  it('cannot see lines cut off at the end: that is what the last hash is kept for', () => {
    const lines = journal(5)
    expect(verifyChain(lines.slice(0, 3))).toMatchObject({ ok: true, head: lines[2]?.hash })
  })
})
