/* Finds text on screen. Done in the page, because Chromium's search counts invisible matches and needs the main process for every key. */

/** Text read as one piece, though split over several nodes. */
interface Run {
  readonly block: Element | null
  text: string
  readonly pieces: { readonly node: Text; readonly start: number }[]
}

/** Not page text: closed lists, announcements, and the search itself. */
const NOT_READ = 'script, style, select, textarea, dialog, search, [aria-live], [role="status"], [role="alert"]:empty'

const SAME: Readonly<Record<string, string>> = { '\u00a0': ' ', '\n': ' ', '\t': ' ', '’': "'", '‘': "'", '“': '"', '”': '"' }

/** Folds accents and case and keeps the length, so that offsets match the original. */
export const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const lower = (SAME[letter] ?? letter).toLowerCase()
    return lower.length === letter.length ? lower : letter
  }).join('')

/** @returns the start of each non-overlapping match */
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
  // Screen-reader-only text is clipped. An element without a box is invisible, but its children may be visible.
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

/** @returns all matches under the root, from top to bottom */
export const findIn = (root: Element, query: string): readonly Range[] =>
  query.trim() === '' ? [] : runsIn(root).flatMap((run) => occurrences(run.text, query).map((at) => rangeIn(run, at, at + query.length)))
