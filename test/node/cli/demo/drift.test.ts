import { describe, expect, it } from 'vitest'
import { NEAR_EXPIRY_ALERT_NAME } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { DriftView } from '#messages/view.ts'
import { ORIGINS } from '#node/practice/addresses.ts'
import { versionsOf } from '#node/practice/services/api-versions.ts'
import { checkReport } from '#node/records/evidence/report.ts'
import { START } from '#test/leaping-time.ts'
import { caseOf, walkedToItsEnd } from '#test/practised.ts'
import { VAULT_PATH } from '../../practice/practise.ts'

const DAY = 86_400_000
const NAME = 'already-encrypted'

/** All four steps complete and the closing page open, in a tenant in which another person works as well. */
async function atTheEnd() {
  const run = await walkedToItsEnd(caseOf(NAME))
  const { host, tenant, until } = run
  const ask = async (method: string, url: string, scope: string, body?: unknown) => {
    const answer = await tenant.practice.handle({
      method,
      url,
      headers: { authorization: `Bearer ${tenant.practice.tokenFor('ada', scope).token}`, 'content-type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    })
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.body}`)
  }
  return {
    ...run,
    advance: (hours: number) => tenant.advance?.((hours * DAY) / 24),
    inspect: () => tenant.practice.inspect(),
    arm: (method: string, path: string, body?: unknown) =>
      ask(
        method,
        `${ORIGINS.resourceManager}${path}?api-version=${versionsOf(path)?.at(-1)}`,
        'https://management.azure.com/.default',
        body,
      ),
    keys: (method: string, path: string, body?: unknown) =>
      ask(method, `https://kv-contoso-cmk.vault.azure.net${path}?api-version=7.4`, 'https://vault.azure.net/.default', body),
    async compared() {
      tenant.advance?.(DAY)
      host.send({ type: 'GO_TO_PAGE', page: 'operations' })
      host.send({ type: 'CHECK_AGAIN' })
      const view = await until(({ operations }) => operations?.drift?.comparedAt !== undefined && !operations.drift.reading)
      return view.operations?.drift
    },
  }
}

type AtTheEnd = Awaited<ReturnType<typeof atTheEnd>>

const KEY = '/keys/cmk-contoso-prod'

const assignment = ({ inspect }: AtTheEnd): string => {
  const { policies, roleAssignments } = inspect()
  return roleAssignments.find(({ principalId }) => principalId === policies[0]?.identity.principalId)?.name ?? ''
}

const ADMIN = 'key-vault-administrator'

/** Something that protects the key, set after the end. */
async function protectedBy({ openOperation, decide, until, carryOut, send }: AtTheEnd, wish: Decision, changes: number): Promise<void> {
  await openOperation('protect')
  decide(wish)
  await until((view) => view.step?.phase === 'reviewing' && view.step.plan.length === changes)
  expect((await carryOut()).step?.receipts).toHaveLength(changes)
  send({ type: 'BACK' })
}

const CASES: readonly (readonly [
  name: string,
  change: (tenant: AtTheEnd) => Promise<void>,
  expected: readonly Record<string, unknown>[],
  waited?: number,
])[] = [
  ['nothing, where nobody did anything', async () => undefined, []],
  [
    'the policy’s access, where somebody took it away',
    (tenant) => tenant.arm('DELETE', `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments/${assignment(tenant)}`),
    [
      { turn: 'worse', what: 'The policy’s access to the key', is: 'Action required: The policy’s identity can’t use the key' },
      { turn: 'worse', what: 'Access to the key', owner: 'key-vault-administrator' },
    ],
  ],
  [
    'the key, where its version was disabled',
    ({ keys }) => keys('PATCH', KEY, { attributes: { enabled: false } }),
    [
      {
        turn: 'worse',
        what: 'Current key version',
        was: 'Passed: The key is enabled',
        is: 'Action required: The key is disabled',
      },
      { turn: 'worse', what: 'Access to the key' },
    ],
  ],
  [
    'the vault’s network, where Microsoft was shut out',
    ({ arm }) => arm('PATCH', VAULT_PATH, { properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None' } } }),
    [{ turn: 'worse', what: 'Network of the key store', owner: 'key-vault-administrator' }],
  ],
  [
    'a lock that was set, where someone removed it',
    async (tenant) => {
      await protectedBy(tenant, { kind: 'wish-lock', of: 'vault', wanted: true }, 1)
      await tenant.arm('DELETE', `${VAULT_PATH}/providers/Microsoft.Authorization/locks/customer-managed-key`)
    },
    [{ turn: 'worse', what: 'Delete locks', is: 'Warning: The lock on the key vault kv-contoso-cmk isn’t set' }],
  ],
  [
    'a rotation policy that was set, where someone took the renewal out of it',
    async (tenant) => {
      await protectedBy(tenant, { kind: 'wish-rotation', wanted: true }, 1)
      await tenant.keys('PUT', `${KEY}/rotationpolicy`, { lifetimeActions: [] })
    },
    [{ turn: 'worse', what: 'Rotation policy', is: 'Warning: The rotation policy of the key cmk-contoso-prod isn’t set', owner: ADMIN }],
  ],
  [
    'the audit log, where someone stopped it',
    async (tenant) => {
      await protectedBy(tenant, { kind: 'wish-audit-log', workspaceId: tenant.inspect().workspaces[0]?.id ?? '' }, 1)
      await tenant.arm('DELETE', `${VAULT_PATH}/providers/Microsoft.Insights/diagnosticSettings/${AUDIT_LOG_NAME}`)
    },
    [{ turn: 'worse', what: 'Where the audit log goes', is: expect.stringContaining('doesn’t go to the workspace yet'), owner: ADMIN }],
  ],
  [
    'the mail before the key expires, where someone deleted the alert',
    async (tenant) => {
      await protectedBy(tenant, { kind: 'wish-mail', emails: ['kim@contoso.example'] }, 2)
      await tenant.arm('DELETE', `${VAULT_PATH}/providers/Microsoft.EventGrid/eventSubscriptions/${NEAR_EXPIRY_ALERT_NAME}`)
    },
    [{ turn: 'worse', what: 'Who gets mail before the key expires', is: expect.stringContaining('isn’t set'), owner: ADMIN }],
    // Three looks, until the alert is in effect.
    15_000,
  ],
  [
    'the key’s versions, where the key was rotated, as expected',
    ({ keys }) => keys('POST', `${KEY}/create`, { kty: 'RSA', key_size: 3072 }),
    [{ turn: 'other', what: 'Current key version' }],
  ],
]

describe('on a later day, what has changed since the end', () => {
  it.each(CASES.map(([name, ...rest]) => [name, rest] as const))(
    'is %s',
    { timeout: 30_000 },
    async (_, [change, expected, waited = 0]) => {
      const tenant = await atTheEnd()
      await change(tenant)
      const drift = await tenant.compared()
      expect(drift).toMatchObject({ endBy: 'ada@contoso.example', endAt: START, comparedAt: START + DAY + waited })
      for (const each of expected) expect(drift?.changes).toContainEqual(expect.objectContaining(each))
      if (expected.length === 0) expect(drift?.changes).toEqual([])
      await tenant.host.stop()
    },
  )
})

describe('a change that a person reviews', () => {
  const REVIEWED = 'policy key-enabled'
  const rotated = async () => {
    const tenant = await atTheEnd()
    await tenant.keys('POST', `${KEY}/create`, { kty: 'RSA', key_size: 3072 })
    await tenant.compared()
    const again = async (hours: number) => {
      tenant.advance(hours)
      tenant.host.send({ type: 'CHECK_AGAIN' })
      await tenant.until(({ operations }) => operations?.drift?.reading === true)
      return (await tenant.until(({ operations }) => operations?.drift?.reading === false)).operations?.drift
    }
    const reported = async () => {
      const text = String((await tenant.host.report({ format: 'json' }, async () => new Uint8Array()))?.content)
      return checkReport(CUSTOMER_MANAGED_KEYS, text)
    }
    return { ...tenant, again, reported }
  }

  it('is no change any more once it is accepted, and stands in the report with who and why', { timeout: 30_000 }, async () => {
    const { host, again, reported } = await rotated()
    host.send({ type: 'REVIEW_CHANGE', change: REVIEWED, wish: { answer: 'accepted', reason: 'CR 4711' } })
    expect(host.view().operations?.drift).toMatchObject({ accepted: [{ what: 'Current key version', reason: 'CR 4711' }] })
    expect((await again(1))?.changes.map(({ key }) => key)).not.toContain(REVIEWED)
    expect(await reported()).toMatchObject({
      ok: true,
      report: { summary: { reviewed: [{ answer: 'accepted', reason: 'CR 4711', by: 'ada@contoso.example' }] } },
    })
    await host.stop()
  })

  it('is out of sight while it is snoozed, and comes back on its date', { timeout: 30_000 }, async () => {
    const { host, again, reported } = await rotated()
    const until = START + 5 * DAY
    host.send({ type: 'REVIEW_CHANGE', change: REVIEWED, wish: { answer: 'snoozed', reason: 'Next week', until } })
    const snoozeIn = (drift: DriftView | undefined) => drift?.changes.find(({ key }) => key === REVIEWED)?.snoozed
    expect(snoozeIn(await again(24))).toEqual({ until, reason: 'Next week', by: 'ada@contoso.example' })
    const back = await again(4 * 24)
    expect(back?.changes.map(({ key }) => key)).toContain(REVIEWED)
    expect(snoozeIn(back)).toBeUndefined()
    expect(await reported()).toMatchObject({ ok: true, report: { summary: { reviewed: [{ answer: 'snoozed', until }] } } })
    await host.stop()
  })
})

describe('checking again on the closing page', () => {
  it('stays there where everything still holds, and says when it was read', { timeout: 30_000 }, async () => {
    const { host, until } = await atTheEnd()
    expect(host.view()).toMatchObject({ page: 'closing', can: expect.arrayContaining(['CHECK_AGAIN']) })
    host.send({ type: 'CHECK_AGAIN' })
    expect(host.view()).toMatchObject({ page: 'closing', closing: { checking: true } })
    const view = await until(({ closing }) => closing?.checking === false)
    expect(view).toMatchObject({ page: 'closing', closing: { checkedAt: START } })
    await host.stop()
  })

  it('leads to what has changed where the end no longer holds, and never back to a page that claims it', { timeout: 30_000 }, async () => {
    const tenant = await atTheEnd()
    await tenant.keys('PATCH', KEY, { attributes: { enabled: false } })
    tenant.host.send({ type: 'CHECK_AGAIN' })
    const view = await tenant.until(({ page, closing }) => page !== 'closing' || closing?.checking === false)
    expect(view.page).toBe('operations')
    expect(view.operations?.drift?.changes).toContainEqual(
      expect.objectContaining({ turn: 'worse', is: 'Action required: The key is disabled' }),
    )
    tenant.host.send({ type: 'BACK' })
    expect(tenant.host.view().page).toBe('step')
    await tenant.host.stop()
  })
})
