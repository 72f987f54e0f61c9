import type { Fault } from '#node/practice/faults.ts'

/** Faults that are equal for reads: an operation carried out before its response is lost matters only for writes. */
export const SAME_FOR_A_READING: ReadonlyMap<Fault, Fault> = new Map([
  ['500-after', '500'],
  ['time-out-after', 'time-out-before'],
  ['reset-after', 'reset-before'],
])
