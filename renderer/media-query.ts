import { useCallback, useSyncExternalStore } from 'react'

/** @returns whether the media query matches; rerenders on change */
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

/** Below this size the rail becomes one line. */
export const WITHOUT_RAIL = '(max-width: 819px), (max-height: 499px)'
/** Below this width the Key Map is a list: beside the rail, its cards would lose their names. */
export const WITHOUT_CARDS = '(max-width: 1111px)'
/** Below this height the Key Map is one row, if its names fit. */
export const WITHOUT_HEIGHT = '(max-height: 699px) and (min-width: 560px)'
