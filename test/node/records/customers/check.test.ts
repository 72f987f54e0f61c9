import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { type Check, withEarlier } from '#node/records/customers/check.ts'
import { type Engagement, type EngagementStep, NEVER_READ, newEngagement } from '#node/records/engagement/engagement.ts'
import { rowOf } from '#node/records/engagement/listing.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const EXPIRES = AT + 11 * DAY
const ROTATE = AT + 3 * DAY
const ACCESS_ENDS = AT + 90 * DAY

const asked = { state: 'action-required', count: 2, title: verbatim('Purge protection is off'), owner: 'key-vault-administrator' } as const
const step = (readAt: number, more: Partial<Check['steps'][string]> = {}) => ({ readAt, proved: true, planned: 0, ...more })

/** Of all four steps. */
const full = (more: Partial<Check> = {}): Check => ({
  at: AT,
  environment: { displayName: 'contoso-prod', type: 'Production' },
  locked: false,
  otherPolicy: false,
  key: { readAt: AT, expires: EXPIRES, rotation: { at: ROTATE, byPolicy: false } },
  accessEnds: ACCESS_ENDS,
  inEffect: true,
  steps: Object.fromEntries(STEP_IDS.map((id) => [id, step(AT)])),
  ...more,
})

/** What opening the environment leaves: its first step is read, and nothing else. */
const opened = (first: Partial<EngagementStep>, more: Partial<Engagement> = {}): Engagement => ({
  ...newEngagement(
    {
      appVersion: '0',
      cloud: { id: 'commercial', name: 'Azure' },
      tenant: { id: 'tenant-1', name: 'Contoso' },
      environment: { id: 'environment-1' },
      account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
      reached: 'integration',
      steps: Object.fromEntries(
        STEP_IDS.map((id) => [id, id === 'integration' ? { ...NEVER_READ, readAt: AT + HOUR, ...first } : NEVER_READ]),
      ),
    },
    AT,
  ),
  ...more,
})

const row = (engagement: Engagement, check?: Check) => rowOf(LISTED_AS, { id: 'one', ok: true, engagement }, check)

describe('a full reading survives a partial one', () => {
  it('keeps every date of a check when one step is read after it', () => {
    const { keyExpires, dates, checkedAt } = row(opened({ proved: true }), full())
    expect(keyExpires).toBe(EXPIRES)
    expect(dates?.map(({ kind, at }) => [kind, at])).toEqual([
      ['rotate', ROTATE],
      ['expires', EXPIRES],
      ['access-ends', ACCESS_ENDS],
    ])
    expect(checkedAt).toBe(AT)
  })

  it('keeps the other steps, and takes the one that was read after it', () => {
    const found = full({ inEffect: false, steps: { ...full().steps, policy: step(AT, { proved: false, asks: asked }) } })
    expect(row(opened({ proved: true }), found)).toMatchObject({
      steps: ['verified', 'verified', 'action-required', 'verified'],
      state: { kind: 'action-required', step: 3, count: 2 },
    })
    const first = { proved: false, asks: { ...asked, state: 'confirm' as const } }
    expect(row(opened(first), full())).toMatchObject({
      steps: ['current', 'verified', 'verified', 'verified'],
      state: { kind: 'confirm', step: 1 },
    })
  })

  it.each<[string, Partial<Check>, string]>([
    ['that it is locked', { locked: true }, 'locked'],
    ['that the key is in use', {}, 'encrypted'],
    [
      'that Microsoft works on it',
      { steps: { ...full().steps, membership: step(AT, { proved: false, run: { kind: 'encrypting', since: AT } }) } },
      'encrypting',
    ],
  ])('keeps %s', (_, found, kind) => {
    expect(row(opened({ proved: true }), full(found)).state.kind).toBe(kind)
  })

  it('believes any later reading of the environment that it is in no other policy', () => {
    const found = full({ otherPolicy: true })
    expect(row(opened({ readAt: AT - HOUR }), found).state.kind).toBe('other-policy')
    expect(row(opened({ proved: true }), found).state.kind).toBe('encrypted')
  })

  it('believes the later one of two readings of the key', () => {
    const later = { keyExpires: EXPIRES + DAY, keyReadAt: AT + HOUR }
    expect(row(opened({}, later), full()).keyExpires).toBe(EXPIRES + DAY)
    expect(row(opened({}, { keyReadAt: AT + HOUR }), full()).keyExpires).toBeUndefined()
    expect(row(opened({}, { ...later, keyReadAt: AT - HOUR }), full()).keyExpires).toBe(EXPIRES)
    expect(row(opened({}, { ...later, keyReadAt: AT - HOUR }), full({ key: { readAt: AT } })).keyExpires).toBeUndefined()
  })

  it('believes a record of an older version until the key is read again', () => {
    const { key: _, ...unread } = full()
    expect(row(opened({}, { keyExpires: EXPIRES + DAY }), unread).keyExpires).toBe(EXPIRES + DAY)
    expect(row(opened({}, { keyExpires: EXPIRES + DAY }), full()).keyExpires).toBe(EXPIRES)
  })

  it('keeps what an earlier check read where a later one could not', () => {
    const { key: _, locked: __, accessEnds: ___, ...partial } = full({ at: AT + HOUR, environment: {} })
    expect(withEarlier(full({ locked: true }), partial)).toEqual({ ...full({ locked: true }), at: AT + HOUR })
    expect(withEarlier(undefined, partial)).toEqual(partial)
  })
})
