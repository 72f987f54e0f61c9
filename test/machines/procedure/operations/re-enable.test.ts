import { describe, expect, it } from 'vitest'
import { blockingFindings, isProved } from '#machines/engine/step/proof.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { reEnableChecks } from '#machines/procedure/operations/re-enable/checks.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { planReEnabling } from '#machines/procedure/operations/re-enable/plan.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import {
  absent,
  account,
  encrypted,
  environment,
  key,
  NOW,
  OTHER_SYSTEM_ID,
  ok,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  vault,
  without,
} from '../../facts.ts'
import { type Rows, row, walkRows } from '../../rows.ts'
import { operationFacts } from './facts.ts'

const off = ok(encrypted({ runtimeState: 'Disabled' }))
const withChain = (over: KeyChain): OperationFacts => operationFacts({ ...over })
const locked = (over: KeyChain = {}): OperationFacts => operationFacts({ environment: off, ...over })
const noAccess = locked({ keyAccess: ok([]) })
const disabledKey = { key: ok(key({ enabled: false })) }

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const administrator = { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] }

const rows: Rows<OperationFacts> = {
  're-enable-policy-not-recreated': [
    row.pass('it is the one that the environment names', locked()),
    row.fail('it was created again under its name', operationFacts({ environment: inEarlier })),
  ],
  're-enable-readable': [
    row.pass('the policy can be read', locked()),
    row.unknown('the environment cannot', operationFacts({ environment: absent })),
    row.unknown('the policy cannot', locked({ policy: refused(REFUSALS.forbidden) })),
    row.nothing('the policy is gone, which is a cause', locked({ policy: absent })),
  ],
  're-enable-may': [
    row.pass('the account administers Power Platform', { ...locked(), account: administrator }),
    row.nothing('nothing is locked', operationFacts()),
  ],
  're-enable-access': [
    row.pass('the policy has its role', locked()),
    row.fail('it has none', noAccess, { putRightBy: ['grant-key-access'] }),
    row.unknown('the roles may not be read', locked({ keyAccess: refused(REFUSALS.forbidden) })),
    row.nothing('the vault is gone', locked({ vault: absent })),
  ],
  're-enable-key': [
    row.pass('everything is in order', locked()),
    row.fail('the key is disabled', locked(disabledKey), { seen: 'The key is disabled.' }),
    row.fail('the key is deleted and can be recovered', locked({ key: absent, deletedKey: ok({}) }), {
      seen: 'You can recover it',
      byHand: [expect.stringContaining('Manage deleted keys')],
    }),
    row.fail('the vault is gone', locked({ vault: absent }), { seen: 'The key vault doesn’t exist.' }),
    row.fail('the policy is gone', locked({ policy: absent }), { seen: 'The policy doesn’t exist.' }),
    row.fail('the key has expired', locked({ key: ok(key({ expires: NOW - 1 })) })),
    row.unknown('the versions may not be listed', locked({ keyVersions: refused(REFUSALS.forbidden) }), { attestable: true }),
  ],
  're-enable-on': [
    row.warning('it is off and its key cannot be used', noAccess, { title: 'production environment is deleted 30 days' }),
    row.warning(
      'a sandbox is locked',
      { ...noAccess, environment: ok(encrypted({ runtimeState: 'Disabled', sku: 'Sandbox' })) },
      { title: 'sandbox is deleted 7 days' },
    ),
    row.fail('the key is back and it is still off', locked(), { title: 'you can re-enable it now', owner: 'power-platform-administrator' }),
    row.fail('the account may re-enable it', { ...locked(), account: administrator }, { title: 'you can re-enable it now', owner: 'you' }),
    row.fail(
      'an operation runs on it',
      operationFacts({ environment: ok(encrypted({ runtimeState: 'Disabled', ongoingOperation: { type: 'NewCustomerManagedKey' } })) }),
      { title: 'while an operation runs' },
    ),
    row.fail('it is off in no policy', operationFacts({ environment: ok(environment({ runtimeState: 'Disabled' })) }), {
      title: 'it isn’t in a policy',
    }),
    row.pass('it is on', operationFacts()),
    row.unknown('its runtime is not named', operationFacts({ environment: ok(without(encrypted(), 'runtimeState')) }), {
      attestable: true,
    }),
    row.unknown('its runtime is a new word', operationFacts({ environment: ok(encrypted({ runtimeState: 'Paused' })) }), {
      attestable: true,
    }),
  ],
}

describe('the checks of re-enabling', () => walkRows(reEnableChecks, rows))

describe('the plan of re-enabling', () => {
  it('gives the policy its access back, by role or by access policy', () => {
    expect(planReEnabling(noAccess)).toEqual([expect.objectContaining({ kind: 'grant-key-access', policyName: policy().name })])
    const older = planReEnabling(locked({ vault: ok(vault({ roleBasedAccess: false, accessPolicies: [] })) }))
    expect(older).toEqual([expect.objectContaining({ byAccessPolicy: true })])
  })

  it.each([
    ['the policy has its access', locked()],
    ['the roles may not be read', locked({ keyAccess: refused(REFUSALS.forbidden) })],
    ['the vault is gone', locked({ vault: absent })],
    ['the policy is gone', locked({ policy: absent })],
    [
      'the vault is in another subscription',
      locked({ vault: ok(vault({ id: vault().id.replace(/subscriptions\/[^/]+/, 'subscriptions/other') })), keyAccess: ok([]) }),
    ],
  ])('is empty where %s', (_, facts) => {
    expect(planReEnabling(facts)).toEqual([])
  })
})

describe('the reading of re-enabling', () => {
  it('lets the access be given while the environment is off, and is proved only once it is on', () => {
    expect(blockingFindings(readOperation(reEnable, noAccess, NOW), [])).toEqual([])
    expect(blockingFindings(readOperation(reEnable, locked({ ...disabledKey, keyAccess: ok([]) }), NOW), [])).toHaveLength(1)
    expect(isProved(readOperation(reEnable, locked(), NOW), [])).toBe(false)
    expect(isProved(readOperation(reEnable, operationFacts(), NOW), [])).toBe(true)
    expect(isProved(readOperation(reEnable, withChain(disabledKey), NOW), [])).toBe(false)
  })
})
