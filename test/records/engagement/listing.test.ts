import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EngagementRow } from '../../../machines/engine/wizard/view.ts'
import { verbatim } from '../../../machines/messages/message.ts'
import { LISTED_AS } from '../../../machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS } from '../../../machines/procedure/procedure.ts'
import { type Engagement, type EngagementStep, newEngagement, readEngagement } from '../../../records/engagement/engagement.ts'
import { quotesFinding, rowOf } from '../../../records/engagement/listing.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const HOUR = 3_600_000
const WHOSE = {
  appVersion: '0.1.0',
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: 'tenant-1', name: 'Contoso' },
  environment: { id: 'environment-1' },
  account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
  reached: 'integration',
  steps: {},
}

const VERIFIED: EngagementStep = { readAt: AT, proved: true, findings: [], planned: 0, receipts: [] }
const UNREAD: EngagementStep = { proved: false, findings: [], planned: 0, receipts: [] }
const READ: EngagementStep = { ...UNREAD, readAt: AT + HOUR }

const asks = (state: NonNullable<EngagementStep['asks']>['state'], title: string, count = 1): EngagementStep => ({
  ...READ,
  asks: { state, count, title: verbatim(title), owner: 'key-vault-administrator' },
})
const SCHEDULE = { setAt: AT, window: { from: AT + HOUR, to: AT + 2 * HOUR, timeZone: 'UTC' }, plan: [], found: [] }
const LINK = { kind: 'operation', purpose: 'link', environmentId: 'environment-1', operation: {}, since: AT } as const
const LINK_OF_ANOTHER = { ...LINK, environmentId: 'environment-2' } as const
const ROTATION = { kind: 'rotation', since: AT, until: AT + HOUR } as const

type Four = readonly [EngagementStep, EngagementStep, EngagementStep, EngagementStep]

function row(of: Four, more: Partial<Engagement> = {}): EngagementRow {
  const [integration, environment, policy, membership] = of
  const engagement = { ...newEngagement(WHOSE, AT), steps: { integration, environment, policy, membership }, ...more }
  return rowOf(LISTED_AS, { id: 'one', ok: true, engagement })
}

const ENCRYPTED: EngagementStep = {
  ...VERIFIED,
  findings: [{ key: 'key-in-use', id: 'F-906', status: 'pass', title: verbatim('Your key is in use'), seen: verbatim('Customer') }],
}
const allVerified: Four = [VERIFIED, VERIFIED, VERIFIED, VERIFIED]
const action = asks('action-required', 'Purge protection is off', 2)
const confirm = asks('confirm', 'Licenses')
const unread = asks('not-checked', 'The key vault could not be read')

