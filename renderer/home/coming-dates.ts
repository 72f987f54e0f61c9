import { isKeyDue } from '#machines/engine/situation/listed.ts'
import { byNeed } from '#machines/engine/step/severity.ts'
import type { EngagementRow } from '#messages/view.ts'

export type ComingDate = NonNullable<EngagementRow['dates']>[number] & { readonly row: EngagementRow }

/** Worst first. */
const KINDS: readonly ComingDate['kind'][] = ['deleted', 'expires', 'access-ends', 'rotate', 'comes-back', 'renews']

export const isUrgent = ({ kind, at, row }: ComingDate, now: number): boolean =>
  kind === 'deleted' || (at <= now && kind !== 'renews') || (kind === 'expires' && isKeyDue(row, now))

/**
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @returns dates that need action, worst first; other past and future dates, earliest first
 */
export function comingDates(
  rows: readonly EngagementRow[],
  now: number,
): {
  readonly urgent: readonly ComingDate[]
  readonly past: readonly ComingDate[]
  readonly coming: readonly ComingDate[]
  readonly withoutDates: number
} {
  const all = rows.flatMap((row) => (row.dates ?? []).map((date) => ({ ...date, row }))).toSorted((a, b) => a.at - b.at)
  const placed = ({ kind }: ComingDate) => ({ severity: KINDS.indexOf(kind), person: 0, step: 0 })
  const urgent = all.filter((date) => isUrgent(date, now)).toSorted((a, b) => byNeed(placed(a), placed(b)))
  const calm = all.filter((date) => !isUrgent(date, now))
  return {
    urgent,
    past: calm.filter(({ at }) => at <= now),
    coming: calm.filter(({ at }) => at > now),
    withoutDates: rows.filter(({ dates = [] }) => dates.length === 0).length,
  }
}

const monthOf = (at: number): number => new Date(new Date(at).getFullYear(), new Date(at).getMonth(), 1).getTime()

/** @param dates in order @returns dates by local month, each with its start */
export function monthsOf(dates: readonly ComingDate[]): readonly { readonly from: number; readonly dates: readonly ComingDate[] }[] {
  const months = [...new Set(dates.map(({ at }) => monthOf(at)))]
  return months.map((from) => ({ from, dates: dates.filter(({ at }) => monthOf(at) === from) }))
}
