import { expect, it } from 'vitest'
import { shownName } from '#contract/shapes.ts'

it('a shown name that is cut within a character ends before it, and stays the same when it is read again', () => {
  const shown = shownName.parse(`${'x'.repeat(255)}𠮷`)
  expect(shown).toBe('x'.repeat(255))
  expect(shownName.parse(shown)).toBe(shown)
})
