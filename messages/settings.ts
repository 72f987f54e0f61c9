import type { LanguageChoice } from './languages.ts'

/** Forced colors come from the system whatever the theme. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Zoom factors of the page; 1 is 100 %. */
export const TEXT_SIZES = [1, 1.1, 1.25, 1.5, 1.75, 2] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** What a person set once, for every start on this computer. */
export interface Settings {
  readonly language: LanguageChoice
  readonly theme: Theme
  readonly textSize: TextSize
  /** Whether the system tells what happened while the window was not looked at. */
  readonly notifications: boolean
}

/** One or more settings with their new values; the others stay. */
export type SettingsChange = Partial<Settings>

export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system', textSize: 1, notifications: true }

/** @param by how many steps larger; negative: smaller @returns the size there, or the last one in that direction */
export function textSizeBeside(size: TextSize, by: number): TextSize {
  const index = Math.max(0, Math.min(TEXT_SIZES.length - 1, TEXT_SIZES.indexOf(size) + by))
  return TEXT_SIZES[index] ?? size
}
