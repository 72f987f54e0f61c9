/** The moment at which everything that is practised in tests begins. */
export const START = Date.parse('2026-11-24T12:00:00Z')

/** Time moves only by what is slept: the same walk each time, without waiting. */
export const leapingTime = {
  wall: () => START,
  timers: {
    after(_milliseconds: number, wake: () => void) {
      const turn = setImmediate(wake)
      return () => clearImmediate(turn)
    },
  },
  speed: Number.POSITIVE_INFINITY,
  longest: 0,
}
