/** A request with its times, in milliseconds of one clock. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly startedAt: number
  readonly endedAt: number
  readonly status: number
  readonly answer: string
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

function wordsOf(url: string): readonly string[] {
  const { host } = new URL(url)
  return [host, ...(decodeURIComponent(url).match(GUID) ?? [])].map((word) => word.toLowerCase())
}

/**
 * Duration of the longest chain of dependent requests: the lower bound for any program. Dependencies are derived from times and answers. A
 * request can depend only on one that ended before it began. It does if it is the next page named by the other's answer; if it repeats a
 * refused request (a vault's challenge, a busy service's pause); or if its address contains a host or ID that was unknown at the start and
 * is in the other's answer (the first such answer counts). Sequence alone is no dependency, so needless waiting increases the wall time,
 * not the chain.
 * @param known texts known before the first request: choices, addresses of the cloud
 * @returns milliseconds; 0 without requests
 */
export function criticalPath(asked: readonly Asked[], known: readonly string[]): number {
  const inOrder = [...asked].sort((a, b) => a.startedAt - b.startedAt)
  const start = known.join('\n').toLowerCase()
  const chains = new Map<Asked, number>()
  for (const request of inOrder) {
    const earlier = [...chains.keys()].filter(({ endedAt }) => endedAt <= request.startedAt)
    const before = needs(request, start, earlier).map((other) => chains.get(other) ?? 0)
    chains.set(request, Math.max(0, ...before) + request.endedAt - request.startedAt)
  }
  return Math.max(0, ...chains.values())
}

function needs(request: Asked, known: string, earlier: readonly Asked[]): readonly Asked[] {
  const again = earlier.filter((other) => other.method === request.method && other.url === request.url && isTurnedAway(other)).slice(-1)
  const page = earlier.filter(({ answer }) => answer.includes(request.url)).slice(0, 1)
  const told = wordsOf(request.url)
    .filter((word) => !known.includes(word))
    .flatMap((word) => earlier.find(({ answer }) => answer.toLowerCase().includes(word)) ?? [])
  return [...again, ...page, ...told]
}

const isTurnedAway = ({ status }: Asked): boolean => status === 401 || status === 429 || status >= 500
