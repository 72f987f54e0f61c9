import type { EngagementRow } from '../../messages/view.ts'

/** One date of one environment. */
export type ComingDate = NonNullable<EngagementRow['dates']>[number] & { readonly row: EngagementRow }

/** @param now milliseconds since 1970-01-01T00:00:00Z @returns of all rows the dates that have passed and those to come, each the first first */
export function comingDates(
  rows: readonly EngagementRow[],
  now: number,
): { readonly past: readonly ComingDate[]; readonly coming: readonly ComingDate[]; readonly withoutDates: number } {
  const all = rows.flatMap((row) => (row.dates ?? []).map((date) => ({ ...date, row }))).toSorted((a, b) => a.at - b.at)
  return {
    past: all.filter(({ at }) => at <= now),
    coming: all.filter(({ at }) => at > now),
    withoutDates: rows.filter(({ dates = [] }) => dates.length === 0).length,
  }
}

const monthOf = (at: number): number => new Date(new Date(at).getFullYear(), new Date(at).getMonth(), 1).getTime()

/** @param dates in their order @returns the same by the month that they are in here, each with its beginning */
export function monthsOf(dates: readonly ComingDate[]): readonly { readonly from: number; readonly dates: readonly ComingDate[] }[] {
  const months = [...new Set(dates.map(({ at }) => monthOf(at)))]
  return months.map((from) => ({ from, dates: dates.filter(({ at }) => monthOf(at) === from) }))
}
