import type { Settings, Theme } from '../../messages/settings.ts'

/** The parts of Electron's `nativeTheme`, and of a window, that settings are about. */
export interface ThemeSource {
  themeSource: Theme
  readonly shouldUseDarkColors: boolean
}
export interface Drawn {
  isDestroyed(): boolean
  setBackgroundColor(color: string): void
  readonly webContents: {
    on(event: 'did-navigate', listener: () => void): unknown
    setZoomFactor(factor: number): void
  }
}

/** As its page is before anything is drawn on it. */
export const backgroundColor = (dark: boolean): string => (dark ? '#1f1f1f' : '#fafafa')

/**
 * Gives the window theme and text size, from its first page on and whenever that is loaded again: Chromium keeps a zoom of its own for
 * each address, which would win otherwise.
 * @returns changes them
 */
export function keepAppearance(window: Drawn, theme: ThemeSource, initial: Settings): (settings: Settings) => void {
  let { textSize } = initial
  window.webContents.on('did-navigate', () => window.webContents.setZoomFactor(textSize))
  return (settings) => {
    textSize = settings.textSize
    theme.themeSource = settings.theme
    if (window.isDestroyed()) return
    window.setBackgroundColor(backgroundColor(theme.shouldUseDarkColors))
    window.webContents.setZoomFactor(textSize)
  }
}
