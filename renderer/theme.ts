import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useMediaQuery } from './media-query.ts'

/**
 * Colors without a Fluent token. Practice and custom clouds have their own, so that they aren't mistaken for
 * production. Each is a CSS variable of its name.
 */
interface OwnColors {
  readonly practiceBand: string
  readonly practiceStripe: string
  readonly practiceText: string
  readonly customCloudBand: string
  readonly customCloudText: string
  /** Badge of a production environment. */
  readonly production: string
  readonly onProduction: string
  /** Hatching of parts that are offline for users. */
  readonly outageStripe: string
}

export type WizardTheme = Theme & OwnColors

// Fluent's list ends in the system's sans-serif, which on Linux is often much wider than Segoe UI.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
const fontFamilyMonospace = "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'Noto Sans Mono', 'Liberation Mono', monospace"
const fonts = { fontFamilyBase, fontFamilyMonospace }

// Japanese fonts of Windows, macOS and Linux. First, because their Latin letters match.
const fontFamilyJapanese = "'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif"

export const lightTheme: WizardTheme = {
  ...webLightTheme,
  ...fonts,
  practiceBand: '#5b2a86',
  practiceStripe: '#6d38a0',
  practiceText: '#ffffff',
  customCloudBand: '#00515c',
  customCloudText: '#ffffff',
  production: '#0b2a5b',
  onProduction: '#ffffff',
  outageStripe: 'rgba(188, 75, 9, 0.1)',
}

export const darkTheme: WizardTheme = {
  ...webDarkTheme,
  ...fonts,
  practiceBand: '#4b2572',
  practiceStripe: '#5a3186',
  practiceText: '#ffffff',
  customCloudBand: '#63d1dc',
  customCloudText: '#00191d',
  production: '#b7cdf5',
  onProduction: '#0a1f44',
  outageStripe: 'rgba(250, 160, 107, 0.16)',
}

export const highContrastTheme: WizardTheme = {
  ...teamsHighContrastTheme,
  ...fonts,
  practiceBand: 'Canvas',
  practiceStripe: 'Canvas',
  practiceText: 'CanvasText',
  customCloudBand: 'Canvas',
  customCloudText: 'CanvasText',
  production: 'Canvas',
  onProduction: 'CanvasText',
  outageStripe: 'transparent',
}

export const themeIn = (theme: WizardTheme, locale: string): WizardTheme =>
  locale === 'ja' ? { ...theme, fontFamilyBase: fontFamilyJapanese } : theme

/** Follows the system's theme while the window is open. */
export function useSystemTheme(locale: string): WizardTheme {
  const highContrast = useMediaQuery('(forced-colors: active)')
  const dark = useMediaQuery('(prefers-color-scheme: dark)')
  const theme = highContrast ? highContrastTheme : dark ? darkTheme : lightTheme
  return useMemo(() => themeIn(theme, locale), [theme, locale])
}
