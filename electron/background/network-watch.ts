/** Runs something every so many milliseconds until it is called off. */
export type Every = (milliseconds: number, run: () => void) => () => void

const LOOK_EVERY_MS = 5_000

/**
 * Says once when the computer is on a network again after it was on none. No event of the main process does, so it is asked for as
 * long as somebody waits for it.
 * @returns calls it off
 */
export function whenOnline(isOnline: () => boolean, every: Every, back: () => void): () => void {
  let wasOffline = !isOnline()
  return every(LOOK_EVERY_MS, () => {
    const isNow = isOnline()
    if (isNow && wasOffline) back()
    wasOffline = !isNow
  })
}
