import { expect, it } from 'vitest'
import { keepAppearance, type ThemeSource } from '#electron/window/appearance.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'

/** A window whose page can be loaded again, and what it was given. */
function situation() {
  const given: string[] = []
  let navigate: () => void = () => undefined
  const state = { destroyed: false }
  const theme: ThemeSource = {
    themeSource: 'system',
    get shouldUseDarkColors() {
      return this.themeSource === 'dark'
    },
  }
  const apply = keepAppearance(
    {
      isDestroyed: () => state.destroyed,
      setBackgroundColor: (color) => given.push(color),
      webContents: { on: (_event, listener) => (navigate = listener), setZoomFactor: (factor) => given.push(`${factor * 100} %`) },
    },
    theme,
    { ...DEFAULT_SETTINGS, textSize: 1.25 },
  )
  return { given, theme, state, apply, load: () => navigate() }
}

it('gives the page its text size whenever it is loaded', () => {
  const { given, load, apply } = situation()
  expect(given).toEqual([])
  load()
  apply({ ...DEFAULT_SETTINGS, textSize: 2 })
  load()
  expect(given.filter((each) => each.endsWith('%'))).toEqual(['125 %', '200 %', '200 %'])
})

it('changes the theme, and what is behind the page with it', () => {
  const { given, theme, apply } = situation()
  apply({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect(theme.themeSource).toBe('dark')
  expect(given).toContain('#1f1f1f')
  apply(DEFAULT_SETTINGS)
  expect(theme.themeSource).toBe('system')
  expect(given.slice(2)).toContain('#fafafa')
})

it('leaves a window alone that is gone', () => {
  const { given, state, apply } = situation()
  state.destroyed = true
  apply({ ...DEFAULT_SETTINGS, theme: 'dark' })
  expect(given).toEqual([])
})
