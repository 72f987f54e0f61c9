import { expect, test } from 'vitest'
import { darkTheme, lightTheme, themeIn } from '#renderer/theme.ts'

test('Japanese is drawn in the fonts that each system has for it, and no other language is', () => {
  const { fontFamilyBase, ...others } = themeIn(darkTheme, 'ja')
  expect(fontFamilyBase).toBe("'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif")
  expect(darkTheme).toMatchObject(others)
  expect(themeIn(lightTheme, 'de')).toBe(lightTheme)
})
