import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { keepMenu } from '#electron/window/keep-menu.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#messages/settings.ts'
import { startFormatter } from '#messages/start.ts'
import type { WizardView } from '#messages/view.ts'
import { startView } from '../../renderer/views.ts'
import { until } from '../../until.ts'

const initial: WizardView = { ...startView, language: 'en', settings: DEFAULT_SETTINGS }
const inGerman: Settings = { ...DEFAULT_SETTINGS, language: 'de' }

/** A wizard whose views the test pushes, and the menus that were shown. */
function situation() {
  const listeners = new Set<(view: WizardView) => void>()
  const menus: MenuItemConstructorOptions[][] = []
  const warn = vi.fn()
  const changeSettings = vi.fn(async (_change: SettingsChange) => ({ ok: false, why: 'The disk is full.' }) as const)
  const end = keepMenu(
    {
      view: () => initial,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      text: startFormatter.text,
      offered: ['en', 'de'],
      changeSettings,
    },
    { platform: 'linux', show: (menu) => void menus.push(menu), command: () => undefined, underTheHood: () => undefined, warn },
  )
  const radios = () => {
    const all = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
    return all(menus.at(-1) ?? []).filter(({ type }) => type === 'radio')
  }
  const push = (view: WizardView) => {
    for (const listener of listeners) listener(view)
  }
  return { menus, radios, warn, changeSettings, listeners, end, push }
}

it('is shown at once, and again only when the language or a setting in it changes', () => {
  const { menus, push, radios } = situation()
  push({ ...initial, revision: 7 })
  expect(menus).toHaveLength(1)
  push({ ...initial, settings: inGerman })
  expect(menus).toHaveLength(2)
  expect(radios().map(({ checked }) => checked)).toEqual([false, false, true])
  push({ ...initial, language: 'en-XA', settings: inGerman })
  expect(menus).toHaveLength(3)
  push({ ...initial, language: 'en-XA', settings: { ...inGerman, theme: 'dark', notifications: false } })
  expect(menus).toHaveLength(3)
  push({ ...initial, language: 'en-XA', settings: { ...inGerman, textSize: 2 } })
  expect(menus).toHaveLength(4)
})

it('changes the language, and says why the choice was not saved', async () => {
  const { radios, warn, changeSettings } = situation()
  const click = radios()[2]?.click as (() => void) | undefined
  click?.()
  expect(changeSettings).toHaveBeenCalledExactlyOnceWith({ language: 'de' })
  await until(() => warn.mock.calls.length > 0)
  expect(warn).toHaveBeenCalledExactlyOnceWith('The disk is full.')
})

it('is left alone once the window is closed', () => {
  const { end, push, menus, listeners } = situation()
  end()
  push({ ...initial, language: 'en-XA' })
  expect([menus.length, listeners.size]).toEqual([1, 0])
})
