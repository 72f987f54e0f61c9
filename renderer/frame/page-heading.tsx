import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useWizard } from '../wizard-context.tsx'

/**
 * Focuses the heading of a new page, so that a screen reader starts at its top; not on the first page after the start.
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
    if (pageRef.current !== undefined && pageRef.current !== page) {
      heading.current?.focus({ preventScroll: true })
      // Scrolls the page, or in a low window the whole document.
      for (let scrolled = heading.current?.closest('main') ?? null; scrolled; scrolled = scrolled.parentElement)
        scrolled.scrollTo?.({ top: 0 })
    }
    pageRef.current = page
  }, [page, pageRef])
  return heading
}
