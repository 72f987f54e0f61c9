import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EngagementRow } from '#machines/engine/wizard/view.ts'
import { verbatim } from '#machines/messages/message.ts'
import { LISTED_AS } from '#machines/procedure/listed-as.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Engagement, type EngagementStep, newEngagement, readEngagement } from '#node/records/engagement/engagement.ts'
import { boardOf, quotesFinding, rowOf } from '#node/records/engagement/listing.ts'

const AT = Date.parse('2026-11-24T09:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
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

const receiptAt = (at: number): EngagementStep['receipts'][number] => ({
  kind: 'create-vault',
  title: verbatim('Create the key vault'),
  resourceId: '/kv',
  written: true,
  at,
})
const SENT: NonNullable<EngagementStep['sent']>[number] = { action: { kind: 'create-vault' }, at: AT }

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

const NONE: Four = [UNREAD, UNREAD, UNREAD, UNREAD]
const locked: Partial<Engagement> = { locked: true }
const owner = 'key-vault-administrator'
const ACTION = { kind: 'action-required', step: 3, count: 2, findings: 2, why: verbatim('Purge protection is off'), owner } as const
const CONFIRM = { kind: 'confirm', step: 4, count: 1, findings: 1, why: verbatim('Licenses'), owner } as const
const UNKNOWN = { kind: 'not-checked', step: 3, count: 1, findings: 1, why: verbatim('The key vault could not be read'), owner } as const
const STOPPED = {
  kind: 'interrupted',
  step: 3,
  of: 6,
  headline: expect.objectContaining({ messageId: 'situation.unknown' }),
} as const
const FAILED = { kind: 'failed', step: 4, headline: expect.objectContaining({ messageId: 'situation.failed.encrypting' }) } as const
const rotating = { operations: { rotate: { receipts: [], pending: ROTATION } } }
const adding = { operations: { add: { receipts: [], pending: LINK_OF_ANOTHER } } }
const spreading = { ...READ, pending: { kind: 'access-spreading', since: AT, until: AT + HOUR } } as const

describe('an engagement on the list', () => {
  // The four steps by their first letters: action-required, current, open, verified.
  it.each<[string, Four, Partial<Engagement>, EngagementRow['state'], string]>([
    ['that was only begun', NONE, {}, { kind: 'open', step: 1 }, 'cooo'],
    ['between two steps', [VERIFIED, VERIFIED, UNREAD, UNREAD], {}, { kind: 'open', step: 3 }, 'vvco'],
    ['with changes to review', [VERIFIED, VERIFIED, { ...READ, planned: 6 }, UNREAD], {}, { kind: 'ready', step: 3, planned: 6 }, 'vvco'],
    [
      'whose encryption failed at Microsoft',
      [VERIFIED, VERIFIED, VERIFIED, { ...READ, planned: 1, receipts: [{ ...receiptAt(AT), pending: LINK, ended: 'failed' }] }],
      {},
      FAILED,
      'vvvc',
    ],
    [
      'whose changes were interrupted, beside a question',
      [VERIFIED, confirm, { ...READ, planned: 6, receipts: [receiptAt(AT + HOUR + 1)] }, UNREAD],
      {},
      STOPPED,
      'vcoo',
    ],
    [
      'whose changes were interrupted',
      [VERIFIED, VERIFIED, { ...READ, planned: 6, receipts: [receiptAt(AT + HOUR + 1)] }, UNREAD],
      {},
      STOPPED,
      'vvco',
    ],
    ['whose change got no answer', [VERIFIED, VERIFIED, { ...READ, planned: 6, sent: [SENT] }, UNREAD], {}, STOPPED, 'vvco'],
    ['whose first change was on its way', [VERIFIED, VERIFIED, { ...READ, planned: 6, applying: true }, UNREAD], {}, STOPPED, 'vvco'],
    [
      'that was read after its changes, and has others left',
      [VERIFIED, VERIFIED, { ...READ, planned: 2, receipts: [receiptAt(AT)] }, UNREAD],
      {},
      { kind: 'ready', step: 3, planned: 2 },
      'vvco',
    ],
    ['that needs action', [VERIFIED, VERIFIED, action, UNREAD], {}, ACTION, 'vvao'],
    ['that needs a confirmation', [VERIFIED, VERIFIED, VERIFIED, confirm], {}, CONFIRM, 'vvvc'],
    ['that needs action later and a confirmation before', [VERIFIED, confirm, action, UNREAD], {}, ACTION, 'vcao'],
    ['of which something could not be read', [VERIFIED, VERIFIED, unread, UNREAD], {}, UNKNOWN, 'vvco'],
    [
      'that is being encrypted',
      [VERIFIED, VERIFIED, VERIFIED, { ...action, pending: LINK }],
      {},
      { kind: 'encrypting', since: AT },
      'vvvc',
    ],
    ['whose key was lost meanwhile', [VERIFIED, VERIFIED, action, { ...READ, pending: LINK }], {}, ACTION, 'vvao'],
    [
      'with a scheduled start',
      [VERIFIED, VERIFIED, VERIFIED, { ...READ, schedule: SCHEDULE }],
      {},
      { kind: 'scheduled', at: AT + HOUR },
      'vvvc',
    ],
    ['that waits for a role', [VERIFIED, VERIFIED, spreading, UNREAD], {}, { kind: 'assigning', since: AT }, 'vvco'],
    ['whose key is being rotated', allVerified, rotating, { kind: 'rotating', since: AT }, 'vvvv'],
    ['that is done, while another is added to its policy', allVerified, adding, { kind: 'linked' }, 'vvvv'],
    ['that is linked and does not say yet whose key it has', allVerified, {}, { kind: 'linked' }, 'vvvv'],
    ['that is encrypted', [VERIFIED, VERIFIED, VERIFIED, ENCRYPTED], {}, { kind: 'encrypted' }, 'vvvv'],
    ['that is locked', [VERIFIED, VERIFIED, action, VERIFIED], locked, { ...ACTION, kind: 'locked' }, 'vvav'],
    ['that is locked, with nothing that says why', [VERIFIED, VERIFIED, UNREAD, UNREAD], locked, { kind: 'locked' }, 'vvco'],
    [
      'that is locked, with its key back',
      [VERIFIED, action, VERIFIED, VERIFIED],
      locked,
      { ...ACTION, step: 2, kind: 'locked', keyWorks: true },
      'vavv',
    ],
  ])('%s', (_, of, more, state, steps) => {
    const listed = row(of, more)
    expect(listed.state).toEqual(state)
    expect(listed.steps.map(([letter]) => letter).join('')).toBe(steps)
  })

  it.each([
    ['on a key that had expired when it was read', 'Production', AT - 10 * DAY, { days: 30, at: AT + 20 * DAY }],
    ['of another type', 'Sandbox', AT - DAY, { days: 7, at: AT + 6 * DAY }],
    ['for another reason', 'Production', AT + DAY, { days: 30 }],
  ])('that is locked %s says when it is deleted', (_, type, keyExpires, deletion) => {
    const environment = { id: 'environment-1', displayName: 'contoso-prod', type }
    const listed = row(allVerified, { ...locked, environment, keyExpires })
    expect(listed.deletion).toEqual(deletion)
    expect(listed.dates?.filter(({ kind }) => kind === 'deleted')).toEqual('at' in deletion ? [{ kind: 'deleted', at: deletion.at }] : [])
    expect(row(allVerified, { environment, keyExpires }).deletion).toBeUndefined()
  })

  it('is not called interrupted while a wizard has it open', () => {
    const step = { ...READ, planned: 6, receipts: [receiptAt(AT + HOUR + 1)] }
    const engagement = {
      ...newEngagement(WHOSE, AT),
      steps: { integration: VERIFIED, environment: VERIFIED, policy: step, membership: UNREAD },
    }
    const held = { id: 'h', user: 'grace', host: 'pc', processId: 1, since: AT }
    expect(rowOf(LISTED_AS, { id: 'one', ok: true, engagement, held }).state.kind).toBe('ready')
  })

  it('is known by the names that were read, and says nothing of what was not', () => {
    expect(row(allVerified, { environment: { id: 'environment-1', displayName: 'contoso-prod', type: 'Production' } })).toMatchObject({
      customer: 'Contoso',
      environment: 'contoso-prod',
      environmentType: 'Production',
      environmentId: 'environment-1',
      tenantId: 'tenant-1',
    })
    const unnamed = row(NONE)
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

describe('from when on a person must rotate its key', () => {
  it.each([
    ['60 days before it expires', {}, 40],
    ['the time of its policy, where that is later', { rotation: { at: AT + 70 * DAY, byPolicy: true } }, 70],
  ])('is %s', (_, more, day) => {
    expect(row(allVerified, { keyExpires: AT + 100 * DAY, ...more }).rotateFrom).toBe(AT + day * DAY)
  })

  it('isn’t said of a key that doesn’t expire', () => expect(row(allVerified)).not.toHaveProperty('rotateFrom'))
})

describe('what comes for an environment', () => {
  const review = (answer: 'accepted' | 'snoozed' | 'resumed', key: string, until?: number) => ({
    answer,
    step: 'policy',
    key,
    what: verbatim(key),
    was: verbatim('On'),
    is: verbatim('Off'),
    state: 's',
    reason: 'r',
    by: 'ada@contoso.example',
    at: AT,
    ...(until === undefined ? {} : { until }),
  })
  const end = (...reviews: readonly ReturnType<typeof review>[]) => ({
    at: AT,
    by: 'ada@contoso.example',
    environmentId: 'environment-1',
    findings: [],
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

describe('what has ended, over all engagements', () => {
  const ran = (at: number, ended: 'succeeded' | 'failed' | undefined, pending: NonNullable<EngagementStep['pending']> = LINK) => ({
    ...receiptAt(at),
    pending,
    ...(ended ? { ended } : {}),
  })
  const listed = (id: string, environmentId: string, receipts: EngagementStep['receipts']) => ({
    id,
    ok: true as const,
    engagement: {
      ...newEngagement({ ...WHOSE, environment: { id: environmentId } }, AT),
      steps: { membership: { ...VERIFIED, receipts } },
    },
  })
  const finished = (...all: readonly ReturnType<typeof listed>[]) => boardOf(LISTED_AS, all, { customers: [] }).finished

  it('is what the services ran, the last first, with how it ended; not what still runs, and no change without an operation', () => {
    const receipts = [ran(AT, 'succeeded'), ran(AT + DAY, 'failed', ROTATION), ran(AT + 2 * DAY, undefined), receiptAt(AT + 3 * DAY)]
    expect(finished(listed('one', 'environment-1', receipts))).toEqual([
      { id: 'one', kind: 'rotating', startedAt: AT + DAY, failed: true },
      { id: 'one', kind: 'encrypting', startedAt: AT },
    ])
  })

  it('is of the environment that it was for, from whichever engagement it was started', () => {
    const one = listed('one', 'environment-1', [ran(AT, 'succeeded', LINK_OF_ANOTHER)])
    expect(finished(one, listed('two', 'environment-2', []))).toEqual([{ id: 'two', kind: 'encrypting', startedAt: AT }])
    expect(finished(one)).toEqual([{ id: 'one', kind: 'encrypting', startedAt: AT }])
  })

  it('is cut to the last twenty, and absent where nothing has ended', () => {
    const many = Array.from({ length: 25 }, (_, day) => ran(AT + day * DAY, 'succeeded'))
    expect(finished(listed('one', 'environment-1', many))).toHaveLength(20)
    expect(finished(listed('one', 'environment-1', []))).toBeUndefined()
  })
})
