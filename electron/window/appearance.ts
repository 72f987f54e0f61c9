import type { Settings, Theme } from '#messages/settings.ts'

/** Used parts of Electron's `nativeTheme` and window. */
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

export const backgroundColor = (dark: boolean): string => (dark ? '#1f1f1f' : '#fafafa')

/** Applies theme and text size on every load: otherwise Chromium's own zoom per address would win. @returns changes them */
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
