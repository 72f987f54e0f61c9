/**
 * Time as the procedure sees it. It is always passed in, so that four days of waiting take milliseconds in a test
 * and seconds in front of a class.
 */
export interface Clock {
  /** The present moment, as milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /**
   * Waits on this clock.
   * @param milliseconds how long; zero or less resolves at once
   * @param signal ends the wait early: the promise then rejects with the signal's reason
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
