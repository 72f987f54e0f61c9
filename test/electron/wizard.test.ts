import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWizard } from '#electron/wizard.ts'
import type { Managed } from '#machines/managed/settings.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import { settingsStore } from '#node/records/settings.ts'

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
  isChosenFile: async () => false,
  environment: {},
  log: () => undefined,
})
const apply = vi.fn()
const start = async (asked?: string) => {
  const file = settingsStore(path.join(userData, 'settings.json'))
  const settings = await file.read()
  return createWizard(
    surroundings(),
    { authorities: [] },
    { file, settings, apply, asked, system: () => ['tlh'], drawn: Promise.resolve() },
  )
}
const stored = async () => JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'))

describe('the language of the app', () => {
  it('is English where nothing is chosen and the system prefers none that is offered', async () => {
    expect((await start()).view()).toMatchObject({ language: 'en', settings: { language: 'system' } })
  })

  it('is that of the switch for this run, until the person chooses one', async () => {
    const wizard = await start('en-XA')
    expect(wizard.view()).toMatchObject({ language: 'en-XA', settings: { language: 'system' } })
    expect(await wizard.changeSettings({ language: 'en' })).toEqual({ ok: true })
    expect(wizard.view()).toMatchObject({ language: 'en', settings: { language: 'en' } })
  })

  it('is stored when it is chosen, and is chosen at the next start', async () => {
    await (await start()).changeSettings({ language: 'en' })
    expect(await stored()).toMatchObject({ version: 1, language: 'en' })
    expect((await start()).view().settings?.language).toBe('en')
  })

  it('changes also where the choice cannot be saved, and the reply says so', async () => {
    const wizard = await start('en-XA')
    await mkdir(path.join(userData, 'settings.json'))
    expect(await wizard.changeSettings({ language: 'en' })).toEqual({
      ok: false,
      why: expect.stringMatching(/^Your change applies now, but .*(EISDIR|EEXIST|ENOTEMPTY)/),
    })
    expect(wizard.view().language).toBe('en')
  })
})

describe('the settings of the app', () => {
  it('apply at once, show in the view, are stored, and leave the others as they were', async () => {
    const wizard = await start('en-XA')
    expect(await wizard.changeSettings({ theme: 'dark' })).toEqual({ ok: true })
    expect(await wizard.changeSettings({ textSize: 1.5, notifications: false })).toEqual({ ok: true })
    const changed = { ...DEFAULT_SETTINGS, theme: 'dark', textSize: 1.5, notifications: false }
    expect(apply).toHaveBeenLastCalledWith(changed)
    expect(wizard.view()).toMatchObject({ settings: changed, language: 'en-XA' })
    expect(await stored()).toEqual({ version: 1, ...changed })
  })

  it('are on disk when the wizard has stopped, also where they were changed right before', async () => {
    const wizard = await start()
    const changed = [wizard.changeSettings({ textSize: 1.25 }), wizard.changeSettings({ textSize: 1.1 })]
    await wizard.stop()
    expect(await stored()).toMatchObject({ textSize: 1.1 })
    expect(await Promise.all(changed)).toEqual([{ ok: true }, { ok: true }])
  })
})

describe('an organization’s policy', () => {
  const managedBy = async (managed: Managed) => {
    const options = {
      file: settingsStore(path.join(userData, 'settings.json')),
      settings: DEFAULT_SETTINGS,
      apply,
      system: () => ['en'],
      drawn: Promise.resolve(),
    }
    return (await createWizard({ ...surroundings(), managed }, { authorities: [] }, options)).view()
  }

  it('leaves the clouds that it allows, and is part of the view without its certificates', async () => {
    const settings = { AllowedClouds: ['gcc', 'custom'], DefaultTenant: 'contoso.com' } as const
    const view = await managedBy({ source: '/etc/policy.json', settings, authorities: ['PEM'] })
    expect(view.start?.clouds.map(({ id }) => id)).toEqual(['gcc'])
    expect(view.managed).toEqual({ source: '/etc/policy.json', settings, clouds: ['US Government (GCC)'] })
  })

  it('that can’t be used is said in the language of the view', async () => {
    const problem = { title: { verbatim: 'title' }, meaning: { verbatim: 'line 3' }, remedy: { verbatim: 'remedy' }, owner: 'you' }
    expect((await managedBy({ source: 'x', problem })).managed).toMatchObject({ problem: { meaning: 'line 3' } })
  })
})
