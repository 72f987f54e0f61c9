import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Whether an element has more in it than it shows. What scrolls has to be reached by keyboard even while nothing in it can be
 * pressed, and what does not scroll must not be a stop on the way.
 * @returns a ref for the element, and the tab index it needs now
 */
export function useScrollStop<Scrolling extends HTMLElement>(): readonly [RefObject<Scrolling | null>, 0 | undefined] {
  const scrolling = useRef<Scrolling>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = scrolling.current
    if (element === null) return
    const look = () => setOverflows(element.scrollHeight > element.clientHeight)
    const sizes = new ResizeObserver(look)
    for (const each of [element, ...element.children]) sizes.observe(each)
    look()
    return () => sizes.disconnect()
  })
  return [scrolling, overflows ? 0 : undefined]
}
