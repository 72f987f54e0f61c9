/** Runs at an interval in milliseconds until canceled. */
export type Every = (milliseconds: number, run: () => void) => () => void

const LOOK_EVERY_MS = 5_000

/** Calls back when the network returns. The main process has no event for it, so it polls while needed. @returns cancels */
export function whenOnline(isOnline: () => boolean, every: Every, back: () => void): () => void {
  let wasOffline = !isOnline()
  return every(LOOK_EVERY_MS, () => {
    const isNow = isOnline()
    if (isNow && wasOffline) back()
    wasOffline = !isNow
  })
}
