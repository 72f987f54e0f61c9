import type { Page } from '@playwright/test'
import { withoutData } from './data.ts'

/** English on a page in the pseudo-locale, which no message gave; a line each. */
export async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate(textsOfPage)
  return [...new Set(texts)].filter((text) => plainWords(text).length > 0)
}

/** Words without an accent, and no names. */
const plainWords = (text: string): readonly string[] =>
  (withoutData(text).match(/\p{L}+/gu) ?? []).filter((word) => /^[A-Za-z]{3,}$/.test(word))

/** Everything that is read or heard, also what is folded up, but what is in a language of its own. Runs in the page. */
function textsOfPage(): string[] {
  const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt']
  const elements = [...document.querySelectorAll('*')]
  const read = elements.flatMap((element) => attributes.flatMap((name) => element.getAttribute(name) ?? []))
  // All of an element's own text at once: a long name is one text, though it has places where it may break.
  const shown = elements
    .filter((element) => element.closest('script, style, [translate=no]') === null)
    .filter((element) => element.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang)
    .map(({ childNodes }) => [...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join(''))
  return [document.title, ...read, ...shown].map((text) => text.trim()).filter((text) => text !== '')
}
