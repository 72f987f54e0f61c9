import type { Page } from '@playwright/test'

/** Text that its box cuts off; a line each. */
export const cut = (page: Page): Promise<string[]> => page.evaluate(cutOff)

// Runs in the page.
function cutOff(): string[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element)
    // A long name on the Key Map ends in an ellipsis on purpose: the whole of it is heard, and shown when its part is opened.
    if (
      textOverflow === 'ellipsis' &&
      element
        .closest('[aria-label]')
        ?.getAttribute('aria-label')
        ?.includes(element.textContent ?? '')
    )
      return []
    // Drawn once more for the eye alone: the map itself has the whole of it.
    if (textOverflow === 'ellipsis' && element.closest('[aria-hidden=true]') !== null) return []
    // Visually hidden elements are one pixel wide.
    if (element.clientWidth <= 1 || clipPath !== 'none') return []
    // Typed text scrolls with the caret; a placeholder doesn't.
    if (element instanceof HTMLInputElement && element.value !== '') return []
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
    const wide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1
    const high = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1
    const by = wide
      ? `${element.scrollWidth - element.clientWidth} px in width`
      : `${element.scrollHeight - element.clientHeight} px in height`
    return wide || high ? [`cut by ${by}: <${element.localName}> ${element.textContent?.trim().slice(0, 80)}`] : []
  })
}
