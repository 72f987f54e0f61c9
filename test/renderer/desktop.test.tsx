// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { act } from 'react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { COMMANDS } from '#contract/channels.ts'
import { SHORTCUTS } from '#contract/shortcuts.ts'
import type { TeamView } from '#contract/team-contract.ts'
import { nameOfLanguage, OFFERED } from '#messages/languages.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import { keyNames, keysOf } from '#renderer/desktop/keys.ts'
import { VERSIONS } from '#renderer/desktop/whats-new-dialog.tsx'
import { firstContactStrings, strings } from '../strings.ts'
import { until } from '../until.ts'
import { highlights } from './highlights.ts'
import { startView, verifiedView } from './views.ts'
import { DIAGNOSTICS, type Shown, show } from './window.tsx'

beforeEach(highlights)

const view = { ...startView, settings: DEFAULT_SETTINGS }
const dialog = () => document.querySelector('dialog')

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
    const page = await show(verifiedView)
    const before = page.button('Continue: add the environment')
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

  it.each([
    ['all of it', { moved: 2, stays: {} }, '2 environments moved.', 'success'],
    [
      'some of it',
      { moved: 1, stays: { open: 2, waiting: 1 } },
      '1 environment moved. 2 stay: they’re open. 1 stays: its last lines',
      'warning',
    ],
    ['nothing of it', { moved: 0, stays: { there: 1 } }, 'No environment moved. 1 stays: another record of it is there.', 'warning'],
    ['nothing where nothing is', { moved: 0, stays: {} }, 'No environment moved.', 'info'],
  ] as const)('say what moved between the team store and this computer: %s', async (_name, moved, said, tone) => {
    const page = await show(view)
    page.give('team:read', { state: 'ready', here: 1, account: 'contoso', container: 'records', tenant: 'contoso.example' })
    page.give('team:move', moved)
    await page.command('settings')
    await page.click(page.button('Move everything to this computer'))
    const shown = [...document.querySelectorAll('[role="status"]')].find((each) => each.textContent?.includes('moved.'))
    expect(shown?.textContent).toContain(said)
    expect(shown?.className).toContain(tone === 'info' ? 'brand' : tone)
  })

  it.each([
    ['mark', 'Repair the team store', 'Nothing is deleted or replaced.'],
    ['adopt', 'Use this store from now on', 'Writes nothing now.'],
  ] as const)('offer what makes a team store usable again, and say what it does: %s', async (repair, button, note) => {
    const page = await show(view)
    page.give('team:read', { state: 'not-ready', here: 0, account: 'contoso', why: 'It can’t be used.', repair })
    await page.command('settings')
    const described = page.button(button).getAttribute('aria-describedby')
    expect(document.getElementById(described ?? '')?.textContent).toContain(note)
    await page.click(page.button(button))
    expect(lastCall(page)).toEqual({ name: 'team:repair', argument: {} })
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

  it('leads to the license texts and to a report', async () => {
    const page = await show(view)
    for (const title of ['License texts', 'Report a problem']) {
      await page.command('about')
      await page.click([...document.querySelectorAll('dialog button')].find((each) => each.textContent === title) ?? document.body)
      expect(dialog()?.querySelector('h2')?.textContent).toBe(title)
    }
  })
})

describe('a report of a problem', () => {
  it('shows all of the diagnostics before they’re copied, and says that they were, or why not', async () => {
    const page = await show(view)
    await page.command('report')
    expect(dialog()?.querySelector('pre')?.textContent).toBe(DIAGNOSTICS)
    page.refuseNext('No clipboard.')
    await page.click(page.button('Copy diagnostics'))
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('No clipboard.')
    await page.click(page.button('Copy diagnostics'))
    expect(lastCall(page)).toEqual({ name: 'clipboard:write', argument: { text: DIAGNOSTICS } })
    expect(dialog()?.querySelector('[role="status"]')?.textContent).toBe('Diagnostics copied.')
    expect(dialog()?.querySelector('[role="alert"]')).toBeNull()
  })
})

describe('the license texts', () => {
  it('are shown word for word, of the app and of what is bundled, or why they can’t be', async () => {
    const page = await show(view)
    await page.command('licenses')
    expect([...document.querySelectorAll('dialog pre')].map(({ textContent }) => textContent)).toEqual(['MIT License', '# Licenses'])
    await page.command('shortcuts')
    page.refuseNext('The file is missing.')
    await page.command('licenses')
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('The file is missing.')
  })
})

describe('the documentation', () => {
  it('has the guides in the window, the user guide first, and leads to the other help', async () => {
    const page = await show({ ...view, language: 'de' })
    await page.command('help')
    const guide = () => dialog()?.querySelector('[lang=en]')
    expect(dialog()?.textContent).toContain('Die Handbücher sind auf Englisch.')
    await until(() => guide()?.textContent?.includes('Choose where to begin'))
    await page.type(dialog()?.querySelector('select') ?? document.createElement('select'), 'notVerified')
    await until(() => !guide()?.textContent?.includes('Choose where to begin'))
    await page.click(page.button('Tastenkombinationen'))
    expect(dialog()?.querySelector('h2')?.textContent).toBe('Tastenkombinationen')
  })
})

describe('first contact', () => {
  it('shows what was compared and the whole file, which is saved when the person says so', async () => {
    const page = await show(view)
    await page.command('first-contact')
    const { compare, save, saved } = firstContactStrings
    expect(page.text()).not.toContain(save)
    await page.click(page.button(compare))
    expect(dialog()?.querySelector('[role="status"]')?.textContent).toBe('9 answers compared.')
    expect(dialog()?.querySelector('pre')?.textContent).toBe('{\n}\n')
    await page.click(page.button(save))
    expect(lastCall(page)).toEqual({ name: 'first-contact:save', argument: {} })
    expect(page.text()).toContain(saved({ name: 'cmk-wizard-recording.json' }))
  })

  it('names each difference, what it means for the wizard, and what the tenant settles', async () => {
    const page = await show(view)
    page.give('first-contact:make', {
      summary: '3 answers compared.',
      held: [],
      refused: ['GET graph /v1.0/users: 403 Forbidden'],
      file: '{}',
      differences: [{ title: 'New member: color', meaning: 'Nothing changes.', operation: 'GET azure /subscriptions' }],
      settled: [{ entry: 'key-managed-by', found: 'Customer.' }],
    })
    await page.command('first-contact')
    await page.click(page.button(firstContactStrings.compare))
    for (const each of [
      'New member: color',
      'Nothing changes.',
      'GET azure /subscriptions',
      'GET graph /v1.0/users: 403 Forbidden',
      'key-managed-by',
    ])
      expect(page.text()).toContain(each)
  })

  it('says why nothing could be compared', async () => {
    const page = await show(view)
    await page.command('first-contact')
    page.refuseNext('No tenant is open.')
    await page.click(page.button(firstContactStrings.compare))
    expect(dialog()?.querySelector('[role="alert"]')?.textContent).toBe('No tenant is open.')
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
    const { before, openOf110 } = strings.desktop.whatsNew
    for (const each of [before, ...openOf110]) expect(page.text()).toContain(each)
    expect(openOf110[0]).toContain('hasn’t been run on a real tenant yet')
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
    expect([...document.querySelectorAll('dialog button')].map(({ textContent }) => textContent)).toEqual(['Close', 'Open window'])
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
