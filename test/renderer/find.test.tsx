// @vitest-environment happy-dom
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findIn, folded, occurrences } from '#renderer/desktop/find.ts'
import { highlights, marked } from './highlights.ts'
import { stepView } from './views.ts'
import { type Shown, show } from './window.tsx'

beforeEach(highlights)

describe('text', () => {
  it.each([
    ['Key Vault, key vault', 'KEY', [0, 11]],
    ['aaaa', 'aa', [0, 2]],
    ['we’ll', "we'll", [0]],
    ['10\u00a0%', '10 %', [0]],
    ['a', '', []],
    ['a  b', ' ', []],
    ['İstanbul key', 'key', [9]],
    ['キー コンテナー', 'コンテナー', [3]],
  ])('of %j has %j at %j', (text, query, places) => {
    expect(occurrences(text, query)).toEqual(places)
  })

  it('keeps its length however it is folded, so that places stay places', () => {
    for (const text of ['İ', 'ẞ', '𐐀A', 'ﬁ', '“”’']) expect(folded(text)).toHaveLength(text.length)
  })
})

describe('a page', () => {
  const found = (html: string, query: string) => {
    document.body.innerHTML = html
    return findIn(document.body, query).map(String)
  }

  it('is read across the pieces of a word and the elements inside of a line', () => {
    expect(found('<p style="display: block">cmk-<wbr>con<b style="display: inline">toso-prod</b></p>', 'contoso-prod')).toEqual([
      'contoso-prod',
    ])
  })

  it('is searched in what has no box of its own', () => {
    expect(found('<div style="display: contents"><p style="display: block">key vault</p></div>', 'vault')).toEqual(['vault'])
  })

  it('is not read across the end of a paragraph', () => {
    expect(found('<p style="display: block">key</p><p style="display: block">vault</p>', 'keyvault')).toEqual([])
    expect(found('<div style="display: block">key<p style="display: block">and</p>vault</div>', 'keyvault')).toEqual([])
  })

  it.each([
    ['what is hidden', '<p hidden>vault</p>'],
    ['what only screen readers get', '<p style="clip-path: inset(50%)">vault</p>'],
    ['choices of a list', '<select><option>vault</option></select>'],
    ['announcements', '<p aria-live="polite">vault</p>'],
    ['the search itself', '<search>vault</search>'],
    ['styles', '<style>.vault {}</style>'],
  ])('is not searched in %s', (_what, html) => {
    expect(found(`<p>key</p>${html}`, 'vault')).toEqual([])
    expect(found(`<p>key vault</p>${html}`, 'vault')).toEqual(['vault'])
  })
})

describe('find in page', () => {
  const text = (name: string) => [...(marked.get(name) ?? [])].map(String)
  const bar = () => document.querySelector('search')
  const input = () => bar()?.querySelector('input') as HTMLInputElement

  async function searching(query: string): Promise<Shown> {
    const page = await show(stepView({}))
    await page.command('find')
    await page.type(input(), query)
    return page
  }

  it('marks every place, and says which of how many is shown', async () => {
    const page = await searching('key')
    const count = text('find').length
    expect(count).toBeGreaterThan(1)
    expect(bar()?.textContent).toContain(`1 of ${count}`)
    await page.press(input(), 'Enter')
    expect(bar()?.textContent).toContain(`2 of ${count}`)
    expect(text('find-current')).toHaveLength(1)
    await page.press(input(), 'Enter', { shiftKey: true })
    await page.press(input(), 'Enter', { shiftKey: true })
    expect(bar()?.textContent).toContain(`${count} of ${count}`)
  })

  it('says that nothing was found, and that closed details are not searched', async () => {
    await searching('no such words')
    expect(bar()?.textContent).toContain('No results')
    expect(bar()?.textContent).toContain('Closed details aren’t searched.')
  })

  it('announces what was found once the person pauses', async () => {
    await searching('no such words')
    // Its timer runs outside of what the test does.
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    await expect.poll(() => document.querySelector('[aria-live]')?.textContent).toContain('No results')
  })

  it('searches again when another view comes', async () => {
    const page = await searching('brand new')
    expect(text('find')).toEqual([])
    await page.push(stepView({ task: { now: 'A brand new text' } }, { revision: 99 }))
    await act(() => expect.poll(() => text('find')).toEqual(['brand new']))
  })

  it('leaves no mark behind when it is closed with Escape', async () => {
    const page = await searching('key')
    await page.press(input(), 'Escape')
    expect(bar()).toBeNull()
    expect(marked.size).toBe(0)
  })
})
