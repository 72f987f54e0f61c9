import { useEffect, useRef, useState } from 'react'

/**
 * Fetches what the page on screen does not need yet.
 * @param fetch always the same function. It’s called while the page is rendered, so that what it fetches is on its way while that is drawn;
 *   asked again, it gives what it has fetched
 * @returns what was fetched, once it has arrived. Not `lazy`: React holds what was suspended back for 300 ms.
 */
export function useLater<Fetched>(wanted: boolean, fetch: () => Promise<Fetched>): Fetched | undefined {
  const [fetched, setFetched] = useState<{ readonly it: Fetched }>()
  const fetching = useRef<Promise<Fetched>>(undefined)
  if (wanted)
    fetching.current ??= fetch().catch((error: unknown) => {
      // Wanted again, it’s fetched again.
      fetching.current = undefined
      throw error
    })
  useEffect(() => {
    if (wanted && fetched === undefined) void fetching.current?.then((it) => setFetched({ it }))
  }, [wanted, fetched])
  return fetched?.it
}
