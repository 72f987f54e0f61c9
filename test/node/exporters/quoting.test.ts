import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteForBash, quoteForBicep, quoteForJson, quoteForPowerShell, quoteForTerraform } from '#node/exporters/quoting.ts'
import { ValueRefused, writable } from '#node/exporters/text.ts'
import { HOSTILE } from './samples.ts'

const isWritable = (value: string): boolean => {
  try {
    writable(value)
    return true
  } catch {
    return false
  }
}

/** Pieces of hostile text in any order, among any other characters. */
const values = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE, "'", '"', '$', '`', '{', '%', '\\', '’', '\n', '@', '[', 'HARM'), fc.string({ unit: 'grapheme' })),
  )
  .map((pieces) => pieces.join(''))
  .filter(isWritable)

/** Gives each value to bash as it would appear in a script, and reads back what bash made of it. */
function throughBash(all: readonly string[]): readonly string[] {
  // A value that broke out would find no command to run, and bash would complain.
  const script = `PATH=/nonexistent\nprintf '%s\\0' ${all.map(quoteForBash).join(' ')}`
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail'], {
    input: script,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\0').slice(0, -1)
}

/** Reads a PowerShell expression of the one form that is written: strings between plain quotes, and characters by number, joined. */
function readPowerShell(expression: string): string {
  const inner = /^\((.*)\)$/s.exec(expression)?.[1] ?? expression
  const token = /'((?:[^'\n\u0080-\uffff]|'')*)'|\[char\]0x([0-9a-f]{4})/y
  let value = ''
  for (let first = true; token.lastIndex < inner.length; first = false) {
    if (!first) {
      expect(inner.slice(token.lastIndex, token.lastIndex + 3)).toBe(' + ')
      token.lastIndex += 3
    }
    const found = token.exec(inner)
    if (!found) throw new Error(`Not an expression of the form that is written: ${expression}`)
    if (first) expect(found[1]).toBeDefined()
    value += found[2] === undefined ? (found[1] ?? '').replaceAll("''", "'") : String.fromCharCode(Number.parseInt(found[2], 16))
  }
  return value
}

/** Reads one literal that begins and ends with `quote`; anything that the language would expand, and an early end, throws. */
function readEscaped(literal: string, quote: string, expands: readonly string[]): string {
  expect(literal.startsWith(quote) && literal.endsWith(quote) && literal.length >= 2).toBe(true)
  const inner = literal.slice(1, -1)
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', [quote]: quote, $: '$' }
  let value = ''
  for (let at = 0; at < inner.length; at += 1) {
    const rest = inner.slice(at)
    if (expands.some((opening) => rest.startsWith(opening))) throw new Error(`This is expanded: ${rest}`)
    const sign = inner[at] ?? ''
    if (sign === quote || sign === '\n') throw new Error(`The literal ends early: ${literal}`)
    if (sign !== '\\') {
      value += sign
      continue
    }
    const coded = /^\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/.exec(rest)
    const code = coded?.[1] ?? coded?.[2]
    const plain = escapes[inner[at + 1] ?? '']
    if (code === undefined && plain === undefined) throw new Error(`Not an escape: ${rest}`)
    value += code === undefined ? plain : String.fromCodePoint(Number.parseInt(code, 16))
    at += (coded?.[0].length ?? 2) - 1
  }
  return value
}

const languages: readonly (readonly [name: string, quote: (value: string) => string, read: (literal: string) => unknown])[] = [
  ['PowerShell', quoteForPowerShell, readPowerShell],
  ['JSON', quoteForJson, (literal) => JSON.parse(literal)],
  ['Bicep', quoteForBicep, (literal) => readEscaped(literal, "'", ['${'])],
  ['Terraform', quoteForTerraform, (literal) => readEscaped(literal, '"', ['${', '%{'])],
]

describe('a value', () => {
  it('comes out of a real bash as it went in, with nothing run on the way', () => {
    expect(throughBash(HOSTILE)).toEqual(HOSTILE)
    fc.assert(
      fc.property(fc.array(values, { minLength: 20, maxLength: 60 }), (all) => {
        expect(throughBash(all)).toEqual(all)
      }),
      { numRuns: 20 },
    )
  })

  for (const [name, quote, read] of languages) {
    it(`is one literal of ${name} that means exactly this value`, () => {
      for (const value of HOSTILE) expect(read(quote(value))).toBe(value)
      fc.assert(
        fc.property(values, (value) => read(quote(value)) === value),
        { numRuns: 500 },
      )
    })
  }

  it('is written for PowerShell in signs that every code page has, so that no half of a letter becomes a quote', () => {
    fc.assert(fc.property(values, (value) => /^[ -~]*$/.test(quoteForPowerShell(value))))
    expect(quoteForPowerShell('it’s')).toBe("('it' + [char]0x2019 + 's')")
    expect(quoteForPowerShell('Ñ')).toBe("('' + [char]0x00d1)")
  })

  it('is refused by every language, in words, when it holds a control character, a mark of direction or half a character', () => {
    const bad = fc.oneof(
      fc.integer({ min: 0, max: 0x1f }).filter((code) => code !== 9 && code !== 10),
      fc.integer({ min: 0x7f, max: 0x9f }),
      fc.constantFrom(0x202e, 0x2066, 0x200f, 0xd800, 0xdfff),
    )
    for (const [name, quote] of [['bash', quoteForBash] as const, ...languages]) {
      fc.assert(
        fc.property(values, bad, values, (before, code, after) => {
          expect(() => quote(before + String.fromCharCode(code) + after), name).toThrow(ValueRefused)
        }),
      )
    }
    expect(() => quoteForBash('kv\0x')).toThrow('has the character U+0000')
  })
})
