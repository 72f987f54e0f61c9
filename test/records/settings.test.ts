import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settingsStore } from '../../records/settings.ts'

let folder: string
let file: string
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'settings-'))
  file = path.join(folder, 'profile', 'settings.json')
  log.mockClear()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (content: string) => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}

describe('settings', () => {
  it('are the defaults before anything is set, and nothing is said of that', async () => {
    expect(await settingsStore(file).read()).toEqual({ language: 'system' })
    expect(log).not.toHaveBeenCalled()
  })

  it('are there at the next start, in one file', async () => {
    await settingsStore(file).write({ language: 'pt-BR' })
    expect(await settingsStore(file).read()).toEqual({ language: 'pt-BR' })
    expect(await readdir(path.dirname(file))).toEqual(['settings.json'])
  })

  it('are written in the order in which they were changed', async () => {
    const store = settingsStore(file)
    await Promise.all([store.write({ language: 'de' }), store.write({ language: 'ja' }), store.write({ language: 'en' })])
    expect(await store.read()).toEqual({ language: 'en' })
  })

  it.each([
    ['is empty', ''],
    ['is cut off', '{"version":1,"langu'],
    ['is no settings', '[]'],
    ['names no language of the wizard', '{"version":1,"language":"tlh"}'],
    ['is of another version', '{"version":2,"language":"de"}'],
    ['is too large', `{"version":1,"language":"de","more":"${'x'.repeat(100_000)}"}`],
  ])('are the defaults where the file %s, and the log says so', async (_, content) => {
    await put(content)
    expect(await settingsStore(file).read()).toEqual({ language: 'system' })
    expect(log).toHaveBeenCalledOnce()
  })

  it('are the defaults where a folder is in the file’s place, and stay so', async () => {
    await mkdir(file, { recursive: true })
    expect(await settingsStore(file).read()).toEqual({ language: 'system' })
    await expect(settingsStore(file).write({ language: 'de' })).rejects.toThrow()
    expect(await readdir(path.dirname(file))).toEqual(['settings.json'])
  })

  it('keep their last content where a change cannot be written, and the next change is written', async () => {
    const store = settingsStore(file)
    await store.write({ language: 'de' })
    await mkdir(`${file}.unfinished`)
    await expect(store.write({ language: 'ja' })).rejects.toThrow()
    expect(await store.read()).toEqual({ language: 'de' })
    await rm(`${file}.unfinished`, { recursive: true, force: true })
    await store.write({ language: 'fr' })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 1, language: 'fr' })
  })
})
