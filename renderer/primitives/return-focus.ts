import { useLayoutEffect, useRef } from 'react'

/**
 * Returns the focus after closing: to the previous element, or to the page's heading.
 * @param elsewhere another target, evaluated after closing
 */
export function useReturnFocus(elsewhere?: () => HTMLElement | null | undefined): void {
  const asked = useRef(elsewhere)
  useLayoutEffect(() => {
    asked.current = elsewhere
  })
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // After the close: a dialog would take the focus back.
      queueMicrotask(() => {
        const last = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : undefined
        const target = asked.current?.() ?? last ?? document.querySelector<HTMLElement>('main h1')
        target?.focus()
      })
    }
  }, [])
}
