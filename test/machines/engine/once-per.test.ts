import { expect, it } from 'vitest'
import { oncePer } from '#machines/engine/once-per.ts'

const pair = oncePer((subject: { readonly name: string }, other: unknown) => ({ subject, other }))

it('gives the same thing for the same object and the same others', () => {
  const subject = { name: 'a' }
  expect(pair(subject, 1)).toBe(pair(subject, 1))
})

it('makes it anew for another object, or when asked with another', () => {
  const subject = { name: 'a' }
  const first = pair(subject, 1)
  expect(pair({ name: 'a' }, 1)).not.toBe(first)
  expect(pair(subject, 2)).toEqual({ subject, other: 2 })
})
