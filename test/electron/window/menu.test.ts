import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { type MenuSurroundings, menuTemplate } from '../../../electron/window/menu.ts'
import { LANGUAGES } from '../../../messages/languages.ts'
import { startFormatter, startFormatterIn } from '../../../messages/start.ts'

const surroundings: MenuSurroundings = {
  platform: 'linux',
  text: startFormatter.text,
  offered: ['en'],
  chosen: 'system',
  choose: () => undefined,
}

type Items = readonly MenuItemConstructorOptions[]

const within = ({ submenu }: MenuItemConstructorOptions): Items => (Array.isArray(submenu) ? submenu : [])
const allOf = (items: Items): Items => items.flatMap((item) => [item, ...allOf(within(item))])
const rolesOn = (platform: NodeJS.Platform) => allOf(menuTemplate({ ...surroundings, platform })).map(({ role }) => role)

it.each(['linux', 'win32', 'darwin'] as const)('keeps edit and zoom and offers neither reload nor developer tools on %s', (platform) => {
  expect(rolesOn(platform)).toEqual(expect.arrayContaining(['editMenu', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom']))
  expect(rolesOn(platform)).not.toEqual(expect.arrayContaining([expect.stringMatching(/reload|devtools/i)]))
})

it('quits by keyboard where the system has no own menu for that', () => {
  expect(rolesOn('linux')).toContain('quit')
  expect(rolesOn('darwin')).toContain('appMenu')
})

it('offers each language by its own name, the chosen one marked, and the system’s first', () => {
  const choose = vi.fn()
  const items = allOf(menuTemplate({ ...surroundings, offered: LANGUAGES, chosen: 'de', choose }))
  const languages = items.filter(({ type }) => type === 'radio')
  expect(languages.map(({ label }) => label)).toEqual([
    'Same as the system',
    'English',
    'Deutsch',
    'Français',
    'Español',
    'Português (Brasil)',
    '日本語',
  ])
  expect(languages.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Deutsch'])
  for (const { click } of languages) (click as () => void)()
  expect(choose.mock.calls.flat()).toEqual(['system', ...LANGUAGES])
})

it('offers no language where there is no choice', () => {
  expect(allOf(menuTemplate(surroundings)).filter(({ type }) => type === 'radio')).toEqual([])
})

it('says every label in the language of the window', async () => {
  const { text } = await startFormatterIn('en-XA')
  const labels = allOf(menuTemplate({ ...surroundings, text })).flatMap(({ label = [] }) => label)
  expect(labels.length).toBeGreaterThan(10)
  expect(labels.filter((label) => !label.startsWith('['))).toEqual([])
})
