import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readRegularText, whyNotRead } from '#node/services/regular-file.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'

const read = (file: string, largest = 8): Promise<string> =>
  readRegularText(file, largest).catch((error: unknown) => english.text(whyNotRead(error)))

const PIPE = 'It’s a pipe, a socket, or a device. Save its content in a file, and name that file.'

describe('a file that a person names', () => {
  it('is read up to its limit', async () => {
    const folder = testFolder({ full: '12345678', over: '123456789', empty: '' })
    expect(await read(path.join(folder, 'full'))).toBe('12345678')
    expect(await read(path.join(folder, 'empty'))).toBe('')
    expect(await read(path.join(folder, 'over'))).toBe(
      'It’s larger than 1 KB, too large for this type of file. Check that it’s the right one.',
    )
  })

  it('may be a link to a file', async () => {
    const folder = testFolder({ it: 'it' })
    symlinkSync(path.join(folder, 'it'), path.join(folder, 'link'))
    expect(await read(path.join(folder, 'link'))).toBe('it')
  })

  it.skipIf(process.platform === 'win32')('is refused where it’s a link that leads to itself', async () => {
    const link = path.join(testFolder(), 'link')
    symlinkSync('link', link)
    expect(await read(link)).toBe('It’s a link that leads back to itself. Name a file.')
  })

  it('is refused where it’s a folder', async () => {
    expect(await read(testFolder())).toBe('It’s a folder. Name a file.')
  })

  it('keeps the system’s words where it’s missing', async () => {
    expect(await read(path.join(testFolder(), 'it'))).toContain('ENOENT')
  })
})

describe.skipIf(process.platform === 'win32')('what would wait or never ends is refused at once', () => {
  it('a pipe that no one writes to, also more of them than the system reads files at a time', async () => {
    const pipe = path.join(testFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => read(pipe))))).toEqual(new Set([PIPE]))
  })

  it('a link to a pipe', async () => {
    const folder = testFolder()
    execFileSync('mkfifo', [path.join(folder, 'pipe')])
    symlinkSync(path.join(folder, 'pipe'), path.join(folder, 'link'))
    expect(await read(path.join(folder, 'link'))).toBe(PIPE)
  })

  it('a socket', async () => {
    const socket = path.join(testFolder(), 'socket')
    const server = createServer()
    onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
    await new Promise<void>((resolve) => server.listen(socket, resolve))
    expect(await read(socket)).toBe(PIPE)
  })

  it('a device', async () => {
    expect(await read('/dev/zero')).toBe(PIPE)
  })
})

it.runIf(process.platform === 'linux')('a file of the system that states no size is read up to its limit', async () => {
  expect(await read('/proc/self/stat', 10_000)).toContain(`${process.pid} (`)
  expect(await read('/proc/self/stat', 2)).toContain('too large')
})
