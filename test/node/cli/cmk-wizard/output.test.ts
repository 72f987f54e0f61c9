import { describe, expect, it } from 'vitest'
import { paintFor, type Stream, safeJson, visible } from '#node/cli/cmk-wizard/output.ts'

const HOSTILE = "a\"b'c\u001b[31mred\u001b]0;title\u0007 \u202eevil\u2066 =cmd|' /C calc'!A0 👩\u200d🔧\u009b2J"

describe('text in a terminal', () => {
  it('holds nothing that commands the terminal or turns the reading direction', () => {
    expect(visible(HOSTILE)).toBe("a\"b'c\\u{1b}[31mred\\u{1b}]0;title\\u{7} \\u{202e}evil\\u{2066} =cmd|' /C calc'!A0 👩\u200d🔧\\u{9b}2J")
  })

  it.each([
    ['##vso[task.complete result=Succeeded;]x', '##vso\\u{5b}task.complete result=Succeeded;]x'],
    ['Contoso ##[set-output name=a]b', 'Contoso ##\\u{5b}set-output name=a]b'],
    ['##teamcity[buildStatus]', '##teamcity\\u{5b}buildStatus]'],
    ['::stop-commands::x', '\\u{3a}:stop-commands::x'],
    [' ::add-mask::x', ' \\u{3a}:add-mask::x'],
    ['\n::error::x', ' \\u{3a}:error::x'],
  ])('commands no pipeline whose log it is in: %j', (text, shown) => expect(visible(text)).toBe(shown))

  it.each(['a::b', 'Contoso [#2]', '# [x]', '##'])('stays as it is where no pipeline takes it for a command: %s', (text) =>
    expect(visible(text)).toBe(text),
  )

  it('is one line', () => expect(visible('one\ntwo\r\nthree')).toBe('one two\\u{d} three'))
})

describe('JSON', () => {
  it('commands no pipeline whose log it is in, and holds the same text', () => {
    const value = { '##vso[a]': 'Contoso ##vso[task.setvariable variable=x]y', mask: '##[add-mask]x' }
    expect(safeJson(value)).not.toMatch(/##\w*\[/)
    expect(JSON.parse(safeJson(value))).toEqual(value)
  })

  it('holds the same text, with nothing unseen in it', () => {
    const written = safeJson({ name: HOSTILE, tag: '\u{e0041}' })
    expect(JSON.parse(written)).toEqual({ name: HOSTILE, tag: '\u{e0041}' })
    expect(written.replaceAll('\n', '')).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}]/u)
  })
})

describe('colors', () => {
  const stream = (isTTY: boolean): Stream => ({ write: () => undefined, isTTY })

  it('are for terminals only', () => {
    expect(paintFor(stream(true), {})('bad', 'x')).toBe('\u001b[31mx\u001b[0m')
    expect(paintFor(stream(false), {})('bad', 'x')).toBe('x')
  })

  it('are off where NO_COLOR is set, or the terminal has none', () => {
    expect(paintFor(stream(true), { NO_COLOR: '1' })('bad', 'x')).toBe('x')
    expect(paintFor(stream(true), { TERM: 'dumb' })('bad', 'x')).toBe('x')
  })
})
