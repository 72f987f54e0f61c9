import { expect, it } from 'vitest'
import { programLimit } from '#electron/ipc/program-limit.ts'

it('lets a page start twenty programs in a minute, and others once that has passed', () => {
  let now = 0
  const mayStart = programLimit(() => now)
  const flood = () => Array.from({ length: 1000 }, mayStart).filter(Boolean)
  expect(flood()).toHaveLength(20)
  now = 59_999
  expect(flood()).toHaveLength(0)
  now = 60_000
  expect(flood()).toHaveLength(20)
})
