import type { LanguageChoice } from './languages.ts'

/** Forced colors always come from the system. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const TEXT_SIZES = [1, 1.1, 1.25, 1.5, 1.75, 2] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export interface Settings {
  readonly language: LanguageChoice
  readonly theme: Theme
  readonly textSize: TextSize
  /** System notifications while the window is in the background. */
  readonly notifications: boolean
}

export type SettingsChange = Partial<Settings>

export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system', textSize: 1, notifications: true }

/** @param by steps; negative: smaller @returns the size, clamped */
export function textSizeBeside(size: TextSize, by: number): TextSize {
  const index = Math.max(0, Math.min(TEXT_SIZES.length - 1, TEXT_SIZES.indexOf(size) + by))
  return TEXT_SIZES[index] ?? size
}
