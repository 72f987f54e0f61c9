import { describe, expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { nextVersion, rotateFrom } from '#machines/procedure/next-version.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const days = (at: number | undefined) => (at === undefined ? undefined : (at - NOW) / DAY)

describe('from when on a person must rotate a key', () => {
  it.each([
    ['never, without an expiration date', {}, undefined],
    ['never, where a policy renews what doesn’t expire', { renewsAt: 5 }, undefined],
    ['60 days before it expires', { expires: 100 }, 40],
    ['60 days before, though a policy renews it earlier', { expires: 100, renewsAt: 10 }, 40],
    ['from its policy’s time, where that is later', { expires: 100, renewsAt: 70 }, 70],
    ['60 days before, where the policy leaves no day for the new version to take effect', { expires: 100, renewsAt: 99.5 }, 40],
    ['60 days before, where the policy comes after the end', { expires: 100, renewsAt: 120 }, 40],
  ])('is %s', (_, { expires, renewsAt }: { expires?: number; renewsAt?: number }, from) => {
    const at = (day: number | undefined) => (day === undefined ? undefined : NOW + day * DAY)
    const end = { expires: at(expires), renewsAt: at(renewsAt) }
    expect(days(rotateFrom(end))).toBe(from)
    // A calendar's entry never comes after it.
    expect(days(nextVersion(end)?.at) ?? 0).toBeLessThanOrEqual(from ?? Number.POSITIVE_INFINITY)
  })
})
