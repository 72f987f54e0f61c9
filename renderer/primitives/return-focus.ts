import { useLayoutEffect, useRef } from 'react'

/**
 * Gives the focus back when what opened is closed: to what had it before, or to the page's heading where that is gone.
 * @param elsewhere where it goes instead, asked once what opened is gone
 */
export function useReturnFocus(elsewhere?: () => HTMLElement | null | undefined): void {
  const asked = useRef(elsewhere)
  asked.current = elsewhere
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      // Once what closes is gone: a dialog would take the focus back with it.
      queueMicrotask(() => {
        const last = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : undefined
        const target = asked.current?.() ?? last ?? document.querySelector<HTMLElement>('main h1')
        target?.focus()
      })
    }
  }, [])
}
