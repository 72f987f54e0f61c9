import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * A scrolling area must be reachable by keyboard, and one that fits must not be a tab stop.
 * @returns a ref for the element, and its tab index
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
