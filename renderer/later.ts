import { useEffect, useState } from 'react'

/**
 * Fetches what the page on screen does not need yet.
 * @param fetch always the same function
 * @returns what was fetched, once it has arrived. Not `lazy`: React holds what was suspended back for 300 ms.
 */
export function useLater<Fetched>(wanted: boolean, fetch: () => Promise<Fetched>): Fetched | undefined {
  const [fetched, setFetched] = useState<{ readonly it: Fetched }>()
  useEffect(() => {
    if (wanted && fetched === undefined) void fetch().then((it) => setFetched({ it }))
  }, [wanted, fetched, fetch])
  return fetched?.it
}
