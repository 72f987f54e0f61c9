import type { Formatter } from '#messages/formatter.ts'
import type { Timers } from '../../practice/clock.ts'
import type { Wait, Waits } from '../../services/network/waits.ts'
import { messages } from './messages.ts'
import { momentIn } from './moment.ts'

/** In milliseconds. */
export const LONG_WAIT = 3000

export interface SaidWaits extends Waits {
  /** Says a wait that is known to be long. */
  say(wait: Wait): void
}

/** Says each long wait once. @param say gets the line */
export function createWaits(formatter: Formatter, timers: Timers, say: (line: string) => void): SaidWaits {
  const said = new Set<string>()
  const sayOnce = ({ for: what, until }: Wait): void => {
    const line = until === undefined ? messages.waiting({ what }) : messages.waitingUntil({ what, until: momentIn(formatter, until) })
    // A pause is named by a request, or by the tenant whose requests it holds up.
    const which = until === undefined ? formatter.text(what) : String(until)
    if (!said.has(which)) say(formatter.text(line))
    said.add(which)
  }
  return {
    say: sayOnce,
    async during(what, work) {
      const stop = timers.after(LONG_WAIT, () => sayOnce(what()))
      try {
        return await work()
      } finally {
        stop()
      }
    },
  }
}