describe('an engagement on the list', () => {
  const locked: Partial<Engagement> = { locked: true }
  it.each<[string, Four, Partial<Engagement>, EngagementRow['state'], EngagementRow['steps']]>([
    ['that was only begun', [UNREAD, UNREAD, UNREAD, UNREAD], {}, { kind: 'open', step: 1 }, ['current', 'open', 'open', 'open']],
    ['between two steps', [VERIFIED, VERIFIED, UNREAD, UNREAD], {}, { kind: 'open', step: 3 }, ['verified', 'verified', 'current', 'open']],
    [
      'with changes to review',
      [VERIFIED, VERIFIED, { ...READ, planned: 6 }, UNREAD],
      {},
      { kind: 'ready', step: 3, planned: 6 },
      ['verified', 'verified', 'current', 'open'],
    ],
    [
      'that needs action',
      [VERIFIED, VERIFIED, action, UNREAD],
      {},
      { kind: 'action-required', step: 3, count: 2, why: verbatim('Purge protection is off'), owner: 'key-vault-administrator' },
      ['verified', 'verified', 'action-required', 'open'],
    ],
    [
      'that needs a confirmation',
      [VERIFIED, VERIFIED, VERIFIED, confirm],
      {},
      { kind: 'confirm', step: 4, count: 1, why: verbatim('Licenses'), owner: 'key-vault-administrator' },
      ['verified', 'verified', 'verified', 'current'],
    ],
    [
      'that needs action in a later step before a confirmation in an earlier one',
      [VERIFIED, confirm, action, UNREAD],
      {},
      { kind: 'action-required', step: 3, count: 2, why: verbatim('Purge protection is off'), owner: 'key-vault-administrator' },
      ['verified', 'current', 'action-required', 'open'],
    ],
    [
      'of which something could not be read',
      [VERIFIED, VERIFIED, unread, UNREAD],
      {},
      { kind: 'not-checked', step: 3, count: 1, why: verbatim('The key vault could not be read'), owner: 'key-vault-administrator' },
      ['verified', 'verified', 'current', 'open'],
    ],
    [
      'that is being encrypted, whatever its last step found before',
      [VERIFIED, VERIFIED, VERIFIED, { ...action, pending: LINK }],
      {},
      { kind: 'encrypting', since: AT },
      ['verified', 'verified', 'verified', 'current'],
    ],
    [
      'whose key was lost while it is being encrypted',
      [VERIFIED, VERIFIED, action, { ...READ, pending: LINK }],
      {},
      { kind: 'action-required', step: 3, count: 2, why: verbatim('Purge protection is off'), owner: 'key-vault-administrator' },
      ['verified', 'verified', 'action-required', 'open'],
    ],
    [
      'in which a start is scheduled',
      [VERIFIED, VERIFIED, VERIFIED, { ...READ, schedule: SCHEDULE }],
      {},
      { kind: 'scheduled', at: AT + HOUR },
      ['verified', 'verified', 'verified', 'current'],
    ],
    [
      'that waits for a role assignment',
      [VERIFIED, VERIFIED, { ...READ, pending: { kind: 'access-spreading', since: AT, until: AT + HOUR } }, UNREAD],
      {},
      { kind: 'assigning', since: AT },
      ['verified', 'verified', 'current', 'open'],
    ],
    [
      'whose key is being rotated',
      allVerified,
      { operations: { rotate: { receipts: [], pending: ROTATION } } },
      { kind: 'rotating', since: AT },
      ['verified', 'verified', 'verified', 'verified'],
    ],
    [
      'that is done, while another environment is added to its policy',
      allVerified,
      { operations: { add: { receipts: [], pending: LINK_OF_ANOTHER } } },
      { kind: 'linked' },
      ['verified', 'verified', 'verified', 'verified'],
    ],
    [
      'that is linked and does not say yet whose key it has',
      allVerified,
      {},
      { kind: 'linked' },
      ['verified', 'verified', 'verified', 'verified'],
    ],
    [
      'that is encrypted',
      [VERIFIED, VERIFIED, VERIFIED, ENCRYPTED],
      {},
      { kind: 'encrypted' },
      ['verified', 'verified', 'verified', 'verified'],
    ],
    [
      'that is locked',
      [VERIFIED, VERIFIED, action, VERIFIED],
      locked,
      { kind: 'locked', step: 3, count: 2, why: verbatim('Purge protection is off'), owner: 'key-vault-administrator' },
      ['verified', 'verified', 'action-required', 'verified'],
    ],
    [
      'that is locked, with nothing that says why',
      allVerified,
      locked,
      { kind: 'locked' },
      ['verified', 'verified', 'verified', 'verified'],
    ],
  ])('%s', (_, of, more, state, steps) => {
    expect(row(of, more)).toMatchObject({ state, steps })
  })

  it('is known by the names that were read, and says nothing of what was not', () => {
    expect(row(allVerified, { environment: { id: 'environment-1', displayName: 'contoso-prod', type: 'Production' } })).toMatchObject({
      customer: 'Contoso',
      environment: 'contoso-prod',
      environmentType: 'Production',
      environmentId: 'environment-1',
      tenantId: 'tenant-1',
    })
    const unnamed = row([UNREAD, UNREAD, UNREAD, UNREAD])
    expect(unnamed.environment).toBe('')
    expect(unnamed).not.toHaveProperty('environmentType')
    expect(unnamed).not.toHaveProperty('checkedAt')
  })

  it('was last checked when a step was read last, and where all are verified when the last one was, as the closing page says', () => {
    expect(row([VERIFIED, VERIFIED, action, UNREAD]).checkedAt).toBe(AT + HOUR)
    expect(row([{ ...VERIFIED, readAt: AT + HOUR }, VERIFIED, VERIFIED, { ...VERIFIED, readAt: AT - HOUR }]).checkedAt).toBe(AT - HOUR)
  })

  it('that cannot be read says why, and nothing else', () => {
    expect(rowOf(LISTED_AS, { id: 'a_b', ok: false, why: verbatim('It’s empty.') })).toMatchObject({
      customer: '',
      environment: '',
      steps: [],
      state: { kind: 'closed', why: verbatim('It’s empty.') },
    })
  })
})

