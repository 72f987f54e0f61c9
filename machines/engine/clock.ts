/** Time, always injected, so that days take milliseconds in tests and seconds in class. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** @param milliseconds zero or less resolves at once @param signal rejects early with its reason */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
