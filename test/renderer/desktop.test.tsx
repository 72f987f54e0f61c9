// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { act } from 'react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { COMMANDS } from '../../ipc/channels.ts'
import { SHORTCUTS } from '../../ipc/shortcuts.ts'
import type { TeamView } from '../../ipc/team-contract.ts'
import { nameOfLanguage, OFFERED } from '../../messages/languages.ts'
import { DEFAULT_SETTINGS } from '../../messages/settings.ts'
import { keyNames, keysOf } from '../../renderer/desktop/keys.ts'
import { VERSIONS } from '../../renderer/desktop/whats-new-dialog.tsx'
import { strings } from '../strings.ts'
import { highlights } from './highlights.ts'
import { startView, stepView } from './views.ts'
import { type Shown, show } from './window.tsx'

beforeEach(highlights)

const view = { ...startView, settings: DEFAULT_SETTINGS }
const dialog = () => document.querySelector('dialog')

/** The option whose label says this. */
function option(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('dialog label')].find(({ textContent }) => textContent === label)?.querySelector('input')
  if (!found) throw new Error(`There is no option "${label}".`)
  return found
}
const checked = () =>
  [...document.querySelectorAll<HTMLInputElement>('dialog input:checked')].map((each) => each.parentElement?.textContent)
const lastCall = (page: Shown) => page.calls.at(-1)

describe('what the menu opens', () => {
  it.each(COMMANDS)('%s has a name, keeps the page as it is, and gives the focus back when it is closed', async (command) => {
    const page = await show(stepView({}))
    const before = page.button('Continue')
    before.focus()
    const main = document.querySelector('main')?.innerHTML
    await page.command(command)
    const opened = document.querySelector('dialog, search')
    expect(opened?.contains(document.activeElement)).toBe(true)
    const title = opened?.getAttribute('aria-labelledby')
    expect(opened?.getAttribute('aria-label') ?? document.getElementById(title ?? '')?.textContent).toBeTruthy()
    expect(document.querySelector('main')?.innerHTML).toBe(main)
    await page.click(page.button('Close'))
    expect(document.querySelector('dialog, search')).toBeNull()
    expect(document.activeElement).toBe(before)
  })

  it('closes with Escape, which the browser turns into the end of the dialog', async () => {
    const page = await show(view)
    await page.command('settings')
    await act(async () => dialog()?.close())
    await page.push({ ...view, revision: 2 })
    expect(dialog()).toBeNull()
  })

  it('is one thing at a time', async () => {
    const page = await show(view)
    for (const command of COMMANDS) await page.command(command)
    expect(document.querySelectorAll('dialog, search')).toHaveLength(1)
    expect(page.text()).toContain('About CMK Enablement Wizard')
  })
})

describe('the settings', () => {
  it('show what is set, in six groups', async () => {
    const page = await show({ ...view, settings: { language: 'en', theme: 'dark', textSize: 1.25, notifications: true } })
    await page.command('settings')
    expect([...document.querySelectorAll('legend')].map(({ textContent }) => textContent)).toEqual([
      'Language',
      'Theme',
      'Text size',
      'Notifications',
      'Updates',
      'Team store',
    ])
    expect(checked()).toEqual(['English', 'Dark', '125%', 'Notify me when something is done or needs action'])
  })

  it('name each language that is offered by itself', async () => {
    const page = await show(view)
    await page.command('settings')
    for (const language of OFFERED) expect(option(nameOfLanguage(language)).parentElement?.lang).toBe(language)
    expect(checked()[0]).toBe('Use system setting')
  })

  it.each([
    ['Light', { theme: 'light' }],
    ['175%', { textSize: 1.75 }],
    ['English', { language: 'en' }],
    ['Notify me when something is done or needs action', { notifications: false }],
  ])('apply at once: %s', async (label, change) => {
    const page = await show(view)
    await page.command('settings')
    await page.click(option(label))
    expect(lastCall(page)).toEqual({ name: 'settings:change', argument: change })
  })

  it('say that the team store is asked where it takes long, and nothing of it before', async () => {
    const page = await show(view)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    onTestFinished(() => void vi.useRealTimers())
    let answer: (team: TeamView) => void = () => undefined
    page.give('team:read', new Promise<TeamView>((resolve) => (answer = resolve)))
    await page.command('settings')
    expect(page.text()).not.toContain('Team store')
    await act(() => vi.advanceTimersByTimeAsync(500))
    expect(page.text()).toContain('Asking the team store…')
    await act(async () => answer({ state: 'none', here: 0 }))
    expect(page.text()).not.toContain('Asking the team store…')
    expect(page.text()).toContain('Sign in and connect')
  })

  it('follow main, and say why a change was not saved', async () => {
    const page = await show(view)
    await page.command('settings')
    page.refuseNext('The disk is full.')
    await page.click(option('Dark'))
    await page.push({ ...view, settings: { ...DEFAULT_SETTINGS, theme: 'dark' } })
    expect(option('Dark').checked).toBe(true)
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('The disk is full.')
    await page.click(option('Light'))
    expect(dialog()?.querySelector('[role="alert"]')).toBeNull()
  })
})

