import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { COMMANDS } from '#contract/channels.ts'
import { type MenuSurroundings, menuTemplate } from '#electron/window/menu.ts'
import { LANGUAGES } from '#messages/languages.ts'
import { DEFAULT_SETTINGS, type Settings, TEXT_SIZES } from '#messages/settings.ts'
import { startFormatter, startFormatterIn } from '#messages/start.ts'

const surroundings: MenuSurroundings = {
  platform: 'linux',
  text: startFormatter.text,
  offered: ['en'],
  settings: DEFAULT_SETTINGS,
  change: () => undefined,
  command: () => undefined,
  underTheHood: () => undefined,
}

type Items = readonly MenuItemConstructorOptions[]

const within = ({ submenu }: MenuItemConstructorOptions): Items => (Array.isArray(submenu) ? submenu : [])
const allOf = (items: Items): Items => items.flatMap((item) => [item, ...allOf(within(item))])
const rolesOn = (platform: NodeJS.Platform) => allOf(menuTemplate({ ...surroundings, platform })).map(({ role }) => role)

it.each(['linux', 'win32', 'darwin'] as const)(
  'keeps edit and full screen and offers neither reload nor developer tools on %s',
  (platform) => {
    expect(rolesOn(platform)).toEqual(expect.arrayContaining(['editMenu', 'copy', 'paste', 'selectAll', 'togglefullscreen']))
    expect(rolesOn(platform)).not.toEqual(expect.arrayContaining([expect.stringMatching(/reload|devtools/i)]))
  },
)

it.each(['linux', 'darwin'] as const)('asks the page for settings, find and help, each once, on %s', (platform) => {
  const command = vi.fn()
  const underTheHood = vi.fn()
  for (const { click } of allOf(menuTemplate({ ...surroundings, platform, command, underTheHood }))) (click as (() => void) | undefined)?.()
  expect(command.mock.calls.flat().toSorted()).toEqual([...COMMANDS].toSorted())
  expect(underTheHood).toHaveBeenCalledOnce()
})

it('has About and Settings in the menu of the app on macOS, and under File and Help elsewhere', () => {
  const places = (platform: NodeJS.Platform) =>
    menuTemplate({ ...surroundings, platform }).map((menu) => within(menu).flatMap(({ label = [] }) => label))
  expect(places('darwin')[0]).toEqual(
    expect.arrayContaining(['About CMK Enablement Wizard', 'New window for another customer…', 'Settings']),
  )
  expect(places('darwin').at(-1)).toEqual([
    'Documentation',
    'Keyboard shortcuts',
    'What’s new',
    'Under the hood',
    'Compare this tenant with what the wizard expects',
    'Report a problem',
    'License texts',
  ])
  expect(places('win32')[0]).toEqual(['New window for another customer…', 'Settings', 'Close', 'Quit'])
  expect(places('win32').at(-1)).toEqual([
    'Documentation',
    'Keyboard shortcuts',
    'What’s new',
    'Under the hood',
    'Compare this tenant with what the wizard expects',
    'Report a problem',
    'License texts',
    'About CMK Enablement Wizard',
  ])
})

it.each(['linux', 'darwin'] as const)('gives no key to two items on %s', (platform) => {
  const keys = allOf(menuTemplate({ ...surroundings, platform })).flatMap(({ accelerator = [] }) => accelerator)
  expect(new Set(keys).size).toBe(keys.length)
})

it('quits by keyboard where the system has no own menu for that', () => {
  expect(rolesOn('linux')).toContain('quit')
  expect(rolesOn('darwin')).toContain('appMenu')
})

it('offers each language by its own name, the chosen one marked, and the system’s first', () => {
  const change = vi.fn()
  const items = allOf(menuTemplate({ ...surroundings, offered: LANGUAGES, settings: { ...DEFAULT_SETTINGS, language: 'de' }, change }))
  const languages = items.filter(({ type }) => type === 'radio')
  expect(languages.map(({ label }) => label)).toEqual([
    'Use system language',
    'English',
    'Deutsch',
    'Français',
    'Español',
    'Português (Brasil)',
    '日本語',
  ])
  expect(languages.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Deutsch'])
  for (const { click } of languages) (click as () => void)()
  expect(change.mock.calls.flat()).toEqual(['system', ...LANGUAGES].map((language) => ({ language })))
})

describe('the text size', () => {
  /** Effect of the item with this accelerator, from a text size. */
  function pressed(accelerator: string, textSize: Settings['textSize']) {
    const change = vi.fn()
    const items = allOf(menuTemplate({ ...surroundings, settings: { ...DEFAULT_SETTINGS, textSize }, change }))
    const item = items.find((each) => each.accelerator === accelerator)
    ;(item?.click as (() => void) | undefined)?.()
    return { enabled: item?.enabled !== false, changes: change.mock.calls.flat() }
  }

  it.each(['CommandOrControl+Plus', 'CommandOrControl+='])('grows by one step with %s, up to the largest', (accelerator) => {
    const steps = TEXT_SIZES.map((size) => pressed(accelerator, size))
    expect(steps.map(({ changes }) => changes[0].textSize)).toEqual([1.1, 1.25, 1.5, 1.75, 2, 2])
    expect(steps.map(({ enabled }) => enabled)).toEqual([true, true, true, true, true, false])
  })

  it('shrinks by one step, down to the smallest', () => {
    const steps = TEXT_SIZES.map((size) => pressed('CommandOrControl+-', size))
    expect(steps.map(({ changes }) => changes[0].textSize)).toEqual([1, 1, 1.1, 1.25, 1.5, 1.75])
    expect(steps.map(({ enabled }) => enabled)).toEqual([false, true, true, true, true, true])
  })

  it('goes back to 100 %', () => {
    expect(pressed('CommandOrControl+0', 1.75)).toEqual({ enabled: true, changes: [{ textSize: 1 }] })
  })
})

it('offers no language where there is no choice', () => {
  expect(allOf(menuTemplate(surroundings)).filter(({ type }) => type === 'radio')).toEqual([])
})

it.each(['linux', 'darwin'] as const)('says every label in the language of the window on %s', async (platform) => {
  const { text } = await startFormatterIn('en-XA')
  // The menu of the app has its name.
  const menu = menuTemplate({ ...surroundings, platform, text }).filter(({ label }) => label !== 'CMK Enablement Wizard')
  const inApp = platform === 'darwin' ? within(menuTemplate({ ...surroundings, platform, text })[0] ?? {}) : []
  const labels = [...allOf(menu), ...inApp].flatMap(({ label = [] }) => label)
  expect(labels.length).toBeGreaterThan(10)
  expect(labels.filter((label) => !label.startsWith('['))).toEqual([])
})
