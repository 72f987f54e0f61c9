import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import type { Wizard } from '../launch.ts'
import { resize, type Size, USUAL } from '../window-size.ts'

/** What does not fit into a window of some size, or cannot be reached in it; a line each. */
export async function misfits(wizard: Wizard, size: Size): Promise<string[]> {
  const { page } = wizard
  await resize(wizard, size)
  await page.evaluate(scrollToTop)
  const hasTenant = (await page.getByText(strings.frame.account, { exact: true }).count()) > 0
  const found = [
    ...(await page.evaluate(tooWide)),
    ...(hasTenant ? await page.evaluate(outOfSight, strings.frame.account) : []),
    ...(await page.evaluate(spilled)),
    // Where all texts are longer, more of them scrolls.
    ...(size === USUAL && english.locale === 'en' ? await page.evaluate(manyScroll) : []),
    ...(await page.evaluate(outOfReach)),
  ]
  return found.map((what) => `${size.width} × ${size.height} at ${size.zoom * 100} %: ${what}`)
}

/** What the window as it is has no room for from side to side; a line each. */
export const sideways = async ({ page }: Wizard): Promise<string[]> => [
  ...(await page.evaluate(tooWide)),
  ...(await page.evaluate(spilled)),
]

// From here on everything runs in the page and can use nothing but what is in it.

function scrollToTop(): void {
  for (const element of document.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0
}

function tooWide(): string[] {
  const name = (element: Element) => `<${element.localName}> ${element.textContent?.trim().slice(0, 60)}`
  const elements = [document.documentElement, ...document.body.querySelectorAll('*')]
  const scrolling = elements.filter((element) => {
    const { overflowX } = getComputedStyle(element)
    const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll'
    return scrolls && element.scrollWidth > element.clientWidth
  })
  const sticking = elements.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 1 && (right > innerWidth + 1 || left < -1)
  })
  return [...scrolling.map((element) => `scrolls sideways: ${name(element)}`), ...sticking.map((element) => `sticks out: ${name(element)}`)]
}

/** Text that is wider than its box and runs over other text, where nothing cuts it off. */
function spilled(): string[] {
  const hasOwnText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
  return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const { overflowX, display } = getComputedStyle(element)
    const isOpen = overflowX === 'visible' && display !== 'inline' && element.clientWidth > 1
    if (!isOpen || !hasOwnText(element) || element.scrollWidth <= element.clientWidth + 1) return []
    const range = document.createRange()
    range.selectNodeContents(element)
    const { right, top, height } = range.getBoundingClientRect()
    const hit = document.elementFromPoint(right - 1, top + height / 2)
    // A dialog or a drawer lies over the page on purpose.
    if (hit?.closest('dialog, aside')?.contains(element) === false) return []
    if (hit === null || hit === element || hit.contains(element) || element.contains(hit) || !hasOwnText(hit)) return []
    return [`runs over “${hit.textContent?.trim().slice(0, 40)}”: <${element.localName}> ${element.textContent?.trim().slice(0, 60)}`]
  })
}

/** Beside the page one part may scroll: a drawer, or a long text. */
function manyScroll(): string[] {
  const scrolling = [...document.body.querySelectorAll('*')].filter((element) => {
    const { overflowY } = getComputedStyle(element)
    return (overflowY === 'auto' || overflowY === 'scroll') && element.scrollHeight > element.clientHeight + 1
  })
  return scrolling.length > 2 ? [`${scrolling.length} parts scroll: ${scrolling.map(({ localName }) => localName).join(', ')}`] : []
}

/** Who is signed in is visible without scrolling. */
function outOfSight(term: string): string[] {
  const account = [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === term)?.nextElementSibling
  const seen = account?.getBoundingClientRect()
  return seen && seen.height > 0 && seen.top >= 0 && seen.bottom <= innerHeight
    ? []
    : [`who and where is out of sight: ${account?.textContent}`]
}

/** Every button that leads on can be scrolled into sight and pressed. */
function outOfReach(): string[] {
  // A dialog has the only ones, and a page without a footer has its ways on within itself.
  const ways = document.querySelector('dialog[open]')
    ? 'dialog[open] button'
    : document.querySelector('footer')
      ? 'footer button, main form button[type=submit]'
      : 'main button'
  const buttons = [...document.querySelectorAll(ways)]
  const hidden = buttons.filter((button) => {
    button.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = button.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit === null || !button.contains(hit)
  })
  if (buttons.length === 0) return ['there is no way on']
  return hidden.map(({ textContent }) => `cannot be pressed: ${textContent}`)
}
