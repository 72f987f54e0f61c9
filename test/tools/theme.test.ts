import { readFileSync } from 'node:fs'
import path from 'node:path'
import { webDarkTheme, webLightTheme } from '@fluentui/tokens'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { themeFor } from '../../tools/theme.mjs'

describe('the tokens of the window', () => {
  it('are those that are used, with what dark and high contrast change', () => {
    const sheet = themeFor(['.a { color: var(--colorNeutralForeground1); margin: var(--spacingHorizontalM); }'])
    const { colorNeutralForeground1: light, spacingHorizontalM } = webLightTheme
    expect(sheet.split('\n')).toEqual([
      `:root{--colorNeutralForeground1:${light};--spacingHorizontalM:${spacingHorizontalM}}`,
      `@media (prefers-color-scheme:dark){:root{--colorNeutralForeground1:${webDarkTheme.colorNeutralForeground1}}}`,
      '@media (forced-colors:active){:root{--colorNeutralForeground1:#ffffff}}',
    ])
  })

  it('leave out what the window defines itself', () => {
    expect(themeFor([':root { --fontFamilyBase: serif; }', '.a { font-family: var(--fontFamilyBase); }'])).toMatch(/^:root\{\}/)
  })

  it('are refused where a name is none', () => {
    expect(() => themeFor(['.a { color: var(--colourNeutralForeground1); }'])).toThrow('defines --colourNeutralForeground1.')
  })
})

it('Japanese is drawn in the fonts that each system has for it', () => {
  const sheet = readFileSync(path.join(repositoryRoot, 'renderer', 'theme.css'), 'utf8')
  const japanese = /:root:lang\(ja\) \{\s*--fontFamilyBase:([^;]+);/.exec(sheet)?.[1]
  expect(japanese?.trim()).toBe("'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif")
})
