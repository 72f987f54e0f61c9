import { expect as expectValue, it } from 'vitest'
import { createProfile, launch, removeProfile, within } from './launch.ts'

it.each([
  ['the start page', []],
  ['a tenant', ['--practice=ready-to-enable']],
])('the app ends with its window, on %s', async (_where, words) => {
  const { app, page, profile, exitCode } = await launch(createProfile(), words)
  // Taken now: once the app has ended, it can no longer be asked for its process.
  const child = app.process()
  try {
    await page.close()
    expectValue(await within(10_000, 'The end of the process', exitCode)).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await removeProfile(profile)
  }
})
