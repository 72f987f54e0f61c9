import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** Rows drawn beyond the visible ones, on each side. */
const BEYOND = 4
/** Height of an unmeasured row, in pixels. */
const ASSUMED = 64
/** For documents without layout, as in tests. */
const AT_LEAST = 12

/** A row, or a gap in place of rows. */
export type Drawn = { readonly at: number } | { readonly gap: number; readonly before: number }

export interface VisibleRows {
  readonly drawn: readonly Drawn[]
  readonly measure: (id: string) => (element: HTMLElement | null) => (() => void) | undefined
}

/**
 * Draws the visible rows, their neighbors, and the focused one. Rows of any height: each is measured while drawn; the
 * others count as the average.
 * @param listRef the element that holds the rows; any ancestor may scroll
 * @param pinned stays drawn at any scroll position
 */
export function useVisibleRows(listRef: RefObject<HTMLElement | null>, ids: readonly string[], pinned: number): VisibleRows {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [range, setRange] = useState({ from: 0, to: AT_LEAST })
  const tops = useMemo(() => topsOf(ids, heights), [ids, heights])
  const current = useRef(tops)
  useLayoutEffect(() => {
    current.current = tops
  }, [tops])

  const look = useCallback(() => {
    const found = listRef.current && inSight(listRef.current, current.current)
    if (!found) return
    setRange((before) => {
      const { from, to } = before
      // Skips small changes: drawing shifts what is visible, and must settle.
      if (from <= found.from && found.to <= to && to - from <= found.to - found.from + AT_LEAST) return before
      return { from: Math.max(0, found.from - BEYOND), to: Math.max(found.to + BEYOND, found.from + AT_LEAST) }
    })
  }, [listRef])

  useLayoutEffect(() => {
    // The page scrolls, or in a low window the whole document.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [look])
  // Redraws at once when the rows or their order change, so that no wrong rows flash.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said
  useLayoutEffect(look, [look, ids])
  // After every render: a measured row or the page may have shifted what is visible.
  useEffect(() => {
    const request = requestAnimationFrame(look)
    return () => cancelAnimationFrame(request)
  })

  const sizes = useMemo(
    () =>
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver((entries) => {
            const measured = entries.flatMap(({ target }) => {
              const id = target.getAttribute('data-row')
              const { height } = target.getBoundingClientRect()
              return id === null || height === 0 ? [] : [[id, height] as const]
            })
            setHeights((before) =>
              measured.every(([id, height]) => before.get(id) === height) ? before : new Map([...before, ...measured]),
            )
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
  return { drawn: drawnIn(range, ids.length, pinned, tops), measure }
}

/** Offset of each row, and at the end the total height. */
function topsOf(ids: readonly string[], heights: ReadonlyMap<string, number>): Float64Array {
  let sum = 0
  for (const height of heights.values()) sum += height
  const usual = heights.size === 0 ? ASSUMED : sum / heights.size
  const tops = new Float64Array(ids.length + 1)
  for (const [at, id] of ids.entries()) tops[at + 1] = (tops[at] ?? 0) + (heights.get(id) ?? usual)
  return tops
}

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
