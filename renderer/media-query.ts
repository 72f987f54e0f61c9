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

/** Below this width, or in a low window that scrolls as a whole, the rail becomes one line. */
export const WITHOUT_RAIL = '(max-width: 819px), (max-height: 499px)'
/** Below this width the Key Map is a list: with the rail beside it, its four cards would lose their names. */
export const WITHOUT_CARDS = '(max-width: 1111px)'
/** Below this height the Key Map is one row, as long as its names have room. */
export const WITHOUT_HEIGHT = '(max-height: 699px) and (min-width: 560px)'
