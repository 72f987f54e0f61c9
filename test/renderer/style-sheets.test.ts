import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../renderer')
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.module.css'))

const classesOf = (sheet: string): Set<string> => new Set([...sheet.matchAll(/^\.([A-Za-z]+)\b/gm)].map(([, name]) => name ?? ''))

it('finds the style sheets', () => {
  expect(sheets.length).toBeGreaterThan(20)
})

describe.each(sheets)('%s', (sheet) => {
  const css = readFileSync(path.join(folder, sheet), 'utf8')
  const component = readFileSync(path.join(folder, sheet.replace('.module.css', '.tsx')), 'utf8')
  const classes = classesOf(css)
  const used = new Set([...component.matchAll(/\bstyles\.([A-Za-z]+)\b/g)].map(([, name]) => name ?? ''))

  it('has every class that its component names', () => {
    expect([...used].filter((name) => !classes.has(name))).toEqual([])
  })

  it('has no class that its component does not use', () => {
    // A component that looks classes up by a state uses some that it does not name.
    if (component.includes('styles[')) return
    expect([...classes].filter((name) => !used.has(name))).toEqual([])
  })

  it('names start and end instead of left and right, so that it mirrors where a language runs from right to left', () => {
    // Half of the width is the same from both sides.
    expect(css).not.toMatch(/(margin|padding|border)-(left|right)|^\s*(left|right): (?!50%)|(text-align|float): (left|right)/m)
    const sides = [...css.matchAll(/(?:margin|padding): \S+ (\S+) \S+ (\S+);/g)].map(([, right, left]) => [right, left])
    expect(sides.filter(([right, left]) => right !== left)).toEqual([])
  })

  it('takes colours from the theme, so that light, dark and high contrast follow', () => {
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i)
  })
})

it('lets lines of Japanese end between phrases', () => {
  expect(readFileSync(path.join(folder, 'app.module.css'), 'utf8')).toMatch(/:lang\(ja\) \{\s*word-break: auto-phrase;/)
})
