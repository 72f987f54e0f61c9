import { DAY } from '../engine/durations.ts'
import { PICKED_UP_IN } from './waits.ts'

/** Undocumented margin: a company with monthly change windows can approve a rotation in it. */
export const EXPIRES_SOON = 60 * DAY

/** Known end of a key. Milliseconds since 1970-01-01T00:00:00Z. */
export interface KeyEnd {
  readonly expires?: number | undefined
  /** Renewal by the rotation policy, if known. */
  readonly renewsAt?: number | undefined
}

const isInTime = ({ expires, renewsAt }: KeyEnd): boolean =>
  renewsAt !== undefined && (expires === undefined || renewsAt + PICKED_UP_IN <= expires)

/** Next version: by the rotation policy if in time, otherwise by a person; undefined if none is needed. */
export function nextVersion(end: KeyEnd): { readonly at: number; readonly byPolicy: boolean } | undefined {
  const { expires, renewsAt } = end
  if (renewsAt !== undefined && isInTime(end)) return { at: renewsAt, byPolicy: true }
  return expires === undefined ? undefined : { at: expires - EXPIRES_SOON, byPolicy: false }
}

/** Start of the period for a manual rotation: the key expires soon, and no policy renews it in time or the policy failed to. */
export function rotateFrom(end: KeyEnd): number | undefined {
  const { expires, renewsAt } = end
  if (expires === undefined) return undefined
  const soon = expires - EXPIRES_SOON
  return renewsAt !== undefined && isInTime(end) ? Math.max(soon, renewsAt) : soon
}
