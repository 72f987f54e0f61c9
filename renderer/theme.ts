import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useMediaQuery } from './media-query.ts'

/**
 * Colours that only the practice tenant uses, and colours that only a custom cloud uses, so that neither is ever mistaken for the usual.
 * In style sheets each is a variable of its name.
 */
interface BannerColours {
  readonly practiceBand: string
  readonly practiceStripe: string
  readonly practiceText: string
  readonly customCloudBand: string
  readonly customCloudText: string
}

export type WizardTheme = Theme & BannerColours

// Fluent's own list ends in whatever the system calls sans-serif, which on Linux is often far wider than Segoe UI.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
const fontFamilyMonospace = "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'Noto Sans Mono', 'Liberation Mono', monospace"
const fonts = { fontFamilyBase, fontFamilyMonospace }

export const lightTheme: WizardTheme = {
  ...webLightTheme,
  ...fonts,
  practiceBand: '#5b2a86',
  practiceStripe: '#6d38a0',
  practiceText: '#ffffff',
  customCloudBand: '#00515c',
  customCloudText: '#ffffff',
}

export const darkTheme: WizardTheme = {
  ...webDarkTheme,
  ...fonts,
  practiceBand: '#b88fe0',
  practiceStripe: '#a678d4',
  practiceText: '#1b0f26',
  customCloudBand: '#63d1dc',
  customCloudText: '#00191d',
}

export const highContrastTheme: WizardTheme = {
  ...teamsHighContrastTheme,
  ...fonts,
  practiceBand: 'Canvas',
  practiceStripe: 'Canvas',
  practiceText: 'CanvasText',
  customCloudBand: 'Canvas',
  customCloudText: 'CanvasText',
}

/** The theme that the system asks for; changes with it while the window is open. */
export function useSystemTheme(): WizardTheme {
  const highContrast = useMediaQuery('(forced-colors: active)')
  const dark = useMediaQuery('(prefers-color-scheme: dark)')
  if (highContrast) return highContrastTheme
  return dark ? darkTheme : lightTheme
}
