import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useWizard } from '../wizard-context.tsx'

/**
 * Sends the focus to the heading when another page is on screen, so that a screen reader begins at its top. The first page
 * after the start leaves the focus where the system put it.
 * @param page names the page; another name is another page
 */
export function useHeadingFocus(page: string): RefObject<HTMLHeadingElement | null> {
  const { shown } = useWizard()
  const heading = useRef<HTMLHeadingElement>(null)
  // Removed with the focus on it, when the same page is drawn anew: the next one takes the focus over.
  useLayoutEffect(() => {
    const own = heading.current
    return () => {
      if (own !== null && own === document.activeElement) shown.page = ''
    }
  }, [shown])
  useEffect(() => {
    if (shown.page !== undefined && shown.page !== page) {
      heading.current?.focus({ preventScroll: true })
      // What scrolls is the page with the map above it; in a low window everything as a whole.
      for (let scrolled = heading.current?.closest('main') ?? null; scrolled; scrolled = scrolled.parentElement)
        scrolled.scrollTo?.({ top: 0 })
    }
    shown.page = page
  }, [page, shown])
  return heading
}
