// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { BUSY_REASONS, OFF_REASONS, UPDATE_REFUSALS, type UpdateView } from '#machines/updates/update.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import { updates as words } from '#renderer/messages/updates.ts'
import { english } from '../english.ts'
import { startView, stepView } from './views.ts'
import { type Shown, show } from './window.tsx'

const viewWith = (update?: UpdateView) => ({ ...startView, settings: DEFAULT_SETTINGS, ...(update ? { update } : {}) })
const available: UpdateView = { is: 'available', version: '1.1.0', size: 98_765_432, hasNotes: true, checkedAt: 1 }
const ready: UpdateView = { ...available, is: 'ready' }

async function settingsWith(update?: UpdateView): Promise<Shown> {
  const page = await show(viewWith(update))
  await page.command('settings')
  return page
}
const group = () => [...document.querySelectorAll('fieldset')].find(({ textContent }) => textContent?.startsWith('Updates'))
const buttons = () => [...(group()?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)
const row = () => document.querySelector('aside[aria-label="Updates"]')
const acts = (page: Shown) => page.calls.filter(({ name }) => name === 'updates:act').map(({ argument }) => argument)

describe('the settings', () => {
  it.each<[what: string, update: UpdateView | undefined, said: string, buttons: readonly string[]]>([
    ['none are set up', undefined, 'Off. No update source is set up.', []],
    ['nothing was checked yet', { is: 'idle' }, 'Checks once a day. Installs nothing without asking.', ['Check now']],
    ['nothing is newer', { is: 'idle', checkedAt: 1 }, 'You have the latest version.', ['Check now']],
    ['it is checked', { is: 'checking' }, 'Checking…', ['Check now']],
    ['a version is there', available, 'Version 1.1.0 is available (99 MB).', ['Download', 'Release notes']],
    [
      'it is downloaded',
      { ...available, is: 'downloading', percent: 45 },
      'Downloading version 1.1.0: 45%',
      ['Check now', 'Release notes'],
    ],
    ['it is ready', ready, 'Version 1.1.0 is ready.', ['Install and restart', 'Release notes']],
  ])('say how updates are when %s', async (_what, update, said, offered) => {
    await settingsWith(update)
    expect(group()?.textContent).toContain(said)
    expect(buttons()).toEqual(offered)
  })

  it.each(OFF_REASONS)('say why updates are off: %s', async (off) => {
    await settingsWith({ is: 'off', off })
    expect(group()?.textContent).toContain(english.text(words.off[off]))
    expect(buttons()).toEqual([])
  })

  it.each(UPDATE_REFUSALS)('say by name why an update is refused, and not that this is the latest: %s', async (refused) => {
    await settingsWith({ is: 'idle', refused, checkedAt: 1 })
    expect(group()?.querySelector('[role=alert]')?.textContent).toBe(english.text(words.refused[refused]))
    expect(group()?.textContent).not.toContain('You have the latest version.')
  })

  it.each(BUSY_REASONS)('say what an update waits for, and let nothing be pressed: %s', async (busy) => {
    const page = await settingsWith({ ...ready, busy })
    expect(group()?.textContent).toContain(english.text(words.busy[busy]))
    await page.click(page.button('Install and restart'))
    expect(document.querySelectorAll('dialog')).toHaveLength(1)
    expect(acts(page)).toEqual([])
  })

  it.each([
    ['Check now', { is: 'idle' }, 'check'],
    ['Download', available, 'download'],
    ['Release notes', available, 'notes'],
  ] as const)('ask main: %s', async (label, update, act) => {
    const page = await settingsWith(update)
    await page.click(page.button(label))
    expect(acts(page)).toEqual([{ act }])
  })
})

describe('an update that is ready', () => {
  it('is in one row of the start page, and is installed only after a question', async () => {
    const page = await show(viewWith(ready))
    expect(row()?.textContent).toBe('Version 1.1.0 is ready.Install and restart')
    await page.click(page.button('Install and restart'))
    const dialog = document.querySelector('dialog')
    expect(dialog?.textContent).toContain('Install version 1.1.0?')
    expect(acts(page)).toEqual([])
    await page.click(page.button('Not now'))
    expect(document.querySelector('dialog')).toBeNull()
    expect(acts(page)).toEqual([])
    await page.click(page.button('Install and restart'))
    const [, confirm] = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Install and restart')
    if (!confirm) throw new Error('The dialog has no such button.')
    await page.click(confirm)
    expect(acts(page)).toEqual([{ act: 'install' }])
  })

  it('says in its row how far it is, and why it was not installed', async () => {
    const page = await show(viewWith({ ...available, is: 'downloading', percent: 7 }))
    expect(row()?.textContent).toBe('Downloading version 1.1.0: 7%')
    await page.push({ ...viewWith({ ...ready, refused: 'other-window' }), revision: 2 })
    expect(row()?.querySelector('[role=alert]')?.textContent).toBe('Another window has an environment open. Close it, then install again.')
  })

  it.each<[what: string, update: UpdateView | undefined]>([
    ['none are set up', undefined],
    ['nothing is newer', { is: 'idle', checkedAt: 1 }],
    ['one was refused', { is: 'idle', refused: 'signature', checkedAt: 1 }],
    ['the app is busy', { ...ready, busy: 'waiting' }],
  ])('is in no row where %s', async (_what, update) => {
    await show(viewWith(update))
    expect(row()).toBeNull()
  })

  it('is in no row of a step', async () => {
    await show({ ...stepView({}), update: ready })
    expect(row()).toBeNull()
  })
})
