import { setImmediate } from 'node:timers/promises'

/** Waits without a limit besides the test's own: a busy machine is slow, and that is no failure. */
type Waited<Found> = Promise<Exclude<Awaited<Found>, undefined | null | false | 0 | ''>>

/** Waits for a state that nothing announces. */
export async function until<Found>(look: () => Found): Waited<Found> {
  for (;;) {
    const found = await look()
    if (found) return found as Awaited<Waited<Found>>
    await setImmediate()
  }
}