describe('what comes for an environment', () => {
  const review = (answer: 'accepted' | 'snoozed' | 'resumed', key: string, until?: number) => ({
    ...{ answer, step: 'policy', key, what: verbatim(key), was: verbatim('On'), is: verbatim('Off'), state: 's' },
    ...{ reason: 'r', by: 'ada@contoso.example', at: AT },
    ...(until === undefined ? {} : { until }),
  })
  const end = (...reviews: readonly ReturnType<typeof review>[]) => ({
    ...{ at: AT, by: 'ada@contoso.example', environmentId: 'environment-1', findings: [] },
    reviews,
  })
  const datesOf = (more: Partial<Engagement>) => row(allVerified, more).dates?.map(({ kind, at }) => [kind, (at - AT) / HOUR])

  it('is its expiration and its rotation, the first first', () => {
    expect(datesOf({ keyExpires: AT + 9 * HOUR, rotation: { at: AT + HOUR, byPolicy: false } })).toEqual([
      ['rotate', 1],
      ['expires', 9],
    ])
    expect(datesOf({ rotation: { at: AT + HOUR, byPolicy: true } })).toEqual([['renews', 1]])
    expect(datesOf({ accessEnds: AT + 5 * HOUR })).toEqual([['access-ends', 5]])
    expect(row(allVerified)).not.toHaveProperty('dates')
  })

  it('is each change that is still snoozed', () => {
    const reviews = end(
      review('snoozed', 'a', AT + HOUR),
      review('snoozed', 'b', AT + 2 * HOUR),
      review('resumed', 'b'),
      review('accepted', 'c'),
    )
    expect(datesOf({ end: reviews })).toEqual([['comes-back', 1]])
    expect(quotesFinding({ id: 'one', ok: true, engagement: { ...newEngagement(WHOSE, AT), end: reviews } })).toBe(true)
  })
})

describe('an engagement file of an older version', () => {
  const golden = (version: number): EngagementRow => {
    const read = readEngagement(
      CUSTOMER_MANAGED_KEYS,
      readFileSync(new URL(`./golden/engagement-${version}.json`, import.meta.url), 'utf8'),
    )
    if (!read.ok) throw new Error(`Version ${version} does not open.`)
    return rowOf(LISTED_AS, { id: 'one', ok: true, engagement: read.engagement })
  }

  it.each([1, 2, 3])('is listed without what it did not keep: version %i', (version) => {
    const old = golden(version)
    expect(old.steps).toHaveLength(4)
    expect(old).not.toHaveProperty('environmentType')
    expect(['locked', 'action-required', 'confirm', 'not-checked']).not.toContain(old.state.kind)
  })

  it('is listed with all of it since version 4', () => {
    expect(golden(4)).toMatchObject({
      environmentType: 'Production',
      steps: ['verified', 'verified', 'action-required', 'open'],
      state: { kind: 'locked', step: 3, count: 2, owner: 'key-vault-administrator' },
    })
  })
})

it('quotes a finding only where a step asks for something', () => {
  const listed = (of: EngagementStep) => ({
    id: 'one',
    ok: true as const,
    engagement: { ...newEngagement(WHOSE, AT), steps: { ...newEngagement(WHOSE, AT).steps, policy: of } },
  })
  expect(quotesFinding(listed(action))).toBe(true)
  expect(quotesFinding(listed(VERIFIED))).toBe(false)
  expect(quotesFinding({ id: 'a', ok: false, why: verbatim('It’s empty.') })).toBe(false)
})
