import { expect, expectTypeOf, it } from 'vitest'
import { defined } from '#machines/defined.ts'

const maybe = (text: string): string | undefined => (text === '' ? undefined : text)

it('leaves out what is undefined, and nothing else', () => {
  const members = defined({ hint: maybe(''), name: maybe('kv-contoso'), count: 0, text: '', off: false, none: null })
  expect(Object.keys(members)).toEqual(['name', 'count', 'text', 'off', 'none'])
  expect(members).toEqual({ name: 'kv-contoso', count: 0, text: '', off: false, none: null })
})

it('makes optional what may be undefined, and keeps the rest', () => {
  const members = defined({ hint: maybe(''), count: 0 as number })
  expectTypeOf(members).toEqualTypeOf<{ readonly count: number } & { readonly hint?: string }>()
  expect({ ...members }).toEqual({ count: 0 })
})
