import { useLayoutEffect } from 'react'

/** Gives the focus back when what opened is closed: to what had it before, or to the page's heading where that is gone. */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      const target =
        before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.querySelector('main h1')
      // Once what closes is gone: a dialog would take the focus back with it.
      if (target instanceof HTMLElement) queueMicrotask(() => target.focus())
    }
  }, [])
}
