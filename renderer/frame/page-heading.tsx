import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useWizard } from '../wizard-context.tsx'

/** Of a page that waits for days. */
export const waitingOn = (page: string): string => `${page} waiting`

/** Nothing that has the focus went with the page before. */
const isFocusKept = (): boolean => document.activeElement !== null && document.activeElement !== document.body

/**
 * Focuses the heading of a new page, so that a screen reader starts at its top; not on the first page after the start, nor where a wait
 * ended by itself while the focus is on something that stays.
 * @param page the page's name; a change moves the focus
 */
export function useHeadingFocus(page: string): RefObject<HTMLHeadingElement | null> {
  const { pageRef } = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  // A redraw removed the heading while it had the focus: the new one takes it.
  useLayoutEffect(() => {
    const own = heading.current
    return () => {
      if (own !== null && own === document.activeElement) pageRef.current = ''
    }
  }, [pageRef])
  useEffect(() => {
    const before = pageRef.current
    const isAtEnd = page === 'closing'
    const hasWaited = before !== undefined && (isAtEnd ? before.endsWith(waitingOn('')) : before === waitingOn(page))
    const isKept = hasWaited && isFocusKept()
    if (before !== undefined && before !== page) {
      if (!isKept) heading.current?.focus({ preventScroll: true })
      // Scrolls the page, or in a low window the whole document.
      for (
        let scrolled = isKept && !isAtEnd ? null : (heading.current?.closest('main') ?? null);
        scrolled;
        scrolled = scrolled.parentElement
      )
        scrolled.scrollTo?.({ top: 0 })
    }
    // What it waited for is read before it leads on.
    pageRef.current = hasWaited && !isAtEnd ? before : page
  }, [page, pageRef])
  return heading
}