describe('About', () => {
  it('says versions, license and packages', async () => {
    const page = await show(view)
    await page.command('about')
    for (const each of ['0.2.0', 'MIT', '45.4.1', '142.0.0.0', '22.20.0', '1 package in this app', '19.3.1'])
      expect(page.text()).toContain(each)
  })

  it('copies diagnostics, and says so or why not', async () => {
    const page = await show(view)
    await page.command('about')
    page.refuseNext('No clipboard.')
    await page.click(page.button('Copy diagnostics'))
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('No clipboard.')
    await page.click(page.button('Copy diagnostics'))
    expect(lastCall(page)).toEqual({ name: 'diagnostics:copy', argument: {} })
    expect(dialog()?.querySelector('[role="status"]')?.textContent).toBe('Diagnostics copied.')
    expect(dialog()?.querySelector('[role="alert"]')).toBeNull()
  })
})

describe('what’s new', () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')

  it('begins with this version, and tells of released ones alone', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect(VERSIONS[0].version).toBe(version)
    for (const each of VERSIONS) expect(changelog).toContain(`## [${each.version}]`)
  })

  it('says of each at most six lines', () => {
    for (const { lines } of VERSIONS) expect(strings.desktop.whatsNew[lines].length).toBeLessThanOrEqual(6)
  })

  it('says what to know before relying on it', async () => {
    const page = await show(view)
    await page.command('whats-new')
    const { before, openOf100 } = strings.desktop.whatsNew
    for (const each of [before, ...openOf100]) expect(page.text()).toContain(each)
    expect(openOf100[0]).toContain('hasn’t been run on a real tenant yet')
  })
})

describe('the keyboard shortcuts', () => {
  it('list every key of the menu, and say what each does', () => {
    const listed = keysOf(false).map(([, keys]) => keys)
    expect(listed).toEqual(expect.arrayContaining(Object.values(SHORTCUTS)))
    const actions = keysOf(false).map(([action]) => action)
    expect(new Set([...actions, ...keysOf(true).map(([action]) => action)])).toEqual(
      new Set(Object.keys(strings.desktop.shortcuts.actions)),
    )
  })

  it.each([
    ['CommandOrControl+,', false, ['Ctrl', ',']],
    ['CommandOrControl+,', true, ['⌘', ',']],
    ['CommandOrControl+Plus', false, ['Ctrl', '+']],
    ['CommandOrControl+-', false, ['Ctrl', '-']],
    ['Shift+Enter', false, ['Shift', 'Enter']],
    ['F1', true, ['F1']],
  ] as const)('name the keys of %s as a keyboard has them (macOS: %s)', (accelerator, isMac, keys) => {
    expect(keyNames(accelerator, isMac, strings.desktop.shortcuts.names)).toEqual(keys)
  })
})

describe('a new window for another customer', () => {
  it('takes a name that fits every system, says which one does not, and says why it did not open', async () => {
    const page = await show(view)
    await page.command('new-window')
    await page.type(page.field('Name'), 'Contoso GmbH')
    await page.click(page.button('Open window'))
    expect(dialog()?.textContent).toContain('Use 1 to 64 lowercase letters, digits, and hyphens.')
    expect(page.calls.filter(({ name }) => name === 'window:open')).toEqual([])
    await page.type(page.field('Name'), 'contoso')
    page.refuseNext('Couldn’t open another window: ENOENT')
    await page.click(page.button('Open window'))
    expect(dialog()?.textContent).toContain('ENOENT')
    await page.click(page.button('Open window'))
    expect(lastCall(page)).toEqual({ name: 'window:open', argument: { profile: 'contoso' } })
    expect(dialog()).toBeNull()
  })
})
