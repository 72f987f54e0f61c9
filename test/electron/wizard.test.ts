import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWizard } from '../../electron/wizard.ts'

let userData: string

beforeEach(async () => {
  userData = await mkdtemp(path.join(tmpdir(), 'wizard-'))
})
afterEach(() => rm(userData, { recursive: true, force: true }))

const surroundings = () => ({
  userData,
  openExternal: async () => undefined,
  resolveProxy: async () => 'DIRECT',
  safeStorage: {
    isEncryptionAvailable: () => false,
    encryptString: () => Buffer.alloc(0),
    decryptString: () => '',
  },
  environment: {},
  log: () => undefined,
})
const start = (asked?: string) => createWizard(surroundings(), { authorities: [] }, { asked, system: () => ['tlh'] })
const stored = async () => JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'))

describe('the language of the app', () => {
  it('is English where nothing is chosen and the system prefers none that is offered', async () => {
    expect((await start()).view()).toMatchObject({ language: 'en', languageChoice: 'system' })
  })

  it('is that of the switch for this run, until the person chooses one', async () => {
    const wizard = await start('en-XA')
    expect(wizard.view()).toMatchObject({ language: 'en-XA', languageChoice: 'system' })
    expect(await wizard.chooseLanguage('en')).toEqual({ ok: true })
    expect(wizard.view()).toMatchObject({ language: 'en', languageChoice: 'en' })
  })

  it('is stored when it is chosen, and is chosen at the next start', async () => {
    await (await start()).chooseLanguage('en')
    expect(await stored()).toEqual({ version: 1, language: 'en' })
    expect((await start()).view().languageChoice).toBe('en')
  })

  it('changes also where the choice cannot be saved, and the reply says so', async () => {
    const wizard = await start('en-XA')
    await mkdir(path.join(userData, 'settings.json'))
    expect(await wizard.chooseLanguage('en')).toEqual({
      ok: false,
      why: expect.stringMatching(/^The language has changed, but .*EISDIR|EEXIST|ENOTEMPTY/),
    })
    expect(wizard.view().language).toBe('en')
  })
})
