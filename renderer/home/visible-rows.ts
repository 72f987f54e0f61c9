import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react'

/** How many rows are drawn beyond those in sight, on either side. */
const BEYOND = 4
/** Before any row was measured, in pixels. */
const ASSUMED = 64
/** Where the document has no layout, as in a test. */
const AT_LEAST = 12

/** Rows to be drawn, and the room of those that are not. */
export type Drawn = { readonly at: number } | { readonly gap: number; readonly before: number }

export interface VisibleRows {
  readonly drawn: readonly Drawn[]
  /** To be given to each drawn row, which is measured by it. */
  readonly measure: (id: string) => (element: HTMLElement | null) => (() => void) | undefined
}

/**
 * Which rows of a long list are drawn: those in sight, those near, and the one that has the focus. Rows may be of any height: each is measured
 * while it is drawn, and the others are taken to be as high as those on average.
 * @param list what holds the rows, whichever element around it scrolls
 * @param pinned stays drawn wherever the list is scrolled to
 */
export function useVisibleRows(list: RefObject<HTMLElement | null>, ids: readonly string[], pinned: number): VisibleRows {
  const heights = useRef(new Map<string, number>())
  const [version, redraw] = useReducer((count: number) => count + 1, 0)
  const range = useRef({ from: 0, to: AT_LEAST })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is not seen by React
  const tops = useMemo(() => topsOf(ids, heights.current), [ids, version])
  const current = useRef(tops)
  current.current = tops

  const look = useCallback(() => {
    const found = list.current && inSight(list.current, current.current)
    // Drawn already, and not far too much: what is drawn may itself move what is in sight, which must come to rest.
    const { from, to } = range.current
    if (!found || (from <= found.from && found.to <= to && to - from <= found.to - found.from + AT_LEAST)) return
    range.current = { from: Math.max(0, found.from - BEYOND), to: Math.max(found.to + BEYOND, found.from + AT_LEAST) }
    redraw()
  }, [list])

  useLayoutEffect(() => {
    // Whatever scrolls: the page, or in a low window everything as a whole.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [look])
  // Other rows, or rows in another order: at once, so that no wrong ones flash by.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  useLayoutEffect(look, [look, ids])
  // After every other drawing: a measured row or the page around it may have moved what is in sight.
  useEffect(() => {
    const request = requestAnimationFrame(look)
    return () => cancelAnimationFrame(request)
  })

  const sizes = useMemo(
    () =>
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver((entries) => {
            let changed = false
            for (const { target } of entries) {
              const id = target.getAttribute('data-row')
              const height = target.getBoundingClientRect().height
              if (id === null || height === 0 || heights.current.get(id) === height) continue
              heights.current.set(id, height)
              changed = true
            }
            if (changed) redraw()
          }),
    [],
  )
  const measure = useCallback(
    (id: string) => (element: HTMLElement | null) => {
      if (element === null) return undefined
      element.setAttribute('data-row', id)
      sizes?.observe(element)
      return () => sizes?.unobserve(element)
    },
    [sizes],
  )
  return { drawn: drawnIn(range.current, ids.length, pinned, tops), measure }
}

/** Where each row begins, and at its end where the last one ends. */
function topsOf(ids: readonly string[], heights: ReadonlyMap<string, number>): Float64Array {
  let sum = 0
  for (const height of heights.values()) sum += height
  const usual = heights.size === 0 ? ASSUMED : sum / heights.size
  const tops = new Float64Array(ids.length + 1)
  for (const [at, id] of ids.entries()) tops[at + 1] = (tops[at] ?? 0) + (heights.get(id) ?? usual)
  return tops
}

/** The first row that ends below a place. */
function rowAt(tops: Float64Array, place: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? Number.POSITIVE_INFINITY) <= place) low = middle + 1
    else high = middle
  }
  return low
}

function inSight(list: HTMLElement, tops: Float64Array): { readonly from: number; readonly to: number } {
  const { top } = list.getBoundingClientRect()
  const last = tops.length - 1
  return { from: Math.min(rowAt(tops, -top), last), to: Math.min(rowAt(tops, window.innerHeight - top) + 1, last) }
}

/** Rows in their order, with the room between them. */
export function drawnIn(
  { from, to }: { readonly from: number; readonly to: number },
  count: number,
  pinned: number,
  tops: Float64Array,
): readonly Drawn[] {
  const last = Math.min(to, count)
  const first = Math.max(0, Math.min(from, last - 1))
  const places = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  if (pinned >= 0 && pinned < first) places.unshift(pinned)
  if (pinned >= last && pinned < count) places.push(pinned)
  const drawn: Drawn[] = []
  let next = 0
  for (const at of [...places, count]) {
    const gap = (tops[at] ?? 0) - (tops[next] ?? 0)
    if (gap > 0) drawn.push({ gap, before: at })
    if (at < count) drawn.push({ at })
    next = at + 1
  }
  return drawn
}
