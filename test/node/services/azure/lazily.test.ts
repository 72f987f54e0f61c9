import { describe, expect, it } from 'vitest'
import { lazily } from '#node/services/azure/lazily.ts'

describe('what is made lazily', () => {
  it('is made once, even when many ask at the same time', async () => {
    let made = 0
    const get = lazily(async () => ++made)
    expect(made).toBe(0)
    expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1])
  })

  it('is tried again after a failure', async () => {
    let tries = 0
    const get = lazily(async () => {
      if (++tries === 1) throw new Error('not yet')
      return tries
    })
    await expect(get()).rejects.toThrow('not yet')
    expect(await get()).toBe(2)
  })
})
