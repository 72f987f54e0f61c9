import type { Fault } from '#node/practice/faults.ts'

/** What a service carries out before an answer is lost matters where it changes something: of a reading each of these is as its other. */
export const SAME_FOR_A_READING: ReadonlyMap<Fault, Fault> = new Map([
  ['500-after', '500'],
  ['time-out-after', 'time-out-before'],
  ['reset-after', 'reset-before'],
])
