import { describe, expect, it } from 'vitest'
import { onceReleased } from '#node/services/released-files.ts'

const SHORT = [1, 1, 1]

/** Refuses the first times it is asked. */
function refusing(code: string, times: number) {
  let asked = 0
  const work = async (): Promise<number> => {
    asked += 1
    if (asked <= times) throw Object.assign(new Error(`${code}: refused`), { code })
    return asked
  }
  return { work, asked: () => asked }
}

describe('what is done to a file that another program holds', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('is done on Windows once it is released, after %s', async (code) => {
    expect(await onceReleased(refusing(code, 2).work, 'win32', SHORT)).toBe(3)
  })

  it('is refused on Windows where the file is held for good', async () => {
    const held = refusing('EBUSY', 9)
    await expect(onceReleased(held.work, 'win32', SHORT)).rejects.toThrow('EBUSY')
    expect(held.asked()).toBe(SHORT.length + 1)
  })

  it.each<[why: string, code: string, platform: NodeJS.Platform]>([
    ['for another reason', 'ENOSPC', 'win32'],
    ['elsewhere, where it says that the account may not', 'EACCES', 'linux'],
  ])('is refused at once %s', async (_why, code, platform) => {
    const refused = refusing(code, 1)
    await expect(onceReleased(refused.work, platform, SHORT)).rejects.toThrow(code)
    expect(refused.asked()).toBe(1)
  })
})
