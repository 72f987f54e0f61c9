import type { MenuItemConstructorOptions } from 'electron'
import { expect, it, vi } from 'vitest'
import { keepMenu } from '../../../electron/window/keep-menu.ts'
import type { LanguageChoice } from '../../../messages/languages.ts'
import { startFormatter } from '../../../messages/start.ts'
import type { WizardView } from '../../../messages/view.ts'
import { startView } from '../../renderer/views.ts'

const initial: WizardView = { ...startView, language: 'en', languageChoice: 'system' }

/** A wizard whose views the test pushes, and the menus that were shown. */
function situation() {
  const listeners = new Set<(view: WizardView) => void>()
  const menus: MenuItemConstructorOptions[][] = []
  const warn = vi.fn()
  const chooseLanguage = vi.fn(async (_choice: LanguageChoice) => ({ ok: false, why: 'The disk is full.' }) as const)
  const end = keepMenu(
    {
      view: () => initial,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      text: startFormatter.text,
      offered: ['en', 'de'],
      chooseLanguage,
    },
    { platform: 'linux', show: (menu) => void menus.push(menu), warn },
  )
  const radios = () => {
    const all = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
      items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
    return all(menus.at(-1) ?? []).filter(({ type }) => type === 'radio')
  }
  const push = (view: WizardView) => {
    for (const listener of listeners) listener(view)
  }
  return { menus, radios, warn, chooseLanguage, listeners, end, push }
}

it('is shown at once, and again only when the language or the choice changes', () => {
  const { menus, push, radios } = situation()
  push({ ...initial, revision: 7 })
  expect(menus).toHaveLength(1)
  push({ ...initial, languageChoice: 'de' })
  expect(menus).toHaveLength(2)
  expect(radios().map(({ checked }) => checked)).toEqual([false, false, true])
  push({ ...initial, language: 'en-XA', languageChoice: 'de' })
  expect(menus).toHaveLength(3)
})

it('changes the language, and says why the choice was not saved', async () => {
  const { radios, warn, chooseLanguage } = situation()
  const click = radios()[2]?.click as (() => void) | undefined
  click?.()
  expect(chooseLanguage).toHaveBeenCalledExactlyOnceWith('de')
  await vi.waitUntil(() => warn.mock.calls.length > 0)
  expect(warn).toHaveBeenCalledExactlyOnceWith('The disk is full.')
})

it('is left alone once the window is closed', () => {
  const { end, push, menus, listeners } = situation()
  end()
  push({ ...initial, language: 'en-XA' })
  expect([menus.length, listeners.size]).toEqual([1, 0])
})
