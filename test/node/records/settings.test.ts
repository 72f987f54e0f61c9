import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '#messages/settings.ts'
import { settingsStore } from '#node/records/settings.ts'
import { whileNothingIsMoved } from '../../failing-rename.ts'
import { testFolder } from '../../folder.ts'

let folder: string
let file: string
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)

beforeEach(async () => {
  folder = testFolder()
  file = path.join(folder, 'profile', 'settings.json')
  log.mockClear()
})
afterAll(() => log.mockRestore())

const speaking = (language: Settings['language']): Settings => ({ ...DEFAULT_SETTINGS, language })

const put = async (content: string) => {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
}

describe('settings', () => {
  it('are the defaults before anything is set, and nothing is said of that', async () => {
    expect(await settingsStore(file).read()).toEqual(DEFAULT_SETTINGS)
    expect(log).not.toHaveBeenCalled()
  })

  it('are there at the next start, in one file', async () => {
    await settingsStore(file).write(speaking('pt-BR'))
    expect(await settingsStore(file).read()).toEqual(speaking('pt-BR'))
    expect(await readdir(path.dirname(file))).toEqual(['settings.json'])
  })

  it('keep every choice', async () => {
    const all: Settings = { language: 'ja', theme: 'dark', textSize: 1.75, notifications: false }
    await settingsStore(file).write(all)
    expect(await settingsStore(file).read()).toEqual(all)
  })

  it('of an earlier version, which knew the language alone, keep it and have the defaults besides', async () => {
    await put('{"version":1,"language":"de"}')
    expect(await settingsStore(file).read()).toEqual(speaking('de'))
    expect(log).not.toHaveBeenCalled()
  })

  it('are written in the order in which they were changed', async () => {
    const store = settingsStore(file)
    await Promise.all([store.write(speaking('de')), store.write(speaking('ja')), store.write(speaking('en'))])
    expect(await store.read()).toEqual(speaking('en'))
  })

  it.each([
    ['is empty', ''],
    ['is cut off', '{"version":1,"langu'],
    ['is no settings', '[]'],
    ['names no language of the wizard', '{"version":1,"language":"tlh"}'],
    ['names a theme that there is not', '{"version":1,"language":"de","theme":"sepia"}'],
    ['names a text size between two steps', '{"version":1,"language":"de","textSize":1.3}'],
    ['is of another version', '{"version":2,"language":"de"}'],
    ['is too large', `{"version":1,"language":"de","more":"${'x'.repeat(100_000)}"}`],
  ])('are the defaults where the file %s, and the log says so', async (_, content) => {
    await put(content)
    expect(await settingsStore(file).read()).toEqual(DEFAULT_SETTINGS)
    expect(log).toHaveBeenCalledOnce()
  })

  it('are the defaults where a folder is in the file’s place, and stay so', async () => {
    await mkdir(file, { recursive: true })
    expect(await settingsStore(file).read()).toEqual(DEFAULT_SETTINGS)
    await expect(settingsStore(file).write(speaking('de'))).rejects.toThrow()
    expect(await readdir(path.dirname(file))).toEqual(['settings.json'])
  })

  it('keep their last content where a change cannot be written, and the next change is written', async () => {
    const store = settingsStore(file)
    await store.write(speaking('de'))
    await whileNothingIsMoved('EIO', () => expect(store.write(speaking('ja'))).rejects.toThrow('EIO'))
    expect(await store.read()).toEqual(speaking('de'))
    expect(await readdir(path.dirname(file))).toEqual(['settings.json'])
    await store.write(speaking('fr'))
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 1, ...speaking('fr') })
  })
})
