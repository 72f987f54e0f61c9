import type { Wizard } from '../launch.ts'
import { resize, type Size, SMALL, USUAL, ZOOMED } from '../window-size.ts'
import { stringsOf } from './words.ts'

/** In a window as it opens. */
const LOWEST_START = 400

/** Elements that don't fit into a window of this size, or are out of reach; a line each. @param language of the window */
export async function misfits(wizard: Wizard, size: Size, language: string): Promise<string[]> {
  const { page } = wizard
  const { account } = stringsOf(language).frame
  await resize(wizard, size)
  await page.evaluate(scrollToTop)
  const hasTenant = (await page.getByText(account, { exact: true }).count()) > 0
  const found = [
    ...(await page.evaluate(tooWide)),
    ...(hasTenant ? await page.evaluate(outOfSight, account) : []),
    ...(await page.evaluate(spilled)),
    ...(await page.evaluate(uneven)),
    // Where all texts are longer, more of them scrolls.
    ...(size === USUAL && language === 'en'
      ? [...(await page.evaluate(manyScroll)), ...(await page.evaluate(lowStart, LOWEST_START))]
      : []),
    ...(size === SMALL && language === 'en' ? await page.evaluate(broken) : []),
    ...(size === ZOOMED ? await page.evaluate(stuck) : []),
    ...(await page.evaluate(outOfReach)),
  ]
  return found.map((what) => `${size.width} × ${size.height} at ${size.zoom * 100} %: ${what}`)
}

/** Elements too wide for the window as it is; a line each. */
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

/** Fields side by side whose controls begin at different heights. */
function uneven(): string[] {
  const partsOf = (field: Element | null | undefined) => {
    const label = field?.querySelector(':scope > label')
    const control = label?.nextElementSibling
    return label && control ? { label: label.getBoundingClientRect(), control: control.getBoundingClientRect() } : undefined
  }
  return [...document.querySelectorAll('label[for]')].flatMap(({ parentElement, textContent }) => {
    const [here, next] = [partsOf(parentElement), partsOf(parentElement?.nextElementSibling)]
    const areBeside = here && next && here.label.top === next.label.top && here.label.height === next.label.height
    return areBeside && Math.abs(here.control.top - next.control.top) > 1 ? [`not on a line with the next field: ${textContent}`] : []
  })
}

/** Words of the map that continue in the next line without a hyphen. Names are cut with an ellipsis, and heard and pointed at in full. */
function broken(): string[] {
  return [...document.querySelectorAll('[data-outline]')].flatMap((thing) => {
    const texts = document.createTreeWalker(thing, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    while (texts.nextNode()) {
      const { currentNode: node } = texts
      if (node.parentElement?.closest('[title]')) continue
      for (const { 0: word, index } of node.textContent?.matchAll(/[^\s-]+/g) ?? []) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) words.push(`breaks on the map: ${word}`)
      }
    }
    return words
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

/**
 * The first field, finding, problem, or row of facts is in the upper half of the page. On Manage, waiting and the end, the map counts,
 * which is fully in view there. A dialog covers the page.
 */
function lowStart(lowest: number): string[] {
  if (document.querySelector('dialog[open], [data-subject]')) return []
  const fields = 'input, select, textarea, table, main > ol > li, section:not(:has([data-actions])) :is(dl, li)'
  const found = '[id^=finding-], section [aria-expanded], [data-problem], blockquote'
  const first = document.querySelector(`main :is(${fields}, ${found})`)
  const top = first?.getBoundingClientRect().top ?? 0
  return top > lowest ? [`begins at ${Math.round(top)}: <${first?.localName}> ${first?.textContent?.trim().slice(0, 40)}`] : []
}

/** Where everything is large, nothing keeps its place on screen but the title, and the search that a person opened. */
function stuck(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => {
      const { position } = getComputedStyle(element)
      const { height } = element.getBoundingClientRect()
      return (position === 'sticky' || position === 'fixed') && height > 0 && !['h1', 'search'].includes(element.localName)
    })
    .filter((element) => element.closest('dialog') === null)
    .map((element) => `keeps its place: <${element.localName}> ${element.textContent?.trim().slice(0, 60)}`)
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
  // A dialog and the open help have the only ones. A page where nothing is asked for, as while Microsoft works, has its ways within itself.
  const over = ['dialog[open]', '#help'].find((each) => document.querySelector(each))
  const leading = '[data-actions] button, footer button, main form button[type=submit]'
  const ofPage = document.querySelector(leading) ? leading : 'main button'
  const ways = over === undefined ? ofPage : `${over} button:not([role=tabpanel] *)`
  const buttons = [...document.querySelectorAll(ways)]
  const hidden = buttons.filter((button) => {
    button.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = button.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit === null || !button.contains(hit)
  })
  // While something is read, nothing is asked for.
  if (buttons.length === 0) return document.querySelector('main [aria-busy=true]') ? [] : ['there is no way on']
  return hidden.map(({ textContent }) => `cannot be pressed: ${textContent}`)
}
