import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { windowPlaceStore } from '#node/records/window-place.ts'

let file: string
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)

beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'place-')), 'window.json')
  log.mockClear()
})
afterAll(() => log.mockRestore())
afterEach(() => rm(path.dirname(file), { recursive: true, force: true }))

it('is there at the next start', async () => {
  const place = { bounds: { x: -900, y: 20, width: 700, height: 600 }, maximized: true }
  await windowPlaceStore(file).write(place)
  expect(await windowPlaceStore(file).read()).toEqual(place)
})

it.each([
  ['lacks a side', '{"version":1,"bounds":{"x":1,"y":2,"width":3},"maximized":false}'],
  ['has a size that is no number of pixels', '{"version":1,"bounds":{"x":1,"y":2,"width":1e999,"height":4},"maximized":false}'],
  ['is empty', ''],
])('is the system’s choice where the file %s', async (_, content) => {
  await writeFile(file, content)
  expect(await windowPlaceStore(file).read()).toEqual({ maximized: false })
  expect(log).toHaveBeenCalledOnce()
})
