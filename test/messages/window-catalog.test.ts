import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadedFiles } from '../../tools/loaded-files.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { extractMessages } from '../../tools/messages.mjs'
import { readTexts } from '../../tools/texts.mjs'

const files = loadedFiles('renderer/main.tsx')
const defined = files.flatMap((file) =>
  readTexts(file, readFileSync(path.join(repositoryRoot, file), 'utf8')).definitions.map(({ id }) => id),
)
const catalog = extractMessages(['window'])

describe('the catalog of the window’s messages', () => {
  it('is read from what the window loads, pages that come later and rules of the machines included', () => {
    expect(files).toEqual(
      expect.arrayContaining(['renderer/pages/tenant-pages.tsx', 'machines/sign-in/draft.ts', 'renderer/messages/start.ts']),
    )
    expect(files).not.toContain('machines/engine/wizard/view.ts')
  })

  it('is not needed at the start: only the words of the start page are loaded with it', () => {
    const words = loadedFiles('renderer/main.tsx', { later: false }).filter((file) => file.startsWith('renderer/messages/'))
    expect(words.toSorted()).toEqual([
      'renderer/messages/app-bar.ts',
      'renderer/messages/every-page.ts',
      'renderer/messages/start.ts',
      'renderer/messages/time.ts',
    ])
  })

  it('holds every message that code of the window can say, and no other', () => {
    expect(defined).toContain('window.start.title')
    expect(new Set(Object.keys(catalog))).toEqual(new Set(defined))
  })
})
