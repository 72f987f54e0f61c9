import { expect, it, vi } from 'vitest'
import { loadAhead } from '#electron/load-ahead.ts'

it.each(['practice', 'sign-in'] as const)('loads the machine and the rest for %s, and says nothing of what does not load', async (way) => {
  const host = vi.fn(() => Promise.reject(new Error('It doesn’t load.')))
  await expect(loadAhead(way, host)).resolves.toBeUndefined()
  expect(host).toHaveBeenCalledOnce()
})

it('makes no machine before a way is chosen', async () => {
  const host = vi.fn(() => Promise.resolve())
  await loadAhead(undefined, host)
  expect(host).not.toHaveBeenCalled()
})
