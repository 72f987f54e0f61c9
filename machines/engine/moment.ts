/**
 * A moment as it reads in a sentence, to the minute and in UTC, the same wherever the sentence is sent.
 * @param at milliseconds since 1970-01-01T00:00:00Z, or ISO 8601 as a service sent it; what is no moment is given back as it came
 */
export function inUtc(at: number | string): string {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? String(at) : `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
