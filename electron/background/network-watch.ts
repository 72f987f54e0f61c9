/** Runs something at an interval, in milliseconds, until it is canceled. */
export type Every = (milliseconds: number, run: () => void) => () => void

const LOOK_EVERY_MS = 5_000

/**
 * Calls back once when the computer is on a network again. The main process has no event for it, so it polls while there is a
 * caller waiting.
 * @returns cancels the wait
 */
export function whenOnline(isOnline: () => boolean, every: Every, back: () => void): () => void {
  let wasOffline = !isOnline()
  return every(LOOK_EVERY_MS, () => {
    const isNow = isOnline()
    if (isNow && wasOffline) back()
    wasOffline = !isNow
  })
}
