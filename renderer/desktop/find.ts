/*
 * Finds text in what is on screen. Done in the page itself: Chromium's own search counts matches that no one sees, and would need main for
 * every keystroke.
 */

/** Texts that are read as one: pieces of a word may stand in several nodes. */
interface Run {
  readonly block: Element | null
  text: string
  readonly pieces: { readonly node: Text; readonly start: number }[]
}

/** What is no text of the page: choices of a closed list, announcements, and the search itself. */
const NOT_READ = 'script, style, select, textarea, dialog, search, [aria-live], [role="status"], [role="alert"]:empty'

const SAME: Readonly<Record<string, string>> = { '\u00a0': ' ', '\n': ' ', '\t': ' ', '’': "'", '‘': "'", '“': '"', '”': '"' }

/** The same text without what a person would not type, of the same length: places in it are places in the original. */
export const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const lower = (SAME[letter] ?? letter).toLowerCase()
    return lower.length === letter.length ? lower : letter
  }).join('')

/** @returns where each occurrence begins; they don't overlap */
export function occurrences(text: string, query: string): readonly number[] {
  const [searched, wanted] = [folded(text), folded(query)]
  const found: number[] = []
  if (wanted.trim() === '') return found
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) found.push(at)
  return found
}

function isShown(element: Element): boolean {
  if (element.matches(NOT_READ)) return false
  const { display, clipPath } = getComputedStyle(element)
  // What only screen readers get is clipped away. What has no box of its own counts as not visible, but what is in it may be.
  if (clipPath === 'inset(50%)') return false
  return display === 'contents' || element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
}

const isInline = (element: Element): boolean => ['inline', 'contents'].includes(getComputedStyle(element).display)

function runsIn(root: Element): readonly Run[] {
  const runs: Run[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && !isShown(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const inline = new Map<Element, boolean>()
  const blockOf = (node: Node): Element | null => {
    let element = node.parentElement
    while (element !== null && (inline.get(element) ?? isInline(element))) {
      inline.set(element, true)
      element = element.parentElement
    }
    if (element !== null) inline.set(element, false)
    return element
  }
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text) || node.data === '') continue
    const block = blockOf(node)
    const before = runs.at(-1)
    const run: Run = before?.block === block ? before : { block, text: '', pieces: [] }
    if (run !== before) runs.push(run)
    run.pieces.push({ node, start: run.text.length })
    run.text += node.data
  }
  return runs
}

function rangeIn({ pieces }: Run, from: number, to: number): Range {
  const range = document.createRange()
  const first = pieces.findLast(({ start }) => start <= from)
  const last = pieces.findLast(({ start }) => start < to)
  if (first) range.setStart(first.node, from - first.start)
  if (last) range.setEnd(last.node, to - last.start)
  return range
}

/** @returns every place below the root where the query can be read, from top to bottom */
export const findIn = (root: Element, query: string): readonly Range[] =>
  query.trim() === '' ? [] : runsIn(root).flatMap((run) => occurrences(run.text, query).map((at) => rangeIn(run, at, at + query.length)))
