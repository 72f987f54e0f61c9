import { useEffect, useRef, useState } from 'react'

/**
 * Loads what the page on screen doesn't need yet.
 * @param fetch a stable function, called during render so that loading starts early; returns the loaded value at once when called again
 * @returns the loaded value. Not `lazy`, because React delays suspended content by 300 ms.
 */
export function useLater<Fetched>(wanted: boolean, fetch: () => Promise<Fetched>): Fetched | undefined {
  const [fetched, setFetched] = useState<{ readonly it: Fetched }>()
  const fetching = useRef<Promise<Fetched>>(undefined)
  if (wanted)
    fetching.current ??= fetch().catch((error: unknown) => {
      // Allows another attempt.
      fetching.current = undefined
      throw error
    })
  useEffect(() => {
    if (wanted && fetched === undefined) void fetching.current?.then((it) => setFetched({ it }))
  }, [wanted, fetched])
  return fetched?.it
}
