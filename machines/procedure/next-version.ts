import { DAY } from '../engine/durations.ts'
import { PICKED_UP_IN } from './waits.ts'

/** A key expires soon from here on. No document names this margin: a company with monthly change windows can approve a rotation in it. */
export const EXPIRES_SOON = 60 * DAY

/** What is known of a key's end. Milliseconds since 1970-01-01T00:00:00Z. */
export interface KeyEnd {
  readonly expires?: number | undefined
  /** When its rotation policy renews it; absent where none does, or where the moment is not known. */
  readonly renewsAt?: number | undefined
}

const isInTime = ({ expires, renewsAt }: KeyEnd): boolean =>
  renewsAt !== undefined && (expires === undefined || renewsAt + PICKED_UP_IN <= expires)

/** When a key gets its next version: from its rotation policy, if that comes in time, else from a person. Nothing where it needs none. */
export function nextVersion(end: KeyEnd): { readonly at: number; readonly byPolicy: boolean } | undefined {
  const { expires, renewsAt } = end
  if (renewsAt !== undefined && isInTime(end)) return { at: renewsAt, byPolicy: true }
  return expires === undefined ? undefined : { at: expires - EXPIRES_SOON, byPolicy: false }
}

/** From when on a person must rotate a key: it expires soon, and no policy renews it in time, or the policy's time has passed as well. */
export function rotateFrom(end: KeyEnd): number | undefined {
  const { expires, renewsAt } = end
  if (expires === undefined) return undefined
  const soon = expires - EXPIRES_SOON
  return renewsAt !== undefined && isInTime(end) ? Math.max(soon, renewsAt) : soon
}
