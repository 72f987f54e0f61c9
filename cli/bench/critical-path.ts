/** One request with the times it was sent and answered. Times in milliseconds on one clock. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly startedAt: number
  readonly endedAt: number
  readonly status: number
  /** The answer's headers and body, as text. */
  readonly answer: string
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** The parts of an address that may come from an earlier answer: its host, and the IDs in it. */
function wordsOf(url: string): readonly string[] {
  const { host } = new URL(url)
  return [host, ...(decodeURIComponent(url).match(GUID) ?? [])].map((word) => word.toLowerCase())
}

/**
 * How long the longest chain of dependent requests took: what no program could have made shorter by asking more at once.
 *
 * Which request had to wait for which is worked out from marks and answers alone. A request could only begin after another one
 * when that one had ended before. It had to, when it is the next page that the other's answer names; when it is the same
 * request once more after that was turned away (a vault asks for a sign-in first, a busy service for a pause); or when its
 * address holds a host or an id that was not known at the start and is in the other's answer: the first such answer counts.
 * Requests that merely were sent one after the other do not depend on one another, so needless waiting shows as a longer wall
 * time, and not as a longer chain.
 * @param known texts that hold what was known before the first request: choices, addresses of the cloud
 * @returns milliseconds; 0 when nothing was asked
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

/** The earlier requests without whose answers this one could not have been made. */
function needs(request: Asked, known: string, earlier: readonly Asked[]): readonly Asked[] {
  const again = earlier.filter((other) => other.method === request.method && other.url === request.url && isTurnedAway(other)).slice(-1)
  const page = earlier.filter(({ answer }) => answer.includes(request.url)).slice(0, 1)
  const told = wordsOf(request.url)
    .filter((word) => !known.includes(word))
    .flatMap((word) => earlier.find(({ answer }) => answer.toLowerCase().includes(word)) ?? [])
  return [...again, ...page, ...told]
}

const isTurnedAway = ({ status }: Asked): boolean => status === 401 || status === 429 || status >= 500
