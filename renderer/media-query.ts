import { useCallback, useSyncExternalStore } from 'react'

/** @returns whether the media query matches now; the component is drawn again when that changes */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Below this width the right pane folds into the page. */
export const WITHOUT_ASIDE = '(max-width: 1099px)'
/** Below this width, or in a low window that scrolls as a whole, the rail becomes one line. */
export const WITHOUT_RAIL = '(max-width: 819px), (max-height: 499px)'
