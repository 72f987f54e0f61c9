import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

it('is refused in a sentence before the walk where its folder is not there', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'demo-report-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = path.join(folder, 'missing', 'report.html')
  const [walked, said] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error').mockImplementation(() => undefined)]
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'demo', '--report', file])
  await import('#node/cli/demo/main.ts')
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^Couldn’t write .*report\.html\. Name a file in a folder that exists/)]])
  expect(walked).not.toHaveBeenCalled()
  expect(process.exitCode).toBe(2)
})
