import { expect, it } from 'vitest'
import { inUtc } from '../../../machines/engine/moment.ts'

it('writes a moment to the minute in UTC, from a number and from what a service sent', () => {
  expect(inUtc(Date.UTC(2026, 10, 24, 16, 46, 39))).toBe('2026-11-24 16:46 UTC')
  expect(inUtc('2026-11-24T16:46:39.9740000Z')).toBe('2026-11-24 16:46 UTC')
})

it('gives back what is no moment, so that nothing a service said is lost', () => {
  expect(inUtc('yesterday, about noon')).toBe('yesterday, about noon')
})
